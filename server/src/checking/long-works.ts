/** Types of entries that are long enough to be searched in vain, in BibTeX’s, CSL’s and RIS’s terms. */
const LONG_WORKS: ReadonlySet<string> = new Set(
  `book mvbook inbook bookinbook incollection collection mvcollection suppbook thesis phdthesis mastersthesis
   chapter chap edbook thes`.split(/\s+/),
);

/** Whether a work of a type, as bibliographies name it, is so long that a page should be given. */
export function isLongWork(type: string): boolean {
  return LONG_WORKS.has(type);
}
