import { alternatives } from './alternatives.ts';
import type { ShortForm } from './short-form.ts';

/** Words that refer to an earlier work. */
export interface ShortFormMatch {
  readonly form: ShortForm;
  readonly index: number;
  readonly words: string;
}

/** Finds the short forms of some conventions in one pass. */
export class ShortForms {
  private readonly any: RegExp;
  /**
   * A necessary condition for any match, by rare characters: most texts have none of them. If each alternative begins
   * with another character, few offsets are tried twice.
   */
  private readonly needed: RegExp;
  private readonly single: readonly (readonly [ShortForm, RegExp])[];

  constructor(forms: readonly ShortForm[]) {
    this.any = expression(forms, 'giu');
    this.needed = new RegExp(alternatives([...new Set(forms.map(({ needs }) => needs))]), 'gi');
    this.single = forms.map((form) => [form, expression([form], 'iuy')]);
  }

  /** The first short form in `text` from `offset` on; null where there is none. */
  after(text: string, offset: number): ShortFormMatch | null {
    this.needed.lastIndex = offset;
    if (!this.needed.test(text)) return null;
    this.any.lastIndex = offset;
    const match = this.any.exec(text);
    return match && { form: this.formAt(text, match.index), index: match.index, words: match[0] };
  }

  /** The form at `at`: the first that matches, as in the joined expression. */
  private formAt(text: string, at: number): ShortForm {
    for (const [form, pattern] of this.single) {
      pattern.lastIndex = at;
      if (pattern.test(text)) return form;
    }
    return this.single[0]![0];
  }
}

function expression(forms: readonly ShortForm[], flags: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${alternatives(forms.map(({ pattern }) => pattern))})`,
    flags,
  );
}

/** The note number in the words of a form; null if there is none. */
export function noteNumber(words: string): string | null {
  return /\d{1,3}/.exec(words)?.[0] ?? null;
}
