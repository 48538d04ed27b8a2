/** Whether a quotation is at the place that its locator names. */
import type { Locator } from '../facts/model.ts';
import { agreesWithLocator } from '../pages/agreement.ts';
import type { Place } from '../quotations/model.ts';
import type { QuotationVerdict, SourcePassage } from './quotation-verdicts.ts';
import type { QuotedPassage } from './quoted-passages.ts';

/** The passage to show for a quotation: the one at its locator, else the first; null when there is none. */
export function bestPassage(quotation: QuotedPassage, verdict: QuotationVerdict): SourcePassage | null {
  switch (verdict.status) {
    case 'exact': {
      const { locator, works } = quotation;
      const own = verdict.passages.filter(({ work }) => work === works[0]!.text);
      const named = locator && own.find((passage) => standsWhere(passage, locator));
      return named || own[0] || verdict.passages[0] || null;
    }
    case 'different':
      return verdict.passage;
    case 'absent':
      return verdict.elsewhere[0] ?? null;
  }
}

/** Whether a passage is at a locator; null where the text has no such numbers. */
export function standsWhere({ places }: SourcePassage, { label, value }: Locator): boolean | null {
  const answers = places.map((place) => agreesWithLocator(place, label, value));
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(null) ? null : false;
}

/** A place in the form of a locator: `para. 21`, `§ 4`, `p. 204`, `n. 5`; empty where nothing is known. */
export function placeInWords({ page, paragraph, section, note }: Place): string {
  return [
    page === undefined ? '' : `${/[-–]/.test(page) ? 'pp.' : 'p.'} ${page}`,
    paragraph === undefined ? '' : `para. ${paragraph}`,
    section === undefined ? '' : `§ ${section}`,
    note === undefined ? '' : `note ${note}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The place of a passage; empty where its text has no numbers. */
export function passagePlace({ places }: SourcePassage): string {
  const [first] = places;
  return first ? placeInWords(first) : '';
}
