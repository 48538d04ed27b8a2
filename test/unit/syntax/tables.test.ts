import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BacktickRuns } from '../../../server/src/syntax/backtick-runs.ts';
import { FenceLines } from '../../../server/src/syntax/fence-lines.ts';
import { KeyBraces } from '../../../server/src/syntax/key-braces.ts';
import { TexEnvironments } from '../../../server/src/syntax/tex-environments.ts';
import { TexGroups } from '../../../server/src/syntax/tex-groups.ts';

/** Behind the closer of what opens at `at`, looked for from there. */
function groupEnd(text: string, at: number): number {
  const closer = text[at] === '{' ? '}' : ']';
  let braces = 0;
  for (let i = at; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === '\\') i++;
    else if (letter === '{') braces++;
    else if (letter === '}' && --braces < 0) break;
    if (letter === closer && braces === 0) return i + 1;
  }
  return -1;
}

function keyEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length && !/\s/.test(text[i]!); i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return -1;
}

function environmentEnd(text: string, name: string, at: number): number {
  let depth = 0;
  const marks = new RegExp(`\\\\(begin|end)\\{${name}\\}`, 'g');
  marks.lastIndex = at;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[1] === 'begin') depth++;
    else if (--depth <= 0) return marks.lastIndex;
  }
  return -1;
}

const textOf = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

describe('what a text is searched through for once', () => {
  it('groups of TeX end where looking from each would find their ends', () => {
    fc.assert(
      fc.property(textOf('{', '}', '[', ']', '\\{', '\\]', 'a', '\n', '\\\\'), (text) => {
        const groups = new TexGroups(text);
        for (let at = text.length - 1; at >= 0; at--) {
          const before = /\\*$/.exec(text.slice(0, at))![0].length;
          if ((text[at] === '{' || text[at] === '[') && before % 2 === 0)
            assert.equal(groups.end(at), groupEnd(text, at), `at ${at}`);
        }
      }),
    );
  });

  it('braces of keys likewise', () => {
    fc.assert(
      fc.property(textOf('{', '}', 'a', '@', ' ', '\n'), (text) => {
        const braces = new KeyBraces(text);
        for (let at = 0; at < text.length; at++)
          if (text[at] === '{') assert.equal(braces.end(at), keyEnd(text, at), `at ${at}`);
      }),
    );
  });

  it('environments likewise, from wherever they are asked for', () => {
    fc.assert(
      fc.property(textOf('\\begin{a}', '\\end{a}', '\\begin{b}', '\\end{b}', '\\begin {a}', ' '), (text) => {
        const environments = new TexEnvironments(text);
        for (let at = 0; at <= text.length; at++)
          for (const name of ['a', 'b', 'c'])
            assert.equal(environments.end(name, at), environmentEnd(text, name, at), `${name} at ${at}`);
      }),
    );
  });

  it('ConTeXt ends at the first stop that begins with its name', () => {
    fc.assert(
      fc.property(textOf('\\stopa', '\\stopab', '\\stopb', 'a', ' '), (text) => {
        const environments = new TexEnvironments(text);
        for (let at = 0; at <= text.length; at++)
          for (const name of ['a', 'ab', 'b', '']) {
            const found = text.indexOf(`\\stop${name}`, at);
            const end = found < 0 ? -1 : found + 5 + name.length;
            assert.equal(environments.stop(name, at), end, `${name} at ${at}`);
          }
      }),
    );
  });

  it('runs of backticks are found by their length', () => {
    fc.assert(
      fc.property(textOf('`', '``', '```', 'a', ' '), (text) => {
        const runs = new BacktickRuns(text);
        for (let at = 0; at <= text.length; at++)
          for (const length of [1, 2, 3, 4]) {
            const whole = new RegExp(`(?<!\`)\`{${length}}(?!\`)`, 'g');
            whole.lastIndex = at;
            assert.equal(runs.next(length, at), whole.exec(text)?.index ?? -1, `${length} at ${at}`);
          }
      }),
    );
  });

  it('lines that may close a fence are found by their length', () => {
    fc.assert(
      fc.property(textOf('```', '`', '~~~', '\n', '   ', 'a', ' \n'), (text) => {
        const lines = new FenceLines(text);
        for (const sign of ['`', '~'])
          for (const size of [3, 4, 5, 7]) {
            const closing = new RegExp(`^ {0,3}${sign}{${size},}[ \\t]*(?=\\n)`, 'gm');
            assert.equal(lines.next(sign, size, 0), closing.exec(text)?.index ?? -1, `${size} of ${sign}`);
          }
      }),
    );
  });
});
