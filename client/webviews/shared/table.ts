import { html } from './dom.ts';

/** The content of a cell, and its sort key (by default its text). */
export interface TableCell {
  readonly content: Node | string;
  readonly order?: string | number;
  readonly class?: string;
  readonly title?: string;
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly TableCell[];
}

export interface TableSort {
  readonly column: number;
  readonly descending: boolean;
}

export interface TableOptions {
  readonly caption: string;
  readonly columns: readonly (string | { readonly name: string; readonly title: string })[];
  readonly rows: readonly TableRow[];
  /** Null for the order of `rows`. */
  readonly sort: TableSort | null;
  /** Called when the user sorts. */
  readonly sorted: (sort: TableSort | null) => void;
}

/**
 * A table whose first column is the row header. Column headers sort it: ascending, descending, unsorted. Arrow keys,
 * Home and End move between cells, and Enter follows a cell's link.
 */
export function table({ caption, columns, rows, sort, sorted }: TableOptions): HTMLTableElement {
  const head = html('tr');
  columns.forEach((each, column) => {
    const { name, title } = typeof each === 'string' ? { name: each, title: null } : each;
    const order = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : 'none';
    const press = html('button', { type: 'button', class: 'sort', tabindex: -1 }, name);
    press.addEventListener('click', () => {
      const next =
        order === 'none'
          ? { column, descending: false }
          : order === 'ascending'
            ? { column, descending: true }
            : null;
      sorted(next);
      // After the table was rebuilt, the header gets the focus back.
      document.querySelectorAll<HTMLElement>('thead th')[column]?.focus();
    });
    head.append(html('th', { scope: 'col', 'aria-sort': order, title, tabindex: -1 }, press));
  });
  const body = html('tbody');
  for (const { key, cells } of inOrder(rows, sort)) {
    const line = html('tr', { 'data-key': key });
    cells.forEach(({ content, class: kind, title }, column) => {
      const attributes = { class: kind, title, tabindex: -1 };
      line.append(
        column === 0 ? html('th', { scope: 'row', ...attributes }, content) : html('td', attributes, content),
      );
    });
    body.append(line);
  }
  const made = html('table', {}, html('caption', {}, caption), html('thead', {}, head), body);
  walkable(made);
  return made;
}

function inOrder(rows: readonly TableRow[], sort: TableSort | null): readonly TableRow[] {
  if (!sort) return rows;
  const valueOf = ({ cells }: TableRow): string | number => {
    const cell = cells[sort.column];
    return (
      cell?.order ?? (typeof cell?.content === 'string' ? cell.content : (cell?.content.textContent ?? ''))
    );
  };
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * String(a).localeCompare(String(b), undefined, { numeric: true });
  });
}

/** Roving tabindex: one cell takes part in the Tab order, with what is in it if that is more than one thing. */
function walkable(made: HTMLTableElement): void {
  const lines = [...made.rows].map((line) => [...line.cells]);
  for (const control of made.querySelectorAll<HTMLElement>('a, button')) control.tabIndex = -1;
  const enter = (cell: HTMLTableCellElement): void => {
    for (const each of made.querySelectorAll<HTMLElement>('[tabindex="0"]')) each.tabIndex = -1;
    cell.tabIndex = 0;
    const controls = cell.querySelectorAll<HTMLElement>('a, button');
    // A single one is followed from the cell.
    if (controls.length > 1) for (const control of controls) control.tabIndex = 0;
  };
  const first = lines[1]?.[0] ?? lines[0]?.[0];
  if (first) enter(first);
  made.addEventListener('keydown', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('th, td') : null;
    const row = lines.findIndex((line) => line.includes(cell as HTMLTableCellElement));
    if (row < 0) return;
    const column = lines[row]!.indexOf(cell as HTMLTableCellElement);
    if (event.key === 'Enter' && event.target === cell) {
      cell?.querySelector<HTMLElement>('a, button')?.click();
      return;
    }
    const goal = goalOf(event, row, column, lines);
    if (!goal) return;
    event.preventDefault();
    enter(goal);
    goal.focus();
  });
}

function goalOf(
  { key, ctrlKey }: KeyboardEvent,
  row: number,
  column: number,
  lines: readonly HTMLTableCellElement[][],
): HTMLTableCellElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return lines[row + 1]?.[column];
    case 'ArrowUp':
      return lines[row - 1]?.[column];
    case 'ArrowRight':
      return lines[row]?.[column + 1];
    case 'ArrowLeft':
      return lines[row]?.[column - 1];
    case 'Home':
      return lines[ctrlKey ? 0 : row]?.[0];
    case 'End':
      return lines[ctrlKey ? lines.length - 1 : row]?.at(-1);
    default:
      return undefined;
  }
}
