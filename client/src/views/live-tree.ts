import { EventEmitter, window } from 'vscode';
import type { CancellationToken, Disposable, TreeDataProvider, TreeItem, TreeView } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { Debounced } from './debounced.ts';
import { Latest } from './latest.ts';

/** Changes come in bursts: the server is asked once it has been quiet for so many milliseconds. */
const QUIET = 250;

/** What a tree shows. */
export interface Rows<Row> {
  /** The topmost rows, asked of the server; what it answers after the question was called off is not shown. */
  top(token: CancellationToken): Promise<Row[]>;
  below(row: Row): Promise<Row[]>;
  item(row: Row): TreeItem;
  /** Needed where rows are revealed. */
  parent?(row: Row): Row | null;
}

/** A tree view that asks the server anew when something has changed, and only while it is to be seen. */
export class LiveTree<Row> implements TreeDataProvider<Row>, Disposable {
  private readonly changes = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;
  /** The editor's view, for what stands in its head. */
  readonly view: TreeView<Row>;
  private readonly refreshing = new Debounced(() => this.refresh(), QUIET);
  private readonly latest: Latest<Row[]>;
  private readonly listeners: readonly Disposable[];
  private stale = false;

  /** `name` is that of the view in the package, without the product's. */
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

  /** Shows the tree anew at once. */
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
