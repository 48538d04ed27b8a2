import type { Finding } from '../../checking/rule.ts';
import type { Library } from '../../workspace/library.ts';
import type { Action } from './action.ts';
import { allowFolder, allowFolderOfSource } from './allow-folder.ts';

/** The actions for a finding in a project file, settings file, register or bibliography. */
export function actionsInData(finding: Finding, path: string, library: Library): Action[] {
  switch (finding.code) {
    case 'bibliography-unreadable':
      return allowFolder(finding, path, library);
    case 'project-invalid':
      return allowFolderOfSource(finding, library);
    default:
      return [];
  }
}
