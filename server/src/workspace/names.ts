/** The names in the index; a prefix for each kind. */
export const names = {
  citekey: (key: string): string => `cite:${key}`,
  /** A bibliography that code may generate, by its file name. */
  built: (name: string): string => `built:${name}`,
  /** A label for cross-reference filters, whose first letter may be upper or lower case. */
  label: (label: string): string => `label:${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  actor: (id: string): string => `actor:${id}`,
  /** An author whom a note of a document in `folder` cites in full: chapters of a book lie in one folder. */
  noteAuthor: (folder: string, family: string): string => `note-author:${folder}/${family.toLowerCase()}`,
  /** A document that is the text of a work. */
  source: (key: string): string => `source:${key}`,
} as const;
