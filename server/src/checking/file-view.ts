import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { FileView } from './rule.ts';

/** How rules see the file at `path`, which is no document; null where it is none that documents lean on. */
export function fileView(path: string, library: Library, allIsRead: boolean): FileView | null {
  const kind = kindOf(path, library);
  return kind && { path, allIsRead, kind };
}

function kindOf(path: string, library: Library): Exclude<FileView['kind'], 'unreadable'> | null {
  if (path === PROJECT_FILE) return 'project';
  for (const settings of library.settingsFiles()) if (settings.path === path) return 'inherited-settings';
  if (library.bibliography(path)) return 'bibliography';
  return library.register(path) ? 'register' : null;
}
