import { Range, Uri, ViewColumn, commands, window, workspace } from 'vscode';
import type { TextDocumentShowOptions } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import type { RowGesture } from './messages.ts';

/** Opens a text and selects a place in it; in another column than the picture that asks. */
export async function openSpot({ uri, range }: Spot, beside = false): Promise<void> {
  const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const options: TextDocumentShowOptions = { selection };
  if (beside) options.viewColumn = textColumn(uri);
  await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)), options);
}

/** Moves the cursor to a claim, and begins a gesture there; in another column than the picture that asks. */
export async function beginAt({ uri, range }: Spot, gesture: RowGesture, beside = false): Promise<void> {
  await openSpot({ uri, range: { start: range.start, end: range.start } }, beside);
  await commands.executeCommand(`${productId}.${gesture}`);
}

/** Opens a text beside the one at hand, or in the column that shows it already, and selects a place in it. */
export async function openBeside({ uri, range }: Spot): Promise<void> {
  const file = Uri.parse(uri);
  const known = window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  await window.showTextDocument(await workspace.openTextDocument(file), {
    viewColumn: known?.viewColumn ?? ViewColumn.Beside,
    selection: new Range(range.start.line, range.start.character, range.end.line, range.end.character),
  });
}

/** The column that already shows the text, or another text; else the one beside. */
function textColumn(uri: string): ViewColumn {
  const editors = window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  const same = editors.find(({ document }) => document.uri.toString() === Uri.parse(uri).toString());
  return (same ?? editors[0])?.viewColumn ?? ViewColumn.Beside;
}
