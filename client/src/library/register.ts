import { ConfigurationTarget, commands, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import { machine } from '../machine/here.ts';
import { pick } from '../shown/choices.ts';
import { inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** Registers the command that sets the path of the user's own library. */
export function registerLibrary(): Disposable {
  return commands.registerCommand(`${productId}.chooseLibrary`, (given?: unknown) =>
    chooseLibrary(typeof given === 'string' ? given : undefined),
  );
}

async function chooseLibrary(given?: string): Promise<void> {
  if (!workspace.isTrusted) {
    void inform(say('A library of your own is read only where you trust the workspace.'), {
      label: say('Manage Trust'),
      act: () => commands.executeCommand('workbench.trust.manage'),
    });
    return;
  }
  const file = given ?? (await chosen());
  if (file === undefined) return;
  await workspace.getConfiguration(productId).update('library', file, ConfigurationTarget.Global);
}

const OTHER = '';

async function chosen(): Promise<string | undefined> {
  const now = workspace.getConfiguration(productId).get('library', '');
  const other = { label: say('Another File…'), description: '', detail: '', value: OTHER };
  const rows = machine.findLibraries().then((candidates) => [
    ...candidates.map(({ file, why }) => ({
      label: file.slice(folderEnd(file) + 1),
      description: file === now ? [why, say('chosen now')].join(' · ') : why,
      detail: file.slice(0, folderEnd(file)),
      value: file,
    })),
    other,
  ]);
  const picked = await pick(rows, say('Choose My Library'));
  if (picked !== OTHER) return picked;
  const [uri] =
    (await window.showOpenDialog({
      title: say('My Library'),
      openLabel: say('Choose'),
      filters: { [say('Bibliographies')]: ['bib', 'bibtex', 'json', 'yaml', 'yml', 'ris'] },
    })) ?? [];
  return uri?.fsPath;
}

/** Where the folder of a file ends, in paths of any system. */
function folderEnd(file: string): number {
  return Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
}
