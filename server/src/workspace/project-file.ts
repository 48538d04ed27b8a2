import { say } from '../words/say.ts';
import type { Token } from '../facts/model.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import type { YamlEntry, YamlNode } from '../yaml/read-yaml.ts';
import { enumeration, isNothing, withoutAt, YamlReader } from '../yaml/yaml-reader.ts';
import { rememberLayout } from './project-layout.ts';
import { readProperty } from './project-properties.ts';
import { globProblem } from './glob.ts';
import { isGlob } from './paths.ts';
import type { Project, PropertyDeclaration, Severity } from './project.ts';
import { nearestName } from '../text/nearest-name.ts';

/** The name of the project file, at the root of the workspace. */
export const PROJECT_FILE = 'sicetnon.yaml';

export const SEVERITIES: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];

export const PROJECT_KEYS = [
  'bibliography',
  'known-prefixes',
  'csl',
  'actors',
  'include',
  'exclude',
  'sources',
  'papers',
  'properties',
  'places',
  'timeless-span',
  'conflict-ends',
  'rules',
] as const;

const MARKDOWN = ['**/*.md', '**/*.markdown', '**/*.qmd', '**/*.Rmd'];

/** The allowed values of `conflict-ends`. */
export const CONFLICT_ENDS: readonly Project['conflictEnds'][] = ['one', 'both'];

/** The project of a workspace without a project file: Markdown documents, nothing declared. */
export const defaultProject: Project = {
  bibliography: [],
  declaresBibliography: false,
  knownPrefixes: [],
  csl: null,
  actors: [],
  include: MARKDOWN,
  exclude: [],
  sources: new Map(),
  excerpts: new Set(),
  sourcePaths: [],
  papers: [],
  properties: new Map(),
  propertyNames: [],
  places: new Map(),
  conflictEnds: 'one',
  timelessSpan: null,
  rules: new Map(),
  problems: [],
};

/** The default of `include` where there is a project file: found texts are often `.txt`. */
const DEFAULT_INCLUDE: readonly string[] = [...MARKDOWN, '**/*.txt'];

/**
 * Parses a project file. Anything wrong becomes a problem, and the rest is read. An empty file is valid. With
 * `ruleCodes`, unknown rules are problems too.
 */
export function readProject(text: string, options: { readonly ruleCodes?: readonly string[] } = {}): Project {
  const reader = new YamlReader(text, parseYaml(text));
  const entries = reader.rootEntries();
  reader.checkKeys(entries, PROJECT_KEYS, say('A project file'));
  const of = (key: (typeof PROJECT_KEYS)[number]): YamlNode | null =>
    entries.find((entry) => entry.key.text === key)?.value ?? null;
  const list = (
    key: 'bibliography' | 'known-prefixes' | 'actors' | 'include' | 'exclude' | 'papers',
  ): Token[] | null => {
    const node = of(key);
    if (node === null || isNothing(node)) return null;
    const tokens = reader.wordList(node, `\`${key}\``);
    for (const { text, range } of tokens) {
      // A plain path may contain characters that are no valid glob.
      const problem =
        key !== 'known-prefixes' &&
        key !== 'papers' &&
        (key === 'include' || key === 'exclude' || isGlob(text))
          ? globProblem(text)
          : null;
      if (problem !== null) reader.report(range, problem);
    }
    return tokens;
  };
  const csl = of('csl');
  const bibliography = list('bibliography');
  const places = readPlaces(reader, of('places'));
  const ends = of('conflict-ends');
  const conflictEnds =
    ends === null || isNothing(ends) ? null : reader.oneOf(ends, CONFLICT_ENDS, '`conflict-ends`');
  const rules = readRules(reader, of('rules'), options.ruleCodes);
  const project: Project = {
    bibliography: bibliography ?? [],
    declaresBibliography: bibliography !== null,
    knownPrefixes: list('known-prefixes')?.flatMap(({ text: prefix }) => prefix || []) ?? [],
    csl: csl ? reader.words(csl, '`csl`') : null,
    actors: list('actors') ?? [],
    include: list('include')?.map((token) => token.text) ?? DEFAULT_INCLUDE,
    exclude: list('exclude')?.map((token) => token.text) ?? [],
    ...readSources(reader, of('sources')),
    papers: readFolders(reader, list('papers') ?? []),
    sourcePaths: keysOf(of('sources')),
    properties: readProperties(reader, of('properties')),
    propertyNames: keysOf(of('properties')),
    places,
    conflictEnds: conflictEnds ?? 'one',
    timelessSpan: readYears(reader, of('timeless-span')),
    rules,
    problems: reader.problems,
  };
  rememberLayout(project, text, entries);
  return project;
}

/** Folders as they are written; a glob names none. */
function readFolders(reader: YamlReader, folders: readonly Token[]): Token[] {
  return folders.filter(({ text, range }) => {
    const isPattern = /[*?]/.test(text);
    if (isPattern) reader.report(range, say('`papers` names folders, and no patterns.'));
    return text !== '' && !isPattern;
  });
}

/** `path: citekey`, or `path: {work: citekey, excerpt: true}` for a part of a work. */
function readSources(
  reader: YamlReader,
  node: YamlNode | null,
): { readonly sources: Map<string, Token>; readonly excerpts: Set<string> } {
  const sources = new Map<string, Token>();
  const excerpts = new Set<string>();
  for (const { key, value } of entriesOf(reader, node, '`sources`')) {
    const path = key.text.replace(/^\.\//, '');
    const options = value.kind === 'map' ? reader.entries(value, say('A source')) : null;
    if (options) reader.checkKeys(options, ['work', 'excerpt'], say('A source'));
    const option = (name: string): YamlNode | null =>
      options?.find((entry) => entry.key.text === name)?.value ?? null;
    const excerpt = option('excerpt');
    if (excerpt && reader.truth(excerpt, '`excerpt`')) excerpts.add(path);
    const named = options ? option('work') : value;
    const words = named && reader.words(named, say('A source'));
    const citekey = words && withoutAt(words);
    if (citekey?.text) sources.set(path, citekey);
    else if (citekey || named === null || isNothing(named))
      reader.report(key.outer, say('Here should stand the citekey of the work whose text this file is.'));
  }
  return { sources, excerpts };
}

function readProperties(reader: YamlReader, node: YamlNode | null): Map<string, PropertyDeclaration> {
  const properties = new Map<string, PropertyDeclaration>();
  for (const entry of entriesOf(reader, node, '`properties`')) {
    if (entry.key.text !== '') properties.set(entry.key.text, readProperty(reader, entry));
  }
  return properties;
}

function readPlaces(reader: YamlReader, node: YamlNode | null): Map<string, string> {
  const places = new Map<string, string>();
  /** By place: some ancestor. Paths are shortened with each lookup (path compression). */
  const beyond = new Map<string, string>();
  const outermost = (place: string): string => {
    let last = place;
    for (let next = beyond.get(last); next !== undefined; next = beyond.get(last)) last = next;
    for (let at = place; at !== last;) {
      const next = beyond.get(at)!;
      beyond.set(at, last);
      at = next;
    }
    return last;
  };
  for (const { key, value } of entriesOf(reader, node, '`places`')) {
    const around = reader.words(value, say('The place that another lies in'));
    if (!around) continue;
    if (outermost(around.text) === key.text) {
      const way = wayUp(places, around.text, key.text);
      reader.report(
        value.outer,
        say('A place cannot lie in itself: {way}. This line is not read.', {
          way: way.reduce((inner, outer) => say('{inner} lies in {outer}', { inner, outer }), key.text),
        }),
      );
    } else {
      places.set(key.text, around.text);
      beyond.set(key.text, around.text);
    }
  }
  return places;
}

const MOST_PLACES_NAMED = 6;

/** The places from `from` up to `to`, which contains it; if there are many, the first and the last. */
function wayUp(places: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const path: string[] = [];
  for (let place = from; place !== to; place = places.get(place)!) path.push(place);
  return path.length < MOST_PLACES_NAMED
    ? [...path, to]
    : [...path.slice(0, MOST_PLACES_NAMED / 2), '…', path.at(-1)!, to];
}

function readRules(
  reader: YamlReader,
  node: YamlNode | null,
  codes: readonly string[] | undefined,
): Map<string, Severity> {
  const rules = new Map<string, Severity>();
  for (const { key, value } of entriesOf(reader, node, '`rules`')) {
    if (codes && !codes.includes(key.text)) {
      const near = nearestName(key.text, codes);
      reader.report(
        key.outer,
        near === null
          ? say('There is no rule `{code}`.', { code: key.text })
          : say('There is no rule `{code}`; `{near}` is probably meant.', { code: key.text, near }),
      );
    }
    if (isNothing(value))
      reader.report(
        key.outer,
        say('Here should stand {severities}.', { severities: enumeration(SEVERITIES, 'or') }),
      );
    const severity = reader.oneOf(value, SEVERITIES, say('The severity of a rule'));
    if (severity) rules.set(key.text, severity);
  }
  return rules;
}

/** A whole number of years; null (with a problem, unless nothing is there) for anything else. */
function readYears(reader: YamlReader, node: YamlNode | null): number | null {
  const words = node && reader.words(node, '`timeless-span`');
  if (!node || !words) return null;
  if (/^\d{1,4}$/.test(words.text)) return Number(words.text);
  reader.report(node.outer, say('`timeless-span` is a number of years, as in `10`.'));
  return null;
}

function keysOf(node: YamlNode | null): Token[] {
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key }) => ({ text: key.text, range: key.range }));
}

function entriesOf(reader: YamlReader, node: YamlNode | null, what: string): readonly YamlEntry[] {
  return node === null ? [] : reader.entries(node, what);
}
