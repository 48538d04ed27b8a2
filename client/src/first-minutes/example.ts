import { Uri, commands, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import { complain, inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

const name = 'labour-organisations';

/** Registers the command that copies the example into a folder and opens it. */
export function registerExample(extension: Uri, carryOn: (step: Promise<void>) => void): Disposable {
  return commands.registerCommand(`${productId}.openExample`, (into?: unknown) =>
    openExample(extension, into instanceof Uri ? into : undefined, carryOn),
  );
}

/** Resolves to the path of the copy; undefined when cancelled. */
async function openExample(
  extension: Uri,
  into: Uri | undefined,
  carryOn: (step: Promise<void>) => void,
): Promise<Uri | undefined> {
  const folder = into ?? (await chooseFolder());
  if (!folder) return undefined;
  const copy = await freePlace(folder);
  try {
    await workspace.fs.copy(Uri.joinPath(extension, 'examples', name), copy);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void complain(
      say('The example could not be copied to {folder}: {reason}', { folder: copy.fsPath, reason }),
      {
        label: say('Choose Another Folder…'),
        act: () => openExample(extension, undefined, carryOn),
      },
    );
    return undefined;
  }
  if (workspace.workspaceFolders?.length) carryOn(offer(copy));
  else await commands.executeCommand('vscode.openFolder', copy);
  return copy;
}

async function chooseFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: say('Where Should the Example Be Copied to?'),
    openLabel: say('Copy the Example Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return chosen?.[0];
}

/** A new folder, so that edits in an earlier copy are kept. */
async function freePlace(folder: Uri): Promise<Uri> {
  const taken = new Set((await workspace.fs.readDirectory(folder)).map(([entry]) => entry.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return Uri.joinPath(folder, free);
}

/** Asks before replacing a window in which something is open. */
async function offer(copy: Uri): Promise<void> {
  const open = (forceNewWindow: boolean) =>
    commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
  await inform(
    say('The example lies in {folder}.', { folder: copy.fsPath }),
    { label: say('Open Here'), act: () => open(false) },
    { label: say('Open in a New Window'), act: () => open(true) },
  );
}
