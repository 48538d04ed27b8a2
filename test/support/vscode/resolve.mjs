import { URL } from 'node:url';

/** Has whoever imports `vscode` get the small editor of the tests. */
export function resolve(specifier, context, next) {
  return specifier === 'vscode'
    ? { url: new URL('./api.ts', import.meta.url).href, shortCircuit: true }
    : next(specifier, context);
}
