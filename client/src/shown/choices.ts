/** Lists to choose from: the only place from which rows get to the editor's. */
import { QuickPickItemKind, window } from 'vscode';
import type { QuickPick, QuickPickItem } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** A row. Its words are shown as they are; `icon` is the name of one of the editor's. */
export interface Row<Value> {
  readonly label: string;
  readonly icon?: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
  readonly value: Value;
}

/** A line between rows; with words where they are not empty. */
export interface Line {
  readonly line: string;
}

/** A row as the editor has it. */
export interface ShownRow<Value> extends QuickPickItem {
  readonly value?: Value;
}

/** Rows and lines as the editor takes them. It draws icons wherever it finds `$(…)`: here only ours. */
export function shownRows<Value>(rows: readonly (Row<Value> | Line)[]): ShownRow<Value>[] {
  return rows.map((row) => {
    if ('line' in row) return { label: unmarked(row.line), kind: QuickPickItemKind.Separator };
    const { label, icon, description, detail, alwaysShow, value } = row;
    return {
      label: icon ? `$(${icon}) ${unmarked(label)}` : unmarked(label),
      ...(description ? { description: unmarked(description) } : {}),
      ...(detail ? { detail: unmarked(detail) } : {}),
      ...(alwaysShow ? { alwaysShow } : {}),
      value,
    };
  });
}

/** Lets the person choose a row; undefined when called off. */
export async function pick<Value>(
  rows: readonly (Row<Value> | Line)[],
  title: string,
): Promise<Value | undefined> {
  const options = { title: unmarked(title), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(shownRows(rows), options))?.value;
}

/** A list that changes while the person types. */
export function changingPick<Value>(title: string, placeholder: string): QuickPick<ShownRow<Value>> {
  const made = window.createQuickPick<ShownRow<Value>>();
  made.title = unmarked(title);
  made.placeholder = unmarked(placeholder);
  return made;
}
