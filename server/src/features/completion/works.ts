import type { BibliographyEntry } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import { knownBy } from './known-by.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';
import { shortened } from '../../text/shortened.ts';

/** How many characters of a title are worth showing beside a citekey. */
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

/**
 * The works that the document may cite, found by key, authors, year and title; after them those of the person's own
 * library. Of more than can be given those are, whose key, names, year or title hold what is typed.
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

  /** Takes an entry in, the first of its key. */
  add(entry: BibliographyEntry, isFurther: boolean): void {
    const key = entry.key.text;
    if (!this.seen.has(key)) {
      this.seen.add(key);
      this.entries.push([entry, isFurther]);
    }
  }

  /** Whether all can be given; then they are in `items`. */
  isShort(): boolean {
    if (this.entries.length > MOST_SUGGESTIONS) return false;
    for (const [entry, isFurther] of this.entries) this.items.push(this.suggestion(entry, isFurther));
    return true;
  }

  /** Those that hold what is typed, those first whose key begins with it. */
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

/** Of a great library so many are given for what is typed: the next keystroke brings others. */
const MOST_SIFTED = 200;

/** What Pandoc reads as a key without braces around it. */
function isPlainKey(key: string): boolean {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(key);
}
