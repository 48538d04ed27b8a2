import { escapeMarkdown } from '../text/markdown-escape.ts';
import { placeLink, type FeatureRequest } from './request.ts';

/** Who an actor is: name, kind, dates, place, summary, relations, and how much is claimed of it. */
export function actorCard(id: string, request: FeatureRequest): string | null {
  const { library, reasoning } = request;
  const found = library.actors(id);
  if (found.length === 0) return null;
  const nameOf = (other: string) => library.actors(other)[0]?.actor.name.text ?? other;
  return found
    .map(({ path, actor }) => {
      const lines = [`**${placeLink(request, escapeMarkdown(actor.name.text), path, actor.id.range)}**`];
      const what = [actor.kind, actor.active && datesOf(actor.active.text), actor.place].filter(
        (part) => part,
      );
      if (what.length) lines.push(what.map((part) => escapeMarkdown(part!)).join(' · '));
      if (actor.summary) lines.push(escapeMarkdown(actor.summary));
      if (actor.aliases.length)
        lines.push(`Also: ${actor.aliases.map((alias) => escapeMarkdown(alias.text)).join(', ')}`);
      const relations = actor.relations.map(
        ({ kind, targets }) =>
          `${escapeMarkdown(kind.replaceAll('-', ' '))} ${targets
            .map((target) => {
              const other = library.actors(target.text)[0];
              const label = escapeMarkdown(nameOf(target.text));
              return other ? placeLink(request, label, other.path, other.actor.id.range) : label;
            })
            .join(', ')}`,
      );
      if (relations.length) lines.push(relations.join('; '));
      lines.push(countLine(reasoning.claimsAbout(id).length));
      return lines.join('\n\n');
    })
    .join('\n\n---\n\n');
}

function countLine(count: number): string {
  if (count === 0) return '_No claim is about this actor._';
  return count === 1 ? '_One claim is about this actor._' : `_${count} claims are about this actor._`;
}

/** `1925/..` as one would say it: since 1925. */
function datesOf(active: string): string {
  const [from, to] = active.split('/');
  if (to === undefined) return active;
  if (to === '..' || to === '') return `since ${from}`;
  if (from === '..' || from === '') return `until ${to}`;
  return `${from} to ${to}`;
}
