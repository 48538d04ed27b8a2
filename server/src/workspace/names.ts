/** The names that files define and seek; the prefix keeps the kinds apart. */
export const names = {
  citekey: (key: string): string => `cite:${key}`,
  actor: (id: string): string => `actor:${id}`,
  /** An author whom a note of a document in `folder` cites in full: the chapters of a book lie side by side. */
  noteAuthor: (folder: string, family: string): string => `note-author:${folder}/${family.toLowerCase()}`,
  /** A document that is the text of a work. */
  source: (key: string): string => `source:${key}`,
} as const;
