import type { TextRange } from '../../text/range.ts';
import { PROPERTY_OPTIONS } from '../../workspace/project-properties.ts';
import { yamlPlaceAt, yamlWord, type YamlPlace } from '../../yaml/place-at.ts';
import { schemaOf, schemasAt, type Schema } from '../data/schema.ts';
import type { DataKind, DataRequest } from '../data/request.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { suggestYamlValues } from './yaml-values.ts';

/**
 * What may stand at the cursor in YAML of ours: keys of the schema that are not there yet, and values, those that only
 * the workspace can tell among them. Null where that is no business of ours.
 */
export function suggestYaml(
  kind: Exclude<DataKind, 'bibtex' | 'ris'> | 'front-matter',
  request: FeatureRequest & Partial<Pick<DataRequest, 'rules' | 'schemaElsewhere'>>,
  within: TextRange,
): Suggestions | null {
  const { text } = request.view.text;
  const place = yamlPlaceAt(text, request.offset, within);
  const schema = place && schemaOf(kind, request.rules ?? []);
  if (!schema) return null;
  const here = schemasAt(schema, place.path);
  const values = place.at === 'key' ? null : suggestYamlValues(kind, request, place);
  if (values ?? request.schemaElsewhere) return values;
  const items = [
    ...(place.at === 'value' ? [] : keysOf(here, place, presentBeside(place, text, within), text)),
    ...(place.at === 'key' ? [] : wordsOf(here, place)),
  ];
  return items.length > 0 ? { items, isIncomplete: false } : null;
}

/** The keys of the mapping that are there already. */
function presentBeside({ path, beside }: YamlPlace, text: string, { from, to }: TextRange): Set<string> {
  const present = new Set(beside.keys());
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
  const behind = /^[\p{L}\p{N}_-]*["']?[ \t]*:/u.test(text.slice(place.range.to, place.range.to + 80));
  return [...known]
    .filter(([key]) => !present.has(key) && hasUse(key, place))
    .map(([key, { title, description }], rank) => ({
      kind: 'attribute',
      label: key,
      detail: firstSentence(description ?? title ?? ''),
      insert: behind || place.quote ? key : `${key}: `,
      range: place.range,
      filter: key,
      rank,
      ...(behind ? {} : { again: true }),
    }));
}

/** Options of a property have a use for some of its types only. */
function hasUse(key: string, { path, beside }: YamlPlace): boolean {
  if (path.length !== 2 || path[0] !== 'properties' || key === 'type') return true;
  const types: readonly string[] = PROPERTY_OPTIONS[key] ?? [];
  return types.includes(beside.get('type') ?? '') && (key !== 'contrary' || beside.get('many') === 'true');
}

function wordsOf(here: readonly Schema[], place: YamlPlace): Suggestion[] {
  return here.flatMap(({ enum: words, enumDescriptions, type }) =>
    (words ?? (type === 'boolean' ? ['true', 'false'] : [])).map((word, rank): Suggestion => ({
      kind: 'value',
      label: String(word),
      detail: enumDescriptions?.[rank] ?? '',
      // `true` and `false` are meant as such.
      insert: typeof word === 'string' && type === 'boolean' ? word : yamlWord(String(word), place),
      range: place.range,
      filter: String(word),
      rank,
    })),
  );
}

/** What a key means, in as many words as a line holds. */
function firstSentence(words: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(words)?.[0] ?? words;
}
