import { extensions } from 'vscode';

/** Extensions that list headings, and the file extensions for which they do. */
const outliners: readonly (readonly [extension: string, ...endings: string[]])[] = [
  ['vscode.markdown-language-features', 'md', 'markdown'],
  ['quarto.quarto', 'qmd'],
];

/** The extensions of files whose headings another extension lists. */
export function headingsOfTheEditor(): string[] {
  return [...new Set(outliners.flatMap(([id, ...endings]) => (extensions.getExtension(id) ? endings : [])))];
}

/** Whether another extension uses our schemas for project files and registers. */
export function readsSchemas(): boolean {
  return extensions.getExtension('redhat.vscode-yaml') !== undefined;
}
