import type { TextRange } from '../../server/src/text/range.ts';

/** A range in a fixture's text, with its tag. */
export interface DrawnRange extends TextRange {
  readonly tag: string;
}

export interface FixtureFile {
  readonly path: string;
  /** The text without markup. */
  readonly text: string;
  readonly ranges: readonly DrawnRange[];
  /** The offset of `‸`. */
  readonly cursor: number | null;
}

/**
 * Parses a fixture: one or several files, each after a line `//- path`, with ranges drawn as `⟦tag|words⟧` (they may
 * nest) and the cursor as `‸`. Without a `//-` line it is one file, `main.md`.
 */
export function parseFixture(fixture: string): FixtureFile[] {
  const files: FixtureFile[] = [];
  const parts = fixture.split(/^\/\/- (.+)\n/m);
  if (parts[0] !== '' && parts.length > 1 && parts[0]!.trim() !== '')
    throw new Error('a fixture of several files begins with //- path');
  if (parts.length === 1) return [parseFile('main.md', parts[0]!)];
  for (let i = 1; i < parts.length; i += 2) files.push(parseFile(parts[i]!.trim(), parts[i + 1]!));
  return files;
}

function parseFile(path: string, drawn: string): FixtureFile {
  let text = '';
  let cursor: number | null = null;
  const ranges: DrawnRange[] = [];
  const open: { tag: string; from: number }[] = [];
  for (let i = 0; i < drawn.length; i++) {
    const letter = drawn[i]!;
    if (letter === '‸') cursor = text.length;
    else if (letter === '⟦') {
      const bar = drawn.indexOf('|', i);
      if (bar < 0) throw new Error(`⟦ without | in ${path}`);
      open.push({ tag: drawn.slice(i + 1, bar), from: text.length });
      i = bar;
    } else if (letter === '⟧') {
      const begun = open.pop();
      if (!begun) throw new Error(`⟧ without ⟦ in ${path}`);
      ranges.push({ tag: begun.tag, from: begun.from, to: text.length });
    } else text += letter;
  }
  if (open.length) throw new Error(`⟦${open[0]!.tag}| is not closed in ${path}`);
  ranges.sort((a, b) => a.from - b.from || a.to - b.to || (a.tag < b.tag ? -1 : 1));
  return { path, text, ranges, cursor };
}

/** Draws ranges into a text, so that results can be compared with a fixture. */
export function draw(text: string, ranges: readonly DrawnRange[]): string {
  const marks = ranges.flatMap((range) => [
    { at: range.from, order: 1, size: range.to - range.from, mark: `⟦${range.tag}|` },
    { at: range.to, order: 0, size: range.to - range.from, mark: '⟧' },
  ]);
  // At one offset: closing marks before opening ones, inner closing before outer, outer opening before inner.
  marks.sort((a, b) => a.at - b.at || a.order - b.order || (a.order ? b.size - a.size : a.size - b.size));
  let drawn = '';
  let done = 0;
  for (const { at, mark } of marks) {
    drawn += text.slice(done, at) + mark;
    done = at;
  }
  return drawn + text.slice(done);
}
