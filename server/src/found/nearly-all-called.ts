/** So many notes, nearly all of them called, show that the numbers of a list are read. */
const FEWEST = 20;
const LEAST_CALLED = 0.95;

/** For each list, whether it has many notes and nearly all are called, so that one without a call stands out. */
export function nearlyAllCalled(
  lists: number,
  notes: readonly { readonly list: number; readonly markers: readonly unknown[] }[],
): readonly boolean[] {
  const all = new Array<number>(lists).fill(0);
  const called = new Array<number>(lists).fill(0);
  for (const { list, markers } of notes) {
    all[list]!++;
    if (markers.length > 0) called[list]!++;
  }
  return all.map((count, list) => count >= FEWEST && called[list]! >= LEAST_CALLED * count);
}
