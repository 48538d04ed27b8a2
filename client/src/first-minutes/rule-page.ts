import { Uri, commands, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';

const command = `${productId}.openRulePage`;

/**
 * The address of the page on a rule, for the link after its code. It is a command, because the page lies in the
 * extension’s own folder and is to be read, not edited; the editor follows such links from the Problems panel and from
 * hovers, and no network is needed.
 */
export const rulePages = `command:${command}?${encodeURIComponent('["{code}"]').replace('%7Bcode%7D', '{code}')}`;

/** Registers the command that shows the page on a rule. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(command, (code?: unknown) => showRulePage(extension, code));
}

async function showRulePage(extension: Uri, code: unknown): Promise<void> {
  // The code comes out of a link: it names a file, and nothing else.
  const name = typeof code === 'string' && /^[a-z-]{1,60}$/.test(code) ? code : 'README';
  const page = Uri.joinPath(extension, 'docs', 'rules', `${name}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Without the editor’s own Markdown extension the page is shown as it is written.
    await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
  }
}
