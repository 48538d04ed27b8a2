/** Quick picks. All rows are created here. */
import { QuickPickItemKind, window } from 'vscode';
import type { QuickPick, QuickPickItem } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** A row. Its text is literal; `icon` is the name of a VS Code icon. */
export interface Row<Value> {
  readonly label: string;
  readonly icon?: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
  readonly value: Value;
}

/** A row that tells something, and cannot be chosen. */
export type Told = Omit<Row<never>, 'value'>;

/** A separator, perhaps with a heading. The editor draws it only above a row. */
export interface Line {
  readonly line: string;
}

/** A row in VS Code's terms. */
export interface ShownRow<Value> extends QuickPickItem {
  readonly value?: Value;
}

/** Converts rows and separators. VS Code renders `$(…)` anywhere as an icon; here only ours. */
export function shownRows<Value>(rows: readonly (Row<Value> | Line | Told)[]): ShownRow<Value>[] {
  return rows.map((row) => {
    if ('line' in row) return { label: unmarked(row.line), kind: QuickPickItemKind.Separator };
    const { label, icon, description, detail, alwaysShow } = row;
    return {
      label: icon ? `$(${icon}) ${unmarked(label)}` : unmarked(label),
      ...(description ? { description: unmarked(description) } : {}),
      ...(detail ? { detail: unmarked(detail) } : {}),
      ...(alwaysShow ? { alwaysShow } : {}),
      ...('value' in row ? { value: row.value } : {}),
    };
  });
}

/** Lets the user choose a row; undefined when cancelled. */
export async function pick<Value>(
  rows: readonly (Row<Value> | Line)[],
  title: string,
): Promise<Value | undefined> {
  const options = { title: unmarked(title), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(shownRows(rows), options))?.value;
}

/** A quick pick whose rows change while the user types. */
export function changingPick<Value>(title: string, placeholder: string): QuickPick<ShownRow<Value>> {
  const made = window.createQuickPick<ShownRow<Value>>();
  made.title = unmarked(title);
  made.placeholder = unmarked(placeholder);
  return made;
}
