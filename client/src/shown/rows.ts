/** Rows of trees: the only place from which words get to the editor's. */
import { TreeItem } from 'vscode';
import type { TreeItemCollapsibleState } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** What a row says. */
export interface RowWords {
  readonly label: string;
  readonly description?: string;
  /** Lines; those that are empty are left out. */
  readonly tooltip?: readonly (string | null | undefined)[];
  /** What a screen reader says in place of the label. */
  readonly aloud: string;
}

/** Words in the head of a tree; undefined for none. */
export function shownWords(words: string | undefined): string | undefined {
  return words === undefined ? undefined : unmarked(words);
}

/** A row of a tree that shows its words as they are, whatever the editor makes of such. */
export function treeRow(words: RowWords, state: TreeItemCollapsibleState): TreeItem {
  const { label, description, tooltip, aloud } = words;
  const item = new TreeItem(unmarked(label), state);
  if (description) item.description = unmarked(description);
  if (tooltip) item.tooltip = tooltip.flatMap((line) => (line ? [unmarked(line)] : [])).join('\n');
  item.accessibilityInformation = { label: unmarked(aloud) };
  return item;
}
