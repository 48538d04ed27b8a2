import { ThemeIcon, TreeItemCollapsibleState, commands } from 'vscode';
import type { CancellationToken, Disposable, TreeItem } from 'vscode';
import type { ActorKind, ActorRow, ClaimGroup, ViewedClaim } from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { claimItem, countOf, moreItem } from './claim-items.ts';
import { LiveTree, type Rows } from './live-tree.ts';
import { askWords } from '../shown/messages.ts';
import { shownWords, treeRow } from '../shown/rows.ts';
import { say } from '../../../server/src/words/say.ts';

/** A row of the tree of actors. */
export type ActorsRow =
  | { readonly kind: 'kind'; readonly of: ActorKind }
  | { readonly kind: 'actor'; readonly actor: ActorRow }
  | { readonly kind: 'claim'; readonly claim: ViewedClaim; readonly actor: ActorRow }
  /** The row for claims that are left out. */
  | { readonly kind: 'more'; readonly leftOut: number; readonly actor: ActorRow };

/** The tree of actors, with the claims about each. Requests data only while it is visible. */
export class ActorsView implements Rows<ActorsRow>, Disposable {
  /** The tree view. */
  readonly tree: LiveTree<ActorsRow>;
  private filter = '';

  constructor(private readonly server: Server) {
    this.tree = new LiveTree('actors', this, server);
  }

  /** Asks for a filter; nothing changes when cancelled. */
  async askFilter(): Promise<void> {
    const words = await askWords({
      title: say('Filter Actors'),
      prompt: say('Words that an actor’s names, kind or place must have'),
      value: this.filter,
    });
    if (words !== undefined) this.setFilter(words);
  }

  setFilter(words: string): void {
    this.filter = words.trim();
    void commands.executeCommand('setContext', `${productId}.actors.filtered`, this.filter !== '');
    this.tree.refresh();
  }

  item(row: ActorsRow): TreeItem {
    if (row.kind === 'claim') return claimItem(row.claim, `${row.actor.key} ${row.claim.key}`);
    if (row.kind === 'more') return moreItem(row.leftOut, `${row.actor.key} more`, null);
    return row.kind === 'kind' ? kindItem(row.of) : actorItem(row.actor);
  }

  async below(row: ActorsRow): Promise<ActorsRow[]> {
    if (row.kind === 'kind') return row.of.actors.map((actor) => ({ kind: 'actor', actor }));
    if (row.kind !== 'actor') return [];
    const { actor } = row;
    const answer = await this.server.ask('claimsOfGroup', { group: claimsAbout(actor), filter: '' });
    if (!answer) return [];
    const rows = answer.claims.map((claim): ActorsRow => ({ kind: 'claim', claim, actor }));
    if (answer.leftOut > 0) rows.push({ kind: 'more', leftOut: answer.leftOut, actor });
    return rows;
  }

  async top(token: CancellationToken): Promise<ActorsRow[]> {
    const tree = await this.server.ask('actorTree', { filter: this.filter }, token);
    if (token.isCancellationRequested) return [];
    const contested = tree?.contested ?? 0;
    // No badge, since the container adds up the badges of its views.
    this.tree.view.description = contested
      ? say('{count, plural, one {one with contested claims} other {# with contested claims}}', {
          count: contested,
        })
      : '';
    const kinds = tree?.kinds ?? [];
    this.tree.view.message = shownWords(
      !this.filter
        ? undefined
        : kinds.length === 0 && tree?.actors
          ? say('No actor has “{words}”.', { words: this.filter })
          : say('Only actors with “{words}” are shown.', { words: this.filter }),
    );
    void commands.executeCommand('setContext', `${productId}.actors.empty`, (tree?.actors ?? 0) === 0);
    return kinds.map((of) => ({ kind: 'kind', of }));
  }

  dispose(): void {
    this.tree.dispose();
  }
}

/** The group of claims about an actor, for requests. */
function claimsAbout({ key, id, name, claims, contested }: ActorRow): ClaimGroup {
  const prefix = key.slice(0, key.length - id.length);
  return {
    key: `${prefix}actor ${id}`,
    label: name,
    detail: null,
    grouping: 'actor',
    root: null,
    subject: id,
    claims,
    contested,
    spot: null,
  };
}

function kindItem({ key, kind, root, actors }: ActorKind): TreeItem {
  const label = kind === null ? say('In no register') : kind === '' ? say('Of no kind') : kind;
  const item = treeRow(
    {
      label,
      description: [root, say('{actors, plural, one {# actor} other {# actors}}', { actors: actors.length })]
        .filter(Boolean)
        .join(' · '),
      aloud: say(
        '{within, select, true {{kind} in {folder}} other {{kind}}}: {actors, plural, one {one actor} other {# actors}}',
        { within: root !== null, kind: label, folder: root ?? '', actors: actors.length },
      ),
    },
    TreeItemCollapsibleState.Expanded,
  );
  item.id = key;
  item.contextValue = 'actorKind';
  return item;
}

function actorItem(actor: ActorRow): TreeItem {
  const { name, claims, contested } = actor;
  const item = treeRow(
    {
      label: name,
      description: claims ? countOf(claims, contested) : '',
      tooltip: [
        [name, actor.active, actor.place].filter(Boolean).join(' · '),
        actor.summary,
        say(
          '{actor}: {claims, plural, =0 {no claims} one {one claim} other {# claims}}{contested, plural, =0 {} other {, # contested}}',
          { actor: actor.id, claims, contested },
        ),
        actor.registered ? '' : say('No register knows this actor.'),
      ],
      aloud: say(
        '{actor}, {claims, plural, =0 {no claims about it} one {one claim about it} other {# claims about it}}{contested, plural, =0 {} other {, # contested}}',
        { actor: name, claims, contested },
      ),
    },
    claims ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = `actor ${actor.key}`;
  item.contextValue = 'actor';
  item.iconPath = new ThemeIcon(
    actor.registered
      ? actor.kind === 'person' || actor.kind === 'scholar'
        ? 'person'
        : 'organization'
      : 'question',
  );
  if (actor.spot)
    item.command = { command: `${productId}.openSpot`, title: say('Open'), arguments: [actor.spot] };
  return item;
}
