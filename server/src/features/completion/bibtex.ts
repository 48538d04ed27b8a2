import { bibtexPlaceAt, type BibtexPlace } from '../../bibliography/bibtex-place.ts';
import { ENTRY_TYPES, FIELDS, MONTHS, NAMING_FIELDS } from '../../bibliography/bibtex-terms.ts';
import type { BibliographyEntry, BibliographyFile } from '../../bibliography/model.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { say } from '../../words/say.ts';

/** The maximum number of entries offered as parents; typing narrows them. */
const MOST_PARENTS = 200;

/** Completions in a BibTeX file; null in plain text. */
export function suggestBibtex(request: FeatureRequest): Suggestions | null {
  const { text } = request.view.text;
  const place = bibtexPlaceAt(text, request.offset);
  switch (place?.at) {
    case 'type':
      return all(types(place.range, text, request));
    case 'field':
      return all(fields(place, text));
    case 'value':
      return values(place, request);
    case undefined:
      return null;
  }
}

function types(range: Suggestion['range'], text: string, { view, library }: FeatureRequest): Suggestion[] {
  const isBegun = /^[ \t]*[{(]/.test(text.slice(range.to, range.to + 20));
  const file = library.bibliography(view.path);
  const known = file ? keysOf(file.content) : new Map<string, BibliographyEntry>();
  let key = 'newkey';
  for (let n = 2; known.has(key); n++) key = `newkey${n}`;
  return ENTRY_TYPES.map(([type, detail, wanted], rank) => {
    const lines = (body: (field: string, index: number) => string) =>
      wanted.map((field, index) => `  ${field} = {${body(field, index)}},\n`).join('');
    return {
      kind: 'class',
      label: type,
      detail: say(detail),
      insert: isBegun ? type : `${type}{${key},\n${lines(() => '')}}`,
      ...(isBegun
        ? {}
        : { snippet: `${type}{\${1:${key}},\n${lines((_field, index) => `$${index + 2}`)}}$0` }),
      range,
      filter: type,
      rank,
    };
  });
}

function fields({ range, type, present }: Extract<BibtexPlace, { at: 'field' }>, text: string): Suggestion[] {
  const wanted = ENTRY_TYPES.find(([name]) => name === type)?.[2] ?? [];
  const isFollowed = /^[ \t]*=/.test(text.slice(range.to, range.to + 20));
  return Object.entries(FIELDS)
    .filter(([name]) => !present.has(name))
    .map(([name, detail]) => ({
      kind: 'attribute',
      label: name,
      detail: say(detail),
      insert: isFollowed ? name : `${name} = {},`,
      ...(isFollowed ? {} : { snippet: name === 'month' ? `${name} = $1,$0` : `${name} = {$1},$0` }),
      range,
      filter: name,
      rank: wanted.includes(name) ? wanted.indexOf(name) : 50,
    }));
}

function values(place: Extract<BibtexPlace, { at: 'value' }>, request: FeatureRequest): Suggestions | null {
  const { field, enclosed, range, key } = place;
  if (field === 'month' && !enclosed) return all(MONTHS.map((label, rank) => word(label, '', range, rank)));
  if (!NAMING_FIELDS.has(field) || !enclosed) return null;
  const { view, library } = request;
  const file = library.bibliography(view.path);
  if (!file) return null;
  const typed = view.text.slice(range).toLowerCase();
  const parents: Suggestion[] = [];
  const known = keysOf(file.content);
  for (const [name, entry] of known) {
    if (!name.toLowerCase().includes(typed) || leadsTo(entry, key, known)) continue;
    const { names, year, title } = entry.sketch();
    parents.push(word(name, [names.join(', '), year && `(${year})`, title].filter(Boolean).join(' '), range));
    if (parents.length >= MOST_PARENTS) return { items: parents, isIncomplete: true };
  }
  return { items: parents, isIncomplete: false };
}

/** Built once for each parsed file. */
const KEYS = new WeakMap<BibliographyFile, ReadonlyMap<string, BibliographyEntry>>();

function keysOf(file: BibliographyFile): ReadonlyMap<string, BibliographyEntry> {
  let keys = KEYS.get(file);
  if (!keys) {
    keys = new Map(file.entries.map((entry) => [entry.key.text, entry]));
    KEYS.set(file, keys);
  }
  return keys;
}

/** Whether an entry is the one with `key`, or inherits from it through others. */
function leadsTo(
  from: BibliographyEntry,
  key: string,
  known: ReadonlyMap<string, BibliographyEntry>,
): boolean {
  let entry: BibliographyEntry | undefined = from;
  for (let steps = 0; entry && steps < 20; steps++) {
    if (entry.key.text === key) return true;
    const fields: ReadonlyMap<string, string> | undefined = entry.latex?.()?.fields;
    const parent: string | undefined = fields?.get('crossref') ?? fields?.get('xdata');
    entry = parent === undefined ? undefined : known.get(parent.trim());
  }
  return false;
}

function word(label: string, detail: string, range: Suggestion['range'], rank = 0): Suggestion {
  return { kind: 'value', label, detail, insert: label, range, filter: label, rank };
}

function all(items: readonly Suggestion[]): Suggestions {
  return { items, isIncomplete: false };
}
