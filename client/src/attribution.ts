import { deferred } from '../../server/src/words/say.ts';

/** The attribution that the licence of citeproc-js requires to be visible to users. */
export const attribution = deferred('Citations by CSL (citeproc-js)');

/** The URL of the attribution. */
export const attributionAddress = 'http://citationstyles.org/';
