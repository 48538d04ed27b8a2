/** Whether a text may hold what `readFound` reads, told from a quick look: most documents need no more. */
import { sectionKind } from './sections.ts';
import { mayHoldShortForm, shortFormAfter } from './short-forms.ts';

/** Note numbers as conversions leave them: raised digits, `<sup>`, `^15^`, `[15]`. */
const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]|<sup>\s*\d|\^\d{1,3}\^|\[\d{1,3}\]/;
/** A title set off and a year: a note that describes a work in full. */
const WORK = /[*_“”"«„‘].*\b(?:1[4-9]|20)\d\d\b|\b(?:1[4-9]|20)\d\d\b.*[*_“”"«„‘]/;

/** The part of it that most notes lack. */
const YEAR = /(?:1[4-9]|20)\d\d/;

export interface QuickLook {
  /** Numbered notes, or a list of references under its heading. */
  readonly lists: boolean;
  /** Works described in Pandoc's notes, or short forms that stand for them. */
  readonly works: boolean;
}

/**
 * A quick look at `text`; `notes` are the bodies of Pandoc's notes in it. Errs on the side of yes: what it says no
 * to has neither a list of notes or references nor a work or short title in its notes.
 */
export function quickLook(
  text: string,
  notes: readonly { readonly from: number; readonly to: number }[],
): QuickLook {
  return {
    lists: hasSectionWord(text) || (notes.length === 0 && RAISED.test(text)),
    works: notes.some(({ from, to }) => {
      const body = text.slice(from, to);
      return (
        (YEAR.test(body) && WORK.test(body)) || (mayHoldShortForm(body) && shortFormAfter(body, 0) !== null)
      );
    }),
  };
}

/** Whether a short line, or a Markdown heading, is a word such as “References”. */
function hasSectionWord(text: string): boolean {
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (to - from > 1 && to - from < 80) {
      const words = text
        .slice(from, to)
        .replace(/^[\s#>*_:=—–-]+(?:[\divxIVX]{1,5}[.)]?[ \t]+)?|[\s#*_:]+$/g, '');
      const kind = words.length < 60 ? sectionKind(words) : null;
      if (kind === 'notes' || kind === 'references') return true;
    }
    from = to + 1;
  }
  return false;
}
