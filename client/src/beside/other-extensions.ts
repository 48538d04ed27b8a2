import { Disposable, extensions, workspace } from 'vscode';
import type { Extension, TextDocument } from 'vscode';

/** What Quarto's extension exports, since 1.130. */
interface QuartoApi {
  isQuartoAvailable?(): boolean;
}

const QUARTO = 'quarto.quarto';

/** Quarto's language has these too. With R's extension they are of a language of their own, which Quarto does not know. */
const RMD = ['rmd', 'Rmd'];

/** Extensions that list headings, and the file extensions for which they do. */
const outliners: readonly (readonly [extension: string, ...endings: string[]])[] = [
  ['vscode.markdown-language-features', 'md', 'markdown'],
  [QUARTO, 'qmd', ...RMD],
];

/** The extensions of files whose headings another extension lists. */
export function headingsOfTheEditor(): string[] {
  const all = outliners.flatMap(([id, ...endings]) => (lists(extensions.getExtension(id)) ? endings : []));
  return extensions.getExtension('REditorSupport.r') ? all.filter((ending) => !RMD.includes(ending)) : all;
}

/** Whether an extension lists headings. Quarto's does once it is active and has found Quarto. */
function lists(extension: Extension<unknown> | undefined): boolean {
  if (extension?.id !== QUARTO) return extension !== undefined;
  if (!extension.isActive) return false;
  const api = extension.exports as QuartoApi | null | undefined;
  return api?.isQuartoAvailable?.() ?? true;
}

/**
 * Calls `changed` whenever other extensions may list other headings: when Quarto's has become active for a text, and when
 * extensions come and go.
 */
export function followOutliners(changed: () => void): Disposable {
  const look = ({ languageId }: Pick<TextDocument, 'languageId'>): void => {
    const quarto = extensions.getExtension(QUARTO);
    // The editor activates it for this text; we wait for the same activation.
    if (languageId === 'quarto' && quarto) void quarto.activate().then(changed, changed);
  };
  workspace.textDocuments.forEach(look);
  return Disposable.from(workspace.onDidOpenTextDocument(look), extensions.onDidChange(changed));
}
