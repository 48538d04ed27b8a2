import { prepareQuotation } from './prepare-quotation.ts';

/** What may be markup that does not read well: tags, comments, attributes, notes, and escaped line ends. */
const MARKUP = /[<{\\]|\[\^|&\w+;/;

/** The words of a quotation as people are shown them: in one line, without tags, comments, attributes and notes. */
export function shownWords(written: string): string {
  const words = MARKUP.test(written) ? prepareQuotation(written).text : written;
  return words
    .replace(/&nbsp;|\\(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
