/** Makes a bibliography of the works that the notes of a text cite. */
import type { FoundFacts } from '../../found/model.ts';
import { actionKinds, type Action, type ActionRequest, type TextActions } from './action.ts';
import { describedWorks } from './described-works.ts';
import { freePlace, NEW_FORMATS, writtenBibliography } from './new-bibliography.ts';
import { say } from '../../words/say.ts';

/**
 * Writes the works that notes cite into a new file beside the text, each with the words that it was read from; BibLaTeX
 * lists the notes in which no work was read at its end. Works that a bibliography of the text has are left out.
 */
export const bibliographyOfNotes: TextActions = (request, wants) => {
  const { found } = request.view;
  if (!wants(actionKinds.bibliographyOfNotes)) return [];
  if (found.noteWorks.every(({ works }) => works.length === 0)) return [];
  const works = worksInNotesOnly(request);
  if (works.length === 0) return [];
  return NEW_FORMATS.flatMap((format): Action[] => {
    const place = freePlace(request, 'notes', format.extension);
    if (place === null) return [];
    return [
      {
        title: say(
          'Make a bibliography from the notes in {format}: {count, plural, =1 {one work} other {{count} works}}',
          { format: format.name, count: works.length },
        ),
        kind: actionKinds.bibliographyOfNotes,
        needsPreview: true,
        creates: place,
        edits: () => [
          {
            path: place,
            range: { from: 0, to: 0 },
            insert: writtenBibliography(works, format, remarks(request)),
          },
        ],
      },
    ];
  });
};

/** The text's own list is left aside: what is asked for are the works of the notes. */
function worksInNotesOnly({ view: { path, text, facts, found }, library, resolution }: ActionRequest) {
  return describedWorks({
    view: { path, text, facts, found: { ...found, references: [] } },
    library,
    resolution: () => ({ ...resolution(), references: [] }),
  }).works;
}

function remarks({ view: { found, text } }: ActionRequest): string[] {
  const unread = unreadNotes(found).map((note) => {
    const { label, bodyRange } = found.noteWorks[note]!;
    return `Note ${label}: ${text.slice(bodyRange)}`;
  });
  return unread.length > 0 ? [say('No work was read in these notes.'), ...unread] : [];
}

/** Notes that have neither a work nor a short form. */
export function unreadNotes({ noteWorks, shortTitles }: FoundFacts): number[] {
  const short = new Set(shortTitles.map(({ note }) => note));
  return noteWorks.flatMap(({ works }, note) => (works.length === 0 && !short.has(note) ? [note] : []));
}
