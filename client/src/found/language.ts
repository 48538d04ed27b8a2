import { languages } from 'vscode';
import type { TextDocument } from 'vscode';

/** The VS Code language of found texts. Its defaults wrap lines; those of `plaintext`, also used by other texts, do not. */
export const foundText = 'found-text';

/** Sets the language of found texts, once for each: if the user changes it, it stays changed. */
export class FoundLanguage {
  private readonly told = new Set<string>();

  /** Sets the language of a plain text. Returns whether it did. */
  async give(document: TextDocument): Promise<boolean> {
    const uri = document.uri.toString();
    if (document.languageId !== 'plaintext' || this.told.has(uri)) return false;
    this.told.add(uri);
    await languages.setTextDocumentLanguage(document, foundText);
    return true;
  }
}
