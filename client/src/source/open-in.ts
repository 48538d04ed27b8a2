import { Uri, env } from 'vscode';
import { pick } from '../shown/choices.ts';
import type { ShownSource } from './messages.ts';
import { zoteroLink } from './zotero.ts';
import { say } from '../../../server/src/words/say.ts';

/** Opens the file of a source in another program: in Zotero at the page, where it lies in Zotero's folder, or in the usual one. */
export async function openSourceIn({ uri, title }: ShownSource, index: number): Promise<void> {
  const file = Uri.parse(uri);
  const zotero = zoteroLink(file.fsPath, index);
  const usual = { label: say('The usual program'), detail: file.fsPath, value: file };
  const chosen = zotero
    ? await pick(
        [
          {
            label: 'Zotero',
            description: say('page {page} of the file', { page: String(index + 1) }),
            value: Uri.parse(zotero),
          },
          usual,
        ],
        say('Open {title} in…', { title }),
      )
    : file;
  if (chosen) await env.openExternal(chosen);
}
