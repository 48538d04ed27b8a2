import { Uri, env, l10n, workspace } from 'vscode';
import { catalogueFile, languageOf } from '../../server/src/words/languages.ts';
import { setLanguage, type Catalogue } from '../../server/src/words/say.ts';

/** Has our messages in the language of the editor; called before the first of them. */
export function speakAsTheEditor(): void {
  setLanguage(languageOf(env.language), l10n.bundle ?? {});
}

/** The server's catalogue in the language of the editor, for a server without a disk. `extension` is our folder. */
export async function serverMessages(extension: Uri): Promise<Catalogue> {
  const language = languageOf(env.language);
  if (language === 'en') return {};
  try {
    const file = Uri.joinPath(extension, 'l10n', catalogueFile('server', language));
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Catalogue;
  } catch {
    return {}; // unreadable: English
  }
}
