import type { Finding } from '../../checking/rule.ts';
import type { Library } from '../../workspace/library.ts';
import type { Action } from './action.ts';
import { allowFolder } from './allow-folder.ts';

/** What can be done about a finding in a file that documents lean on: the project file, settings, registers, bibliographies. */
export function actionsInData(finding: Finding, path: string, library: Library): Action[] {
  return finding.code === 'bibliography-unreadable' ? allowFolder(finding, path, library) : [];
}
