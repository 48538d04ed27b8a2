/**
 * Validation of opened digests. They may come from a cache that another program wrote, with valid checksums,
 * so everything is checked before any of it is used.
 */
import { holdsRegistrations } from '../store/claims/packed-registrations.ts';
import { findingsOf, type OpenedDigest } from './digest.ts';
import { wordTable } from '../text/word-table.ts';

/** Throws a TypeError where lengths are inconsistent, or plain data has another shape than expected. */
export function checkDigest({
  source,
  summary,
  sought,
  references,
  claims,
  findings,
  shape,
  names,
}: OpenedDigest): void {
  const { bytes, starts } = claims.claims;
  const count = starts.length - 1;
  let last = 0;
  for (const start of starts) {
    if (start < last) throw new TypeError('Its claims do not follow each other.');
    last = start;
  }
  if (count < 0 || starts[0] !== 0 || last !== bytes.length)
    throw new TypeError('Its claims are not where they should be.');
  if (!holdsRegistrations(claims.registrations, count))
    throw new TypeError('Its claims and what they say are not as many.');
  if (sought.length % 2 !== 0) throw new TypeError('The names that it seeks are cut off.');
  if (findings.length > 0 && !list(object({ code: text, range, message: text }))(findingsOf(findings)))
    throw new TypeError('Its findings are none.');
  const isGood =
    textOrNull(source) &&
    isObject(summary.short) &&
    Object.entries(SHORT).every(([name, has]) => {
      const value = (summary.short as Record<string, unknown>)[name];
      return value === undefined || has(value);
    }) &&
    list(object({ id: token, range }))(references) &&
    nullOr(object({ length: number, opaque: list(range), notes: nullOr(list(range)) }))(shape) &&
    (source === null || shape !== null) &&
    nullOr(
      object({
        by: text,
        found: list(object({ mention: object({ range, ids: list(text) }), cited: list(text) })),
      }),
    )(names);
  if (!isGood) throw new TypeError('It says something that no document says.');
}

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number';
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const textOrNull = nullOr(text);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const object =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, check]) => check(value[name]));
const range = object({ from: number, to: number });
const token = object({ text, range });
const name = object({ family: text, given: textOrNull });
const reference = object({ range, key: text, names: list(name), editors: list(name), year: textOrNull });
const locator = nullOr(object({ label: text, value: text, range }));

/** The shape of the plain data in a summary. Absent and empty values are left out. */
const SHORT = wordTable<Check>({
  title: text,
  lang: text,
  csl: token,
  source: token,
  bibliography: list(token),
  references: list(token),
  inclusions: list(token),
  built: list(text),
  labels: list(text),
  crossReferences: list(text),
  suppressions: list(object({ kind: text, rules: list(token), reason: textOrNull, range })),
  danglingCitations: list(
    object({
      range,
      number: textOrNull,
      names: list(name),
      year: textOrNull,
      yearSuffix: text,
      near: list(reference),
    }),
  ),
  datedCitations: list(object({ range, names: list(name), year: textOrNull, yearSuffix: text, locator })),
  listedCitations: object({
    found: number,
    possible: number,
    impossible: number,
    unchecked: number,
    unsure: number,
  }),
  danglingShortTitles: list(
    object({
      range,
      families: list(text),
      noteLabel: textOrNull,
      shifted: nullOr(object({ label: text, labelRange: range })),
    }),
  ),
  noteAuthors: list(text),
  quotations: list(
    object({
      kind: text,
      range,
      contentRange: range,
      words: text,
      works: list(token),
      printed: nullOr(object({ words: text, from: nullOr(number), locator })),
      locator,
      room: nullOr(object({ at: number, before: text, after: text })),
    }),
  ),
});
