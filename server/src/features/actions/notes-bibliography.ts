/** Makes a bibliography of the works that the notes of a text cite. */
import { writtenEntry } from '../../bibliography/write-entry.ts';
import { folded } from '../../found/folding.ts';
import type { FoundFacts, NoteWork } from '../../found/model.ts';
import { workChainsOf } from '../../found/work-chains.ts';
import { shortened } from '../../text/shortened.ts';
import type { Library } from '../../workspace/library.ts';
import { actionKinds, type ActionRequest, type TextActions } from './action.ts';
import { itemOfNoteWork } from './note-work-item.ts';

/** How much of a note is quoted above its entry, in UTF-16 units. */
const LONGEST_SOURCE = 400;

/**
 * Writes the works that notes cite into a new BibTeX file beside the text, each below the words that it was read from;
 * the notes in which no work was read are listed at its end. Works that a bibliography of the text has are left out.
 */
export const bibliographyOfNotes: TextActions = (request, wants) => {
  if (!wants(actionKinds.bibliographyOfNotes)) return [];
  const works = missingWorks(request);
  const place = works.length === 0 ? null : freePlace(request);
  if (place === null) return [];
  return [
    {
      title: `Make a bibliography from the notes: ${works.length === 1 ? 'one work' : `${works.length} works`}`,
      kind: actionKinds.bibliographyOfNotes,
      needsPreview: true,
      creates: place,
      edits: () => [{ path: place, range: { from: 0, to: 0 }, insert: written(works, request) }],
    },
  ];
};

/** A work, and the numbers of the notes that cite it. */
interface CitedWork {
  readonly work: NoteWork;
  readonly notes: readonly string[];
}

/** The works described in the notes, each once, that no bibliography of the text has. */
function missingWorks({ view: { found }, resolution }: ActionRequest): CitedWork[] {
  if (found.noteWorks.every(({ works }) => works.length === 0)) return [];
  const known = resolution().noteWorks;
  return workChainsOf(found)
    .all()
    .flatMap((chain): CitedWork[] => {
      const full = chain.find(({ isShort }) => !isShort);
      const works = full ? found.noteWorks[full.note]!.works : [];
      const index = works.findIndex(({ range }) => range.from === full?.range.from);
      const work = works[index];
      if (!full || !work || (work.title === null && work.names.length === 0)) return [];
      if ((known[full.note]?.[index]?.keys.length ?? 0) > 0) return [];
      const notes = [...new Set(chain.map(({ note }) => found.noteWorks[note]!.label))];
      return [{ work, notes }];
    });
}

/** `article.txt` → `article-notes.bib`, or with a number where there is one; null where all are taken. */
function freePlace({ view: { path }, library }: ActionRequest): string | null {
  const stem = path.replace(/\.[^./]*$/, '');
  for (let n = 1; n < 20; n++) {
    const place = `${stem}-notes${n === 1 ? '' : `-${n}`}.bib`;
    if (!library.files.has(place) && !library.bibliography(place)) return place;
  }
  return null;
}

function written(
  works: readonly CitedWork[],
  { view: { found, text, path }, library }: ActionRequest,
): string {
  const taken = new Set<string>();
  const entries = works.flatMap(({ work, notes }) => {
    const key = freeKey(work, path, library, taken);
    const entry = writtenEntry('bibtex', itemOfNoteWork(work, key));
    const where = `${notes.length === 1 ? 'Note' : 'Notes'} ${notes.join(', ')}`;
    return entry === null ? [] : [`% ${where}: ${quoted(text.slice(work.range))}\n${entry.trimEnd()}\n`];
  });
  const unread = unreadNotes(found).map(
    (note) =>
      `% Note ${found.noteWorks[note]!.label}: ${quoted(text.slice(found.noteWorks[note]!.bodyRange))}\n`,
  );
  return [
    ...entries,
    ...(unread.length > 0 ? [`% No work was read in these notes.\n${unread.join('')}`] : []),
  ].join('\n');
}

/** Notes that have neither a work nor a short form. */
function unreadNotes({ noteWorks, shortTitles }: FoundFacts): number[] {
  const short = new Set(shortTitles.map(({ note }) => note));
  return noteWorks.flatMap(({ works }, note) => (works.length === 0 && !short.has(note) ? [note] : []));
}

/** The words of a note on one line of a comment. BibTeX would begin an entry at an `@`. */
function quoted(words: string): string {
  return shortened(words.replace(/\s+/g, ' ').trim(), LONGEST_SOURCE).replaceAll('@', '(at)');
}

function freeKey(
  { names, title, year }: NoteWork,
  path: string,
  library: Library,
  taken: Set<string>,
): string {
  const family = names[0]?.family.split(' ').at(-1) ?? /\p{L}{4,}/u.exec(title ?? '')?.[0] ?? 'work';
  const stem = `${folded(family).replace(/[^\p{L}\p{N}]/gu, '') || 'work'}${year?.slice(0, 4) ?? ''}`;
  let key = stem;
  for (let n = 1; taken.has(key) || library.entries(path, key).length > 0; n++)
    key = n < 26 ? `${stem}${String.fromCharCode(97 + n)}` : `${stem}-${n}`;
  taken.add(key);
  return key;
}
