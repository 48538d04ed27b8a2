/** Quick picks. All rows are created here. */
import { QuickPickItemKind, window } from 'vscode';
import type { Disposable, QuickPick, QuickPickItem } from 'vscode';
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

/** The rows of a list, or a promise of them; null where there is nothing to choose. */
export type Rows<Value> = readonly (Row<Value> | Line)[] | Promise<readonly (Row<Value> | Line)[] | null>;

/**
 * Lets the user choose a row; undefined when cancelled. The list is open before its rows are known, so that what is typed
 * meanwhile does not go into the text. `typed` is what was typed into an earlier question; `retitle` a better title, once
 * it is known.
 */
export async function pick<Value>(
  rows: Rows<Value>,
  title: string,
  { typed = '', retitle }: { readonly typed?: string; readonly retitle?: Promise<string | null> } = {},
): Promise<Value | undefined> {
  const made = changingPick<Value>(title, '');
  made.matchOnDescription = made.matchOnDetail = true;
  made.value = typed;
  const { hidden, accepted, end } = endings(made);
  try {
    if ('then' in rows) made.busy = true;
    else made.items = shownRows(rows);
    made.show();
    retitle?.then(
      (better) => {
        if (better !== null) made.title = unmarked(better);
      },
      () => undefined,
    );
    const known = await Promise.race([hidden, rows]);
    if (!known) return undefined;
    if ('then' in rows) {
      made.items = shownRows(known);
      made.busy = false;
    }
    return await Promise.race([hidden, accepted]);
  } finally {
    end();
  }
}

/** How a list ends: it is hidden, or a row is chosen. `end` removes it. */
function endings<Value>(made: QuickPick<ShownRow<Value>>) {
  const listeners: Disposable[] = [];
  const hidden = new Promise<undefined>((resolve) => {
    listeners.push(made.onDidHide(() => resolve(undefined)));
  });
  const accepted = new Promise<Value>((resolve) => {
    listeners.push(
      made.onDidAccept(() => {
        const [row] = made.activeItems;
        if (row?.value !== undefined) resolve(row.value);
      }),
    );
  });
  const end = () => {
    for (const listener of listeners) listener.dispose();
    made.dispose();
  };
  return { hidden, accepted, end };
}

/** A quick pick whose rows change while the user types. */
export function changingPick<Value>(title: string, placeholder: string): QuickPick<ShownRow<Value>> {
  const made = window.createQuickPick<ShownRow<Value>>();
  made.title = unmarked(title);
  made.placeholder = unmarked(placeholder);
  return made;
}

/**
 * Keeps the rows in the order that they are given in. The editor else puts those first in whose label the typed words stand as
 * they were typed: a new thing, which is called by them, before what is known by an author and a year.
 */
export function keepOrder(made: QuickPick<QuickPickItem>): void {
  // The editor has had it since 2020 without saying so in its types.
  Object.assign(made, { sortByLabel: false });
}
