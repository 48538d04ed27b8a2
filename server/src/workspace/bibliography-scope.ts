/** Which bibliographies a document cites from. */
import type { Token } from '../facts/model.ts';
import { plainText } from '../facts/plain-text.ts';
import { matcherOf } from './glob.ts';
import { isDataPath } from './scope.ts';
import type { Unreadable } from './unreadable.ts';
import { folderOf, isGlob, nameOf, resolvePath } from './paths.ts';

/** A bibliography as a file names it, and the files that the name may mean. */
export interface DeclaredBibliography {
  /** The file that names it: a document, the project file, `_quarto.yml`… */
  readonly declaredIn: string;
  readonly token: Token;
  /** Candidates: the first that exists counts; for a glob all that match. */
  readonly paths: readonly string[];
  readonly glob: boolean;
  /** It exists only when the text is rendered: a URL, or the result of code. */
  readonly made: 'address' | 'code' | null;
  /** Not named anywhere: it lies beside the text or at the root, and `declaredIn` is its own path. */
  readonly found: boolean;
}

/** Files in which Pandoc front ends name a bibliography for all documents below their folder. */
const INHERITED = [
  '_quarto.yml',
  '_quarto.yaml',
  '_metadata.yml',
  '_metadata.yaml',
  '_bookdown.yml',
  '_output.yml',
];

/** A bookdown book keeps the metadata of all its chapters in one of these. */
const HEADS = ['index.Rmd', 'index.qmd'];

/** Whether `path` is a document whose `bibliography` holds for those below its folder as well. */
export function isChapterHead(path: string): boolean {
  return HEADS.includes(nameOf(path));
}

/** What an extension of Quarto says of itself; it counts for what lies beside its `_extensions` and below. */
const EXTENSIONS = ['_extension.yml', '_extension.yaml'];

/** Whether `path` is a settings file that holds for the documents of its folder, or of the one that it extends. */
export function isInheritedSettings(path: string): boolean {
  return INHERITED.includes(nameOf(path)) || isProfile(path) || isExtension(path);
}

/** Whether `path` is `_quarto-NAME.yml`, which counts where that profile is rendered. */
export function isProfile(path: string): boolean {
  return /^_quarto-[^./]+\.ya?ml$/.test(nameOf(path));
}

/** Whether `path` is what an extension of Quarto says of itself. */
export function isExtension(path: string): boolean {
  return EXTENSIONS.includes(nameOf(path));
}

/** Whether an extension counts for a document: Quarto looks for `_extensions` beside it and in the folders above. */
export function isExtendedBy(path: string, extension: string): boolean {
  const at = `/${extension}`.lastIndexOf('/_extensions/');
  return at >= 0 && (at === 0 || path.startsWith(`${extension.slice(0, at - 1)}/`));
}

/** Whether a file of this name says what bibliographies other documents have. */
export function saysWhatCounts(name: string): boolean {
  return isInheritedSettings(name) || isChapterHead(name);
}

/** Quarto's projects do not lie in one another: what stands above the nearest counts for nothing. */
const PROJECTS = ['_quarto.yml', '_quarto.yaml'];

/**
 * The settings files that a document at `path` inherits from, nearest first, up to those of its Quarto project.
 * `profiles` are those of all projects; the ones of its project count, whichever is rendered.
 */
export function settingsAbove(
  path: string,
  exists: (path: string) => boolean,
  profiles: readonly string[],
): string[] {
  const found: string[] = [];
  let folder = folderOf(path);
  for (;;) {
    const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    for (const name of INHERITED) if (exists(inFolder(name))) found.push(inFolder(name));
    for (const profile of profiles) if (folderOf(profile) === folder) found.push(profile);
    for (const name of HEADS)
      if (exists(inFolder(name)) && inFolder(name) !== path) found.push(inFolder(name));
    if (folder === '' || PROJECTS.some((name) => exists(inFolder(name)))) return found;
    folder = folderOf(folder);
  }
}

/** Whether a path written in a file of `folder` may lead out of the workspace. */
function mayLeadOut(folder: string, written: string): boolean {
  return resolvePath(folder, written) === null || /^~[/\\]/.test(written);
}

/** The state of a named bibliography. */
export type ScopeState = 'read' | 'loading' | 'made' | Unreadable;

const ADDRESS = /^(?:https?|ftp):\/\//i;
/** R code in the metadata of R Markdown. */
const CODE = /^`r\s|^!expr\s|^[\w.:]+\([^\n]*["'][^\n]*\)$/;

/** The string literals in code, each alone and all joined, as `file.path` and `here` join them. */
function pathsInCode(code: string): string[] {
  const strings = [...code.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1]!);
  return [...new Set([strings.join('/'), ...strings])].filter((path) => isDataPath(path));
}

/**
 * Resolves a `bibliography` entry: relative to the file that names it, then to the document that reads it,
 * then to the workspace root, else outside. `files` are all files of the workspace; `outside` is
 * `FileSystem.outside`.
 */
export function declaredBibliography(
  declaredIn: string,
  token: Token,
  files: ReadonlySet<string>,
  outside: (folder: string, written: string) => string | null,
  reader = declaredIn,
): DeclaredBibliography {
  const folder = folderOf(declaredIn);
  const whole = { declaredIn, token, glob: false, found: false };
  if (ADDRESS.test(token.text)) return { ...whole, paths: [], made: 'address' };
  if (CODE.test(token.text)) {
    const paths = pathsInCode(token.text)
      .flatMap((path) => [resolvePath(folder, path), resolvePath('', path)])
      .filter((path): path is string => path !== null && files.has(path));
    return { ...whole, paths: [...new Set(paths)], made: 'code' };
  }
  // In Quarto projects a path with a leading slash is relative to the project root.
  const fromRoot = token.text.startsWith('/') ? resolvePath('', token.text.slice(1)) : null;
  // Pandoc parses the name as Markdown, so a backslash may be an escape.
  const unescaped = token.text.includes('\\') ? plainText(token.text) : null;
  const meant = unescaped === null ? [] : [resolvePath(folder, unescaped), resolvePath('', unescaped)];
  const candidates = [
    ...meant.map((path) => (path !== null && files.has(path) ? path : null)),
    resolvePath(folder, token.text),
    besideReader(reader, declaredIn, token.text, files),
    resolvePath('', token.text),
    amongAssets(declaredIn, token.text, files),
    fromRoot !== null && files.has(fromRoot) ? fromRoot : null,
    mayLeadOut(folder, token.text) && !isGlob(token.text) ? outside(folder, token.text) : null,
  ].filter((path, i, all): path is string => path !== null && path !== '' && all.indexOf(path) === i);
  if (!isGlob(token.text)) return { ...whole, paths: candidates, made: null };
  const paths = new Set<string>();
  for (const candidate of candidates) {
    const matches = matcherOf([candidate]);
    // A glob never means documents, even where it matches them.
    for (const file of files) if (isDataPath(file) && matches(file)) paths.add(file);
  }
  return { ...whole, paths: [...paths].sort(), glob: true, made: null };
}

/** The collection of a Jekyll site that a document is in, `_posts/`, and where the site is. */
const COLLECTION = /^(.*?\/)?_[a-z][^/]*\//i;

/** A Jekyll site of articles (Distill) keeps the bibliographies that they name in a folder of its own. */
function amongAssets(declaredIn: string, written: string, files: ReadonlySet<string>): string | null {
  const site = COLLECTION.exec(declaredIn);
  const path = site && resolvePath(site[1] ?? '', `assets/bibliography/${written}`);
  return path !== null && files.has(path) ? path : null;
}

/**
 * A path from settings, relative to a document below them: Quarto leaves a path unchanged that does not exist
 * relative to the settings.
 */
function besideReader(
  reader: string,
  declaredIn: string,
  written: string,
  files: ReadonlySet<string>,
): string | null {
  if (reader === declaredIn || !isInheritedSettings(declaredIn)) return null;
  const path = resolvePath(folderOf(reader), written);
  return path !== null && files.has(path) ? path : null;
}
