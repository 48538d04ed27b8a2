import { say } from '../words/say.ts';
import { compose } from './compose.ts';
import { TABS } from './messages.ts';
import type { Composed } from './compose.ts';
import type { YamlProblem } from './model.ts';

/**
 * Stand-ins for characters that were meant as text but are syntax. They have the same length, so that offsets
 * stay valid, and are from the private use area, which real text does not use.
 */
export const STAND_IN = { colon: '\uE000', doubleQuote: '\uE001', singleQuote: '\uE002' } as const;

const ROUNDS = 12;

/**
 * Parses `source` with repairs. Frequent mistakes mislead the `yaml` package: a colon in a title, an unclosed
 * quotation mark, a tab as indentation. There it substitutes a stand-in and parses again. Offsets in `mended` are in
 * `source`.
 */
export function composeMended(source: string): { composed: Composed; mended: YamlProblem[] } {
  const mended: YamlProblem[] = [];
  let composed = compose(source);
  if (/[\uE000-\uE002]/.test(source)) return { composed, mended };
  let current = source;
  for (let round = 0; round < ROUNDS && composed.errors.length > 0; round++) {
    const next = mend(current, composed, mended);
    if (next === current) break;
    current = next;
    composed = compose(current);
  }
  return { composed, mended };
}

/** Replaces the stand-ins by the original characters. */
export function withoutStandIns(text: string): string {
  return /[\uE000-\uE002]/.test(text)
    ? text
        .replaceAll(STAND_IN.colon, ':')
        .replaceAll(STAND_IN.doubleQuote, '"')
        .replaceAll(STAND_IN.singleQuote, "'")
    : text;
}

function mend(source: string, composed: Composed, mended: YamlProblem[]): string {
  const letters = new Map<number, string>();
  // Tabs first and alone, since indentation decides what else is wrong with a line.
  const tabs = composed.errors.filter((error) => error.code === 'TAB_AS_INDENT');
  for (const error of tabs.length > 0 ? tabs : composed.errors) {
    const at = error.pos[0];
    if (error.code === 'BLOCK_AS_IMPLICIT_KEY') mendColon(source, at, letters, mended);
    else if (error.code === 'TAB_AS_INDENT') mendTabs(source, at, letters, mended);
    else if (error.code === 'MISSING_CHAR' && error.message.endsWith('quote')) {
      const open = composed.quoted.get(Math.min(at, source.length));
      if (open !== undefined) mendQuote(source, open, letters, mended);
    }
  }
  if (letters.size === 0) {
    // Errors remain, and a quotation contains a line that looks like a key: it was never closed.
    for (const [end, open] of composed.quoted)
      if (/\n[ \t]*[\p{L}\p{N}_-]{1,60}:[ \n]/u.test(source.slice(open, end)))
        mendQuote(source, open, letters, mended);
  }
  if (letters.size === 0) return source;
  let result = '';
  let done = 0;
  for (const [at, letter] of [...letters].sort((a, b) => a[0] - b[0])) {
    result += source.slice(done, at) + letter;
    done = at + 1;
  }
  return result + source.slice(done);
}

function mendColon(source: string, from: number, letters: Map<number, string>, mended: YamlProblem[]): void {
  const lineEnd = endOfLine(source, from);
  let found = false;
  for (let at = source.indexOf(':', from); at >= 0 && at < lineEnd; at = source.indexOf(':', at + 1)) {
    const after = source[at + 1];
    if (after !== undefined && after !== ' ' && after !== '\t' && after !== '\n') continue;
    if (letters.has(at)) continue;
    letters.set(at, STAND_IN.colon);
    found = true;
  }
  if (found)
    mended.push({
      range: { from, to: Math.max(from + 1, trimmedEnd(source, from, lineEnd)) },
      message: say(
        'A value that holds a colon and a space must stand in quotation marks, as in "Title: Subtitle".',
      ),
    });
}

function mendQuote(source: string, open: number, letters: Map<number, string>, mended: YamlProblem[]): void {
  const mark = source[open];
  if (letters.has(open) || (mark !== '"' && mark !== "'")) return;
  letters.set(open, mark === '"' ? STAND_IN.doubleQuote : STAND_IN.singleQuote);
  mended.push({
    range: { from: open, to: trimmedEnd(source, open, endOfLine(source, open)) },
    message: say('The quotation mark {mark} that opens here is never closed.', { mark }),
  });
}

function mendTabs(source: string, at: number, letters: Map<number, string>, mended: YamlProblem[]): void {
  const lineStart = source.lastIndexOf('\n', Math.min(at, source.length - 1) - 1) + 1;
  let end = lineStart;
  let tabs = 0;
  for (; source[end] === ' ' || source[end] === '\t'; end++) {
    if (source[end] !== '\t' || letters.has(end)) continue;
    letters.set(end, ' ');
    tabs++;
  }
  if (tabs > 0) mended.push({ range: { from: lineStart, to: end }, message: say(TABS) });
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function trimmedEnd(source: string, from: number, to: number): number {
  return from + source.slice(from, to).trimEnd().length;
}
