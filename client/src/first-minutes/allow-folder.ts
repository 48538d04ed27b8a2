import { ConfigurationTarget, FileType, Uri, commands, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import { complain, inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** A setting of machine scope, which workspaces cannot set. */
const SETTING = 'allowedFolders';

/** Registers the command that permits reading a folder outside the workspace. */
export function registerAllowFolder(): Disposable {
  return commands.registerCommand(`${productId}.allowFolder`, async (asked?: unknown) => {
    const folder = folderOf(asked);
    if (folder === null) return;
    if (!workspace.isTrusted) {
      void inform(say('Files outside of the workspace are read only where you trust it.'), {
        label: say('Manage Trust'),
        act: () => commands.executeCommand('workbench.trust.manage'),
      });
      return;
    }
    if (!(await isFolder(folder))) {
      void complain(say('There is no folder “{folder}”.', { folder }), {
        label: say('Open the Setting'),
        act: () => commands.executeCommand('workbench.action.openSettings', `${productId}.${SETTING}`),
      });
      return;
    }
    await allowFolder(folder);
  });
}

/** Permits reading a folder. */
export async function allowFolder(folder: string): Promise<void> {
  const settings = workspace.getConfiguration(productId);
  const allowed = settings.get<readonly string[]>(SETTING, []);
  if (!allowed.includes(folder))
    await settings.update(SETTING, [...allowed, folder], ConfigurationTarget.Global);
}

/** The argument of the command, from the server's button or a key binding. */
function folderOf(asked: unknown): string | null {
  const said =
    typeof asked === 'object' && asked !== null && 'allowFolder' in asked ? asked.allowFolder : asked;
  return typeof said === 'string' && said !== '' ? said : null;
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(Uri.file(folder))).type & FileType.Directory) !== 0;
  } catch {
    return false; // missing
  }
}
