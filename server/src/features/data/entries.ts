import { EntryAt } from '../../workspace/entry-at.ts';
import type { FeatureRequest } from '../request.ts';

/** The entries with a key: those of the data file itself, else those in the scope of the project. */
export function entriesInData(
  key: string,
  { view, library }: Pick<FeatureRequest, 'view' | 'library'>,
): readonly EntryAt[] {
  const { path } = view;
  const own = library.bibliography(path)?.content.entries.filter((entry) => entry.key.text === key) ?? [];
  return own.length > 0 ? own.map((entry) => new EntryAt(path, entry)) : library.entries(path, key);
}
