/** The marks of pages in the text of a work: `[p. 671]`, `[S. 12]`, `[p. xii]`. */

/** What is within the brackets of a mark, as the source of a regular expression; its group is the number. */
export const WITHIN_PAGE_MARK = String.raw`(?:pp?|pgs?|pages?|S|Seite|fols?|págs?|стр|с)\.?[ \u00a0\u202f]?(\d{1,5}|[ivxlc]{1,9})`;
