/** The works that a found text describes itself, in its list of references and its notes, with their citekeys. */
import type { CslItem } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import type { EntryMatch, FoundFacts, FoundResolution, NoteWork, WorkTarget } from '../../found/model.ts';
import { KnownEntries } from '../../found/resolve.ts';
import { workChainsOf } from '../../found/work-chains.ts';
import { pageSpan } from '../../pages/printed-locator.ts';
import type { Library } from '../../workspace/library.ts';
import type { ActionRequest } from './action.ts';
import { itemOfNoteWork } from './note-work-item.ts';
import { itemOfReference } from './reference-item.ts';
import { enumerated, say } from '../../words/say.ts';

/** A work that is in no bibliography of the text. */
export interface DescribedWork {
  readonly item: CslItem;
  /** The words that it was read from, on one line. */
  readonly words: string;
  /** Where they stand: `Notes 1, 3`, `List of references`. */
  readonly where: string;
}

/** The works of a text that no bibliography has, and what its citations mean once there is one with these too. */
export interface DescribedWorks {
  readonly works: readonly DescribedWork[];
  readonly resolution: FoundResolution;
}

type WorkRequest = Pick<ActionRequest, 'view' | 'library' | 'resolution'>;

/** Collects the works of a text, each once. A work that stands in notes and in the list has the key of the list. */
export function describedWorks({ view, library, resolution }: WorkRequest): DescribedWorks {
  const { found, text, path } = view;
  const known = resolution();
  const taken = new Set<string>();
  const works: DescribedWork[] = [];
  const words = (range: { from: number; to: number }) => text.slice(range).replace(/\s+/g, ' ').trim();
  const references = found.references.map((reference, i): EntryMatch => {
    const match = known.references[i]!;
    if (match.keys.length > 0 || reference.names.length === 0) return match;
    const key = freeKey(reference.key, path, library, taken);
    const written = words(reference.range);
    works.push({
      item: itemOfReference(reference, written, key),
      words: written,
      where:
        reference.label === null
          ? say('List of references')
          : say('Reference {label}', { label: reference.label }),
    });
    return settled(key);
  });
  const listed = listedWorks(found, references);
  const keys = new Map<string, EntryMatch>();
  const at = ({ note, work, part }: Pick<WorkTarget, 'note' | 'work' | 'part'>) => `${note}/${work}/${part}`;
  for (const { work, note, index, notes } of worksOfNotes(found)) {
    let match = known.noteWorks[note]![index]!;
    if (match.keys.length === 0) match = listed.described(work.names, work.year, work.title);
    if (match.keys.length === 0) {
      const key = freeKey(keyOf(work), path, library, taken);
      const { page, ...item } = itemOfNoteWork(work, key);
      works.push({
        // Pages beside which the work is cited, too, are those of a passage.
        item: page === undefined || isCitedBeyond(found, note, index, page) ? item : { ...item, page },
        words: words(work.range),
        where: say('{count, plural, one {Note {notes}} other {Notes {notes}}}', {
          count: notes.length,
          notes: enumerated(notes.map(String)),
        }),
      });
      match = settled(key);
    }
    for (const mention of workChainsOf(found).ofWork(note, index)) keys.set(`${mention.range.from}`, match);
    keys.set(at({ note, work: index, part: 'work' }), match);
  }
  return {
    works,
    resolution: {
      ...known,
      references,
      citations: known.citations.map((match, i) => {
        const { status, candidates } = found.citations[i]!;
        const own = candidates.length === 1 ? references[candidates[0]!] : undefined;
        return match.keys.length === 0 && status === 'resolved' && own ? own : match;
      }),
      shortTitles: known.shortTitles.map((match, i) => {
        const { status, target, wholeRange } = found.shortTitles[i]!;
        if (match.keys.length > 0 || status !== 'resolved' || target?.part !== 'work') return match;
        return keys.get(`${wholeRange.from}`) ?? keys.get(at(target)) ?? match;
      }),
    },
  };
}

/** A work described in the notes, and the notes that cite it. */
export interface WorkOfNotes {
  readonly work: NoteWork;
  /** Index into `noteWorks`, and into the works of that note. */
  readonly note: number;
  readonly index: number;
  /** The numbers of the notes. */
  readonly notes: readonly string[];
}

/** The works that notes describe in full, each once. */
export function worksOfNotes(found: FoundFacts): WorkOfNotes[] {
  return workChainsOf(found)
    .all()
    .flatMap((chain): WorkOfNotes[] => {
      const full = chain.find(({ isShort }) => !isShort);
      const works = full ? found.noteWorks[full.note]!.works : [];
      const index = works.findIndex(({ range }) => range.from === full?.range.from);
      const work = works[index];
      // ‘Meyer, 18’ says too little for an entry.
      if (!full || !work || (work.title === null && (work.names.length === 0 || work.year === null)))
        return [];
      const notes = [...new Set(chain.map(({ note }) => found.noteWorks[note]!.label))];
      return [{ work, note: full.note, index, notes }];
    });
}

/** The entries of the list, to find works of notes among them. */
function listedWorks({ references }: FoundFacts, matches: readonly EntryMatch[]): KnownEntries {
  return new KnownEntries(
    references.flatMap(({ names, year, yearSuffix, title }, i) => {
      const [key] = matches[i]!.keys;
      if (key === undefined) return [];
      const written = names.map(({ family, given }) => (given === null ? family : `${family}, ${given}`));
      return [{ key, names: written, year: year === null ? null : year + yearSuffix, title }];
    }),
  );
}

/** Whether a short form of a work cites a page outside of these. */
function isCitedBeyond(found: FoundFacts, note: number, index: number, pages: string): boolean {
  const own = pageSpan(pages);
  const chain = new Set(
    workChainsOf(found)
      .ofWork(note, index)
      .map(({ range }) => range.from),
  );
  return found.shortTitles.some(({ wholeRange, locator }) => {
    if (!chain.has(wholeRange.from)) return false;
    const cited = locator?.label === 'page' ? pageSpan(locator.value) : null;
    return own !== null && cited !== null && (cited.from < own.from || cited.to > own.to);
  });
}

function settled(key: string): EntryMatch {
  return { keys: [key], status: 'resolved' };
}

function keyOf({ names, title, year }: NoteWork): string {
  const family = names[0]?.family.split(' ').at(-1) ?? /\p{L}{4,}/u.exec(title ?? '')?.[0] ?? 'work';
  return `${folded(family).replace(/[^\p{L}\p{N}]/gu, '') || 'work'}${year?.slice(0, 4) ?? ''}`;
}

/** `stem`, or with a letter or number appended where that is taken in a bibliography or in `taken`, to which it is added. */
function freeKey(stem: string, path: string, library: Library, taken: Set<string>): string {
  let key = stem;
  for (let n = 1; taken.has(key) || library.entries(path, key).length > 0; n++)
    key = n < 26 ? `${stem}${String.fromCharCode(97 + n)}` : `${stem}-${n}`;
  taken.add(key);
  return key;
}
