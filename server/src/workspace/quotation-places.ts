/** Where a quotation stands, and whether that is where its locator says. */
import type { Locator } from '../facts/model.ts';
import { agreesWithLocator } from '../pages/agreement.ts';
import type { Place } from '../quotations/model.ts';
import type { QuotationVerdict, SourcePassage } from './quotation-verdicts.ts';
import type { QuotedPassage } from './quoted-passages.ts';

/** The passage to show for a quotation: where its locator says, else the first; null when there is none. */
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

/** Whether a passage stands where a locator says; null where the text does not tell. */
export function standsWhere({ places }: SourcePassage, { label, value }: Locator): boolean | null {
  const answers = places.map((place) => agreesWithLocator(place, label, value));
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(null) ? null : false;
}

/** A place as a locator would name it: `para. 21`, `p. 204`, `n. 5`; empty where nothing is known. */
export function placeInWords({ page, paragraph, note }: Place): string {
  return [
    page === undefined ? '' : `${/[-–]/.test(page) ? 'pp.' : 'p.'} ${page}`,
    paragraph === undefined ? '' : `para. ${paragraph}`,
    note === undefined ? '' : `note ${note}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Where a passage stands, in words; empty where its text has no numbers. */
export function passagePlace({ places }: SourcePassage): string {
  const [first] = places;
  return first ? placeInWords(first) : '';
}
