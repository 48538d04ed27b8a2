/** Where the file of a work can be opened besides. */

/** Zotero keeps the file of each item in a folder that bears the item's key. */
const STORED = /[\\/]storage[\\/]([23456789ABCDEFGHIJKLMNPQRSTUVWXYZ]{8})[\\/][^\\/]+$/;

/** The link that has Zotero open a PDF of its own at a page, counted from 0; null for files that lie elsewhere. */
export function zoteroLink(path: string, index: number): string | null {
  const key = STORED.exec(path)?.[1];
  if (key === undefined || !/\.pdf$/i.test(path)) return null;
  return `zotero://open-pdf/library/items/${key}?page=${index + 1}`;
}
