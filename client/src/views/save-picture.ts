import { Uri, window, workspace } from 'vscode';
import { writingGuard } from '../written-files.ts';
import type { SavedFormat } from './messages.ts';
import { complain, inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

const formats: Readonly<Record<SavedFormat, { readonly name: string; readonly ending: string }>> = {
  svg: { name: 'SVG', ending: 'svg' },
  argdown: { name: 'Argdown', ending: 'argdown' },
  csv: { name: 'CSV', ending: 'csv' },
};

/** Asks for a path, and writes an exported picture; `subject` is part of the suggested name. */
export async function savePicture(format: SavedFormat, text: string, subject: string): Promise<void> {
  const { name, ending } = formats[format];
  const [folder] = workspace.workspaceFolders ?? [];
  const proposed = `${subject.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'claims'}.${ending}`;
  const uri = await window.showSaveDialog({
    filters: { [name]: [ending] },
    ...(folder ? { defaultUri: Uri.joinPath(folder.uri, proposed) } : {}),
  });
  if (!uri) return;
  const elsewhere = { label: say('Save Elsewhere…'), act: () => savePicture(format, text, subject) };
  if (await writingGuard.leadingOut([uri])) {
    void complain(writingGuard.leadsOut(uri), elsewhere);
    return;
  }
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void complain(say('The {format} file could not be written: {why}', { format: name, why }), elsewhere);
    return;
  }
  await inform(say('Saved {file}.', { file: workspace.asRelativePath(uri) }), {
    label: say('Open'),
    act: async () => window.showTextDocument(await workspace.openTextDocument(uri)),
  });
}
