import { WorkSearch } from '../features/completion/work-search.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** How many entries are prepared before yielding: a few milliseconds of work. */
const HANDFUL = 100;

/**
 * Prepares the works in a document's scope for search. `pause` is awaited after every handful; stops when the library
 * changes, since the next text that is opened prepares the new state.
 */
export async function prepareWorks(
  { library }: WorkspaceParts,
  path: string,
  pause: () => Promise<void>,
): Promise<void> {
  const { version } = library;
  let done = 0;
  for (const entries of [...library.entryLists(path), ...library.furtherLists(path)])
    for (const step of WorkSearch.of(entries).prepare()) {
      void step;
      if (++done % HANDFUL !== 0) continue;
      await pause();
      if (library.version !== version) return;
    }
}
