/** References to notes by number that all are off by as much. */
import { foldedWords } from './folding.ts';
import type { FoundFacts, ShortTitle } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** A reference such as `Meyer, supra note 1` that should name another note. */
export interface ShiftedReference {
  /** Index into `shortTitles`. */
  readonly short: number;
  /** Where the number stands. */
  readonly labelRange: TextRange;
  /** The number of the note that names its author. */
  readonly label: string;
}

/** So many that are off by as much are no coincidence. */
const FEWEST = 3;
/** So far off a number may be. */
const FARTHEST = 3;

/**
 * The references to notes that lead to none that names their author, where most of these would if their numbers were all
 * higher, or lower, by the same; empty where they are not off by as much.
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
