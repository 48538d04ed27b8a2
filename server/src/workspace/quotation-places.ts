/** Whether a quotation is at the place that its locator names. */
import type { Locator } from '../facts/model.ts';
import { agreesWithLocator } from '../pages/agreement.ts';
import { locatorTerms, writtenTermFor } from '../pages/locator-terms.ts';
import type { Place } from '../quotations/model.ts';
import type { QuotationVerdict, SourcePassage } from './quotation-verdicts.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import { enumerated, say } from '../words/say.ts';

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

/**
 * A place as it is written into a citation of a document in this language, so that Pandoc reads it: `para. 21`, `§ 4`,
 * `p. 204`, `S. 204`, `note 5`; empty where nothing is known.
 */
export function placeAsLocator({ page, paragraph, section, note }: Place, lang: string | null): string {
  const several = /[-–]/.test(page ?? '');
  const isEnglish = locatorTerms(lang) === locatorTerms(null);
  const term = (label: string, english: string) =>
    isEnglish ? english : (writtenTermFor(label, label === 'page' && several, lang) ?? english);
  const hasSign = locatorTerms(lang).labels.get('§') === 'section';
  return [
    page === undefined ? '' : `${term('page', several ? 'pp.' : 'p.')} ${page}`,
    paragraph === undefined ? '' : `${term('paragraph', 'para.')} ${paragraph}`,
    section === undefined ? '' : `${hasSign ? '§' : term('section', '§')} ${section}`,
    note === undefined ? '' : `${term('note', 'note')} ${note}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A place for a reader, in the form of a locator; empty where nothing is known. */
export function placeInWords({ page, paragraph, section, note }: Place): string {
  return enumerated(
    [
      page === undefined ? '' : numberInWords('page', page, /[-–]/.test(page)),
      paragraph === undefined ? '' : numberInWords('paragraph', paragraph, false),
      section === undefined ? '' : numberInWords('section', section, false),
      note === undefined ? '' : numberInWords('note', note, false),
    ].filter((part) => part !== ''),
  );
}

/** The number of one or several pages, paragraphs, sections or notes: `pp. 3-5`. */
export function numberInWords(kind: string, number: string, several: boolean): string {
  switch (kind) {
    case 'note':
      return say('{several, select, true {notes} other {note}} {number}', { several, number });
    case 'section':
      return say('{several, select, true {§§} other {§}} {number}', { several, number });
    case 'page':
      return say('{several, select, true {pp.} other {p.}} {number}', { several, number });
    default:
      return say('{several, select, true {paras.} other {para.}} {number}', { several, number });
  }
}

/** The place of a passage as it is written into a citation (`placeAsLocator`); empty where its text has no numbers. */
export function passageLocator({ places }: SourcePassage, lang: string | null): string {
  const [first] = places;
  return first ? placeAsLocator(first, lang) : '';
}

/** The place of a passage for a reader; empty where its text has no numbers. */
export function passagePlace({ places }: SourcePassage): string {
  const [first] = places;
  return first ? placeInWords(first) : '';
}
