/** Parts of a conversion that stand or fall by themselves. */
import type { DocumentFacts } from '../../facts/fact-lists.ts';
import { readFacts } from '../../facts/read.ts';
import { parseTree } from '../../syntax/tree.ts';
import { overlaps } from '../../text/range.ts';
import { spliced, type Spliced, type TextSplice } from './splices.ts';

/** One thing that is converted: a note with its markers, the citations of one parenthesis. */
export interface ConversionPart {
  readonly splices: readonly TextSplice[];
  /** Whether it reads back as what it was made of, in the text after all conversions. */
  readonly isSound: (after: Spliced, facts: DocumentFacts) => boolean;
}

/**
 * The parts that read back as they should when all of them are applied, together with `always`, splices that mean
 * nothing by themselves. `between` gives the splices that depend on which parts there are.
 */
export function soundParts<Part extends ConversionPart>(
  text: string,
  parts: readonly Part[],
  splicesOf: (parts: readonly Part[]) => readonly TextSplice[] = (some) =>
    some.flatMap(({ splices }) => splices),
): readonly Part[] {
  let left = parts;
  for (;;) {
    const after = spliced(text, splicesOf(left));
    const facts = readFacts(parseTree(after.text));
    const sound = left.filter((part) => part.isSound(after, facts));
    if (sound.length === left.length) return left;
    left = sound;
  }
}

/** The parts of `more` whose splices touch none of `parts`. */
export function apartFrom<Part extends ConversionPart>(
  more: readonly Part[],
  parts: readonly ConversionPart[],
): readonly Part[] {
  const taken = parts.flatMap(({ splices }) => splices).map(({ range }) => range);
  taken.sort((a, b) => a.from - b.from);
  let next = 0;
  const sorted = [...more].sort((a, b) => a.splices[0]!.range.from - b.splices[0]!.range.from);
  return sorted.filter(({ splices }) =>
    splices.every(({ range }) => {
      while (next < taken.length && taken[next]!.to <= range.from) next++;
      for (let i = next; i < taken.length && taken[i]!.from < range.to; i++)
        if (overlaps(taken[i]!, range)) return false;
      return true;
    }),
  );
}
