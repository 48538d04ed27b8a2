import { actorCard, candidateCards } from './actor.ts';
import { claimCard } from './claim.ts';
import { entryCard, nothingKnownCard } from './citation.ts';
import { foundCard } from './found.ts';
import type { Hover } from './model.ts';
import { noteCard } from './note.ts';
import { propertyCard } from './property.ts';
import { quotationCard } from './quotation.ts';
import type { FeatureRequest } from '../request.ts';
import { frontMatterBlock } from '../../facts/front-matter.ts';
import { fileHover } from './data.ts';
import { schemaCard } from './schema.ts';
import { targetAt, type Target } from '../target.ts';

/** The hover at the request's offset; null where there is none. */
export function hoverAt(request: FeatureRequest): Hover | null {
  const target = targetAt(request);
  const markdown = target && describe(target, request);
  return target && markdown ? { range: target.range, markdown } : inFrontMatter(request);
}

/** The hover for a key of the front matter, or a file that it names. */
function inFrontMatter(request: FeatureRequest): Hover | null {
  const { view, offset } = request;
  const head = frontMatterBlock(view.text.text);
  if (!head || offset >= head.range.to) return null;
  return fileHover(request) ?? schemaCard('front-matter', request, head.body);
}

function describe(target: Target, request: FeatureRequest): string | null {
  switch (target.kind) {
    case 'citekey':
      return (
        entryCard(target.key, target.citation?.locator ?? null, request) ??
        (target.citation ? nothingKnownCard(target.citation, request) : null)
      );
    case 'note':
      return noteCard(target.label, request);
    case 'note-definition':
      return noteCard(target.definition.label, request);
    case 'actor':
      return joined(target.ids.map((id) => actorCard(id, request)));
    case 'mention':
      return candidateCards(target.ids, target.name, request);
    case 'asserter':
      return actorCard(target.id, request) ?? entryCard(target.id, null, request);
    case 'address': {
      const resolution = request.reasoning.resolveAddress(request.view.path, target.address);
      if (resolution.status === 'undefined') return null;
      const claims = resolution.status === 'resolved' ? [resolution.claim] : resolution.candidates;
      return joined(claims.map((claim) => claimCard(claim, request)));
    }
    case 'claim': {
      const record = request.reasoning
        .claimsIn(request.view.path)
        .find((claim) => claim.range.from === target.claim.range.from);
      return record ? claimCard(record, request) : null;
    }
    case 'property':
      return propertyCard(target.name, request);
    case 'quotation':
      return quotationCard(target.index, request);
    case 'found-citation':
    case 'found-marker':
    case 'found-note':
    case 'short-title':
    case 'note-work':
      return foundCard(target, request);
  }
}

function joined(cards: readonly (string | null)[]): string | null {
  const present = cards.filter((card) => card !== null);
  return present.length ? present.join('\n\n---\n\n') : null;
}
