/** Headings and emphasis of works whose format has them, and how they are written into a document. */
import type { TextRange } from '../text/range.ts';

/** Emphasis, strong emphasis, or the level of a heading. */
export type Style = 'em' | 'strong' | 1 | 2 | 3 | 4 | 5 | 6;

/** A stretch of the text of a work that is a heading, or is set off from the others. */
export interface Styled extends TextRange {
  readonly style: Style;
}

const STYLES: ReadonlySet<unknown> = new Set<Style>(['em', 'strong', 1, 2, 3, 4, 5, 6]);

/** Whether something that was kept is a style. */
export function isStyle(value: unknown): value is Style {
  return STYLES.has(value);
}

/** The style of an element of HTML by its name; null for those that have none. */
export function styleOf(name: string): Style | null {
  if (/^h[1-6]$/.test(name)) return Number(name[1]) as Style;
  if (name === 'em' || name === 'i' || name === 'cite') return 'em';
  return name === 'strong' || name === 'b' ? 'strong' : null;
}

/** Takes down which stretches of a text that is being written are styled. */
export class StyleRecorder {
  readonly styled: Styled[] = [];
  private readonly open: { readonly style: Style; from: number }[] = [];

  begin(style: Style): void {
    this.open.push({ style, from: -1 });
  }

  /** Words are written at `at`. */
  wordsAt(at: number): void {
    for (let i = this.open.length - 1; i >= 0 && this.open[i]!.from < 0; i--) this.open[i]!.from = at;
  }

  /** Ends the style that was begun last. */
  end(to: number): void {
    const last = this.open.pop();
    if (last && last.from >= 0 && to > last.from) this.styled.push({ ...last, to });
  }
}

/** Signs of nobody's, which stand in a text for the beginnings and ends of styles while its paragraphs are put together. */
const EM = '\ue0e0';
const STRONG = '\ue0e1';
const HEADING_END = '\ue0e2';
const HEADINGS = '\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5\ue0f6';
const ANY = /[\ue0e0-\ue0e2\ue0f1-\ue0f6]/;

/** Whether a paragraph is a heading, by its signs. */
export function isHeading(paragraph: string): boolean {
  return paragraph.includes(HEADING_END);
}

/**
 * Where signs are to be put into a text, in its order. What would not be read as it is meant is left out: emphasis over
 * the end of a paragraph, beside other emphasis without a blank, or crossing it; and all of it in a text that has such signs.
 */
export function signsFor(
  text: string,
  styled: readonly Styled[],
): readonly { readonly at: number; readonly sign: string }[] {
  if (ANY.test(text)) return [];
  const sorted = joined(
    text,
    styled.filter(({ from, to }) => !text.slice(from, to).includes('\n\n')),
  );
  const kept: Styled[] = [];
  let around: Styled[] = [];
  for (const each of sorted) {
    around = around.filter(({ to }) => to >= each.from);
    if (!around.every((other) => goesWith(each, other))) continue;
    kept.push(each);
    around.push(each);
  }
  const signs: { at: number; sign: string; order: number }[] = [];
  kept.forEach(({ from, to, style }, i) => {
    const [begin, end] =
      style === 'em' ? [EM, EM] : style === 'strong' ? [STRONG, STRONG] : [HEADINGS[style - 1]!, HEADING_END];
    signs.push({ at: from, sign: begin, order: i }, { at: to, sign: end, order: -i });
  });
  return signs.sort((a, b) => a.at - b.at || a.order - b.order);
}

/** In order; stretches of one style with only blanks between are one. */
function joined(text: string, styled: readonly Styled[]): Styled[] {
  const result: Styled[] = [];
  const lastOf = new Map<Style, number>();
  for (const each of [...styled].sort(inOrder)) {
    const index = lastOf.get(each.style);
    const last = index === undefined ? undefined : result[index]!;
    if (last && each.to <= last.to) continue;
    if (last && typeof each.style === 'string' && /^ *$/.test(text.slice(last.to, each.from)))
      result[index!] = { ...last, to: each.to };
    else {
      lastOf.set(each.style, result.length);
      result.push(each);
    }
  }
  return result;
}

/** By their beginnings; those that hold others first, and headings before all. */
function inOrder(a: Styled, b: Styled): number {
  return (
    a.from - b.from ||
    b.to - a.to ||
    Number(typeof a.style === 'string') - Number(typeof b.style === 'string')
  );
}

/** Whether a stretch can be marked beside or within another that begins before it. */
function goesWith({ from, to, style }: Styled, other: Styled): boolean {
  if (from > other.to) return true;
  if (to > other.to || (from === other.to && to > from)) return false;
  // A heading is strong by itself.
  return typeof other.style === 'string'
    ? typeof style === 'string' && from > other.from && to < other.to
    : style === 'em';
}

/** A paragraph with Markdown in place of the signs; a mark of a page before a heading stands in it. */
export function withMarkup(paragraph: string): string {
  const heading = /^((?:\[p\. \d+\] )?)([\ue0f1-\ue0f6])/.exec(paragraph);
  const level = heading ? HEADINGS.indexOf(heading[2]!) + 1 : 0;
  const words = heading ? `${heading[1]}${paragraph.slice(heading[0].length)}` : paragraph;
  return `${heading ? `${'#'.repeat(level)} ` : ''}${words}`
    .replaceAll(EM, '*')
    .replaceAll(STRONG, '**')
    .replaceAll(/[\ue0e2\ue0f1-\ue0f6]/g, '');
}
