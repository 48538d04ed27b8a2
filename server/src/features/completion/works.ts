import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';
import { shortened } from '../../text/shortened.ts';

/** How many letters of a title are worth showing beside a citekey. */
const TITLE = 70;

/** What the range covers in front of the key, and how a key is written in its place. */
export interface KeyStyle {
  readonly lead: string;
  readonly write: (key: string) => string;
}

/** `@key`, or `@{odd key}`. */
export const withSign: KeyStyle = {
  lead: '@',
  write: (key) => (isPlainKey(key) ? `@${key}` : `@{${key}}`),
};

/** The works that the document may cite, found by key, authors, year and title. */
export function suggestWorks(
  { view, library }: FeatureRequest,
  range: TextRange,
  { lead, write }: KeyStyle,
): Suggestions {
  const items: Suggestion[] = [];
  const seen = new Set<string>();
  for (const { entry } of library.allEntries(view.path)) {
    const key = entry.key.text;
    if (seen.has(key)) continue;
    seen.add(key);
    if (items.length >= MOST_SUGGESTIONS) return { items, isIncomplete: true };
    const { names, year, title } = entry.sketch();
    const who = names.length > 3 ? `${names[0]} et al.` : names.join(', ');
    items.push({
      kind: 'work',
      label: key,
      detail: [who, year && `(${year})`, title && shortened(title, TITLE)].filter(Boolean).join(' '),
      insert: write(key),
      range,
      filter: `${lead}${key} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`,
    });
  }
  return { items, isIncomplete: false };
}

/** What Pandoc reads as a key without braces around it. */
function isPlainKey(key: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key);
}
