import type { DocumentFacts } from '../../facts/fact-lists.ts';
import { readFacts } from '../../facts/read.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import { spliced } from '../actions/splices.ts';

/** Whether the number of marks, notes and claims is the same as before; without notes where one was added. */
export function keepsParts(after: DocumentFacts, before: DocumentFacts): boolean {
  return (
    after.parts.length === before.parts.length &&
    after.opaque.length === before.opaque.length &&
    after.inlineNotes.length === before.inlineNotes.length &&
    after.headings.length === before.headings.length
  );
}

/** The facts of a text after some disjoint edits. Only the blocks that they touch are parsed. */
export function factsAfter({ view, syntax }: ActionRequest, edits: readonly ActionEdit[]): DocumentFacts {
  const backwards = [...edits].sort((a, b) => b.range.from - a.range.from);
  const { text } = spliced(view.text.text, edits);
  return readFacts(
    syntax.apply(
      text,
      backwards.map(({ range, insert }) => ({ ...range, insert })),
    ),
  );
}
