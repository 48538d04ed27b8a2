import type { TextRange } from '../../text/range.ts';
import { PROPERTY_OPTIONS } from '../../workspace/project-properties.ts';
import { yamlPlaceAt, yamlWord, type YamlPlace } from '../../yaml/place-at.ts';
import { schemaOf, schemasAt, type Schema } from '../data/schema.ts';
import type { DataKind, DataRequest } from '../data/request.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { suggestYamlValues } from './yaml-values.ts';
import { say } from '../../words/say.ts';

/**
 * Completions in YAML: keys of the schema that are not present, and values, also from the workspace. Null where
 * nothing of ours is possible.
 */
export function suggestYaml(
  kind: Exclude<DataKind, 'bibtex' | 'ris'> | 'front-matter',
  request: FeatureRequest & Partial<Pick<DataRequest, 'rules' | 'schemaElsewhere'>>,
  within: TextRange,
): Suggestions | null {
  const { text } = request.view.text;
  const found = yamlPlaceAt(text, request.offset, within);
  const range = found && replacedAt(found, text, within.to);
  if (!range) return null;
  const place = { ...found, range };
  const schema = schemaOf(kind, request.rules ?? []);
  if (!schema) return null;
  const here = schemasAt(schema, place.path);
  const values = place.at === 'key' ? null : suggestYamlValues(kind, request, place);
  if (values ?? request.schemaElsewhere) return values;
  const items = [
    ...(place.at === 'value' ? [] : keysOf(here, place, presentBeside(place, text, within), text)),
    ...(place.at === 'key' ? [] : wordsOf(here, place).filter(({ label }) => agrees(label, place, text))),
  ];
  return items.length > 0 ? { items, isIncomplete: false } : null;
}

/** The keys that are present in the mapping. */
function presentBeside(
  { path, beside, range, inFlow }: YamlPlace,
  text: string,
  { from, to }: TextRange,
): Set<string> {
  const present = new Set(beside.keys());
  if (inFlow) {
    const rest = /^[^{}\n]*/.exec(text.slice(range.to, Math.min(to, range.to + 500)))![0];
    for (const [, key] of rest.matchAll(/["']?([\p{L}\p{N}_-]+)["']?[ \t]*:[ \t]/gu)) present.add(key!);
  }
  if (path.length === 0)
    for (const [, key] of text.slice(from, to).matchAll(/^["']?([^\s#:"'-][^:\n"']*?)["']?[ \t]*:(?=\s|$)/gm))
      present.add(key!);
  return present;
}

function keysOf(
  here: readonly Schema[],
  place: YamlPlace,
  present: ReadonlySet<string>,
  text: string,
): Suggestion[] {
  const known = new Map(here.flatMap(({ properties }) => Object.entries(properties ?? {})));
  const behind = /^["']?[ \t]*:/.test(text.slice(place.range.to, place.range.to + 80));
  return [...known]
    .filter(([key]) => !present.has(key) && hasUse(key, place))
    .map(([key, { title, description }], rank) => ({
      kind: 'attribute',
      label: key,
      detail: inShort(say(title ?? ''), say(description ?? '')),
      insert: behind || place.quote ? key : `${key}: `,
      range: place.range,
      filter: key,
      rank,
      ...(behind ? {} : { again: true }),
    }));
}

/** Whether an option of a property makes sense for its type. */
function hasUse(key: string, { path, beside }: YamlPlace): boolean {
  if (path.length !== 2 || path[0] !== 'properties' || key === 'type') return true;
  const types: readonly string[] = PROPERTY_OPTIONS[key] ?? [];
  return types.includes(beside.get('type') ?? '') && (key !== 'contrary' || beside.get('many') === 'true');
}

/** Whether a type agrees with the options that the property already has. */
function agrees(type: string, { path, beside, range }: YamlPlace, text: string): boolean {
  if (path.length !== 3 || path[0] !== 'properties' || path[2] !== 'type') return true;
  const behind = /^[^{}\n]*/.exec(text.slice(range.to, range.to + 300))![0];
  return Object.entries(PROPERTY_OPTIONS).every(
    ([option, types]) =>
      (types as readonly string[]).includes(type) ||
      !(beside.has(option) || new RegExp(`[,\\s]${option}[ \\t]*:`).test(behind)),
  );
}

function wordsOf(here: readonly Schema[], place: YamlPlace): Suggestion[] {
  return here.flatMap(({ enum: words, enumDescriptions, type }) =>
    (words ?? (type === 'boolean' ? ['true', 'false'] : [])).map((word, rank): Suggestion => ({
      kind: 'value',
      label: String(word),
      detail: say(enumDescriptions?.[rank] ?? ''),
      // `true` and `false` are meant as booleans.
      insert: typeof word === 'string' && type === 'boolean' ? word : yamlWord(String(word), place),
      range: place.range,
      filter: String(word),
      rank,
    })),
  );
}

/** The first sentence of a description as plain words; the title where it has none, or one that only leads on to what follows. */
function inShort(title: string, description: string): string {
  const sentence = /^.*?(?:[.:](?=\s|$)|[。：])/su.exec(description)?.[0] ?? description;
  return (title !== '' && (sentence === '' || /[:：]$/.test(sentence)) ? title : sentence).replaceAll(
    '`',
    '',
  );
}

/**
 * The range that a completion replaces: what was typed, with the rest of the word after the cursor. Null where the
 * text after it would be broken.
 */
function replacedAt({ at, range, quote, inFlow }: YamlPlace, text: string, end: number): TextRange | null {
  const newline = text.indexOf('\n', range.to);
  const line = text.slice(range.to, newline < 0 ? end : Math.min(newline, end));
  const key = /^[\p{L}\p{N}_.-]*(?=["']?[ \t]*:(?:[ \t]|$))/u.exec(line);
  // Directly before an existing key there is nothing to complete.
  if (at !== 'value' && key)
    return range.from === range.to ? null : { from: range.from, to: range.to + key[0].length };
  if (quote) {
    const close = line.indexOf(quote);
    return { from: range.from, to: range.to + (close < 0 ? 0 : close) };
  }
  const tail = (inFlow ? /^[^\s,[\]{}"'#]*/ : /^[^\s"'#[{]*/).exec(line)![0];
  const rest = line.slice(tail.length);
  if (!(inFlow ? /^[ \t]*(?:[,\]}]|$)/ : /^[ \t]*(?:#|$)/).test(rest)) return null;
  const isKey = at === 'key' || (at === 'word' && !inFlow);
  if (isKey && !inFlow && hasInner(text, range.from, end, newline)) return null;
  return { from: range.from, to: range.to + tail.length };
}

/** Whether the lines after it would become children of a key inserted here. */
function hasInner(text: string, from: number, end: number, newline: number): boolean {
  if (newline < 0) return false;
  const column = from - text.lastIndexOf('\n', from - 1) - 1;
  const next = /^(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)(\S?)/.exec(
    text.slice(newline + 1, Math.min(end, newline + 2000)),
  );
  if (!next?.[2]) return false;
  const indent = next[1]!.length;
  return indent > column || (indent === column && next[2] === '-');
}
