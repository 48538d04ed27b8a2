/** Unified diffs of long texts with very many changes. */
import { formatPatch, structuredPatch, type StructuredPatchHunk } from 'diff';

/** Lines shown around a change. */
const CONTEXT = 3;
/** The shortest diff takes time that grows with the square of the lines that differ. Beyond so many another is made. */
const MOST_FOR_SHORTEST = 500;
/** How many lines ahead the texts are brought together again. */
const REACH = 12;

/** A unified diff of two texts: the shortest, or, where very much differs, one that is found in linear time. */
export function unifiedDiff(oldName: string, newName: string, before: string, after: string): string {
  const shortest = structuredPatch(oldName, newName, before, after, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MOST_FOR_SHORTEST,
  });
  const patch = shortest ?? {
    oldFileName: oldName,
    newFileName: newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunksOf(changesOf(linesOf(before), linesOf(after))),
  };
  return formatPatch(patch).replace(/^=+\n/, '');
}

interface Change {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Goes through both texts side by side; where they differ, to the next lines that are alike. */
function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      changes.push({ sign: ' ', line: before[i]! });
      i++;
      j++;
      continue;
    }
    const [old, added] = untilAlike(before, after, i, j);
    for (const line of before.slice(i, i + old)) changes.push({ sign: '-', line });
    for (const line of after.slice(j, j + added)) changes.push({ sign: '+', line });
    i += old;
    j += added;
  }
  return changes;
}

/** How many lines of each are passed until the texts are alike again; as many as are left where they are not soon. */
function untilAlike(
  before: readonly string[],
  after: readonly string[],
  i: number,
  j: number,
): readonly [old: number, added: number] {
  for (let both = 1; both <= 2 * REACH; both++)
    for (let old = Math.max(0, both - REACH); old <= Math.min(both, REACH); old++) {
      const line = before[i + old];
      if (line !== undefined && line === after[j + both - old]) return [old, both - old];
    }
  return [Math.min(REACH, before.length - i), Math.min(REACH, after.length - j)];
}

/** Changes with the lines around them; those that are near each other in one hunk. */
function hunksOf(changes: readonly Change[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let [oldLine, newLine, at] = [1, 1, 0];
  const pass = (to: number): void => {
    for (; at < to; at++) {
      if (changes[at]!.sign !== '+') oldLine++;
      if (changes[at]!.sign !== '-') newLine++;
    }
  };
  for (;;) {
    let first = at;
    while (changes[first]?.sign === ' ') first++;
    if (first >= changes.length) return hunks;
    let last = first;
    for (let i = first; i < changes.length && i <= last + 2 * CONTEXT + 1; i++)
      if (changes[i]!.sign !== ' ') last = i;
    pass(Math.max(at, first - CONTEXT));
    const [oldStart, newStart, from] = [oldLine, newLine, at];
    pass(Math.min(changes.length, last + 1 + CONTEXT));
    const [oldLines, newLines] = [oldLine - oldStart, newLine - newStart];
    const lines = changes
      .slice(from, at)
      .flatMap(({ sign, line }) =>
        line.endsWith('\n')
          ? [`${sign}${line.slice(0, -1)}`]
          : [`${sign}${line}`, '\\ No newline at end of file'],
      );
    hunks.push({ oldStart, oldLines, newStart, newLines, lines });
  }
}
