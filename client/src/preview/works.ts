/** The works a preview can name, by document. */

/** A work as cited: `Osei and Lindqvist`, 2003. */
export interface NamedWork {
  readonly name: string;
  readonly year: string | null;
}

/** The known works that a document cites, by key. */
export type Works = ReadonlyMap<string, NamedWork>;

/** Gets the works of a document by URI; null for a text without one. */
export type WorksOf = (document: string | null) => Works;

/** No known works: keys are shown. */
export const NO_WORKS: Works = new Map();

/** The URI of the rendered document from the `env` of the built-in preview. */
export function documentOf(env: unknown): string | null {
  const document = (env as { readonly currentDocument?: unknown } | null | undefined)?.currentDocument;
  return document === undefined || document === null ? null : (document as URL).toString();
}
