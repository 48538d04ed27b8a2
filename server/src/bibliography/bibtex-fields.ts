/**
 * The fields of a scanned BibTeX entry, as LaTeX: `@string` abbreviations expanded, `#` concatenated, and
 * fields inherited from `crossref` and `xdata` parents. Pandoc’s `bibItem`, `expandString` and
 * `resolveCrossRefs` (Text.Pandoc.Citeproc.BibTeX).
 */
import type { ScannedEntry, ScannedString } from './bibtex-scanner.ts';
import { BibtexWalker, skipBlank } from './bibtex-walker.ts';
import type { Escapes } from './bibtex-walker.ts';

/** Lower-case field name → LaTeX without its outer delimiters. */
export type BibtexFields = ReadonlyMap<string, string>;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DEPTH = 8;
/** A bound on nested abbreviations, whose expansion could otherwise grow exponentially. */
const MOST_ABBREVIATIONS = 200;

/** Fields that are never inherited (biblatex manual, appendix B). */
const NOT_INHERITED = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shortauthor shorthand shorthandintro sortkey sortname sorttitle keywords file'.split(
    ' ',
  ),
);
const TITLES = ['title', 'subtitle', 'titleaddon'] as const;
const IN_BOOK = new Set(
  'inbook incollection inproceedings conference inreference suppbook suppcollection bookinbook'.split(' '),
);

/** Reads the fields of the entries of one file. */
export class BibtexFieldReader {
  private readonly strings = new Map<string, ScannedString>();
  private abbreviations = 0;
  private readonly byKey = new Map<string, ScannedEntry>();

  constructor(
    private readonly text: string,
    entries: readonly ScannedEntry[],
    strings: readonly ScannedString[],
  ) {
    for (const defined of strings) this.strings.set(defined.name, defined);
    for (const entry of entries) {
      if (!this.byKey.has(entry.key.text)) this.byKey.set(entry.key.text, entry);
      const folded = entry.key.text.toLowerCase();
      if (!this.byKey.has(folded)) this.byKey.set(folded, entry);
    }
  }

  /** All fields, with inherited ones. For a broken entry, those before the fault. */
  read(entry: ScannedEntry): BibtexFields {
    return this.readInto(entry, new Set([entry]));
  }

  private readInto(entry: ScannedEntry, seen: Set<ScannedEntry>): BibtexFields {
    const fields = this.ownFields(entry);
    const parents = fields.get('xdata')?.split(',') ?? [];
    for (const parent of parents) {
      const from = this.parent(parent, seen);
      if (!from) continue;
      for (const [name, value] of this.readInto(from, seen)) if (!fields.has(name)) fields.set(name, value);
    }
    const crossref = fields.get('crossref');
    const from = crossref === undefined ? undefined : this.parent(crossref, seen);
    if (from) inherit(fields, entry.type, this.readInto(from, seen), from.type);
    return fields;
  }

  private parent(key: string, seen: Set<ScannedEntry>): ScannedEntry | undefined {
    const parent = this.byKey.get(key.trim()) ?? this.byKey.get(key.trim().toLowerCase());
    if (!parent || seen.has(parent) || seen.size > DEPTH) return undefined;
    seen.add(parent);
    return parent;
  }

  private ownFields(entry: ScannedEntry): Map<string, string> {
    const fields = new Map<string, string>();
    new BibtexWalker(this.text, entry.escapes).fields(
      entry.body,
      entry.closer,
      (nameFrom, nameTo, valueFrom, valueTo) => {
        const name = this.text.slice(nameFrom, nameTo).toLowerCase();
        // Of a duplicate field BibTeX takes the first.
        if (fields.has(name)) return;
        this.abbreviations = 0;
        fields.set(name, this.value(valueFrom, valueTo, entry.escapes, 0));
      },
    );
    return fields;
  }

  private value(from: number, to: number, escapes: Escapes, depth: number): string {
    const walker = new BibtexWalker(this.text, escapes);
    let value = '';
    for (let at = from; at < to;) {
      const letter = this.text[at];
      let end = letter === '{' ? walker.braced(at) : letter === '"' ? walker.quoted(at) : -1;
      if (end > 0) value += this.text.slice(at + 1, end - 1);
      else {
        end = at;
        while (end < to && !/[\s#%]/.test(this.text[end]!)) end++;
        value += this.abbreviation(this.text.slice(at, end), depth);
      }
      at = skipBlank(this.text, end);
      if (this.text[at] !== '#') break;
      at = skipBlank(this.text, at + 1);
    }
    return value;
  }

  private abbreviation(word: string, depth: number): string {
    const name = word.toLowerCase();
    const defined = this.strings.get(name);
    if (defined && depth < DEPTH && this.abbreviations++ < MOST_ABBREVIATIONS)
      return this.value(defined.from, defined.to, 'escapes', depth + 1);
    const month = MONTHS.indexOf(name);
    return month < 0 ? word : String(month + 1);
  }
}

/**
 * Fills in the fields that `child` lacks from the parent in its `crossref`. Titles follow biblatex's rules
 * (Pandoc’s `getXrefFields` and `transformKey`).
 */
function inherit(
  child: Map<string, string>,
  childType: string,
  parent: BibtexFields,
  parentType: string,
): void {
  const give = (name: string, from: string): void => {
    const value = parent.get(from);
    if (value !== undefined && !child.has(name)) child.set(name, value);
  };
  const whole = parentType.startsWith('mv') ? 'main' : childType === 'article' ? 'journal' : 'book';
  const renames = IN_BOOK.has(childType) || whole !== 'book';
  for (const name of TITLES) if (renames) give(whole + name, name);
  if (childType === 'inbook' || childType === 'bookinbook') give('bookauthor', 'author');
  for (const name of parent.keys()) {
    if (NOT_INHERITED.has(name)) continue;
    const isTitle = (TITLES as readonly string[]).includes(name) || name === 'shorttitle';
    if (isTitle && renames) continue;
    // The parts of a date are inherited together, so that the child's year is not joined to the parent's
    // month.
    if (
      (name === 'year' || name === 'month' || name === 'date') &&
      (child.has('date') || child.has('year'))
    ) {
      if (
        name !== 'month' ||
        child.has('date') ||
        !child.has('year') ||
        parent.get('year') !== child.get('year')
      )
        continue;
    }
    give(name, name);
  }
}
