/** The part of citeproc-js that we use; it has no types of its own. */
declare module 'citeproc' {
  /** Its functions throw strings as well as errors. */
  interface Engine {
    readonly opt: { readonly xclass: string };
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: unknown, entries: string[]] | false;
    makeCitationCluster(items: readonly Record<string, unknown>[]): string;
  }
  interface System {
    retrieveLocale(lang: string): unknown;
    retrieveItem(id: string): unknown;
  }
  const CSL: {
    Engine: new (system: System, style: string, lang?: string, forceLang?: boolean) => Engine;
    debug: (message: string) => void;
  };
  export default CSL;
}
