import { Disposable, commands, env } from 'vscode';
import type { Uri } from 'vscode';
import type { Grouping, Spot } from '../../../server/src/protocol/views.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import { pictureKinds, pictureRow, showCommand } from '../../../server/src/protocol/pictures.ts';
import type { PictureQuestion, PictureScope } from '../../../server/src/protocol/pictures.ts';
import type { Server } from '../server.ts';
import { pick } from '../shown/choices.ts';
import { ActorsView } from './actors-view.ts';
import type { ActorsRow } from './actors-view.ts';
import { ChecksView } from './checks-view.ts';
import { ClaimsView, groupings } from './claims-view.ts';
import type { ClaimRow } from './claims-view.ts';
import { spotOf as spotOfAsked } from './heard.ts';
import { Pictures } from './pictures.ts';
import { createProjectFile } from './project-file.ts';
import { beginAt, openSpot } from './spots.ts';
import { pickActor } from './subjects.ts';
import { textInView } from './texts.ts';
import { say } from '../../../server/src/words/say.ts';

/** The views, for tests and other extensions. */
export interface Views {
  readonly claims: ClaimsView;
  readonly actors: ActorsView;
  readonly checks: ChecksView;
}

type Row = ClaimRow | ActorsRow;

/** Creates trees, pictures and all their commands. */
export function registerViews(extension: Uri, server: Server): Views & Disposable {
  const claims = new ClaimsView(server);
  const actors = new ActorsView(server);
  const checks = new ChecksView(server);
  const pictures = new Pictures(extension, server);
  const handlers: Record<string, (row?: Row) => unknown> = {
    ...pictureCommands(pictures, server),
    openText: (row) => {
      const spot = spotOf(row);
      return spot && openSpot(spot);
    },
    copyAddress: (row) => {
      const address = row?.kind === 'claim' ? row.claim.address : row?.kind === 'actor' ? row.actor.id : null;
      return address === null ? undefined : env.clipboard.writeText(address);
    },
    contradictRow: (row) => (row?.kind === 'claim' ? beginAt(row.claim.spot, 'claimContradicts') : undefined),
    settleRow: (row) => (row?.kind === 'claim' ? beginAt(row.claim.spot, 'settleConflict') : undefined),
    filterClaims: () => claims.askFilter(),
    clearClaimsFilter: () => claims.setFilter(''),
    filterActors: () => actors.askFilter(),
    clearActorsFilter: () => actors.setFilter(''),
    groupClaims: async () => {
      const rows = (Object.keys(groupings) as Grouping[]).map((grouping) => ({
        label: say(groupings[grouping]),
        value: grouping,
      }));
      const picked = await pick(rows, say('Group Claims'));
      if (picked) claims.groupBy(picked);
    },
    groupClaimsByFile: () => claims.groupBy('file'),
    groupClaimsByAsserter: () => claims.groupBy('asserter'),
    groupClaimsByActor: () => claims.groupBy('actor'),
    groupClaimsByStatus: () => claims.groupBy('status'),
    revealClaim: () => claims.reveal(),
    createProjectFile: () => createProjectFile(),
    openWalkthrough: () =>
      commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${productId}.${productId}#${productId}.start`,
      ),
  };
  const registered = [
    claims,
    actors,
    checks,
    pictures,
    commands.registerCommand(`${productId}.openSpot`, (asked: unknown) => {
      const spot = spotOfAsked(asked);
      return spot ? openSpot(spot) : undefined;
    }),
    ...Object.entries(handlers).map(([name, handler]) =>
      commands.registerCommand(`${productId}.${name}`, handler),
    ),
  ];
  const all = Disposable.from(...registered);
  return {
    claims,
    actors,
    checks,
    dispose: () => {
      all.dispose();
    },
  };
}

/** For each picture the command that shows it, for a row of a tree or without one. */
function pictureCommands(pictures: Pictures, server: Server): Record<string, (row?: Row) => unknown> {
  return Object.fromEntries(
    pictureKinds.map((kind) => {
      const { choosing, asks, first, rows } = pictureRow(kind);
      const show = (subject: object, row?: Row) =>
        pictures.show(
          { kind, ...subject, ...(rows ? { rows: rows[0] } : {}) } as PictureQuestion,
          keyOf(row),
        );
      return [
        showCommand(kind),
        async (row?: Row) => {
          if (asks === 'scope')
            return show({ scope: row || first !== 'workspace' ? scopeOf(row) : { kind: 'workspace' } }, row);
          const actor = actorOf(row) ?? (await pickActor(server, say(choosing)));
          if (actor !== undefined) show({ actor }, row);
        },
      ];
    }),
  );
}

/** The scope of a picture for a row; without a row, the visible text or else everything. */
function scopeOf(row: Row | undefined): PictureScope {
  const actor = actorOf(row);
  if (actor !== null && row?.kind !== 'claim') return { kind: 'actor', actor };
  const spot = spotOf(row);
  if (row?.kind === 'claim' || (row?.kind === 'group' && row.group.grouping === 'file'))
    return spot ? { kind: 'file', uri: spot.uri } : { kind: 'workspace' };
  const text = row ? null : textInView();
  return text ? { kind: 'file', uri: text.uri } : { kind: 'workspace' };
}

function actorOf(row: Row | undefined): string | null {
  if (row?.kind === 'actor') return row.actor.id;
  if (row?.kind === 'group')
    return row.group.grouping === 'actor' && row.group.subject ? row.group.subject : null;
  if (row?.kind !== 'claim') return null;
  return 'actor' in row ? row.actor.id : (row.claim.about[0]?.id ?? null);
}

function keyOf(row: Row | undefined): string | null {
  return row?.kind === 'claim' ? row.claim.key : null;
}

function spotOf(row: Row | undefined): Spot | null {
  if (row?.kind === 'claim') return row.claim.spot;
  if (row?.kind === 'actor') return row.actor.spot;
  return row?.kind === 'group' ? row.group.spot : null;
}
