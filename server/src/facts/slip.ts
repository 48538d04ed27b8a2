/** What those have in common who look for spans and divs of ours that did not become one. */
import type { TextRange } from '../text/range.ts';
import type { LooseAttributes } from './loose-attributes.ts';
import type { AttributedPart, Slip, SlipKind } from './model.ts';

/** A stretch of a text and what was made out in it. */
export interface ReadStretch {
  readonly text: string;
  readonly prose: readonly TextRange[];
  readonly parts: readonly AttributedPart[];
  readonly opaque: readonly TextRange[];
}

export const OURS = /^(claim|quote|actor)s?$/i;
/** Attributes that nobody else gives to a span. */
export const OUR_ATTRIBUTES: ReadonlySet<string> = new Set(
  `about says by when where evidence supports implies qualifies contradicts resolves prefers status certainty from at
   ref`.split(/\s+/),
);
/** A bracket is looked for so far before the brace that it goes with. */
export const LONGEST_WORDS = 2000;

/** The last `[` in a stretch that no `]` in it closes. */
export function unclosed(text: string, from: number, to: number): number | null {
  let depth = 0;
  for (let at = to - 1; at >= from; at--) {
    const letter = text.charAt(at);
    if (text.charAt(at - 1) === '\\') continue;
    if (letter === ']') depth++;
    else if (letter === '[' && --depth < 0) return at;
  }
  return null;
}

/** The class of ours that is named, however it is written. */
export function ourClass({ classes }: LooseAttributes): string | null {
  for (const one of classes) {
    const name = OURS.exec(one)?.[1];
    if (name) return name.toLowerCase();
  }
  return null;
}

/** Whether there is a name or an attribute of ours besides: a word in braces alone may be anything. */
export function isMeant({ id, pairs }: LooseAttributes): boolean {
  return id !== null || pairs.some(([key]) => OUR_ATTRIBUTES.has(key));
}

/** Attributes as Pandoc reads them; `name` is the class of ours among them. */
export function inWords({ classes, id, pairs }: LooseAttributes, name: string): string {
  const others = classes.filter((one) => !OURS.test(one)).map((one) => `.${one}`);
  const said = pairs.map(([key, value]) => `${key}="${value}"`);
  return `{${[`.${name}`, ...others, ...(id === null ? [] : [`#${id}`]), ...said].join(' ')}}`;
}

/** A slip of `kind` at `range`, with one fix that makes `edits`. */
export function slip(kind: SlipKind, range: TextRange, edits: Slip['fixes'][number]): Slip {
  return { kind, range, fixes: [edits] };
}
