/** The lengths of the common prefix of two lists, and of the common suffix after it. */
export function commonEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  alike: (one: Item, other: Item) => boolean = (one, other) => one === other,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && alike(before[head]!, after[head]!)) head++;
  let tail = 0;
  while (tail < most - head && alike(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!))
    tail++;
  return { head, tail };
}
