import type { CitationForm, RawCitation } from './citation-form.ts';
import { isCitedIn, tidyWords } from './citation-words.ts';
import type { CitedDate } from './dates.ts';
import type { ChosenNames } from './names-in-prose.ts';
import type { ReadLocator } from '../pages/printed-locator.ts';
import type { TextRange } from '../text/range.ts';

/** The fields that a form provides; the rest has defaults. */
export interface CitationParts {
  readonly kind: RawCitation['kind'];
  readonly group: TextRange;
  readonly range: TextRange;
  readonly names?: ChosenNames | null;
  readonly date?: CitedDate;
  /** Set if it differs from that of the date. */
  readonly locator?: ReadLocator | null;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Builds a citation of a form. */
export function rawCitation(form: CitationForm, parts: CitationParts): RawCitation {
  const { kind, group, range, names, date, locator, prefix = '', suffix = '' } = parts;
  return {
    kind,
    form,
    group: { from: group.from, to: group.to },
    range: { from: range.from, to: range.to },
    names: names ?? null,
    date: date ?? null,
    locator: locator ?? date?.locator ?? null,
    prefix,
    suffix: tidyWords(suffix),
    citedIn: isCitedIn(prefix),
  };
}

/** Shifts a locator by `by`, the start of the stretch in which it was read. */
export function movedLocator(locator: ReadLocator, by: number): ReadLocator {
  return { ...locator, range: { from: locator.range.from + by, to: locator.range.to + by } };
}

/** As `movedLocator`, for dates. */
export function movedDate(date: CitedDate, by: number): CitedDate {
  return {
    ...date,
    range: { from: date.range.from + by, to: date.range.to + by },
    locator: date.locator && movedLocator(date.locator, by),
    to: date.to + by,
  };
}

/** As `movedLocator`, for names. */
export function movedNames(names: ChosenNames, by: number): ChosenNames {
  return { ...names, range: { from: names.range.from + by, to: names.range.to + by } };
}
