/** Where a new work is added: to the document's bibliography, or to one that is created. */
import { addEntry, writtenEntry } from '../../bibliography/write-entry.ts';
import { whereItBelongs } from '../../bibliography/rewritten.ts';
import type { BibliographyEntry, CslItem } from '../../bibliography/model.ts';
import type { Library } from '../../workspace/library.ts';
import { isOutside } from '../../workspace/paths.ts';
import type { ActionEdit } from '../actions/action.ts';
import { beingWritten } from '../being-written.ts';
import { refused, type Outcome } from './outcome.ts';
import { say } from '../../words/say.ts';

/** The default name of a new bibliography. */
export const NEW_BIBLIOGRAPHY = 'references.bib';

/** The edit that adds a work to the bibliography of the document at `path`, perhaps with a file to be created. */
export function addWork(path: string, work: BibliographyEntry | CslItem, library: Library): Outcome {
  let why: string | null = null;
  for (const declared of library.scopeOf(path))
    for (const candidate of declared.paths) {
      const loaded = library.bibliography(candidate);
      if (!loaded || library.isOwnLibrary(candidate) || isOutside(candidate)) continue;
      const program = library.rewrittenBy(candidate);
      if (program !== null) why ??= whereItBelongs(candidate, program);
      else if (library.inDoubt.has(candidate)) why ??= beingWritten(candidate);
      else {
        const { lines, content } = loaded;
        const last = lines.lineCount - 1;
        const length = lines.lineEnd(last);
        const endsOpen = lines.lineStart(last) === length;
        const edit = addEntry({ ...content, length, endsOpen }, work);
        if (edit) return { status: 'done', edits: [{ path: candidate, ...edit }] };
        why ??= say('“{candidate}” cannot be added to: look whether it is whole.', { candidate });
      }
    }
  if (why !== null) return refused(why);
  return newBibliography(path, work, library);
}

/** Creates a bibliography that is named but missing; if none is named, one at the root, where it is found. */
function newBibliography(path: string, work: BibliographyEntry | CslItem, library: Library): Outcome {
  const scope = library.scopeOf(path).filter(({ found }) => !found);
  const named = scope.find((declared) => !declared.glob && library.stateOf(declared) === 'missing');
  const place = named ? (named.paths.find((each) => !isOutside(each)) ?? null) : scope.length === 0 ? NEW_BIBLIOGRAPHY : null; // prettier-ignore
  if (place === null)
    return refused(
      say('The bibliographies of this text cannot be added to: none of them lies in the opened folder.'),
    );
  if (place.split('/').some((part) => part.startsWith('.')) || !/\.(?:bib|bibtex)$/i.test(place))
    return refused(
      say('The bibliography “{place}” is not made: make it by hand, or name one that ends in .bib.', {
        place,
      }),
    );
  if (library.files.has(place))
    return refused(say('“{place}” cannot be read, so that nothing is added to it.', { place }));
  const insert = writtenEntry('bibtex', work);
  if (insert === null) return refused(say('The entry cannot be read, so that it cannot be copied.'));
  const edits: ActionEdit[] = [{ path: place, range: { from: 0, to: 0 }, insert }];
  return { status: 'done', edits, creates: place };
}
