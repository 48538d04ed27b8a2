import { workChainsOf } from '../found/work-chains.ts';
import type { TextRange } from '../text/range.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { bestPassage } from '../workspace/quotation-places.ts';
import type { DefinitionLink } from './definition-link.ts';
import { filesAt } from './data/definition.ts';
import type { FeatureRequest } from './request.ts';
import { partsBeside } from './references/notes.ts';
import { targetAt } from './target.ts';

/** The definitions of the thing at the request's offset; several where it is ambiguous. */
export function definitionsAt(request: FeatureRequest): DefinitionLink[] {
  const { view, library, reasoning } = request;
  const target = targetAt(request);
  if (!target) return filesAt(request);
  const to = (path: string, range: TextRange): DefinitionLink => ({ origin: target.range, path, range });
  const entries = (key: string) =>
    library.entries(view.path, key).map(({ path, entry }) => to(path, entry.key.range));
  const actors = (id: string) => library.actors(id).map(({ path, actor }) => to(path, actor.id.range));

  switch (target.kind) {
    case 'citekey':
      return entries(target.key);
    case 'actor':
    case 'mention':
      return target.ids.flatMap(actors);
    case 'asserter':
      return [...actors(target.id), ...entries(target.id)];
    case 'note': {
      // Of several notes with one label Pandoc prints the last.
      const written = view.facts.definitions.findLast((definition) => definition.label === target.label);
      if (written) return [to(view.path, written.labelRange)];
      return partsBeside(view.path, library).flatMap(({ path, written: notes }) =>
        notes.filter(({ text }) => text === target.label).map(({ range }) => to(path, range)),
      );
    }
    case 'note-definition':
      return [
        ...view.facts.markers
          .filter((marker) => marker.label === target.definition.label)
          .map((marker) => to(view.path, marker.range)),
        ...partsBeside(view.path, library).flatMap(({ path, called }) =>
          called.filter(({ text }) => text === target.definition.label).map(({ range }) => to(path, range)),
        ),
      ];
    case 'address': {
      const resolution = reasoning.resolveAddress(view.path, target.address);
      if (resolution.status === 'undefined') return [];
      const claims = resolution.status === 'resolved' ? [resolution.claim] : resolution.candidates;
      return claims.map((claim) => to(claim.path, claim.idRange ?? claim.range));
    }
    case 'property':
      return library.project.propertyNames
        .filter(({ text }) => text === target.name)
        .map(({ range }) => to(PROJECT_FILE, range));
    case 'claim':
      return [to(view.path, target.claim.id?.range ?? target.claim.range)];
    case 'quotation': {
      const quotation = library.inPrint.quotationsOf(view.path)[target.index];
      const verdict = request.quotations.of(view.path)[target.index];
      const passage = quotation && verdict ? bestPassage(quotation, verdict) : null;
      if (!passage) return [];
      return [to(passage.path, passage.sheet === null ? passage.range : { from: 0, to: 0 })];
    }
    case 'found-marker': {
      const { definition } = target.marker;
      return definition === null ? [] : [to(view.path, view.found.noteDefinitions[definition]!.labelRange)];
    }
    case 'found-note':
      return target.note.markers.map((index) => to(view.path, view.found.markers[index]!.range));
    case 'found-citation':
      return target.citation.candidates.map((index) => to(view.path, view.found.references[index]!.range));
    case 'short-title':
      return target.short.candidates.map((candidate) =>
        to(view.path, workChainsOf(view.found).of(candidate)[0]?.range ?? candidate.range),
      );
    case 'note-work':
      return workChainsOf(view.found)
        .ofWork(target.note, target.work)
        .slice(0, 1)
        .map(({ range }) => to(view.path, range));
  }
}
