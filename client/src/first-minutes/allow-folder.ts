import { ConfigurationTarget, FileType, Uri, commands, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import { complain, inform } from '../shown/messages.ts';

/** The setting of the machine that no workspace can make. */
const SETTING = 'allowedFolders';

/** Registers the command behind the button that lets files of a folder be read which texts name. */
export function registerAllowFolder(): Disposable {
  return commands.registerCommand(`${productId}.allowFolder`, async (asked?: unknown) => {
    const folder = folderOf(asked);
    if (folder === null) return;
    if (!workspace.isTrusted) {
      void inform('Files outside of the workspace are read only where you trust it.', {
        label: 'Manage Trust',
        act: () => commands.executeCommand('workbench.trust.manage'),
      });
      return;
    }
    if (!(await isFolder(folder))) {
      void complain(`There is no folder “${folder}”.`, {
        label: 'Open the Setting',
        act: () => commands.executeCommand('workbench.action.openSettings', `${productId}.${SETTING}`),
      });
      return;
    }
    await allowFolder(folder);
  });
}

/** Lets files of a folder be read from now on. */
export async function allowFolder(folder: string): Promise<void> {
  const settings = workspace.getConfiguration(productId);
  const allowed = settings.get<readonly string[]>(SETTING, []);
  if (!allowed.includes(folder))
    await settings.update(SETTING, [...allowed, folder], ConfigurationTarget.Global);
}

/** What the server's button says, or whoever binds a key to the command. */
function folderOf(asked: unknown): string | null {
  const said =
    typeof asked === 'object' && asked !== null && 'allowFolder' in asked ? asked.allowFolder : asked;
  return typeof said === 'string' && said !== '' ? said : null;
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(Uri.file(folder))).type & FileType.Directory) !== 0;
  } catch {
    return false; // there is none
  }
}
