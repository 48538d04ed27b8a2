import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { FileView } from './rule.ts';

/** The view of a shared file for rules; null where `path` is none. */
export function fileView(path: string, library: Library, allIsRead: boolean): FileView | null {
  const kind = kindOf(path, library);
  return kind && { path, allIsRead, kind };
}

function kindOf(path: string, library: Library): Exclude<FileView['kind'], 'unreadable' | 'guessed'> | null {
  if (path === PROJECT_FILE) return 'project';
  for (const settings of library.settingsFiles()) if (settings.path === path) return 'inherited-settings';
  if (library.bibliography(path)) return 'bibliography';
  return library.register(path) ? 'register' : null;
}
