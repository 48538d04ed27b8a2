import { EventEmitter, window } from 'vscode';
import type { CancellationToken, Disposable, TreeDataProvider, TreeItem, TreeView } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { Debounced } from './debounced.ts';
import { Latest } from './latest.ts';

/** The debounce interval for requests, in milliseconds. */
const QUIET = 250;

/** The data of a tree. */
export interface Rows<Row> {
  /** Requests the top rows; the answer is dropped if it was cancelled. */
  top(token: CancellationToken): Promise<Row[]>;
  below(row: Row): Promise<Row[]>;
  item(row: Row): TreeItem;
  /** Needed for revealing rows. */
  parent?(row: Row): Row | null;
}

/** A tree view that is refreshed after changes, and only while it is visible. */
export class LiveTree<Row> implements TreeDataProvider<Row>, Disposable {
  private readonly changes = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;
  /** The VS Code view, for its description and message. */
  readonly view: TreeView<Row>;
  private readonly refreshing = new Debounced(() => this.refresh(), QUIET);
  private readonly latest: Latest<Row[]>;
  private readonly listeners: readonly Disposable[];
  private stale = false;

  /** `name` is the view's id in package.json without our prefix. */
  constructor(
    name: string,
    private readonly rows: Rows<Row>,
    server: Server,
  ) {
    this.latest = new Latest((token) => {
      this.stale = false;
      return rows.top(token);
    });
    this.view = window.createTreeView(`${productId}.${name}`, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.listeners = [
      server.onDidChange(() => this.changed()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.stale) this.changed();
      }),
    ];
  }

  getTreeItem(row: Row): TreeItem {
    return this.rows.item(row);
  }

  getChildren(row?: Row): Promise<Row[]> {
    return row === undefined ? this.latest.get() : this.rows.below(row);
  }

  getParent(row: Row): Row | null {
    return this.rows.parent?.(row) ?? null;
  }

  /** Refreshes the tree at once. */
  refresh(): void {
    this.changes.fire();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.refreshing.dispose();
    this.latest.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  private changed(): void {
    if (this.view.visible) this.refreshing.ask();
    else this.stale = true;
  }
}
