/** Lists of works that citations share. */

/** Answers once for each list of works: thousands of citations may share a list of thousands. */
export function forEachList<T>(answer: (works: readonly number[]) => T): (works: readonly number[]) => T {
  const known = new Map<readonly number[], T>();
  return (works) => {
    let found = known.get(works);
    if (found === undefined) known.set(works, (found = answer(works)));
    return found;
  };
}
