import { commands, window } from 'vscode';
import type { CancellationToken, Disposable, TreeItem } from 'vscode';
import type { ClaimGroup, Grouping, ViewedClaim } from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { claimItem, groupItem, moreItem } from './claim-items.ts';
import { LiveTree, type Rows } from './live-tree.ts';
import { askWords, inform } from '../shown/messages.ts';
import { shownWords } from '../shown/rows.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** A row of the tree of claims. */
export type ClaimRow =
  | { readonly kind: 'group'; readonly group: ClaimGroup }
  | { readonly kind: 'claim'; readonly claim: ViewedClaim; readonly parent: ClaimRow & { kind: 'group' } }
  /** The row for claims that are left out. */
  | { readonly kind: 'more'; readonly leftOut: number; readonly parent: ClaimRow & { kind: 'group' } };

const HIDDEN = deferred('The filter hides the claim at the cursor.');

/** How claims can be grouped, with the message for each. */
export const groupings: Readonly<Record<Grouping, string>> = {
  file: deferred('by file'),
  asserter: deferred('by asserter'),
  actor: deferred('by actor'),
  status: deferred('by status'),
};

/** The claim tree. Requests data only while it is visible. */
export class ClaimsView implements Rows<ClaimRow>, Disposable {
  /** The tree view. */
  readonly tree: LiveTree<ClaimRow>;
  private groups = new Map<string, ClaimRow & { kind: 'group' }>();
  private grouping: Grouping = 'file';
  private filter = '';

  constructor(private readonly server: Server) {
    this.tree = new LiveTree('claims', this, server);
    this.tell();
  }

  /** The selected rows. */
  selected(): readonly ClaimRow[] {
    return this.tree.view.selection;
  }

  /** Sets the grouping. */
  groupBy(grouping: Grouping): void {
    this.grouping = grouping;
    this.tell();
    this.tree.refresh();
  }

  /** Asks for a filter; nothing changes when cancelled. */
  async askFilter(): Promise<void> {
    const words = await askWords({
      title: say('Filter Claims'),
      prompt: say('Words that a claim, its asserter or its actors must have'),
      value: this.filter,
    });
    if (words !== undefined) this.setFilter(words);
  }

  setFilter(words: string): void {
    this.filter = words.trim();
    this.tell();
    this.tree.refresh();
  }

  /** Reveals and selects the claim at the cursor; shows a message when there is none. */
  async reveal(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const place = await this.server.ask('claimAt', {
      uri: editor.document.uri.toString(),
      position: editor.selection.active,
      grouping: this.grouping,
    });
    if (!place) {
      void inform(say('There is no claim at the cursor.'), {
        label: say('Mark as a Claim'),
        act: () => commands.executeCommand(`${productId}.markClaim`),
      });
      return;
    }
    if (this.groups.size === 0) await this.tree.getChildren();
    const parent = place.groups.map((key) => this.groups.get(key)).find((each) => each !== undefined);
    if (!parent) {
      void inform(say(HIDDEN), { label: say('Clear the Filter'), act: () => this.setFilter('') });
      return;
    }
    const rows = await this.below(parent);
    const row = rows.find((each) => each.kind === 'claim' && each.claim.key === place.claim.key);
    if (!row && rows.at(-1)?.kind !== 'more') {
      void inform(say(HIDDEN), { label: say('Clear the Filter'), act: () => this.setFilter('') });
      return;
    }
    await this.tree.view.reveal(row ?? parent, { select: true, focus: true });
    // Without the branch's name, which is text from a file.
    if (!row)
      void inform(
        say('The branch has more claims than are shown: filter them to see the one at the cursor.'),
        {
          label: say('Filter Claims…'),
          act: () => this.askFilter(),
        },
      );
  }

  item(row: ClaimRow): TreeItem {
    if (row.kind === 'group') return groupItem(row.group);
    const { key } = row.parent.group;
    return row.kind === 'claim'
      ? claimItem(row.claim, `${key} ${row.claim.key}`)
      : moreItem(row.leftOut, `${key} more`, `${productId}.filterClaims`);
  }

  parent(row: ClaimRow): ClaimRow | null {
    return row.kind === 'group' ? null : row.parent;
  }

  async below(row: ClaimRow): Promise<ClaimRow[]> {
    if (row.kind !== 'group') return [];
    const answer = await this.server.ask('claimsOfGroup', { group: row.group, filter: this.filter });
    if (!answer) return [];
    const rows = answer.claims.map((claim): ClaimRow => ({ kind: 'claim', claim, parent: row }));
    if (answer.leftOut > 0) rows.push({ kind: 'more', leftOut: answer.leftOut, parent: row });
    return rows;
  }

  async top(token: CancellationToken): Promise<ClaimRow[]> {
    const asked = { grouping: this.grouping, filter: this.filter };
    const tree = await this.server.ask('claimTree', asked, token);
    if (token.isCancellationRequested) return [];
    const groups = (tree?.groups ?? []).map((group) => ({ kind: 'group', group }) as const);
    this.groups = new Map(groups.map((each) => [each.group.key, each]));
    const unsettled = tree?.unsettled ?? 0;
    this.tree.view.badge = unsettled
      ? {
          value: unsettled,
          tooltip: say('{conflicts, plural, one {One conflict stands} other {# conflicts stand}}', {
            conflicts: unsettled,
          }),
        }
      : undefined;
    const hidden = this.filter !== '' && groups.length === 0 && (tree?.claims ?? 0) > 0;
    this.tree.view.message = shownWords(
      hidden
        ? say('No claim has “{words}”.', { words: this.filter })
        : this.filter
          ? say('Only claims with “{words}” are shown.', { words: this.filter })
          : undefined,
    );
    void commands.executeCommand('setContext', `${productId}.claims.empty`, (tree?.claims ?? 0) === 0);
    return groups;
  }

  dispose(): void {
    this.tree.dispose();
  }

  /** Updates the view's description and the context keys of its menus. */
  private tell(): void {
    this.tree.view.description = say(groupings[this.grouping]);
    void commands.executeCommand('setContext', `${productId}.claims.grouping`, this.grouping);
    void commands.executeCommand('setContext', `${productId}.claims.filtered`, this.filter !== '');
  }
}
