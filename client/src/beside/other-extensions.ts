import { extensions } from 'vscode';

/** What else lists headings, and the endings of the files of which it does. */
const outliners: readonly (readonly [extension: string, ...endings: string[]])[] = [
  ['vscode.markdown-language-features', 'md', 'markdown'],
  ['quarto.quarto', 'qmd'],
];

/** The endings of the files whose headings another extension lists. */
export function headingsOfTheEditor(): string[] {
  return [...new Set(outliners.flatMap(([id, ...endings]) => (extensions.getExtension(id) ? endings : [])))];
}

/** Whether another extension reads our schemas of project files and registers. */
export function readsSchemas(): boolean {
  return extensions.getExtension('redhat.vscode-yaml') !== undefined;
}
