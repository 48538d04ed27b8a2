import type { Actor } from '../../actors/model.ts';
import { shippedStyles } from '../../bibliography/load-formatter.ts';
import type { Library } from '../../workspace/library.ts';
import { extensionOf, folderOf, nameOf, relativeTo } from '../../workspace/paths.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { yamlWord, type YamlPlace } from '../../yaml/place-at.ts';
import type { DataKind } from '../data/request.ts';
import type { FeatureRequest } from '../request.ts';
import { suggestActors } from './actors.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';
import { suggestWorks, withSign } from './works.ts';
import { say } from '../../words/say.ts';

/** Extensions of files that are bibliographies whatever their content. */
const BIBLIOGRAPHIES = new Set(['bib', 'bibtex', 'ris']);
const PERHAPS = new Set(['json', 'yaml', 'yml']);
const TEXTS = new Set(['md', 'markdown', 'qmd', 'rmd', 'txt']);

/** Values from the workspace; null where the schema has all values. */
export function suggestYamlValues(
  kind: Exclude<DataKind, 'bibtex' | 'ris'> | 'front-matter',
  request: FeatureRequest,
  place: YamlPlace,
): Suggestions | null {
  const [first, ...below] = place.path.filter((key) => key !== '[]');
  const isValue = place.at === 'value' || place.path.at(-1) === '[]';
  switch (kind) {
    case 'front-matter':
      return isValue && below.length === 0 ? ofFrontMatter(first, request, place) : null;
    case 'project':
      return ofProject(first, below, isValue, request, place);
    case 'register':
      return isValue ? ofActor(first, below, request, place) : null;
    case 'csl-json':
    case 'csl-yaml':
      return null;
  }
}

function ofFrontMatter(
  key: string | undefined,
  request: FeatureRequest,
  place: YamlPlace,
): Suggestions | null {
  switch (key) {
    case 'source':
      return works(request, place);
    case 'bibliography':
      return all(bibliographies(request, place));
    case 'csl':
    case 'citation-style':
      return all(styles(request, place));
    case undefined:
    default:
      return null;
  }
}

function ofProject(
  first: string | undefined,
  below: readonly string[],
  isValue: boolean,
  request: FeatureRequest,
  place: YamlPlace,
): Suggestions | null {
  const { library } = request;
  switch (first) {
    case 'bibliography':
      return isValue ? all(bibliographies(request, place)) : null;
    case 'csl':
      return isValue ? all(styles(request, place)) : null;
    case 'actors':
      return isValue ? all(registers(request, place)) : null;
    case 'sources':
      if (below.length === 0) return all(texts(request, place));
      return isValue && (below.length === 1 || below[1] === 'work') ? works(request, place) : null;
    case 'places':
      return isValue && below[0] !== undefined ? all(placesAround(below[0], library, place)) : null;
    case undefined:
    default:
      return null;
  }
}

function ofActor(
  id: string | undefined,
  [key, relation]: readonly string[],
  request: FeatureRequest,
  place: YamlPlace,
): Suggestions | null {
  const { library } = request;
  switch (key) {
    case 'works':
      return works(request, place);
    case 'cite': {
      const { offset: to, view } = request;
      const typed = /@\{?[^\s\]};,@]*$/.exec(view.text.slice({ from: place.range.from, to }));
      const from = to - (typed?.[0].length ?? 0);
      return typed ? suggestWorks(request, { from, to }, withSign) : null;
    }
    case 'relations': {
      if (relation === undefined) return null;
      const { items, isIncomplete } = suggestActors(request, place.range);
      return { items: items.filter(({ label }) => label !== id), isIncomplete };
    }
    case 'kind':
      return all(
        words(
          said(library, (actor) => actor.kind),
          say('kind'),
          place,
        ),
      );
    case 'place':
      return all(
        words(
          [...said(library, (actor) => actor.place), ...library.project.places.keys()],
          say('place'),
          place,
        ),
      );
    case undefined:
    default:
      return null;
  }
}

/** Values that the registers already use, each once. */
function said(library: Library, of: (actor: Actor) => string | null): string[] {
  const found = new Set<string>();
  for (const { actor } of library.allActors()) {
    const word = of(actor);
    if (word) found.add(word);
    if (found.size >= MOST_SUGGESTIONS) break;
  }
  return [...found].sort();
}

function words(known: Iterable<string>, detail: string, place: YamlPlace): Suggestion[] {
  return [...new Set(known)].map((word) => value(word, detail, place));
}

function works(request: FeatureRequest, place: YamlPlace): Suggestions {
  return suggestWorks(request, place.range, { lead: '', write: (key) => yamlWord(key, place) });
}

/** Frequent names of bibliographies, for formats that may contain other data. */
const TELLING = /bib|ref|citation|works|librar|zotero|csl|literatur/i;

/** Bibliographies, by content or by name; no registers or project files. */
function bibliographies({ view, library }: FeatureRequest, place: YamlPlace): Suggestion[] {
  const isOne = (path: string) =>
    BIBLIOGRAPHIES.has(extensionOf(path)) ||
    library.bibliography(path) !== undefined ||
    (PERHAPS.has(extensionOf(path)) && TELLING.test(nameOf(path)) && !library.register(path));
  return files(view.path, library, place, isOne);
}

function styles({ view, library }: FeatureRequest, place: YamlPlace): Suggestion[] {
  return [
    ...files(view.path, library, place, (path) => extensionOf(path) === 'csl'),
    ...shippedStyles.map((name) => value(name, say('a style that ships with Sic et Non'), place)),
  ];
}

/** Registers, and YAML files of no other known kind, which may become registers. */
function registers({ view, library }: FeatureRequest, place: YamlPlace): Suggestion[] {
  // The one at the cursor is being named anew.
  const { from, to } = place.range;
  const others = library.project.actors.filter(({ range }) => range.to < from || range.from > to);
  const named = new Set(others.map(({ text }) => text));
  return files(
    view.path,
    library,
    place,
    (path) =>
      /(?:^|\/)(?:actors?|registers?|people|places|organi[sz]ations?)\b[^/]*\.ya?ml$/i.test(path) &&
      path !== PROJECT_FILE &&
      library.bibliography(path) === undefined &&
      !named.has(path),
  );
}

/** Texts whose work is not declared yet; the work follows after the colon. */
function texts({ view, library }: FeatureRequest, place: YamlPlace): Suggestion[] {
  if (place.at === 'value') return [];
  const isFree = (path: string) => TEXTS.has(extensionOf(path)) && library.workTexts.keyOf(path) === null;
  return files(view.path, library, place, isFree).map((file) => ({
    ...file,
    insert: place.quote ? file.insert : `${file.insert}: `,
    again: true,
  }));
}

/** The places that may contain another: all except those inside it. */
function placesAround(inner: string, { project }: Library, place: YamlPlace): Suggestion[] {
  const known = new Set([...project.places.keys(), ...project.places.values()]);
  const liesIn = (outer: string): boolean => {
    for (let at: string | undefined = outer, steps = 0; at !== undefined && steps < 100; steps++) {
      if (at === inner) return true;
      at = project.places.get(at);
    }
    return false;
  };
  return words(
    [...known].filter((name) => !liesIn(name)),
    say('place'),
    place,
  );
}

function files(
  from: string,
  { files: all }: Library,
  place: YamlPlace,
  is: (path: string) => boolean,
): Suggestion[] {
  const folder = folderOf(from);
  const found: Suggestion[] = [];
  for (const path of all) {
    if (found.length >= MOST_SUGGESTIONS) break;
    if (is(path)) found.push(value(relativeTo(folder, path), '', place));
  }
  return found;
}

function value(label: string, detail: string, place: YamlPlace): Suggestion {
  return { kind: 'value', label, detail, insert: yamlWord(label, place), range: place.range, filter: label };
}

function all(items: readonly Suggestion[]): Suggestions {
  return { items, isIncomplete: false };
}
