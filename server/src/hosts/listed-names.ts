import { mayBeBibliography } from '../bibliography/recognise.ts';
import { isInheritedSettings, saysWhatCounts } from '../workspace/bibliography-scope.ts';
import { extensionOf } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';

/** Folders without texts of the user's. */
const PASSED_OVER = new Set(['node_modules', '__pycache__']);

/** Whether a folder is not searched: hidden ones, and those of programs. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || PASSED_OVER.has(name);
}

/** Whether a file next to a lone one may be its bibliography, by its name. */
export function mayBeFound(name: string): boolean {
  return mayBeBibliography(extensionOf(name)) !== null && name !== PROJECT_FILE && !isInheritedSettings(name);
}

/** Whether a file is listed where only what says what counts is: bibliographies and settings. */
export function saysWhatIsNear(name: string): boolean {
  return mayBeFound(name) || saysWhatCounts(name);
}
