/** The works that a preview names: how they are called, and by which document they are known. */

/** A work as a text calls it: `Osei and Lindqvist`, 2003. */
export interface NamedWork {
  readonly name: string;
  readonly year: string | null;
}

/** The works that a document cites, by their keys, as far as they are known. */
export type Works = ReadonlyMap<string, NamedWork>;

/** Gives the works of a document; null stands for words that belong to none. */
export type WorksOf = (document: string | null) => Works;

/** Where nothing is known, and keys are shown. */
export const NO_WORKS: Works = new Map();

/** The document that is rendered, as the built-in preview tells it. */
export function documentOf(env: unknown): string | null {
  const document = (env as { readonly currentDocument?: unknown } | null | undefined)?.currentDocument;
  return document === undefined || document === null ? null : (document as URL).toString();
}
