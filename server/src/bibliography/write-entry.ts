/** Appends an entry to a bibliography of any format. */
import type { TextRange } from '../text/range.ts';
import { bibtexOf } from './write-bibtex.ts';
import { risOf } from './write-ris.ts';
import type { BibliographyEntry, BibliographyFile, BibliographyFormat, CslItem } from './model.ts';
import { wordTable } from '../text/word-table.ts';

/** A splice of a bibliography's text. */
export interface EntryEdit {
  readonly range: TextRange;
  readonly insert: string;
}

/** What must be known of a bibliography to append to it: format, entries, and the end of its text. */
export interface Shelf extends Pick<BibliographyFile, 'format' | 'entries'> {
  /** The length of its text in UTF-16 units. */
  readonly length: number;
  /** Whether its text is empty or ends with a line end. */
  readonly endsOpen: boolean;
}

/**
 * The edit that adds a work to a bibliography; null where the place cannot be determined. `work` is an entry
 * of another file, or an item that is in no file yet.
 */
export function addEntry(shelf: Shelf, work: BibliographyEntry | CslItem): EntryEdit | null {
  const text = writtenEntry(shelf.format, work);
  if (text === null) return null;
  const end = { from: shelf.length, to: shelf.length };
  const gap = shelf.length === 0 ? '' : shelf.endsOpen ? '\n' : '\n\n';
  const last = shelf.entries.at(-1);
  switch (shelf.format) {
    case 'bibtex':
    case 'ris':
      return { range: end, insert: `${gap}${text}` };
    case 'csl-json':
      if (last) return { range: { from: last.range.to, to: last.range.to }, insert: `,\n${text}` };
      return shelf.length === 0 ? { range: end, insert: `[\n${text}\n]\n` } : null;
    case 'csl-yaml':
      if (shelf.length === 0) return { range: end, insert: `references:\n${text}` };
      return last ? { range: end, insert: `${shelf.endsOpen ? '' : '\n'}${text}` } : null;
  }
}

/** A work in the syntax of a format; null where the entry cannot be read. */
export function writtenEntry(format: BibliographyFormat, work: BibliographyEntry | CslItem): string | null {
  const latex = 'key' in work && 'decode' in work ? asEntry(work).latex?.() : undefined;
  if (format === 'bibtex' && latex) return bibtexOf(latex.type, latex.id, latex.fields);
  const item = 'decode' in work ? asEntry(work).decode() : work;
  if (item === null) return null;
  switch (format) {
    case 'bibtex':
      return bibtexOf(...latexOf(item));
    case 'ris':
      return risOf(item);
    case 'csl-json':
      return indented(JSON.stringify(item, null, 2), '  ');
    case 'csl-yaml':
      // JSON is YAML: an item in braces is valid in a list.
      return `- ${JSON.stringify(item, null, 2).replaceAll('\n', '\n  ')}\n`;
  }
}

function asEntry(work: BibliographyEntry | CslItem): BibliographyEntry {
  return work as BibliographyEntry;
}

function indented(text: string, by: string): string {
  return by + text.replaceAll('\n', `\n${by}`);
}

const TYPES = wordTable<string>({
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  article: 'unpublished',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  webpage: 'online',
  'post-weblog': 'online',
  manuscript: 'unpublished',
});

/** A CSL item as BibTeX type, key and fields. */
function latexOf(item: CslItem): [type: string, key: string, fields: ReadonlyMap<string, string>] {
  const fields = new Map<string, string>();
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') fields.set(name, escaped(String(value)));
  };
  const people = (name: string, names: CslItem['author']) => {
    const written = (names ?? []).map(({ literal, family = '', given, suffix, ...particles }) => {
      if (literal !== undefined) return `{${escaped(literal)}}`;
      const particle = particles['non-dropping-particle'] ?? particles['dropping-particle'];
      return [[particle, family].filter(Boolean).join(' '), suffix, given].filter(Boolean).map(String).map(escaped).join(', '); // prettier-ignore
    });
    if (written.length > 0) fields.set(name, written.join(' and '));
  };
  const inBook =
    item.type === 'chapter' || item.type === 'paper-conference' || item.type === 'entry-encyclopedia';
  people('author', item.author);
  people('editor', item.editor);
  people('translator', item.translator);
  add('title', item.title);
  add(inBook ? 'booktitle' : 'journal', item['container-title']);
  const [from, to] = item.issued?.['date-parts'] ?? [];
  const day = (parts: readonly (number | string)[] = []) =>
    parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  if (from) add(from.length > 1 || to ? 'date' : 'year', to ? `${day(from)}/${day(to)}` : day(from));
  else add('year', item.issued?.literal ?? item.issued?.raw);
  add('volume', item.volume);
  add('number', item.issue);
  add('pages', item.page?.replace(/[-–]+/, '--'));
  add('publisher', item.publisher);
  add('address', item['publisher-place']);
  add('doi', item.DOI);
  add('url', item.URL);
  return [TYPES[item.type] ?? 'misc', item.id, fields];
}

/** Escapes characters that are special in LaTeX. */
function escaped(words: string): string {
  return words
    .replaceAll('\\', '\\textbackslash ')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/[{}]/g, '');
}
