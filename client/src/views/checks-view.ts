import { ThemeColor, ThemeIcon, TreeItemCollapsibleState, commands } from 'vscode';
import type { CancellationToken, Disposable, TreeItem } from 'vscode';
import type {
  CheckedPlace,
  CheckedWork,
  CheckGroup,
  CheckStanding,
} from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { treeRow } from '../shown/rows.ts';
import { LiveTree, type Rows } from './live-tree.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** A row of the tree of checks. */
export type ChecksRow =
  | { readonly kind: 'work'; readonly work: CheckedWork }
  | { readonly kind: 'checks'; readonly group: CheckGroup }
  | { readonly kind: 'place'; readonly place: CheckedPlace; readonly group: CheckGroup }
  /** The row for places that are left out. */
  | { readonly kind: 'more'; readonly leftOut: number; readonly group: CheckGroup };

const icons: Readonly<Record<CheckStanding, ThemeIcon>> = {
  fine: new ThemeIcon('pass'),
  told: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  unchecked: new ThemeIcon('question'),
};

/**
 * The tree of checks: what was compared with its source, what was not, and why. Requests data only while it is
 * visible.
 */
export class ChecksView implements Rows<ChecksRow>, Disposable {
  /** The tree view. */
  readonly tree: LiveTree<ChecksRow>;

  constructor(private readonly server: Server) {
    this.tree = new LiveTree('checks', this, server);
  }

  item(row: ChecksRow): TreeItem {
    switch (row.kind) {
      case 'work':
        return workItem(row.work);
      case 'checks':
        return groupItem(row.group);
      case 'place':
        return placeItem(row.place, row.group);
      case 'more':
        return moreItem(row.leftOut, row.group);
    }
  }

  async below(row: ChecksRow): Promise<ChecksRow[]> {
    if (row.kind === 'work') return row.work.groups.map((group) => ({ kind: 'checks', group }));
    if (row.kind !== 'checks') return [];
    const { group } = row;
    const answer = await this.server.ask('placesOfChecks', { group });
    if (!answer) return [];
    const rows = answer.places.map((place): ChecksRow => ({ kind: 'place', place, group }));
    if (answer.leftOut > 0) rows.push({ kind: 'more', leftOut: answer.leftOut, group });
    return rows;
  }

  async top(token: CancellationToken): Promise<ChecksRow[]> {
    const tree = await this.server.ask('checkTree', {}, token);
    if (token.isCancellationRequested) return [];
    const works = tree?.works ?? [];
    const groups = works.flatMap((work) => work.groups);
    const quoted = groups.filter(({ kind }) => kind === 'quotation');
    // No badge, since the container adds up the badges of its views.
    this.tree.view.description = quoted.length > 0 ? inWords(quoted, QUOTATIONS) : '';
    void commands.executeCommand('setContext', `${productId}.checks.empty`, works.length === 0);
    return works.map((work) => ({ kind: 'work', work }));
  }

  dispose(): void {
    this.tree.dispose();
  }
}

function sum(groups: readonly CheckGroup[], standing?: CheckStanding): number {
  return groups.reduce((all, one) => (standing && one.standing !== standing ? all : all + one.count), 0);
}

const QUOTATIONS = deferred(
  '{all, plural, one {# quotation} other {# quotations}}{told, plural, =0 {} other {, # told of}}{unchecked, plural, =0 {} other {, # not checked}}',
);
const CHECKS = deferred(
  '{all, plural, one {# check} other {# checks}}{told, plural, =0 {} other {, # told of}}{unchecked, plural, =0 {} other {, # not checked}}',
);

/** `41 quotations, 2 told of, 10 not checked`. */
function inWords(groups: readonly CheckGroup[], message: string): string {
  return say(message, { all: sum(groups), told: sum(groups, 'told'), unchecked: sum(groups, 'unchecked') });
}

function workItem({ key, label, root, groups }: CheckedWork): TreeItem {
  const name = label ?? say('Works that no bibliography has, or one of several');
  const checks = inWords(groups, CHECKS);
  const item = treeRow(
    {
      label: name,
      description: [checks, root].filter(Boolean).join(' · '),
      tooltip: [name, checks, root].filter((line) => line !== null),
      aloud:
        root === null
          ? `${name}: ${checks}`
          : say('{work} in {folder}: {checks}', { work: name, folder: root, checks }),
    },
    TreeItemCollapsibleState.Collapsed,
  );
  item.id = key;
  item.contextValue = 'checkedWork';
  item.iconPath = new ThemeIcon('book');
  return item;
}

const standings: Readonly<Record<CheckStanding, string>> = {
  fine: deferred('Nothing is wrong with them.'),
  told: deferred('They are told of in the Problems panel, unless their rule is off.'),
  unchecked: deferred('They were not checked.'),
};

function groupItem({ key, label, count, standing }: CheckGroup): TreeItem {
  const item = treeRow(
    {
      label,
      description: String(count),
      tooltip: [`${label}: ${count}`, say(standings[standing])],
      aloud: `${label}: ${count}. ${say(standings[standing])}`,
    },
    TreeItemCollapsibleState.Collapsed,
  );
  item.id = key;
  item.contextValue = `checks.${standing}`;
  item.iconPath = icons[standing];
  return item;
}

function placeItem({ key, words, path, line, spot }: CheckedPlace, group: CheckGroup): TreeItem {
  const place = say('{path}, line {line}', { path, line: String(line + 1) });
  const item = treeRow(
    {
      label: words ?? place,
      description: words === null ? '' : place,
      tooltip: [words, place, group.label],
      aloud: `${words === null ? '' : `${words}. `}${group.label}, ${place}`,
    },
    TreeItemCollapsibleState.None,
  );
  item.id = `${group.key} ${key}`;
  item.contextValue = 'check';
  item.command = { command: `${productId}.openSpot`, title: say('Open'), arguments: [spot] };
  return item;
}

function moreItem(leftOut: number, { key }: CheckGroup): TreeItem {
  const label = say(
    '{count, plural, one {One more place is not shown} other {# more places are not shown}}',
    { count: leftOut },
  );
  const item = treeRow({ label, aloud: label }, TreeItemCollapsibleState.None);
  item.id = `${key} more`;
  item.iconPath = new ThemeIcon('ellipsis');
  return item;
}
