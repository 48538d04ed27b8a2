import { Uri, commands, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';

const command = `${productId}.openRulePage`;

/**
 * The URL of a rule's page, for the link on its code. A command link, because the page is a file of the extension to
 * be shown as a preview. VS Code follows it from the Problems panel and from hovers; no network is needed.
 */
export const rulePages = `command:${command}?${encodeURIComponent('["{code}"]').replace('%7Bcode%7D', '{code}')}`;

/** Registers the command that shows a rule's page. */
export function registerRulePages(extension: Uri): Disposable {
  return commands.registerCommand(command, (code?: unknown) => showRulePage(extension, code));
}

async function showRulePage(extension: Uri, code: unknown): Promise<void> {
  // The code comes from a link, so it is validated before it becomes a file name.
  const name = typeof code === 'string' && /^[a-z-]{1,60}$/.test(code) ? code : 'README';
  const page = Uri.joinPath(extension, 'docs', 'rules', `${name}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Without the built-in Markdown extension the source is shown.
    await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
  }
}
