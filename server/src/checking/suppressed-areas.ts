/** The ranges of suppression comments (notation, section 7), in linear time. */
import type { Suppression } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { lastAtMost } from '../text/bisect.ts';

/** The range `[from, to)` in which a comment suppresses findings. */
export interface SuppressedArea {
  readonly suppression: Suppression;
  readonly from: number;
  readonly to: number;
}

/**
 * The range of each suppressing comment, in the order of the text. `disable-next-line` covers what begins on the next
 * line with words; `disable` reaches to an `enable` for the same rules (or for all), or to the end.
 */
export function suppressedAreas(suppressions: readonly Suppression[], lines: LineIndex): SuppressedArea[] {
  const nextLines = new NextLines(suppressions, lines);
  const ends = endsOf(suppressions);
  const areas: SuppressedArea[] = [];
  suppressions.forEach((suppression, i) => {
    switch (suppression.kind) {
      case 'enable':
        return;
      case 'disable-file':
        areas.push({ suppression, from: 0, to: Infinity });
        return;
      case 'disable-next-line': {
        const line = nextLines.behind(suppression);
        areas.push({ suppression, from: lines.lineStart(line), to: lines.lineEnd(line) + 1 });
        return;
      }
      case 'disable':
        areas.push({ suppression, from: suppression.range.from, to: ends.get(i) ?? Infinity });
    }
  });
  return areas;
}

/** Finds the next line that is neither empty nor begins with a suppression: several may precede one line. */
class NextLines {
  private readonly byStart = new Map<number, Suppression>();
  /** Cached by the first line examined. */
  private readonly known = new Map<number, number>();

  constructor(
    suppressions: readonly Suppression[],
    private readonly lines: LineIndex,
  ) {
    for (const suppression of suppressions)
      if (!this.byStart.has(suppression.range.from)) this.byStart.set(suppression.range.from, suppression);
  }

  behind(suppression: Suppression): number {
    const { lines, known, byStart } = this;
    const passed: number[] = [];
    let line = lines.lineAt(suppression.range.to) + 1;
    for (; line < lines.lineCount; line++) {
      const before = known.get(line);
      if (before !== undefined) {
        line = before;
        break;
      }
      passed.push(line);
      const start = lines.lineStart(line);
      if (start === lines.lineEnd(line)) continue;
      const above = byStart.get(start);
      if (!above) break;
      line = lines.lineAt(above.range.to);
    }
    for (const each of passed) known.set(each, line);
    return line;
  }
}

/** The end of each `disable`, by index; those without an `enable` are missing. */
function endsOf(suppressions: readonly Suppression[]): Map<number, number> {
  const ends = new Map<number, number>();
  const byRule = new Map<string, number[]>();
  const named = new Map<number, ReadonlySet<string>>();
  suppressions.forEach(({ kind, rules }, i) => {
    if (kind !== 'enable' || rules.length === 0) return;
    const names = new Set(rules.map(({ text }) => text));
    named.set(i, names);
    for (const name of names) {
      const places = byRule.get(name);
      if (places) places.push(i);
      else byRule.set(name, [i]);
    }
  });
  // From the last comment to the first, recording for each set of rules where it ends.
  const known = new Map<string, { readonly at: number; readonly end: number }>();
  let all = Infinity;
  let any = Infinity;
  for (let i = suppressions.length - 1; i >= 0; i--) {
    const { kind, rules } = suppressions[i]!;
    if (kind === 'enable') any = i;
    if (kind === 'enable' && rules.length === 0) all = i;
    if (kind !== 'disable') continue;
    // A `disable` of all rules is ended by any `enable`.
    let end = rules.length === 0 ? any : all;
    // Most are ended by none: then their names need no sorting.
    if (rules.length > 0 && rules.every(({ text }) => byRule.has(text))) {
      const names = [...new Set(rules.map(({ text }) => text))].sort();
      const key = names.join(' ');
      const further = known.get(key) ?? { at: suppressions.length, end: Infinity };
      const own = firstThatNames(names, i, further.at, byRule, named) ?? further.end;
      known.set(key, { at: i, end: own });
      end = Math.min(end, own);
    }
    if (end < Infinity) ends.set(i, suppressions[end]!.range.from);
  }
  return ends;
}

/** The first `enable` between two comments that names all of `names`. */
function firstThatNames(
  names: readonly string[],
  from: number,
  to: number,
  byRule: ReadonlyMap<string, readonly number[]>,
  named: ReadonlyMap<number, ReadonlySet<string>>,
): number | undefined {
  let rarest: readonly number[] | undefined;
  for (const name of names) {
    const places = byRule.get(name)!;
    if (!rarest || places.length < rarest.length) rarest = places;
  }
  if (!rarest) return undefined;
  for (let i = lastAtMost(rarest, from) + 1; i < rarest.length && rarest[i]! < to; i++) {
    const enabled = named.get(rarest[i]!)!;
    if (names.every((name) => enabled.has(name))) return rarest[i];
  }
  return undefined;
}
