import { ThemeColor, ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import type { TreeItem } from 'vscode';
import type { ClaimGroup, Standing, ViewedClaim } from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { treeRow } from '../shown/rows.ts';
import { deferred, enumerated, listOf, say } from '../../../server/src/words/say.ts';

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
  contested: deferred('contested'),
  open: deferred('open'),
  unsupported: deferred('rests on nothing'),
  settled: deferred('contested and settled'),
  accepted: deferred('accepted'),
  standing: deferred('uncontested'),
  rejected: deferred('rejected'),
  withdrawn: deferred('withdrawn'),
};

const groupIcons = { file: 'file', asserter: 'account', actor: 'organization', status: 'tag' } as const;

/** The row of a branch of claims. */
export function groupItem(group: ClaimGroup): TreeItem {
  const contested = group.contested && group.grouping !== 'status' ? group.contested : 0;
  // Paths are long, so the file name is the label, and the folder goes to the description.
  const isFile = group.grouping === 'file';
  const folders = isFile ? group.label.slice(0, Math.max(0, group.label.lastIndexOf('/'))) : '';
  const aloud = say(
    '{within, select, true {{branch} in {folder}} other {{branch}}}: {claims, plural, one {one claim} other {# claims}}{contested, plural, =0 {} other {, # contested}}',
    {
      within: group.root !== null,
      branch: group.label,
      folder: group.root ?? '',
      claims: group.claims,
      contested: group.contested,
    },
  );
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
  if (contested > 0) return say('{contested, number} of {claims, number} contested', { contested, claims });
  return say('{claims, plural, one {# claim} other {# claims}}', { claims });
}

/** The row of a claim; `id` is unique in the tree. */
export function claimItem(claim: ViewedClaim, id: string): TreeItem {
  const who = listOf(claim.asserters);
  const item = treeRow(
    {
      label: claim.text || claim.label,
      description: [who, claim.when].filter(Boolean).join(' · '),
      tooltip: [
        claim.text,
        say(
          '{reported, select, true {{name}, held by {who}, reported by {reporter}} other {{name}, held by {who}}}',
          {
            reported: !!claim.reportedBy,
            name: `#${claim.label}`,
            who,
            reporter: claim.reportedBy ?? '',
          },
        ),
        claim.about.length
          ? say('about {actors}', { actors: enumerated(claim.about.map(({ name }) => name)) })
          : '',
        claim.says ? say('says {proposition}', { proposition: claim.says }) : '',
        say(standingWords[claim.standing]),
        say('{path}, line {line}', { path: claim.path, line: String(claim.line + 1) }),
      ],
      aloud: say(
        '{dated, select, true {{claim}. Held by {who}, {standing}, time: {time}} other {{claim}. Held by {who}, {standing}}}',
        {
          dated: !!claim.when,
          claim: claim.text,
          who,
          standing: say(standingWords[claim.standing]),
          time: claim.when ?? '',
        },
      ),
    },
    TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.contextValue = `claim${claim.address === null ? '.nameless' : ''}${claim.unsettled > 0 ? '.contested' : ''}`;
  item.iconPath = icons[claim.standing];
  item.command = { command: `${productId}.openSpot`, title: say('Open'), arguments: [claim.spot] };
  return item;
}

/** The row after claims of which some are left out; `filter` is the command that reduces them. */
export function moreItem(leftOut: number, id: string, filter: string | null): TreeItem {
  const label = say(
    '{count, plural, one {One more claim is not shown} other {# more claims are not shown}}',
    { count: leftOut },
  );
  const item = treeRow(
    {
      label,
      description: filter ? say('filter to see more') : '',
      aloud: filter ? say('{left}. Filter the claims to see more', { left: label }) : label,
    },
    TreeItemCollapsibleState.None,
  );
  item.id = id;
  item.iconPath = new ThemeIcon('ellipsis');
  if (filter) item.command = { command: filter, title: say('Filter') };
  return item;
}
