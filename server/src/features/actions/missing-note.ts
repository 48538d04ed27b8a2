import type { NoteDefinition } from '../../facts/model.ts';
import { actionKinds, type ActionEdit, type ActionRequest, type FindingActions } from './action.ts';

/**
 * Pandoc takes the paragraph after an empty note for its words, so a new note is never empty: it says that its
 * words are missing, and that is reported until they are written.
 */
const UNWRITTEN = '[?]';

/** Writes the note that a marker calls for: after the last note, or at the end of the text. */
export const writeMissingNote: FindingActions = (finding, request) => {
  const { view } = request;
  const marker = view.facts.markers.find(({ range }) => range.from === finding.range.from);
  if (!marker || view.facts.definitions.some(({ label }) => label === marker.label)) return [];
  return [
    {
      title: `Write note “${marker.label}”`,
      kind: actionKinds.fix,
      fixes: [finding],
      isPreferred: true,
      edits: () => [newNote(marker.label, request)],
    },
  ];
};

/** The insertion of a note, its missing words selected: after the last note, or at the end of the text. */
export function newNote(label: string, { view }: ActionRequest): ActionEdit {
  const { text } = view.text;
  const last = view.facts.definitions.filter((definition) => standsFree(definition, text)).at(-1);
  const at = last ? last.range.to : text.trimEnd().length;
  const before = at === 0 ? '' : '\n\n';
  const after = text.slice(at).startsWith('\n') ? '' : '\n';
  const head = `${before}[^${label}]: `;
  return {
    path: view.path,
    range: { from: at, to: at },
    insert: head + UNWRITTEN + after,
    select: { from: head.length, to: head.length + UNWRITTEN.length },
  };
}

/** Whether a note begins its line: one within a quotation or a list is no model for others. */
function standsFree({ range }: NoteDefinition, text: string): boolean {
  return range.from === 0 || text[range.from - 1] === '\n';
}
