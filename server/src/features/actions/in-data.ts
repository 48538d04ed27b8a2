import type { Finding } from '../../checking/rule.ts';
import type { Library } from '../../workspace/library.ts';
import type { Action } from './action.ts';
import { allowFolder, allowFolderOfSource } from './allow-folder.ts';
import { mendBibliographyName, mendRegisterName } from './named-file.ts';

/** The actions for a finding in a project file, settings file, register or bibliography. */
export function actionsInData(finding: Finding, path: string, library: Library): Action[] {
  switch (finding.code) {
    case 'bibliography-unreadable':
      return [...allowFolder(finding, path, library), ...mendBibliographyName(finding, path, library)];
    case 'register-invalid':
      return mendRegisterName(finding, path, library);
    case 'project-invalid':
      return allowFolderOfSource(finding, library);
    default:
      return [];
  }
}
