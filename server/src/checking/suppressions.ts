/** Suppression comments (notation, section 7): which findings they suppress, and which are idle. */
import type { Suppression } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Finding } from './rule.ts';
import { suppressedAreas, type SuppressedArea } from './suppressed-areas.ts';

/** A suppressed finding, with the reason that the comment gives. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly reason: string | null;
}

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** `disable` comments that suppressed nothing. */
  readonly idle: readonly Suppression[];
}

/** Stands for all rules in counts by rule. */
const ALL = '';

/**
 * Divides `findings` by the suppressions of their document. Of several suppressions of a finding the first counts.
 */
export function sift(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  lines: LineIndex,
): Sifted {
  if (suppressions.length === 0) return { findings, silenced: [], idle: [] };
  const areas = suppressedAreas(suppressions, lines);
  const first = firstAreas(findings, areas);
  const kept: Finding[] = [];
  const silenced: SilencedFinding[] = [];
  const busy = new Set<Suppression>();
  findings.forEach((finding, i) => {
    const by = areas[first[i]!]?.suppression;
    if (!by) kept.push(finding);
    else {
      busy.add(by);
      silenced.push({ finding, reason: by.reason });
    }
  });
  const idle = suppressions.filter((suppression) => suppression.kind !== 'enable' && !busy.has(suppression));
  return { findings: kept, silenced, idle };
}

/** For each finding the index of the first range that suppresses it, Infinity for none. */
function firstAreas(findings: readonly Finding[], areas: readonly SuppressedArea[]): number[] {
  const first = findings.map(() => Infinity);
  const withCode = new Map<string, number[]>();
  const inOrder = findings.map((_, i) => i).sort((a, b) => findings[a]!.range.from - findings[b]!.range.from);
  for (const i of inOrder) append(withCode, findings[i]!.code, i);
  const ofRule = new Map<string, number[]>();
  areas.forEach(({ suppression: { rules } }, i) => {
    if (rules.length === 0) append(ofRule, ALL, i);
    const names = new Set<string>();
    for (const { text } of rules) if (withCode.has(text)) names.add(text);
    for (const name of names) append(ofRule, name, i);
  });
  const sweep = (asked: readonly number[], numbers: readonly number[]): void => {
    const covering = new Covering(areas, numbers);
    for (const i of asked) first[i] = Math.min(first[i]!, covering.first(findings[i]!.range.from));
  };
  for (const [name, numbers] of ofRule) {
    const asked = name === ALL ? inOrder : withCode.get(name);
    if (asked) sweep(asked, numbers);
  }
  return first;
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The first of the ranges that cover an offset, for ascending offsets: a sweep with a heap of open ranges. */
class Covering {
  private readonly open: number[] = [];
  private readonly inOrder: readonly number[];
  private next = 0;

  constructor(
    private readonly areas: readonly SuppressedArea[],
    numbers: readonly number[],
  ) {
    this.inOrder = [...numbers].sort((a, b) => areas[a]!.from - areas[b]!.from);
  }

  first(place: number): number {
    const { areas, inOrder, open } = this;
    for (; this.next < inOrder.length && areas[inOrder[this.next]!]!.from <= place; this.next++)
      this.push(inOrder[this.next]!);
    while (open.length > 0 && areas[open[0]!]!.to <= place) this.pop();
    return open[0] ?? Infinity;
  }

  private push(number: number): void {
    const { open } = this;
    let i = open.push(number) - 1;
    for (let up = (i - 1) >> 1; i > 0 && open[up]! > number; i = up, up = (i - 1) >> 1) open[i] = open[up]!;
    open[i] = number;
  }

  private pop(): void {
    const { open } = this;
    const last = open.pop()!;
    const { length } = open;
    if (length === 0) return;
    let i = 0;
    for (let down = 1; down < length; down = 2 * i + 1) {
      if (down + 1 < length && open[down + 1]! < open[down]!) down++;
      if (open[down]! >= last) break;
      open[i] = open[down]!;
      i = down;
    }
    open[i] = last;
  }
}
