import type { NoteDefinition, NoteMarker } from '../../facts/model.ts';
import { actionKinds, type ActionEdit, type ActionRequest, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';
import { say } from '../../words/say.ts';

/**
 * The text of a new note. It must not be empty, since Pandoc would take the next paragraph for its text. The
 * placeholder is reported until it is replaced.
 */
const UNWRITTEN = '[?]';

const BY_PLACE = new Indexed(({ range }: NoteMarker) => range.from);
const BY_LABEL = new Indexed(({ label }: NoteDefinition) => label);

/** Inserts the note for a note call: after the last note, or at the end of the text. */
export const writeMissingNote: FindingActions = (finding, request) => {
  // A note that is written, but not read as one, is mended where it stands.
  if (finding.fixes?.length) return [];
  const { view } = request;
  const { markers, definitions } = view.facts;
  const marker = BY_PLACE.first(markers, finding.range.from);
  if (!marker || BY_LABEL.first(definitions, marker.label)) return [];
  return [
    {
      title: say('Write note “{label}”', { label: marker.label }),
      kind: actionKinds.fix,
      fixes: [finding],
      isPreferred: true,
      edits: () => [newNote(marker.label, request)],
    },
  ];
};

/** The edit that inserts a note, with its placeholder selected: after the last note, or at the end of the text. */
export function newNote(label: string, { view }: ActionRequest): ActionEdit {
  const { text } = view.text;
  const last = view.facts.definitions.findLast((definition) => standsFree(definition, text));
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

/** Whether a note begins its line: one in a quotation or list shows no place for others. */
function standsFree({ range }: NoteDefinition, text: string): boolean {
  return range.from === 0 || text[range.from - 1] === '\n';
}
