import type { Uri } from 'vscode';
import { commands, window, workspace } from 'vscode';
import type { SourceMend } from '../../../server/src/protocol/source.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { make } from '../gestures/make.ts';
import type { Server } from '../server.ts';
import { dismissal, inform } from '../shown/messages.ts';
import type { Mend } from '../shown/messages.ts';
import { openSpot } from '../views/spots.ts';
import type { LastText } from './last-text.ts';
import { say } from '../../../server/src/words/say.ts';

/** What the button of a refusal does, and what it is called; null where nothing helps. */
export function mendOf(mend: SourceMend | null, server: Server, texts: LastText): Mend | null {
  if (!mend) return null;
  if (mend.kind === 'allowFolder')
    return {
      label: say('Allow Reading from “{folder}”', { folder: mend.folder }),
      act: () => commands.executeCommand(`${productId}.allowFolder`, mend.folder),
    };
  return { label: say('Name the File…'), act: () => nameFile(mend.work, server, texts) };
}

/** Says why nothing is shown, with the button that helps; `again` is done afterwards. */
export async function refuse(
  why: string,
  mend: SourceMend | null,
  server: Server,
  texts: LastText,
  again: () => Promise<void>,
): Promise<void> {
  const helps = mendOf(mend, server, texts);
  const entry = mend?.kind === 'nameFile' ? mend.entry : null;
  const shows = entry ? [{ label: say('Show the Entry'), act: () => openSpot(entry) }] : [];
  if (!helps) return inform(why, dismissal(say('OK')));
  return inform(
    why,
    {
      label: helps.label,
      act: async () => {
        if ((await helps.act()) !== false) await again();
      },
    },
    ...shows,
  );
}

const FORMATS = ['pdf', 'epub', 'html', 'htm', 'xhtml', 'docx'];

/** Lets the user choose the file of a work, and writes it into the project file. False where nothing was chosen. */
async function nameFile(work: string, server: Server, texts: LastText): Promise<boolean> {
  const editor = texts.editor();
  if (!editor) return false;
  const [chosen] =
    (await window.showOpenDialog({
      title: say('The File of “{work}”', { work }),
      openLabel: say('This Is Its Text'),
      filters: { [say('Texts of works')]: FORMATS },
    })) ?? [];
  if (!chosen) return false;
  const { document, selection } = editor;
  const range = { start: selection.start, end: selection.end };
  const place = { uri: document.uri.toString(), version: document.version, range };
  await make(server, { editor, place }, { kind: 'fileOf', work, file: written(chosen, document.uri) });
  return true;
}

/** A file as the project file names it: from the folder of the text where it lies in it. */
function written(file: Uri, from: Uri): string {
  const folder = workspace.getWorkspaceFolder(from);
  const inside = folder && workspace.getWorkspaceFolder(file)?.uri.toString() === folder.uri.toString();
  return inside ? workspace.asRelativePath(file, false) : file.fsPath.replaceAll('\\', '/');
}
