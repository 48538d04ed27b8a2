/** The names that files define and seek; the prefix keeps the kinds apart. */
export const names = {
  citekey: (key: string): string => `cite:${key}`,
  /** A bibliography that code may write, by the name of its file. */
  built: (name: string): string => `built:${name}`,
  /** What cross-references of filters name; their first letter may be a capital. */
  label: (label: string): string => `label:${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  actor: (id: string): string => `actor:${id}`,
  /** An author whom a note of a document in `folder` cites in full: the chapters of a book lie side by side. */
  noteAuthor: (folder: string, family: string): string => `note-author:${folder}/${family.toLowerCase()}`,
  /** A document that is the text of a work. */
  source: (key: string): string => `source:${key}`,
} as const;
