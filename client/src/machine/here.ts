/** The machine that this build is for. The build for browsers takes `web.ts` in the place of this file. */
export { machine } from './node.ts';
