import { EntryAt } from '../../workspace/entry-at.ts';
import type { FeatureRequest } from '../request.ts';

/** The entries that a key means in a file of data: those of the file itself, or else of what the project cites from. */
export function entriesInData(
  key: string,
  { view, library }: Pick<FeatureRequest, 'view' | 'library'>,
): readonly EntryAt[] {
  const { path } = view;
  const own = library.bibliography(path)?.content.entries.filter((entry) => entry.key.text === key) ?? [];
  return own.length > 0 ? own.map((entry) => new EntryAt(path, entry)) : library.entries(path, key);
}
