import type { DocumentView } from '../checking/rule.ts';
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';

/** A range of lines that can be folded into the first. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Folds for divs, notes of several lines, the front matter, note lists and reference lists. */
export function foldsOf({ text, facts, found }: DocumentView): Fold[] {
  const { lines } = text;
  const ranges: TextRange[] = [
    ...(facts.frontMatter ? [facts.frontMatter.range] : []),
    ...facts.parts.filter(({ kind }) => kind === 'div').map(({ range }) => range),
    ...facts.definitions.map(({ range }) => range),
    ...found.noteLists.map(({ heading, range }) => ({
      from: heading?.range.from ?? range.from,
      to: range.to,
    })),
    ...found.referenceHeadings.flatMap(({ range }, index) => {
      const end = found.referenceHeadings[index + 1]?.range.from ?? text.length;
      const next = bisect(found.references.length, (i) => found.references[i]!.range.from >= end);
      const last = found.references[next - 1];
      return last && last.range.from >= range.to ? [{ from: range.from, to: last.range.to }] : [];
    }),
  ];
  const folds = new Map<number, Fold>();
  for (const { from, to } of ranges) {
    const startLine = lines.lineAt(from);
    let end = to;
    while (end > from && text.text[end - 1] === '\n') end--;
    const endLine = lines.lineAt(end);
    const known = folds.get(startLine);
    if (endLine > startLine && (!known || known.endLine < endLine))
      folds.set(startLine, { startLine, endLine });
  }
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}
