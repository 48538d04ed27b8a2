import type { Library } from '../../workspace/library.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';

/** The bibliographies that a document, the project file or a file of settings names. */
export function bibliographiesNamedIn(path: string, library: Library) {
  if (library.summary(path)) return library.scopeOf(path).filter(({ declaredIn }) => declaredIn === path);
  const tokens = [...library.settingsFiles()].find((settings) => settings.path === path)?.content
    .bibliography;
  return (path === PROJECT_FILE ? library.project.bibliography : (tokens ?? [])).map((token) =>
    library.declared(path, token),
  );
}
