/** Errors for which Pandoc refuses a whole CSL-JSON file, although each item can be read here. */
import { say } from '../words/say.ts';
import type { ReadingProblem } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import { DATE_FIELDS } from './csl-date.ts';

/** Verified field by field with Pandoc 3.10 and 2.17 (`FromJSON` of `Reference` in citeproc's `Types.hs`). */
const DATES: ReadonlySet<string> = new Set(DATE_FIELDS);
const NAMES: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor
   editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
   original-author performer producer recipient reviewed-author script-writer series-creator translator`.split(
    /\s+/,
  ),
);
const TEXTS: ReadonlySet<string> = new Set(
  `abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
   citation-key citation-label citation-number collection-number collection-title container-title
   container-title-short dimensions division DOI edition event event-place event-title first-reference-note-number
   genre ISBN issue ISSN journalAbbreviation jurisdiction keyword language license locator medium note number
   number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first
   part-number part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section
   shortTitle source status supplement-number title title-short type URL version volume volume-title year-suffix`.split(
    /\s+/,
  ),
);

/** An item of the file: its range and its data. */
export interface ItemAt {
  readonly range: TextRange;
  readonly data: unknown;
}

/**
 * The reasons for which Pandoc refuses the file with these items, in the order of the text; empty where it
 * reads it.
 * @param text With LF line ends; valid JSON.
 */
export function cslJsonRefusals(text: string, items: readonly ItemAt[]): ReadingProblem[] {
  const first = text.search(/\S/);
  const refusals: ReadingProblem[] = [];
  if (first >= 0 && text[first] !== '[')
    refusals.push({
      range: { from: first, to: first + 1 },
      message: say(
        'Pandoc refuses this whole bibliography: to it a file in CSL-JSON is one list, “[…]”, with nothing around it. Export it as CSL-JSON once more, or take out what stands around the list.',
      ),
    });
  for (const { range, data } of items)
    if (typeof data === 'object' && data !== null)
      for (const [name, value] of Object.entries(data)) {
        const message = faultOf(name, value);
        if (message) refusals.push({ range: placeOf(text, range, name), message });
      }
  return refusals;
}

function faultOf(name: string, value: unknown): string | null {
  if (DATES.has(name)) return isDate(value) ? null : dateFault(name);
  if (NAMES.has(name))
    return Array.isArray(value) && value.every(isName)
      ? null
      : say(
          'Pandoc refuses this whole bibliography: “{name}” is a list of people, {form}, whose parts are texts.',
          { name, form: '[{"family": "…", "given": "…"}]' },
        );
  if (name === 'note' && typeof value === 'number')
    return say('Pandoc refuses this whole bibliography: “note” is text in quotation marks.');
  // Unknown fields may have any value except a fraction.
  const isFree = !TEXTS.has(name) && typeof value !== 'number';
  if (isFree || typeof value === 'string' || Number.isInteger(value)) return null;
  return value === null
    ? say(
        'Pandoc refuses this whole bibliography: “{name}” is text in quotation marks or a whole number, and never null. Take the field out.',
        { name },
      )
    : say('Pandoc refuses this whole bibliography: “{name}” is text in quotation marks or a whole number.', {
        name,
      });
}

function dateFault(name: string): string {
  return say(
    'Pandoc refuses this whole bibliography: “{name}” is a date, written {form} or as text in quotation marks.',
    { name, form: '{"date-parts": [[2001, 5]]}' },
  );
}

function isDate(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { literal, 'date-parts': parts } = value as Record<string, unknown>;
  if (!isTextOrNone(literal)) return false;
  if (parts === undefined || parts === null) return true;
  return Array.isArray(parts) && parts.every((part: unknown) => Array.isArray(part) && part.every(isWhole));
}

/** A whole number, or a string of one. */
function isWhole(value: unknown): boolean {
  return typeof value === 'string' ? /^\s*-?\d+\s*$/.test(value) : Number.isInteger(value);
}

function isName(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const parts = value as Record<string, unknown>;
  return ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'].every(
    (part) => isTextOrNone(parts[part]),
  );
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

/** The range of the item's own key of that name, with its quotation marks. */
function placeOf(text: string, { from, to }: TextRange, name: string): TextRange {
  const written = JSON.stringify(name);
  let depth = 0;
  for (const match of text.slice(from, to).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    const [sign] = match;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (
      depth === 1 &&
      sign === written &&
      /^\s*:/.test(text.slice(from + match.index + sign.length, to))
    )
      return { from: from + match.index, to: from + match.index + sign.length };
  }
  return { from, to: from + 1 };
}
