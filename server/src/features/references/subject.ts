import type { ClaimRecord } from '../../reasoning/model.ts';
import type { FeatureRequest } from '../request.ts';
import { targetAt, type Target } from '../target.ts';
import { addressesIn } from './addresses.ts';
import { isRatherWork } from './doubt.ts';
import type { Subject, SubjectAt } from './model.ts';
import { touches, type TextRange } from '../../text/range.ts';

/** The subjects that are named at the request's offset; several where a word is ambiguous. */
export function subjectsAt(request: FeatureRequest): SubjectAt[] {
  const target = targetAt(request);
  return target ? subjectsOf(target, request) : [];
}

function subjectsOf(target: Target, { view, offset, library, reasoning }: FeatureRequest): SubjectAt[] {
  const { path } = view;
  const at = (subject: Subject, range: TextRange = target.range): SubjectAt => ({ subject, range });
  switch (target.kind) {
    case 'citekey':
      return [at({ kind: 'work', key: target.key, near: path })];
    case 'note': {
      const range = { from: target.range.from + 2, to: target.range.to - 1 };
      return [at({ kind: 'note', path, label: target.label }, range)];
    }
    case 'note-definition':
      return [at({ kind: 'note', path, label: target.definition.label })];
    case 'actor': {
      const mark = view.facts.actorMarks.find(({ range }) => range === target.range);
      const [ref, ...more] = mark?.refs ?? [];
      if (ref && more.length === 0) return [at({ kind: 'actor', id: ref.text }, ref.range)];
      return target.ids.map((id) => at({ kind: 'actor', id }));
    }
    case 'mention':
      return target.ids.map((id) => at({ kind: 'actor', id }));
    case 'asserter': {
      const { id } = target;
      const isActor = library.actors(id).length > 0;
      const isWork =
        library.entries(path, id).length > 0 || (!isActor && isRatherWork(id, { library, reasoning }));
      return [
        ...(isActor || !isWork ? [at({ kind: 'actor', id })] : []),
        ...(isWork ? [at({ kind: 'work', key: id, near: path })] : []),
      ];
    }
    case 'property':
      return [at({ kind: 'property', name: target.name })];
    case 'address': {
      const place = placeAt(reasoning.claimsIn(path), offset);
      if (place && library.workTexts.documentsOf(place.key).length > 0)
        return [at({ kind: 'work', key: place.key, near: path }, place.range)];
      const resolution = reasoning.resolveAddress(path, target.address);
      if (resolution.status === 'undefined') return [];
      const claims = resolution.status === 'resolved' ? [resolution.claim] : resolution.candidates;
      const range = { from: target.range.to - (claims[0]?.id?.length ?? 0), to: target.range.to };
      return claims.map((claim) => at({ kind: 'claim', claim }, range));
    }
    case 'claim': {
      const record = reasoning.claimsIn(path).find(({ range }) => range.from === target.claim.range.from);
      return record ? [at({ kind: 'claim', claim: record }, target.claim.id?.range ?? target.range)] : [];
    }
    case 'found-marker': {
      const { definition } = target.marker;
      return definition === null ? [] : [at({ kind: 'found-note', path, note: definition })];
    }
    case 'found-note':
      return [at({ kind: 'found-note', path, note: view.found.noteDefinitions.indexOf(target.note) })];
    case 'found-citation':
      return target.possible
        ? []
        : target.citation.candidates.map((reference) => at({ kind: 'found-work', path, reference }));
    case 'short-title':
      return target.short.candidates.flatMap(({ note, work }) =>
        work === null ? [] : [at({ kind: 'note-work', path, note, work })],
      );
    case 'note-work':
      return [at({ kind: 'note-work', path, note: target.note, work: target.work })];
    case 'quotation':
      return [];
  }
}

/** The citekey of an address `key#id`, if the cursor is in it. */
function placeAt(claims: readonly ClaimRecord[], offset: number): { key: string; range: TextRange } | null {
  for (const claim of claims)
    for (const { place, placeRange, exact } of addressesIn(claim))
      if (place && exact && touches(placeRange, offset)) return { key: place, range: placeRange };
  return null;
}
