/** The text of a YAML value, with a map to its source. */
import { Excerpt, type Origins } from '../syntax/excerpt.ts';
import type { YamlScalar } from '../yaml/model.ts';
import { wordTable } from '../text/word-table.ts';
import { smallestOf } from '../text/extremes.ts';

/** Escapes of one character in double quotation marks. */
const ESCAPES = wordTable<string>({ n: '\n', t: '\t', r: '\n', '0': '', e: '', a: '', b: '' });

/**
 * The text of `scalar`, a value in `yaml`, with lines folded and escapes decoded by YAML's rules. Origins are
 * offsets in `yaml`; if that is an excerpt itself, in the text that `outer` maps to.
 */
export function proseOf(yaml: string, { outer }: YamlScalar, outerOrigins: Origins | null): Excerpt {
  const excerpt = new Excerpt(yaml, outerOrigins);
  const mark = yaml.charAt(outer.from);
  if (mark === '|' || mark === '>') addBlock(excerpt, yaml, outer, mark === '>');
  else if (mark === '"' || mark === "'")
    addFlow(excerpt, yaml, { from: outer.from + 1, to: Math.max(outer.from + 1, outer.to - 1) }, mark);
  else addFlow(excerpt, yaml, outer, '');
  return excerpt;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function linesOf(yaml: string, { from, to }: Stretch): Stretch[] {
  const lines: Stretch[] = [];
  for (let at = from; at <= to;) {
    const newline = yaml.indexOf('\n', at);
    const end = newline < 0 || newline > to ? to : newline;
    lines.push({ from: at, to: end });
    at = end + 1;
  }
  return lines;
}

function addBlock(excerpt: Excerpt, yaml: string, { from, to }: Stretch, folds: boolean): void {
  const header = yaml.indexOf('\n', from);
  if (header < 0 || header >= to) return;
  const lines = linesOf(yaml, { from: header + 1, to });
  const indentOf = (line: Stretch) => /^ */.exec(yaml.slice(line.from, line.to))![0].length;
  const isBlank = (line: Stretch) => yaml.slice(line.from, line.to).trim() === '';
  const first = lines.find((line) => !isBlank(line));
  if (!first) return;
  // An indentation indicator in the header: the first line may be indented more than the others.
  const isGiven = /\d/.test(yaml.slice(from, header));
  const indent = isGiven ? smallestOf(lines.filter((line) => !isBlank(line)).map(indentOf)) : indentOf(first);
  let blank = 0;
  let before: 'none' | 'plain' | 'more' = 'none';
  for (const line of lines) {
    if (isBlank(line)) {
      blank++;
      continue;
    }
    const start = Math.min(line.from + indent, line.to);
    const kind = /[ \t]/.test(yaml.charAt(start)) ? 'more' : 'plain';
    // A line end inside a paragraph is folded to a space; of several, one is dropped.
    const isFolded = folds && before === 'plain' && kind === 'plain';
    if (before !== 'none')
      excerpt.insert(isFolded ? (blank === 0 ? ' ' : '\n'.repeat(blank)) : '\n'.repeat(blank + 1), start);
    excerpt.add(start, line.to);
    blank = 0;
    before = kind;
  }
  excerpt.insert('\n', to);
}

/** A plain or quoted value, whose lines are folded. */
function addFlow(excerpt: Excerpt, yaml: string, stretch: Stretch, mark: '"' | "'" | ''): void {
  const lines = linesOf(yaml, stretch);
  let blank = 0;
  let glued = true;
  lines.forEach((line, i) => {
    let { from, to } = line;
    if (i > 0) while (from < to && /[ \t]/.test(yaml.charAt(from))) from++;
    if (i < lines.length - 1) while (to > from && /[ \t]/.test(yaml.charAt(to - 1))) to--;
    if (from === to && i > 0 && i < lines.length - 1) {
      blank++;
      return;
    }
    if (!glued) excerpt.insert(blank === 0 ? ' ' : '\n'.repeat(blank), from);
    blank = 0;
    glued = addEscaped(excerpt, yaml, { from, to }, mark);
  });
}

/** Adds a line of a value. Returns whether it ends with a backslash, which escapes the line end. */
function addEscaped(excerpt: Excerpt, yaml: string, { from, to }: Stretch, mark: '"' | "'" | ''): boolean {
  let start = from;
  const sign = mark === '"' ? '\\' : mark;
  if (sign !== '')
    for (let at = yaml.indexOf(sign, from); at >= 0 && at < to; at = yaml.indexOf(sign, start)) {
      excerpt.add(start, at);
      const next = yaml.charAt(at + 1);
      if (mark === '"' && at + 1 >= to) return true;
      if (mark === '"' && /[xuU]/.test(next)) {
        const digits = /^[\da-fA-F]*/.exec(yaml.slice(at + 2, at + 2 + DIGITS[next]!))![0];
        const code = parseInt(digits || '20', 16);
        excerpt.insert(code <= 0x10ffff ? String.fromCodePoint(code) : ' ', at);
        start = Math.min(to, at + 2 + digits.length);
      } else if (mark === '"' && next in ESCAPES) {
        excerpt.insert(ESCAPES[next]!, at);
        start = at + 2;
      } else {
        excerpt.add(at + 1, Math.min(to, at + 2));
        start = Math.min(to, at + 2);
      }
    }
  excerpt.add(start, to);
  return false;
}

const DIGITS = wordTable<number>({ x: 2, u: 4, U: 8 });
