import { bibtexPlaceAt } from '../../bibliography/bibtex-place.ts';
import { ENTRY_TYPES, FIELDS } from '../../bibliography/bibtex-terms.ts';
import { jsonPlaceAt } from '../../bibliography/json-place.ts';
import { escapeLine } from '../../text/markdown-escape.ts';
import type { TextRange } from '../../text/range.ts';
import { yamlPlaceAt } from '../../yaml/place-at.ts';
import type { DataKind, DataRequest } from '../data/request.ts';
import { schemaOf, schemasAt, type Schema } from '../data/schema.ts';
import type { FeatureRequest } from '../request.ts';
import type { Hover } from './model.ts';
import { say } from '../../words/say.ts';

type Asked = FeatureRequest & Partial<Pick<DataRequest, 'rules'>>;

/**
 * The meaning of the word at the request's offset in a kind of data file, from the schema; null where it has none.
 */
export function schemaCard(kind: DataKind | 'front-matter', request: Asked, within: TextRange): Hover | null {
  if (kind === 'bibtex') return bibtexCard(request);
  const word = wordAt(request);
  if (!word) return null;
  const place = kind === 'csl-json' ? jsonPath(request, word) : yamlPath(request, word, within);
  const schema = place && schemaOf(kind, request.rules ?? []);
  if (!schema) return null;
  const { text } = request.view;
  const name = text.slice(word);
  const isKey = /^["']?[ \t]*:(?:\s|$)/.test(text.text.slice(word.to, word.to + 40));
  for (const each of schemasAt(schema, place))
    if (isKey) {
      const meant = each.properties && Object.hasOwn(each.properties, name) ? each.properties[name] : null;
      if (meant) return { range: word, markdown: described(name, meant, request) };
    } else {
      const at = each.enum?.indexOf(name) ?? -1;
      const meaning = at >= 0 ? each.enumDescriptions?.[at] : undefined;
      if (meaning) return { range: word, markdown: `**${escapeLine(name)}**: ${say(meaning)}` };
    }
  return null;
}

/** A key with the schema's description, which is our own text; for a rule, what it reports. */
function described(name: string, { title, description }: Schema, { rules }: Asked): string {
  const rule = rules?.find(({ code }) => code === name);
  const head = `**${escapeLine(name)}**${title && title.toLowerCase() !== name ? `: ${say(title)}` : ''}`;
  const meaning = rule?.what ?? description;
  return meaning ? `${head}\n\n${say(meaning)}` : head;
}

function wordAt({ view, offset }: Asked): TextRange | null {
  const { text } = view.text;
  let [from, to] = [offset, offset];
  while (from > 0 && /[\p{L}\p{N}_-]/u.test(text[from - 1]!)) from--;
  while (to < text.length && /[\p{L}\p{N}_-]/u.test(text[to]!)) to++;
  return from < to ? { from, to } : null;
}

function yamlPath({ view }: Asked, word: TextRange, within: TextRange): readonly string[] | null {
  const place = yamlPlaceAt(view.text.text, word.to, within);
  return place?.range.from === word.from ? place.path : null;
}

function jsonPath({ view }: Asked, word: TextRange): readonly string[] | null {
  const place = jsonPlaceAt(view.text.text, word.to);
  if (place?.range.from !== word.from) return null;
  const item = place.within === '' ? ['[]'] : ['[]', place.within, '[]'];
  return place.at === 'value' ? [...item, place.key] : item;
}

function bibtexCard(request: Asked): Hover | null {
  const word = wordAt(request);
  const { text } = request.view.text;
  const place = word && bibtexPlaceAt(text, word.to);
  if (place?.range.from !== word?.from || !word || !place) return null;
  const name = text.slice(word.from, word.to).toLowerCase();
  const meaning =
    place.at === 'type'
      ? ENTRY_TYPES.find(([type]) => type === name)?.[1]
      : place.at === 'field'
        ? FIELDS[name]
        : undefined;
  return meaning ? { range: word, markdown: `**${escapeLine(name)}**: ${say(meaning)}` } : null;
}
