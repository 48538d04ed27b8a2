/** Tree rows. All of them are created here. */
import { TreeItem } from 'vscode';
import type { TreeItemCollapsibleState } from 'vscode';
import { unmarked } from '../../../server/src/text/unmarked.ts';

/** The texts of a row. */
export interface RowWords {
  readonly label: string;
  readonly description?: string;
  /** Lines; empty ones are dropped. */
  readonly tooltip?: readonly (string | null | undefined)[];
  /** The screen reader's text in place of the label. */
  readonly aloud: string;
}

/** Sanitised text for the head of a tree; undefined for none. */
export function shownWords(words: string | undefined): string | undefined {
  return words === undefined ? undefined : unmarked(words);
}

/** A tree row with sanitised texts. */
export function treeRow(words: RowWords, state: TreeItemCollapsibleState): TreeItem {
  const { label, description, tooltip, aloud } = words;
  const item = new TreeItem(unmarked(label), state);
  if (description) item.description = unmarked(description);
  if (tooltip) item.tooltip = tooltip.flatMap((line) => (line ? [unmarked(line)] : [])).join('\n');
  item.accessibilityInformation = { label: unmarked(aloud) };
  return item;
}
