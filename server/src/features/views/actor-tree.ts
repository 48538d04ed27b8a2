import type { ActorAt } from '../../workspace/library.ts';
import type { ActorKind, ActorRow, ActorTree } from './model.ts';
import type { ViewRequest } from './view-request.ts';
import type { Stepwise } from '../stepwise.ts';

/**
 * The actors by their kinds, with how much is claimed of each; those that claims name and no register knows
 * come last. Of the filter's words each must occur in an actor's names, kind or place.
 */
export function* actorTree(request: ViewRequest, filter: string): Stepwise<ActorTree> {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = new Map<string | null, ActorRow[]>();
  let actors = 0;
  let contested = 0;
  const known = new Set<string>();
  const take = (id: string, at: ActorAt | null): void => {
    actors++;
    const claims = request.reasoning.claimsAbout(id);
    const disputed = claims.filter((claim) => request.standing(claim) === 'contested').length;
    if (disputed > 0) contested++;
    if (!words.every((word) => haystack(id, at).includes(word))) return;
    const kind = at ? (at.actor.kind ?? '') : null;
    const rows = kinds.get(kind) ?? [];
    kinds.set(kind, rows);
    rows.push({
      key: `${request.prefix}${id}`,
      id,
      name: at?.actor.name.text ?? id,
      kind: at?.actor.kind ?? null,
      registered: at !== null,
      active: at?.actor.active?.text ?? null,
      place: at?.actor.place ?? null,
      summary: at?.actor.summary ?? null,
      claims: claims.length,
      contested: disputed,
      spot: at ? request.spot(at.path, at.actor.id.range) : null,
    });
  };
  for (const at of request.library.allActors()) {
    const id = at.actor.id.text;
    if (known.has(id)) continue;
    known.add(id);
    take(id, at);
    yield;
  }
  for (const path of request.paths()) {
    for (const claim of request.reasoning.claimsIn(path))
      for (const id of request.actorsOf(claim))
        if (!known.has(id)) {
          known.add(id);
          take(id, null);
        }
    yield;
  }
  const list = [...kinds].map(([kind, rows]): ActorKind => {
    rows.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return { key: `${request.prefix}kind ${kind ?? 'unknown'}`, kind, actors: rows };
  });
  return {
    kinds: list.sort((a, b) => rank(a) - rank(b) || a.kind!.localeCompare(b.kind!, 'en')),
    actors,
    contested,
  };
}

/** Kinds by name, then those without one, then those whom nobody registered. */
function rank({ kind }: ActorKind): number {
  return kind === null ? 2 : kind === '' ? 1 : 0;
}

function haystack(id: string, at: ActorAt | null): string {
  if (!at) return id.toLowerCase();
  const { name, aliases, kind, place } = at.actor;
  return [id, name.text, ...aliases.map(({ text }) => text), kind, place].join('\n').toLowerCase();
}
