import type { NoteDefinition } from '../../facts/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { actionKinds, type ActionEdit, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';
import { withoutLines } from './lines.ts';
import { say } from '../../words/say.ts';

const BY_PLACE = new Indexed(({ range }: NoteDefinition) => range.from);
const BY_LABEL = new Indexed(({ label }: NoteDefinition) => label);

/** Deletes a note without a note call, with all its paragraphs and one blank line. */
export const deleteUnusedNote: FindingActions = (finding, { view }) => {
  const { definitions } = view.facts;
  const unused = BY_PLACE.first(definitions, finding.range.from);
  if (!unused) return [];
  const all = BY_LABEL.all(definitions, unused.label);
  const title =
    all.length === 1
      ? say('Delete note “{label}”', { label: unused.label })
      : say('Delete the {count} notes called “{label}”', { count: all.length, label: unused.label });
  return [
    {
      title,
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => deletions(all, view),
    },
  ];
};

function deletions(definitions: readonly NoteDefinition[], { path, text }: DocumentView): ActionEdit[] {
  const ranges = definitions.map(({ range }) => withoutLines(text.text, text.lines, range));
  // Two notes may share the blank line between them.
  return ranges.map(({ from, to }, i) => ({
    path,
    range: { from, to: Math.min(to, ranges[i + 1]?.from ?? to) },
    insert: '',
  }));
}
