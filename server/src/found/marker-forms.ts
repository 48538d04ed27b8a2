import { alternatives } from './alternatives.ts';
import type { MarkerForm } from './marker-form.ts';
import { SIGNS_OF_MARKUP, type MarkersInProse } from './prose.ts';

/** A number in the text, with its form. */
export interface MarkerMatch {
  readonly form: MarkerForm;
  readonly from: number;
  readonly to: number;
  /** Decimal digits. */
  readonly label: string;
}

/** Finds note numbers in all forms of some conventions, in one pass. */
export class MarkerForms implements MarkersInProse {
  private readonly all: RegExp;
  private readonly glimpse: RegExp;
  /** The end of a sentence, with or without a marker after it. */
  private readonly ended: RegExp;
  /** First characters of what may be removed from the prose: markup and some markers. */
  readonly signsInProse: RegExp;
  /** Names of the forms of which some numbers are lost among the digits of the text. */
  readonly losing: ReadonlySet<string>;
  private readonly leaving: readonly Leaving[];
  private readonly markup: readonly Leaving[];

  constructor(readonly forms: readonly MarkerForm[]) {
    this.all = new RegExp(alternatives(forms.map(({ pattern }) => pattern)), 'gi');
    this.glimpse = new RegExp(alternatives(forms.map(({ glimpse }) => glimpse)));
    const openings = [...forms.map(({ opening }) => opening), '$'].join('|');
    this.ended = new RegExp(String.raw`[.?!:。？！：；][\s*_"”’»)\]]*(?:${openings})`);
    this.losing = new Set(forms.flatMap(({ name, losesSome }) => (losesSome ? [name] : [])));
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

  /** Each number in `text`, in order, without regard to its context. */
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

  /** A quick test whether some lines may contain a note number. */
  mayBeIn(lines: string): boolean {
    return this.glimpse.test(lines);
  }

  /** The end of the marker at `at` that is not a word of its sentence; null if there is none. */
  endLeavingProse(text: string, at: number): number | null {
    return endOf(this.leaving, text, at);
  }

  /** As `endLeavingProse`, for markers that Pandoc's parser reads as markup. */
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
