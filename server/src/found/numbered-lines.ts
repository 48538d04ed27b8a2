import type { NoteNumberForm } from './note-number-form.ts';
import { RangeSet } from './range-set.ts';
import { stackedNotes, type StackedNotes } from './stacked-numbers.ts';
import type { TextRange } from '../text/range.ts';

/** A line that begins like a note. */
export interface NumberedLine {
  /** The family of its form. */
  readonly family: string;
  readonly number: number;
  /** Decimal digits. */
  readonly label: string;
  readonly labelRange: TextRange;
  readonly bodyFrom: number;
  /** The end of the note, if its number is apart from it. */
  readonly bodyTo?: number;
  /** The character that ends the note, if its form has one. */
  readonly closing: ']' | null;
}

/** Finds lines that begin with a number in one of the given forms. */
export class NumberedLines {
  private readonly head: RegExp;
  /** As `head`, with the places of its groups. */
  private placed: RegExp | null = null;
  private readonly forms: readonly NoteNumberForm[];
  private readonly stacked: NoteNumberForm | undefined;

  constructor(all: readonly NoteNumberForm[]) {
    this.stacked = all.find(({ isStacked }) => isStacked);
    this.forms = all.filter(({ isStacked }) => !isStacked);
    const numbers = this.forms.map(({ pattern }) => pattern).join('|');
    this.head = new RegExp(
      String.raw`[ \t\f\u00A0\u3000]{0,12}(?:[-*•+>][ \t]+)?(?:\*{1,2}|_{1,2}[ \t]{0,6})?(?:${numbers})[\u00A0\u2000-\u200A\u3000]*(?=\S)`,
      'uy',
    );
  }

  /** The numbered lines in `area`, in order, that do not begin inside an opaque range. */
  in(text: string, area: TextRange, opaque: readonly TextRange[]): NumberedLine[] {
    const { head, forms } = this;
    const found: NumberedLine[] = [];
    let k = 0;
    for (let at = area.from; at < area.to;) {
      const newline = text.indexOf('\n', at);
      const next = newline < 0 ? text.length : newline + 1;
      head.lastIndex = at;
      const match = head.exec(text);
      if (match) {
        while (k < opaque.length && opaque[k]!.to <= at) k++;
        const hidden = opaque[k] !== undefined && opaque[k]!.from < at;
        const i = forms.findIndex((_, n) => match[n + 1] !== undefined);
        const form = forms[i]!;
        const written = match[i + 1]!;
        const label = form.digits?.(written) ?? written;
        const number = Number(label);
        const bodyFrom = at + match[0].length;
        const isHere = bodyFrom < (form.spansLines ? area.to : next);
        if (isHere && !hidden && number > 0 && !label.startsWith('0')) {
          const from = at + this.placeOf(written, i + 1, match[0]);
          const labelRange = { from, to: from + written.length };
          found.push({
            family: form.family,
            number,
            label,
            labelRange,
            bodyFrom,
            closing: form.closing ?? null,
          });
        }
      }
      at = next;
    }
    return this.stacked ? withStacked(found, stackedNotes(text, area), this.stacked, opaque) : found;
  }

  /** Where the number stands in what begins a line: tags and targets of links may have it as well. */
  private placeOf(written: string, group: number, words: string): number {
    const first = words.indexOf(written);
    if (words.includes(written, first + 1)) {
      this.placed ??= new RegExp(this.head.source, 'uyd');
      this.placed.lastIndex = 0;
      return this.placed.exec(`${words}x`)?.indices?.[group]?.[0] ?? first;
    }
    return first;
  }
}

/** Where a note begins: with its number, unless that stands below its words. */
export function beginOf({ labelRange, bodyFrom }: NumberedLine): number {
  return Math.min(labelRange.from, bodyFrom);
}

/** The lines with the notes of stacks, in place of the numbers in these. */
function withStacked(
  lines: NumberedLine[],
  { notes, taken }: StackedNotes,
  { family }: NoteNumberForm,
  opaque: readonly TextRange[],
): NumberedLine[] {
  if (taken.size === 0) return lines;
  const own = notes.map(({ label, labelRange, bodyRange }): NumberedLine => ({
    family,
    number: Number(label),
    label,
    labelRange,
    bodyFrom: bodyRange.from,
    bodyTo: bodyRange.to,
    closing: null,
  }));
  const hidden = new RangeSet(opaque);
  return [
    ...lines.filter(({ labelRange }) => !taken.has(labelRange.from)),
    ...own.filter(({ labelRange, number }) => number > 0 && !hidden.has(labelRange.from)),
  ].sort((a, b) => beginOf(a) - beginOf(b));
}
