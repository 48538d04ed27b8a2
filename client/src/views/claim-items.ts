import { ThemeColor, ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import type { TreeItem } from 'vscode';
import type { ClaimGroup, Standing, ViewedClaim } from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { treeRow } from '../shown/rows.ts';

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

/** The row of a branch of claims. */
export function groupItem(group: ClaimGroup): TreeItem {
  const claims = group.claims === 1 ? 'one claim' : `${group.claims} claims`;
  const contested = group.contested && group.grouping !== 'status' ? group.contested : 0;
  // Paths are long, so the file name is the label, and the folder goes to the description.
  const isFile = group.grouping === 'file';
  const folders = isFile ? group.label.slice(0, Math.max(0, group.label.lastIndexOf('/'))) : '';
  const root = group.root === null ? '' : ` in ${group.root}`;
  const aloud = `${group.label}${root}: ${claims}${group.contested ? `, ${group.contested} contested` : ''}`;
  const item = treeRow(
    {
      label: isFile ? group.label.slice(folders === '' ? 0 : folders.length + 1) : group.label,
      description: [countOf(group.claims, contested), group.root, folders].filter(Boolean).join(' · '),
      tooltip: [group.detail, aloud],
      aloud,
    },
    TreeItemCollapsibleState.Collapsed,
  );
  item.id = group.key;
  item.contextValue = `claimGroup.${group.grouping}${group.subject === '' ? '.nobody' : ''}`;
  item.iconPath =
    group.grouping === 'status'
      ? icons[group.subject as Standing]
      : new ThemeIcon(groupIcons[group.grouping]);
  return item;
}

/** `9 of 26 contested`, `4 claims`. */
export function countOf(claims: number, contested: number): string {
  if (contested > 0) return `${contested} of ${claims} contested`;
  return claims === 1 ? '1 claim' : `${claims} claims`;
}

/** The row of a claim; `id` is unique in the tree. */
export function claimItem(claim: ViewedClaim, id: string): TreeItem {
  const who = claim.asserters.join(' and ');
  const item = treeRow(
    {
      label: claim.text || claim.label,
      description: [who, claim.when].filter(Boolean).join(' · '),
      tooltip: [
        claim.text,
        [`#${claim.label}`, `held by ${who}`, claim.reportedBy && `reported by ${claim.reportedBy}`]
          .filter(Boolean)
          .join(', '),
        claim.about.length ? `about ${claim.about.map(({ name }) => name).join(', ')}` : '',
        claim.says ? `says ${claim.says}` : '',
        standingWords[claim.standing],
        `${claim.path}, line ${claim.line + 1}`,
      ],
      aloud: `${claim.text}. Held by ${who}, ${standingWords[claim.standing]}${claim.when ? `, time: ${claim.when}` : ''}`,
    },
    TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.contextValue = `claim${claim.address === null ? '.nameless' : ''}${claim.unsettled > 0 ? '.contested' : ''}`;
  item.iconPath = icons[claim.standing];
  item.command = { command: `${productId}.openSpot`, title: 'Open', arguments: [claim.spot] };
  return item;
}

/** The row after claims of which some are left out; `filter` is the command that reduces them. */
export function moreItem(leftOut: number, id: string, filter: string | null): TreeItem {
  const label =
    leftOut === 1
      ? 'One more claim is not shown'
      : `${leftOut.toLocaleString('en-US')} more claims are not shown`;
  const item = treeRow(
    {
      label,
      description: filter ? 'filter to see more' : '',
      aloud: filter ? `${label}. Filter the claims to see more` : label,
    },
    TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.iconPath = new ThemeIcon('ellipsis');
  if (filter) item.command = { command: filter, title: 'Filter' };
  return item;
}
