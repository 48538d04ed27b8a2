import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import { writtenKey } from '../../syntax/written-key.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';
import { shortened } from '../../text/shortened.ts';
import type { Library } from '../../workspace/library.ts';
import { ranks, WorkSearch } from './work-search.ts';
import { say } from '../../words/say.ts';

/** How many UTF-16 units of a title are shown next to a citekey. */
const TITLE = 70;

/** How a key is inserted: the part of the range before it, and its syntax. */
export interface KeyStyle {
  readonly lead: string;
  /** Null for a key that cannot be written there. */
  readonly write: (key: string) => string | null;
}

/** `@key`, or `@{odd key}`. */
export const withSign: KeyStyle = {
  lead: '@',
  write: (key) => {
    const written = writtenKey(key);
    return written === null ? null : `@${written}`;
  },
};

/**
 * The works in the document's scope, found by key, authors, year and title; then those in the user's own library. If
 * there are too many, only those that contain what was typed.
 */
export function suggestWorks(request: FeatureRequest, range: TextRange, style: KeyStyle): Suggestions {
  const { view, offset, library } = request;
  const typed = folded(
    view.text.slice({ from: range.from, to: offset }).slice(style.lead.length).replace(/[{}]/g, ''),
  );
  const lists = [
    ...Array.from(library.entryLists(view.path), (entries) => ({ entries, isFurther: false })),
    ...Array.from(library.furtherLists(view.path), (entries) => ({ entries, isFurther: true })),
  ];
  const taken = new TakenWorks(view.path, library, range, style);
  if (lists.reduce((sum, { entries }) => sum + entries.length, 0) <= MOST_SUGGESTIONS) {
    for (const { entries, isFurther } of lists) for (const entry of entries) taken.take(entry, isFurther);
    return { items: taken.items, isIncomplete: false };
  }
  for (const rank of ranks)
    for (const { entries, isFurther } of lists)
      for (const entry of WorkSearch.of(entries).found(typed, rank)) {
        if (taken.items.length >= MOST_SIFTED) return { items: taken.items, isIncomplete: true };
        taken.take(entry, isFurther);
      }
  return { items: taken.items, isIncomplete: true };
}

/** The suggested works, the first of each key. */
class TakenWorks {
  readonly items: Suggestion[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly library: Library,
    private readonly range: TextRange,
    private readonly style: KeyStyle,
  ) {}

  /** Adds a work unless its key was added, or an entry of the user's library if the document knows the key. */
  take(entry: BibliographyEntry, isFurther: boolean): void {
    const key = entry.key.text;
    if (this.seen.has(key) || (isFurther && this.library.entries(this.path, key).length > 0)) return;
    this.seen.add(key);
    const insert = this.style.write(key);
    if (insert !== null) this.items.push(this.suggestion(entry, insert, isFurther));
  }

  private suggestion(entry: BibliographyEntry, insert: string, isFurther: boolean): Suggestion {
    const key = entry.key.text;
    const { names, year, title } = entry.sketch();
    const who = names.length > 3 ? `${names[0]} et al.` : names.join(', ');
    const words = [
      who,
      year && `(${year})`,
      title && shortened(title, TITLE),
      isFurther && `· ${say('your library')}`,
    ];
    return {
      kind: 'work',
      label: key,
      detail: words.filter(Boolean).join(' '),
      insert,
      range: this.range,
      filter: `${this.style.lead}${key} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`,
      ...(isFurther ? { rank: 1, further: true } : {}),
    };
  }
}

/** The maximum number of matches in a large library; typing narrows them. */
const MOST_SIFTED = 200;
