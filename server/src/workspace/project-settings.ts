/** Settings files of Quarto and bookdown, as far as they matter to the documents below them. */
import { crossReferenceKinds, readFrontMatter } from '../facts/front-matter.ts';
import type { Token } from '../facts/model.ts';
import type { YamlNode } from '../yaml/model.ts';
import { parseYaml, valueOf } from '../yaml/read-yaml.ts';
import { isExtension, isProfile } from './bibliography-scope.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';

/** A book, whose chapters become one document, a page each, or both. */
export interface Book {
  /** The documents that are its chapters, in their order. */
  readonly chapters: readonly string[];
  /** Whether one of its formats makes one document of all chapters. */
  readonly isOneText: boolean;
  /** Whether it has formats that make a page of each chapter, and no others. */
  readonly hasPages: boolean;
}

/** The content of a settings file, in offsets of its text. */
export interface ProjectSettings {
  readonly bibliography: readonly Token[];
  /** The chapters that it lists, as written; null where it lists none. */
  readonly chapters: readonly string[] | null;
  /** Whether chapters that are not listed may be in subfolders. */
  readonly goesDeep: boolean;
  /** Whether it is a Quarto or bookdown book. */
  readonly book: 'quarto' | 'bookdown' | null;
  /** The output formats. */
  readonly formats: readonly string[];
  /** The folder into which the documents are rendered, as written; null for the default one. */
  readonly output: string | null;
  /** The file without its extension in which bookdown puts all chapters together, as written; null for none. */
  readonly merged: string | null;
  /** Whether it names filters, or is an extension, which may bring some. */
  readonly filtered: boolean;
  /** Additional kinds of cross-references: `vid` makes `@vid-a` one. */
  readonly crossReferences: readonly string[];
}

export const NO_SETTINGS: ProjectSettings = {
  bibliography: [],
  chapters: null,
  goesDeep: false,
  book: null,
  formats: [],
  output: null,
  merged: null,
  filtered: false,
  crossReferences: [],
};

/** Formats of Quarto that make a page of each chapter. */
const PAGES = /^(?:html|confluence|docusaurus|hugo|gfm|commonmark)/;

/** Parses a settings file. Never throws; broken parts are ignored. */
export function readSettings(path: string, text: string): ProjectSettings {
  // The file is read as front matter, one line further down.
  const opening = '---\n';
  const read = readFrontMatter(`${opening}${text}\n---\n`);
  const bibliography = (read?.bibliography ?? []).map(({ text: words, range }) => ({
    text: words,
    range: { from: range.from - opening.length, to: range.to - opening.length },
  }));
  const { root } = parseYaml(text);
  if (isExtension(path)) return { ...NO_SETTINGS, filtered: true, crossReferences: kindsContributed(root) };
  const filtered = valueOf(root, 'filters') !== null;
  if (/^_bookdown\./.test(nameOf(path)))
    return {
      ...NO_SETTINGS,
      bibliography,
      chapters: chaptersOfBookdown(valueOf(root, 'rmd_files')),
      goesDeep: !['', 'no', 'false'].includes(words(valueOf(root, 'rmd_subdir'))[0] ?? ''),
      book: 'bookdown',
      output: words(valueOf(root, 'output_dir'))[0] ?? null,
      merged: words(valueOf(root, 'book_filename'))[0] ?? '_main',
    };
  const output = words(valueOf(valueOf(root, 'project'), 'output-dir'))[0] ?? null;
  // Which profiles are rendered is not known: their chapters are not joined.
  if (isProfile(path))
    return { ...NO_SETTINGS, bibliography, output, filtered, crossReferences: read?.crossReferences ?? [] };
  const isBook = words(valueOf(valueOf(root, 'project'), 'type'))[0] === 'book';
  const book = valueOf(root, 'book');
  return {
    bibliography,
    goesDeep: false,
    chapters: isBook ? [...listed(valueOf(book, 'chapters')), ...listed(valueOf(book, 'appendices'))] : null,
    book: isBook ? 'quarto' : null,
    output,
    merged: null,
    formats: keysOrWords(valueOf(root, 'format')),
    filtered,
    crossReferences: read?.crossReferences ?? [],
  };
}

/** The kinds of cross-references that an extension brings, for a format of its own or for a whole project. */
function kindsContributed(root: YamlNode | null): string[] {
  const contributed = valueOf(root, 'contributes');
  const formats = valueOf(contributed, 'formats');
  const places = [
    valueOf(contributed, 'metadata'),
    valueOf(valueOf(contributed, 'metadata'), 'project'),
    valueOf(contributed, 'project'),
    ...(formats?.kind === 'map' ? formats.entries.map(({ value }) => value) : []),
  ];
  return places.flatMap((place) => (place?.kind === 'map' ? crossReferenceKinds(place.entries) : []));
}

/** The book that the settings describe; null if none. `files` are all of the workspace. */
export function bookOf(path: string, settings: ProjectSettings, files: Iterable<string>): Book | null {
  const { book, formats } = settings;
  if (book === null) return null;
  const folder = folderOf(path);
  const chapters =
    settings.chapters?.flatMap((written) => resolvePath(folder, written) ?? []) ??
    (book === 'bookdown' ? chaptersIn(folder, settings.goesDeep, files) : []);
  if (book === 'bookdown') return { chapters, isOneText: true, hasPages: false };
  const hasPages = formats.length === 0 || formats.some((format) => PAGES.test(format));
  return { chapters, isOneText: formats.some((format) => !PAGES.test(format)), hasPages };
}

/** Bookdown's default chapters: the R Markdown files of its folder, `index.Rmd` first, then by name. */
function chaptersIn(folder: string, goesDeep: boolean, files: Iterable<string>): string[] {
  const found: string[] = [];
  const isWithin = (file: string) =>
    folderOf(file) === folder || (goesDeep && (folder === '' || file.startsWith(`${folder}/`)));
  for (const file of files) if (/^[^_].*\.rmd$/i.test(nameOf(file)) && isWithin(file)) found.push(file);
  const rank = (path: string) => (/^index\.rmd$/i.test(nameOf(path)) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** `rmd_files` is a list, or a list for each format. */
function chaptersOfBookdown(node: YamlNode | null): string[] | null {
  if (node === null) return null;
  if (node.kind !== 'map') return words(node);
  return [...new Set(node.entries.flatMap(({ value }) => words(value)))];
}

/** Chapters, and those of parts. A part that is a file is a chapter itself. */
function listed(node: YamlNode | null, depth = 0): string[] {
  if (node === null || depth > 8) return [];
  if (node.kind === 'scalar') return /\.(?:qmd|rmd|md|ipynb)$/i.test(node.text) ? [node.text] : [];
  if (node.kind === 'list') return node.items.flatMap((item) => listed(item, depth + 1));
  return ['part', 'file', 'href', 'chapters'].flatMap((key) => listed(valueOf(node, key), depth + 1));
}

function words(node: YamlNode | null): string[] {
  if (node === null) return [];
  if (node.kind === 'scalar') return node.value === null ? [] : [node.text];
  return node.kind === 'list'
    ? node.items.flatMap((item) => (item.kind === 'scalar' ? words(item) : []))
    : [];
}

function keysOrWords(node: YamlNode | null): string[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key.text) : words(node);
}

/**
 * What a project is rendered into, whose documents are copies: a folder, unless the project itself lies there, and the
 * files in which bookdown puts the chapters together, which it refuses to overwrite.
 */
export function outputsOf(path: string, { output, merged, chapters }: ProjectSettings): string[] {
  const folder = folderOf(path);
  const into = output === null ? null : resolvePath(folder, output);
  const isHome = folder === into || (into !== null && folder.startsWith(`${into}/`));
  // A book that was given a name later still has the file of the usual one.
  const names = merged === null ? [] : [...new Set([merged, '_main'])];
  const files = names.flatMap((name) => [`${name}.Rmd`, `${name}.md`]);
  return [
    ...(into && !isHome ? [into] : []),
    ...files.filter((file) => !chapters?.includes(file)).flatMap((file) => resolvePath(folder, file) ?? []),
  ];
}
