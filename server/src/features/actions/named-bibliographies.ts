import type { DeclaredBibliography } from '../../workspace/bibliography-scope.ts';
import type { Library } from '../../workspace/library.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';

/** The bibliographies that a document, the project file or a file of settings names. */
export function bibliographiesNamedIn(path: string, library: Library): readonly DeclaredBibliography[] {
  if (library.summary(path)) return library.scopeOf(path).filter(({ declaredIn }) => declaredIn === path);
  if (path === PROJECT_FILE)
    return library.project.bibliography.map((token) => library.declared(path, token));
  for (const settings of library.settingsFiles())
    if (settings.path === path)
      return settings.content.bibliography.map((token) => library.declared(path, token));
  return [];
}
