import { mayBeBibliography } from '../bibliography/recognise.ts';
import type { DeclaredBibliography } from './bibliography-scope.ts';
import type { LibraryState } from './library-state.ts';
import { extensionOf } from './paths.ts';

/**
 * Whether a document with this scope belongs to scholarly work: its workspace has a register or bibliography, or front
 * matter that describes works.
 */
export function isScholarly(
  { registers, referring, bibliographies, ownLibrary }: LibraryState,
  scope: readonly DeclaredBibliography[],
): boolean {
  const ofOthers = ownLibrary.filter((path) => bibliographies.has(path)).length;
  if (registers.size > 0 || referring.size > 0 || bibliographies.size > ofOthers) return true;
  // A named bibliography may be missing. One merely found counts only if its name says what it is.
  return scope.some(
    ({ found, paths }) =>
      !found ||
      paths.some((each) => !ownLibrary.includes(each) && mayBeBibliography(extensionOf(each)) === 'by-name'),
  );
}
