/** Years in which the recognition of a scanned page took digits for letters. */

/** What stands before it is looked at last, since few words begin so. */
const LIKE_YEAR =
  /[12liI][0-9oOlI]{3}(?<![\p{Script=Latin}\p{N}].{4})(?=[a-z]?(?![\p{Script=Latin}\p{N}]))/gu;
const FOUR_DIGITS = /^\d{4}$/;
const LIKELY_YEAR = /^(?:1[4-9]|20)\d\d$/;

/**
 * The text with digits for letters in what can only be a year: `2o08`, `20l2`, `2O17`, `l998`. The length stays the
 * same, so that offsets do too.
 */
export function withYearsMended(text: string): string {
  return text.replace(LIKE_YEAR, (word) => {
    if (FOUR_DIGITS.test(word)) return word;
    const year = word.replace(/[oO]/g, '0').replace(/[liI]/g, '1');
    // A word such as ‘loll’ has no digits.
    return LIKELY_YEAR.test(year) && /\d/.test(word) ? year : word;
  });
}
