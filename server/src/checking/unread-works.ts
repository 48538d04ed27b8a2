/** Works that are quoted and whose files could not be read. */
import type { Token } from '../facts/model.ts';
import type { Library } from '../workspace/library.ts';
import type { WorkFileState } from '../workspace/work-files.ts';
import { judge } from './quotation-judgement.ts';

/** What stands in the way of reading the files of some works. */
export interface UnreadWorks {
  readonly state: Exclude<WorkFileState, 'read' | 'unread' | 'missing' | 'unavailable'>;
  /** Of files that lie outside: the folder that would have to be allowed. */
  readonly folder: string | null;
  /** Where they are quoted first, and their files; in the order of the text. */
  readonly works: readonly { readonly named: Token; readonly file: string }[];
}

/** Zotero keeps each file in a folder of its own; what is to be allowed is the folder of all. */
const OF_ONE_ITEM = /(\/storage)\/[A-Z0-9]{8}$/;

/** The works quoted in `path` whose quotations could not be checked for their files, by what stands in the way. */
export function unreadWorks(path: string, library: Library): UnreadWorks[] {
  if (!library.works.hasRefused) return [];
  const found = new Map<
    string,
    { state: UnreadWorks['state']; folder: string | null; works: { named: Token; file: string }[] }
  >();
  const told = new Set<string>();
  for (const quotation of library.inPrint.quotationsOf(path)) {
    // Where no text is here there is no verdict either.
    const judgement = judge(quotation, null, path, library);
    if (judgement?.outcome !== 'unchecked') continue;
    if (judgement.reason !== 'outside' && judgement.reason !== 'unreadable') continue;
    for (const named of quotation.works)
      for (const file of library.works.of(path, named.text)) {
        const state = library.works.stateOf(file);
        // Of those that the project names it is told there.
        if (!isRefused(state) || told.has(file) || library.works.isNamedByProject(file)) continue;
        told.add(file);
        const folder = state === 'outside' ? toAllow(file, library) : null;
        const name = `${state} ${folder ?? ''}`;
        const group = found.get(name);
        if (group) group.works.push({ named, file });
        else found.set(name, { state, folder, works: [{ named, file }] });
      }
  }
  return [...found.values()];
}

function toAllow(file: string, library: Library): string | null {
  return library.works.folderOf(file)?.replace(OF_ONE_ITEM, '$1') ?? null;
}

/** Whether a file is there and could not be read. */
export function isRefused(state: WorkFileState): state is UnreadWorks['state'] {
  return state !== 'read' && state !== 'unread' && state !== 'missing' && state !== 'unavailable';
}
