/** Finds references to notes whose numbers are all off by the same amount. */
import { foldedWords } from './folding.ts';
import type { FoundFacts, ShortTitle } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** A reference such as `Meyer, supra note 1` that should have another number. */
export interface ShiftedReference {
  /** Index into `shortTitles`. */
  readonly short: number;
  /** The range of the number. */
  readonly labelRange: TextRange;
  /** The number of the note that names the author. */
  readonly label: string;
}

/** The minimum number of references with the same offset. */
const FEWEST = 3;
/** The maximum offset. */
const FARTHEST = 3;

/**
 * The references to notes that do not name their author, if most of them would with all numbers
 * shifted by the same amount; else empty.
 * @param text the document's, LF
 */
export function shiftedReferences(
  { shortTitles, noteWorks }: FoundFacts,
  text: string,
): readonly ShiftedReference[] {
  const lost = shortTitles.flatMap((short, i) =>
    short.status === 'unresolved' && short.noteLabel !== null && short.names.length > 0 ? [{ short, i }] : [],
  );
  if (lost.length < FEWEST) return [];
  const words = new Map<number, ReadonlySet<string>>();
  const names = (note: number): ReadonlySet<string> => {
    let said = words.get(note);
    if (!said) {
      const { from, to } = noteWorks[note]!.bodyRange;
      words.set(note, (said = new Set(foldedWords(text.slice(from, to)))));
    }
    return said;
  };
  const byLabel = new Map(noteWorks.map(({ label }, note) => [label, note]));
  for (const by of shifts()) {
    const shifted = lost.flatMap(({ short, i }): ShiftedReference[] => {
      const label = String(Number(short.noteLabel) + by);
      const note = byLabel.get(label);
      const family = foldedWords(short.names[0]!.family).at(-1);
      if (note === undefined || note >= short.note || family === undefined || !names(note).has(family))
        return [];
      const labelRange = labelOf(short, text);
      return labelRange ? [{ short: i, labelRange, label }] : [];
    });
    if (shifted.length >= FEWEST && shifted.length * 3 >= lost.length * 2) return shifted;
  }
  return [];
}

/** 1, −1, 2, −2 … */
function* shifts(): Generator<number> {
  for (let by = 1; by <= FARTHEST; by++) yield* [by, -by];
}

function labelOf({ range, noteLabel }: ShortTitle, text: string): TextRange | null {
  const at = text.slice(range.from, range.to).search(new RegExp(String.raw`(?<!\d)${noteLabel}(?!\d)`));
  return at < 0 ? null : { from: range.from + at, to: range.from + at + noteLabel!.length };
}
