import { jsonPlaceAt } from '../../bibliography/json-place.ts';
import { cslItemSchema } from '../../bibliography/csl-schema.ts';
import { schemasAt, type Schema } from '../data/schema.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { say } from '../../words/say.ts';

/** Completions in CSL-JSON: fields, parts of names and dates, types. */
export function suggestCslJson({ view, offset }: FeatureRequest): Suggestions | null {
  const { text } = view.text;
  const place = jsonPlaceAt(text, offset);
  if (!place) return null;
  const item = cslItemSchema() as Schema;
  const path = place.within === '' ? [] : [place.within];
  const here = schemasAt(item, path).flatMap((schema) =>
    schema.items ? schemasAt(schema, ['[]']) : [schema],
  );
  const isClosed = text[offset] === '"';
  const made = (label: string, detail: string, rank: number, kind: Suggestion['kind'], end: string) => ({
    kind,
    label,
    detail,
    insert: isClosed ? label : `${label}${end}`,
    range: place.range,
    filter: label,
    rank,
  });
  if (place.at === 'key') {
    const fields = here.flatMap(({ properties }) => Object.entries(properties ?? {}));
    const items = fields
      .filter(([name]) => !place.present.has(name))
      .map(([name, { title, description }], rank) =>
        made(name, say(description ?? title ?? ''), rank, 'attribute', '": '),
      );
    return items.length > 0 ? { items, isIncomplete: false } : null;
  }
  const words = here.flatMap(({ properties }) => properties?.[place.key]?.enum ?? []);
  const items = words.map((word, rank) => made(String(word), '', rank, 'value', '"'));
  return items.length > 0 ? { items, isIncomplete: false } : null;
}
