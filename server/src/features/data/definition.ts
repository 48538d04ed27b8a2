import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { DefinitionLink } from '../definition-link.ts';
import { subjectsInData } from '../references/data-subject.ts';
import type { FeatureRequest } from '../request.ts';
import { entriesInData } from './entries.ts';
import { fileNamedAt } from './named-file.ts';
import type { DataRequest } from './request.ts';

/** The definitions of the thing at the request's offset in a data file; several where it is ambiguous. */
export function definitionsInData(request: DataRequest): DefinitionLink[] {
  const { view, offset, library } = request;
  const found = subjectsInData(view.path, offset, request).flatMap(({ subject, range }): DefinitionLink[] => {
    switch (subject.kind) {
      case 'work':
        return entriesInData(subject.key, request).map(({ path, entry }) => ({
          origin: range,
          path,
          range: entry.key.range,
        }));
      case 'actor':
        return library
          .actors(subject.id)
          .map(({ path, actor }) => ({ origin: range, path, range: actor.id.range }));
      case 'property':
        return library.project.propertyNames
          .filter(({ text }) => text === subject.name)
          .map((token) => ({ origin: range, path: PROJECT_FILE, range: token.range }));
      case 'claim':
      case 'note':
      case 'found-note':
      case 'found-work':
      case 'note-work':
        return [];
    }
  });
  return found.length > 0 ? found : filesAt(request);
}

/** The files that are named at the request's offset, also in front matter, as links to their beginnings. */
export function filesAt(request: FeatureRequest): DefinitionLink[] {
  const named = fileNamedAt(request);
  if (!named) return [];
  return named.paths.map((path) => ({ origin: named.range, path, range: { from: 0, to: 0 } }));
}
