/** Words that a file divides otherwise: a PDF has no spaces, only gaps between characters, and some are too narrow to be seen. */
import { differs, wordKey } from './difference.ts';
import type { Difference } from './model.ts';
import { denies } from './negation.ts';

/** Whether a quotation has the letters and signs of its source throughout, and only spaces are elsewhere. */
export function isDividedOtherwise(difference: Difference): boolean {
  return (
    differs(difference) &&
    difference.parts.every(
      ({ kind, quoted, source }) =>
        kind === 'same' ||
        kind === 'licensed' ||
        // Not able is not notable.
        (withoutSpaces(quoted) === withoutSpaces(source) && denies(quoted, null) === denies(source, null)),
    )
  );
}

function withoutSpaces(words: string): string {
  return wordKey(words.replace(/\s+/g, ''));
}
