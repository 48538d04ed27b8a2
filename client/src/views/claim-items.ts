import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ClaimGroup, Standing, ViewedClaim } from '../../../server/src/features/views/model.ts';
import { productId } from '../../../server/src/lsp/names.ts';

const icons: Readonly<Record<Standing, ThemeIcon>> = {
  contested: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  open: new ThemeIcon('question'),
  unsupported: new ThemeIcon('circle-slash'),
  settled: new ThemeIcon('law'),
  accepted: new ThemeIcon('pass'),
  standing: new ThemeIcon('circle-outline'),
  rejected: new ThemeIcon('close'),
  withdrawn: new ThemeIcon('discard'),
};

const standingWords: Readonly<Record<Standing, string>> = {
  contested: 'contested',
  open: 'open',
  unsupported: 'rests on nothing',
  settled: 'contested and settled',
  accepted: 'accepted',
  standing: 'uncontested',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

const groupIcons = { file: 'file', asserter: 'account', actor: 'organization', status: 'tag' } as const;

/** How a branch of claims looks and is read aloud. */
export function groupItem(group: ClaimGroup): TreeItem {
  const item = new TreeItem(group.label, TreeItemCollapsibleState.Collapsed);
  item.id = group.key;
  item.contextValue = `claimGroup.${group.grouping}${group.subject === '' ? '.nobody' : ''}`;
  item.iconPath =
    group.grouping === 'status'
      ? icons[group.subject as Standing]
      : new ThemeIcon(groupIcons[group.grouping]);
  item.description =
    group.contested && group.grouping !== 'status'
      ? `${group.claims}, ${group.contested} contested`
      : `${group.claims}`;
  const claims = group.claims === 1 ? 'one claim' : `${group.claims} claims`;
  item.accessibilityInformation = {
    label: `${group.label}: ${claims}${group.contested ? `, ${group.contested} contested` : ''}`,
  };
  item.tooltip = [group.detail, item.accessibilityInformation.label].filter(Boolean).join('\n');
  return item;
}

/** How a claim looks under its branch; `id` is unique in the tree. */
export function claimItem(claim: ViewedClaim, id: string): TreeItem {
  const item = new TreeItem(claim.text || claim.label, TreeItemCollapsibleState.None);
  const who = claim.asserters.join(' and ');
  item.id = id;
  item.contextValue = claim.address === null ? 'claim.nameless' : 'claim';
  item.iconPath = icons[claim.standing];
  item.description = [who, claim.when].filter(Boolean).join(' · ');
  item.tooltip = [
    claim.text,
    [`#${claim.label}`, `held by ${who}`, claim.reportedBy && `reported by ${claim.reportedBy}`]
      .filter(Boolean)
      .join(', '),
    claim.about.length ? `about ${claim.about.map(({ name }) => name).join(', ')}` : '',
    claim.says ? `says ${claim.says}` : '',
    standingWords[claim.standing],
    `${claim.path}, line ${claim.line + 1}`,
  ]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = {
    label: `${claim.text}. Held by ${who}, ${standingWords[claim.standing]}${claim.when ? `, time: ${claim.when}` : ''}`,
  };
  item.command = { command: `${productId}.openSpot`, title: 'Open', arguments: [claim.spot] };
  return item;
}

/** The row below claims of which there are more than are shown; `filter` is the command that leaves fewer. */
export function moreItem(leftOut: number, id: string, filter: string | null): TreeItem {
  const label =
    leftOut === 1
      ? 'One more claim is not shown'
      : `${leftOut.toLocaleString('en-US')} more claims are not shown`;
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = new ThemeIcon('ellipsis');
  if (filter) {
    item.description = 'filter to see more';
    item.command = { command: filter, title: 'Filter' };
  }
  item.accessibilityInformation = {
    label: filter ? `${label}. Filter the claims to see more` : label,
  };
  return item;
}
