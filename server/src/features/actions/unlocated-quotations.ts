/** Citations of quotations that name no page: converted, each would have a finding that asks for one. */
import { isLongWork } from '../../checking/long-works.ts';
import { readFacts } from '../../facts/read.ts';
import { parseTree } from '../../syntax/tree.ts';
import { quotedPassages } from '../../workspace/quoted-passages.ts';
import type { ActionRequest } from './action.ts';
import type { DescribedWork } from './described-works.ts';
import { spliced, type TextSplice } from './splices.ts';

/**
 * Where the citations of such quotations stand in a text after some splices, by the offsets of their keys.
 * @param works the works that get entries of their own
 */
export function unlocatedIn(
  text: string,
  splices: readonly TextSplice[],
  works: readonly DescribedWork[],
  { view: { path }, library }: Pick<ActionRequest, 'view' | 'library'>,
): number[] {
  const after = spliced(text, splices).text;
  const made = new Map(works.map(({ item }) => [item.id, isLongWork(item.type) || item.page !== undefined]));
  const isLong = (key: string) => {
    const [known] = library.entries(path, key);
    return (
      made.get(key) ?? (known !== undefined && (isLongWork(known.entry.type) || known.printedOn !== null))
    );
  };
  return quotedPassages(after, readFacts(parseTree(after))).flatMap(({ located, works: [work] }) =>
    !located && work && isLong(work.text) ? [work.range.from] : [],
  );
}
