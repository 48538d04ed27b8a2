import { alternatives } from './alternatives.ts';
import type { MarkerForm } from './marker-form.ts';
import { SIGNS_OF_MARKUP, type MarkersInProse } from './prose.ts';

/** A number in the text, and the form that it has. */
export interface MarkerMatch {
  readonly form: MarkerForm;
  readonly from: number;
  readonly to: number;
  /** Decimal digits. */
  readonly label: string;
}

/** Finds the numbers of notes in all of the forms that some conventions know, in one pass. */
export class MarkerForms implements MarkersInProse {
  private readonly all: RegExp;
  private readonly glimpse: RegExp;
  /** A sentence that ends, with or without a marker after it. */
  private readonly ended: RegExp;
  /** What may be left out of the prose: markup and the beginnings of some markers. */
  readonly signsInProse: RegExp;
  private readonly leaving: readonly Leaving[];
  private readonly markup: readonly Leaving[];

  constructor(readonly forms: readonly MarkerForm[]) {
    this.all = new RegExp(alternatives(forms.map(({ pattern }) => pattern)), 'gi');
    this.glimpse = new RegExp(alternatives(forms.map(({ glimpse }) => glimpse)));
    const openings = [...forms.map(({ opening }) => opening), '$'].join('|');
    this.ended = new RegExp(String.raw`[.?!:。？！：；][\s*_"”’»)\]]*(?:${openings})`);
    this.leaving = forms.flatMap(({ leavesProse, isMarkup, pattern }) =>
      leavesProse === undefined
        ? []
        : [
            {
              first: new RegExp(`[${leavesProse}]`),
              whole: new RegExp(pattern, 'iy'),
              isMarkup: isMarkup === true,
            },
          ],
    );
    this.markup = this.leaving.filter(({ isMarkup }) => isMarkup);
    const signs = forms.map(({ leavesProse }) => leavesProse ?? '').join('');
    this.signsInProse = new RegExp(`[${SIGNS_OF_MARKUP}${signs}]`, 'g');
  }

  /** Each number in `text`, in order; what stands around it is not looked at. */
  *in(text: string): Generator<MarkerMatch, void> {
    const { all, forms } = this;
    all.lastIndex = 0;
    for (let match = all.exec(text); match; match = all.exec(text)) {
      const at = all.lastIndex;
      const i = forms.findIndex((_, n) => match[n + 1] !== undefined);
      const form = forms[i]!;
      const written = match[i + 1]!;
      yield { form, from: match.index, to: at, label: form.digits?.(written) ?? written };
      all.lastIndex = at;
    }
  }

  /** Whether a quick look at some lines shows what may be the number of a note. */
  mayBeIn(lines: string): boolean {
    return this.glimpse.test(lines);
  }

  /** The end of the marker at `at` that is no word of its sentence; null where none stands there. */
  endLeavingProse(text: string, at: number): number | null {
    return endOf(this.leaving, text, at);
  }

  /** As `endLeavingProse`, of markers that the reader of Pandoc's Markdown takes for markup. */
  endOfMarkup(text: string, at: number): number | null {
    return endOf(this.markup, text, at);
  }

  /** Whether a sentence ends in the line. */
  endsSentence(line: string): boolean {
    return this.ended.test(line);
  }
}

interface Leaving {
  readonly first: RegExp;
  readonly whole: RegExp;
  readonly isMarkup: boolean;
}

function endOf(leaving: readonly Leaving[], text: string, at: number): number | null {
  const sign = text[at] ?? '';
  for (const { first, whole } of leaving) {
    if (!first.test(sign)) continue;
    whole.lastIndex = at;
    if (whole.test(text)) return whole.lastIndex;
  }
  return null;
}
