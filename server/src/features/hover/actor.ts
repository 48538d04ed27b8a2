import type { Actor } from '../../actors/model.ts';
import { readFacts } from '../../facts/read.ts';
import { plainText } from '../../facts/plain-text.ts';
import { plainDate } from '../../reasoning/phrases.ts';
import { parseTree } from '../../syntax/tree.ts';
import { escapeLabel, escapeLine } from '../../text/markdown-escape.ts';
import { workLabel } from '../../workspace/labels.ts';
import type { ActorAt } from '../../workspace/registers.ts';
import { claimsOnCard } from '../actor-claims.ts';
import { placeLink, type FeatureRequest } from '../request.ts';
import { shortened } from '../../text/shortened.ts';
import { say } from '../../words/say.ts';

/** How much of a card's text is shown, in UTF-16 units, and how many items of lists. */
const LONGEST = 600;
const LONGEST_NAME = 120;
const MOST = 12;
const MOST_CANDIDATES = 5;

/**
 * The card of an actor: name, kind, dates, place, summary, relations and sources; then the claims about it, conflicts
 * first. Null where no register has it.
 */
export function actorCard(id: string, request: FeatureRequest): string | null {
  const { library } = request;
  const found = library.actors(id);
  if (found.length === 0) return null;
  const who = found.slice(0, MOST_CANDIDATES).map((entry) => whoItIs(entry, request).join('\n\n'));
  return [...who, ...claimsOnCard(id, request)].join('\n\n');
}

/** The cards of all actors that an ambiguous name may mean. */
export function candidateCards(ids: readonly string[], name: string, request: FeatureRequest): string | null {
  const cards = ids.slice(0, MOST_CANDIDATES).flatMap((id) => actorCard(id, request) ?? []);
  if (cards.length === 0) return null;
  if (ids.length === 1) return cards[0]!;
  const many = say('“{name}” is a name of {count} actors. Mark whom you mean: {mark}.', {
    name: escapeLine(shortened(name, LONGEST_NAME)),
    count: ids.length,
    mark: '`{.actor ref="…"}`',
  });
  return [many, ...cards].join('\n\n---\n\n');
}

function whoItIs({ path, actor }: ActorAt, request: FeatureRequest): string[] {
  const lines = [`**${placeLink(request, shortened(actor.name.text, LONGEST_NAME), path, actor.id.range)}**`];
  const what = [actor.kind, actor.active && datesOf(actor.active.text), actor.place]
    .filter((part) => part !== null && part !== '')
    .map((part) => words(part!, LONGEST_NAME));
  if (what.length) lines.push(what.join(' · '));
  if (actor.summary) lines.push(words(actor.summary));
  if (actor.aliases.length)
    lines.push(
      say('Also: {names}', { names: listed(actor.aliases.map((alias) => words(alias.text, LONGEST_NAME))) }),
    );
  if (actor.relations.length) lines.push(relationsOf(actor, path, request));
  const sources = sourcesOf(actor, path, request);
  if (sources) lines.push(sources);
  const elsewhere = actor.sameAs.flatMap((address) => externalLink(address) ?? []);
  if (elsewhere.length) lines.push(say('See {links}', { links: listed(elsewhere) }));
  return lines;
}

function relationsOf(actor: Actor, path: string, request: FeatureRequest): string {
  const { library } = request;
  const relations = actor.relations.map(({ kind, targets }) => {
    const others = targets.map(({ text }) => {
      const other = library.actors(text)[0];
      if (other)
        return placeLink(
          request,
          shortened(other.actor.name.text, LONGEST_NAME),
          other.path,
          other.actor.id.range,
        );
      const work = library.entries(path, text)[0];
      const label = shortened(workLabel(text, path, library) ?? text, LONGEST_NAME);
      return work ? placeLink(request, label, work.path, work.entry.key.range) : words(label);
    });
    return `${words(kind.replaceAll('-', ' '), LONGEST_NAME)} ${listed(others)}`;
  });
  return listed(relations, '; ');
}

/** The sources of an entry: `Webb (1894), 12; Cole (1923)`. */
function sourcesOf(actor: Actor, path: string, { library }: FeatureRequest): string | null {
  if (!actor.cite) return null;
  const written = actor.cite.text.slice(0, LONGEST);
  const { citations } = readFacts(parseTree(written));
  if (citations.length === 0) return say('Sources: {sources}', { sources: words(written) });
  const sources = citations.map(({ key, suffixRange }) => {
    const where = plainText(written, suffixRange).replace(/^[\s,;]+/, '');
    return [words(workLabel(key, path, library) ?? key), ...(where ? [words(where)] : [])].join(', ');
  });
  return say('Sources: {sources}', { sources: listed(sources, '; ') });
}

/** A link to an authority file, labelled with its host; null for what is no web address. */
function externalLink(address: string): string | null {
  if (!/^https?:\/\/\S+$/i.test(address) || address.length > LONGEST) return null;
  try {
    const { href, hostname } = new URL(address);
    return `[${escapeLabel(hostname)}](<${href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
  } catch {
    return null; // an invalid URL
  }
}

/** `1925/..` in words: since 1925. */
function datesOf(active: string): string {
  const [from = '', to] = active.trim().split('/');
  if (to === undefined) return plainDate(from);
  const open = (end: string) => end === '..' || end === '';
  if (open(from) && open(to)) return active;
  if (open(to)) return say('since {date}', { date: plainDate(from) });
  if (open(from)) return say('until {date}', { date: plainDate(to) });
  return say('{from} to {to}', { from: plainDate(from), to: plainDate(to) });
}

function words(text: string, longest = LONGEST): string {
  return escapeLine(shortened(text.replace(/\s+/g, ' ').trim(), longest));
}

function listed(items: readonly string[], separator = ', '): string {
  const shown = items.slice(0, MOST).join(separator);
  const more = items.length - MOST;
  return more > 0 ? say('{items} and {more} more', { items: shown, more }) : shown;
}
