import { FileType, Uri, commands, window, workspace } from 'vscode';
import type { SourceFile, TakenSource } from '../../../server/src/protocol/source.ts';
import type { Server } from '../server.ts';
import { decide, dismissal, inform, waitFor } from '../shown/messages.ts';
import { writingGuard } from '../written-files.ts';
import type { LastText } from './last-text.ts';
import { refuse } from './mend.ts';
import { say } from '../../../server/src/words/say.ts';

/** Writes the text of a work into the workspace and opens it; asks before it writes over anything. `from` is the document at hand. */
export async function takeSource(
  source: Pick<SourceFile, 'file' | 'work' | 'title'>,
  from: string,
  server: Server,
  texts: LastText,
): Promise<void> {
  const asked = { uri: from, file: source.file, work: source.work };
  const answer = await waitFor(
    say('Taking the text of {title} into the workspace', { title: source.title }),
    (token) => server.ask('takeSource', asked, token),
  );
  if (!answer) return;
  if (answer.status === 'refused')
    return refuse(answer.why, answer.mend, server, texts, () => takeSource(source, from, server, texts));
  const file = Uri.parse(answer.uri);
  const open = async (): Promise<void> => {
    await window.showTextDocument(file);
  };
  if (await isThere(file)) {
    const label = say('Write Over It');
    const said = say('There is a file “{file}” already. What was annotated in it would be lost.', {
      file: answer.path,
    });
    const opens = say('Open It');
    const pressed = await decide(said, label, opens);
    if (pressed === opens) return open();
    if (pressed !== label) return;
  }
  // A link may have been made since the server looked.
  const outside = await writingGuard.leadingOut([file]);
  if (outside) {
    await inform(writingGuard.leadsOut(outside), dismissal(say('OK')));
    return;
  }
  await workspace.fs.writeFile(file, new TextEncoder().encode(answer.text));
  await open();
  void inform(written(answer), {
    label: say('Show It in the Folder'),
    act: () => commands.executeCommand('revealInExplorer', file),
  });
}

function written({
  path: file,
  from: source,
  pages,
}: Extract<TakenSource, { readonly status: 'taken' }>): string {
  if (!pages) return say('“{file}” is written, out of “{source}”.', { file, source });
  const { first, last } = pages;
  return first === last
    ? say('“{file}” is written, out of “{source}”, page {first}.', { file, source, first })
    : say('“{file}” is written, out of “{source}”, pages {first} to {last}.', { file, source, first, last });
}

async function isThere(file: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(file)).type & (FileType.File | FileType.SymbolicLink)) !== 0;
  } catch {
    return false; // missing
  }
}
