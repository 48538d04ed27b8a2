import { codeSpan, escapeInline } from '../../text/markdown-escape.ts';
import type { Library } from '../../workspace/library.ts';
import { fileNamedAt } from '../data/named-file.ts';
import { dataKindOf, type DataRequest } from '../data/request.ts';
import { subjectsInData } from '../references/data-subject.ts';
import type { SubjectAt } from '../references/model.ts';
import type { FeatureRequest } from '../request.ts';
import { entriesInData } from '../data/entries.ts';
import { actorCard } from './actor.ts';
import { entriesCard } from './citation.ts';
import type { Hover } from './model.ts';
import { propertyCard } from './property.ts';
import { schemaCard } from './schema.ts';
import { say } from '../../words/say.ts';

/** The hover at the request's offset in a data file; null where there is none. */
export function hoverInData(request: DataRequest): Hover | null {
  const { view, offset, library } = request;
  for (const at of subjectsInData(view.path, offset, request)) {
    const markdown = subjectCard(at, request);
    if (markdown !== null) return { range: at.range, markdown };
  }
  const kind = dataKindOf(view.path, library);
  const file = fileHover(request);
  if (file !== null || kind === null || request.schemaElsewhere) return file;
  return schemaCard(kind, request, { from: 0, to: view.text.length });
}

function subjectCard({ subject }: SubjectAt, request: DataRequest): string | null {
  switch (subject.kind) {
    case 'work': {
      const card = entriesCard(entriesInData(subject.key, request), subject.key, null, request);
      const cited = request.library.seekersOfKey(subject.key).length;
      return (
        card &&
        `${card}\n\n${say('Named in {count, plural, =1 {one text} other {{count} texts}}.', { count: cited })}`
      );
    }
    case 'actor':
      return actorCard(subject.id, request);
    case 'property':
      return propertyCard(subject.name, request);
    case 'claim':
    case 'note':
    case 'found-note':
    case 'found-work':
    case 'note-work':
      return null;
  }
}

/** The hover for a file that is named at the request's offset, also in front matter; null where there is none. */
export function fileHover(request: FeatureRequest): Hover | null {
  const named = fileNamedAt(request);
  if (!named) return null;
  const { library } = request;
  if (named.paths.length === 0) return null;
  const lines = named.paths.slice(0, 12).map((path) => `${escapeInline(path)}: ${whatIs(path, library)}`);
  const more = named.paths.length - lines.length;
  return {
    range: named.range,
    markdown: [...lines, ...(more > 0 ? [say('{count} more', { count: more })] : [])].join('\n\n'),
  };
}

function whatIs(path: string, library: Library): string {
  const bibliography = library.bibliography(path);
  if (bibliography)
    return say('{count, plural, one {# work} other {# works}}', {
      count: bibliography.content.entries.length,
    });
  const register = library.register(path);
  if (register)
    return say('{count, plural, one {# actor} other {# actors}}', { count: register.content.actors.length });
  const source = library.workTexts.keyOf(path);
  if (source !== null) return say('the text of {work}', { work: codeSpan(source) });
  return /\.csl$/i.test(path) ? say('a citation style') : say('a file of this folder');
}
