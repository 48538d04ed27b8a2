import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import { knownBy } from './known-by.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';
import { shortened } from '../../text/shortened.ts';

/** How many UTF-16 units of a title are shown next to a citekey. */
const TITLE = 70;

/** How a key is inserted: the part of the range before it, and its syntax. */
export interface KeyStyle {
  readonly lead: string;
  readonly write: (key: string) => string;
}

/** `@key`, or `@{odd key}`. */
export const withSign: KeyStyle = {
  lead: '@',
  write: (key) => (isPlainKey(key) ? `@${key}` : `@{${key}}`),
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
  const list = new WorkList(range, style, typed);
  for (const { entry } of library.allEntries(view.path)) list.add(entry, false);
  for (const { entry } of library.furtherEntries(view.path)) list.add(entry, true);
  return list.isShort() ? { items: list.items, isIncomplete: false } : list.sifted();
}

class WorkList {
  readonly items: Suggestion[] = [];
  private readonly seen = new Set<string>();
  private readonly entries: (readonly [BibliographyEntry, boolean])[] = [];

  constructor(
    private readonly range: TextRange,
    private readonly style: KeyStyle,
    private readonly typed: string,
  ) {}

  /** Adds an entry, the first of its key. */
  add(entry: BibliographyEntry, isFurther: boolean): void {
    const key = entry.key.text;
    if (!this.seen.has(key)) {
      this.seen.add(key);
      this.entries.push([entry, isFurther]);
    }
  }

  /** Whether all entries fit; then they are in `items`. */
  isShort(): boolean {
    if (this.entries.length > MOST_SUGGESTIONS) return false;
    for (const [entry, isFurther] of this.entries) this.items.push(this.suggestion(entry, isFurther));
    return true;
  }

  /** The entries that contain what was typed, those whose key begins with it first. */
  sifted(): Suggestions {
    const { typed } = this;
    const ranks: (readonly [BibliographyEntry, boolean])[][] = [[], [], []];
    for (const each of this.entries) {
      const key = folded(each[0].key.text);
      if (typed === '' || key.startsWith(typed)) ranks[0]!.push(each);
      else if (key.includes(typed)) ranks[1]!.push(each);
      else if (knownBy(each[0]).includes(typed)) ranks[2]!.push(each);
      if (ranks[0]!.length >= MOST_SIFTED) break;
    }
    const chosen = ranks.flat().slice(0, MOST_SIFTED);
    return {
      items: chosen.map(([entry, isFurther]) => this.suggestion(entry, isFurther)),
      isIncomplete: true,
    };
  }

  private suggestion(entry: BibliographyEntry, isFurther: boolean): Suggestion {
    const key = entry.key.text;
    const { names, year, title } = entry.sketch();
    const who = names.length > 3 ? `${names[0]} et al.` : names.join(', ');
    const words = [who, year && `(${year})`, title && shortened(title, TITLE), isFurther && '· your library'];
    return {
      kind: 'work',
      label: key,
      detail: words.filter(Boolean).join(' '),
      insert: this.style.write(key),
      range: this.range,
      filter: `${this.style.lead}${key} ${names.join(' ')} ${year ?? ''} ${title ?? ''}`,
      ...(isFurther ? { rank: 1, further: true } : {}),
    };
  }
}

/** The maximum number of matches in a large library; typing narrows them. */
const MOST_SIFTED = 200;

/** What Pandoc reads as a key without braces. */
function isPlainKey(key: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key);
}
