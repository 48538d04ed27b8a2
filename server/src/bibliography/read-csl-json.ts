import { deferred, say } from '../words/say.ts';
import type { ReadingProblem } from '../facts/model.ts';
import { CslEntry } from './csl-entry.ts';
import { cslItemOf } from './csl-item.ts';
import { cslJsonRefusals, type ItemAt } from './csl-json-refusals.ts';
import { scanObject } from './json-scanner.ts';
import type { JsonFault, ScannedObject } from './json-scanner.ts';
import type { BibliographyEntry, BibliographyFile } from './model.ts';

/**
 * Reads CSL-JSON: a list of items, bare or under a key such as `items` or `references`. A broken item affects
 * only itself: reading resumes at the next object with an `id`.
 */
export function readCslJson(text: string): BibliographyFile {
  const entries: BibliographyEntry[] = [];
  const problems: ReadingProblem[] = [];
  const items: ItemAt[] = [];
  let lastEnd = -1;
  for (let at = text.indexOf('{'); at >= 0;) {
    const found = scanObject(text, at);
    if (found.fault) {
      const isWrapper = found.id === null && !found.isItem;
      if (!isWrapper) {
        const next = nextItem(text, at + 1);
        const range = { from: at, to: trimmedEnd(text, at, next < 0 ? text.length : next) };
        if (found.id) entries.push(new CslEntry(found.id, range, 'document', () => null));
        problems.push({ range: headOf(text, at, found), message: faultMessage(text, at, found) });
        at = next;
        lastEnd = -1;
        continue;
      }
      at = text.indexOf('{', at + 1);
    } else if (found.id) {
      const { id } = found;
      const range = { from: at, to: found.end };
      const data: unknown = JSON.parse(text.slice(at, found.end));
      entries.push(
        new CslEntry(
          id,
          range,
          typeOf(data),
          () => cslItemOf(data, id.text),
          () => attachedIn(data),
        ),
      );
      items.push({ range, data });
      if (lastEnd >= 0 && text.slice(lastEnd, at).trim() === '')
        problems.push({
          range: { from: at, to: at + 1 },
          message: say(
            'A comma is missing before the item “{text}”. Other programs may refuse the whole file.',
            { text: id.text },
          ),
        });
      lastEnd = found.end;
      at = text.indexOf('{', found.end);
    } else if (found.isItem) {
      problems.push({
        range: { from: at, to: at + 1 },
        message: say('This item has no “id”, so it cannot be cited. Give it one.'),
      });
      lastEnd = found.end;
      at = text.indexOf('{', found.end);
    } else at = text.indexOf('{', at + 1);
  }
  if (problems.length === 0) problems.push(...problemOfWhole(text));
  // If the file has problems of its own, only those are reported.
  const refusals = problems.length > 0 ? [] : cslJsonRefusals(text, items);
  return { format: 'csl-json', entries, problems, refusals };
}

function attachedIn(data: unknown): unknown {
  return (data as { readonly attachments?: unknown } | null)?.attachments;
}

function nextItem(text: string, from: number): number {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const found = scanObject(text, at);
    if (found.id && (found.fault === null || found.isItem)) return at;
  }
  return -1;
}

/** Problems outside the items: a missing bracket, or no JSON at all. */
function problemOfWhole(text: string): ReadingProblem[] {
  if (text.trim() === '') return [];
  try {
    JSON.parse(text);
    return [];
  } catch {
    const end = text.trimEnd().length;
    return [
      {
        range: { from: Math.max(0, end - 1), to: end },
        message: say(
          'This file is not valid JSON: a bracket or a comma between its items is missing or too many. The items that could be found are read.',
        ),
      },
    ];
  }
}

function typeOf(data: unknown): string {
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
  return typeof type === 'string' ? type.toLowerCase() : 'document';
}

function headOf(text: string, at: number, found: ScannedObject): ReadingProblem['range'] {
  return found.id ? found.id.range : { from: at, to: Math.min(text.length, at + 1) };
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s,[]/.test(text[end - 1]!)) end--;
  return end;
}

const FAULTS: Readonly<Record<JsonFault, string>> = {
  unclosed: deferred('the file ends before its last “}”'),
  'next-item': deferred('a bracket or brace is not closed before the next item begins'),
  'no-key': deferred('the name of a field, in quotation marks, was expected'),
  'no-colon': deferred('a colon was expected after the name of a field'),
  'no-value': deferred('a value was expected: text in quotation marks, a number or a list'),
  'no-comma': deferred('a comma was expected'),
  'last-comma': deferred('a comma stands before the closing “}”'),
  string: deferred(
    'a text in quotation marks is not closed, runs over the end of its line, or has a “\\” that means nothing',
  ),
  depth: deferred('brackets are nested too deeply'),
};

function faultMessage(text: string, at: number, found: ScannedObject): string {
  const line = text.slice(at, found.end).split('\n').length - 1;
  return say(
    '{hasId, select, true {The item “{id}”} other {This item}} is not valid JSON ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}): {fault}. The other items are read all the same.',
    {
      hasId: found.id !== null,
      id: found.id?.text ?? '',
      line,
      fault: say(FAULTS[found.fault ?? 'unclosed']),
    },
  );
}
