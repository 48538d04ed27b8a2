/** Which bibliographies a document cites from. */
import type { Token } from '../facts/model.ts';
import { plainText } from '../facts/plain-text.ts';
import { matcherOf } from './glob.ts';
import { isDataPath } from './scope.ts';
import type { Unreadable } from './unreadable.ts';
import { folderOf, isGlob, nameOf, resolvePath } from './paths.ts';

/** One bibliography as a file names it, and what that name leads to. */
export interface DeclaredBibliography {
  /** The file that names it: a document, the project file, `_quarto.yml`… */
  readonly declaredIn: string;
  readonly token: Token;
  /** The files that it may mean: the first that exists counts; of a glob all that match. */
  readonly paths: readonly string[];
  readonly glob: boolean;
  /** It is there when the text is rendered: an address, or what code gives. */
  readonly made: 'address' | 'code' | null;
  /** Nobody names it: it lies beside the text or at the root, and `declaredIn` is the file itself. */
  readonly found: boolean;
}

/** Files from which Pandoc front ends take a bibliography for all the documents below their folder. */
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

/** Whether `path` is a settings file whose `bibliography` holds for the documents of its folder. */
export function isInheritedSettings(path: string): boolean {
  return INHERITED.includes(nameOf(path));
}

/** The settings files that a document at `path` inherits from, nearest first. */
export function settingsAbove(path: string, exists: (path: string) => boolean): string[] {
  const found: string[] = [];
  let folder = folderOf(path);
  for (;;) {
    const inFolder = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    for (const name of INHERITED) if (exists(inFolder(name))) found.push(inFolder(name));
    for (const name of HEADS)
      if (exists(inFolder(name)) && inFolder(name) !== path) found.push(inFolder(name));
    if (folder === '') return found;
    folder = folderOf(folder);
  }
}

/** Whether words that a file in `folder` names may lead out of the workspace. */
function mayLeadOut(folder: string, written: string): boolean {
  return resolvePath(folder, written) === null || /^~[/\\]/.test(written);
}

/** What became of a bibliography that is named. */
export type ScopeState = 'read' | 'loading' | 'made' | Unreadable;

const ADDRESS = /^(?:https?|ftp):\/\//i;
/** R in the metadata of R Markdown. */
const CODE = /^`r\s|^!expr\s|^[\w.:]+\([^\n]*["'][^\n]*\)$/;

/** The paths among the strings in code, each alone and all joined, as `file.path` and `here` do. */
function pathsInCode(code: string): string[] {
  const strings = [...code.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1]!);
  return [...new Set([strings.join('/'), ...strings])].filter((path) => isDataPath(path));
}

/**
 * What a `bibliography` entry means: beside the file that names it first, then beside the document that reads it, then at
 * the workspace root, else where it leads outside. `files` are all files of the workspace; `outside` is as `FileSystem`
 * has it.
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
  // In Quarto's projects a path that begins with a slash begins at their root.
  const fromRoot = token.text.startsWith('/') ? resolvePath('', token.text.slice(1)) : null;
  // To Pandoc the name is Markdown: a backslash may only keep a sign from being markup.
  const unescaped = token.text.includes('\\') ? plainText(token.text) : null;
  const meant = unescaped === null ? [] : [resolvePath(folder, unescaped), resolvePath('', unescaped)];
  const candidates = [
    ...meant.map((path) => (path !== null && files.has(path) ? path : null)),
    resolvePath(folder, token.text),
    besideReader(reader, declaredIn, token.text, files),
    resolvePath('', token.text),
    fromRoot !== null && files.has(fromRoot) ? fromRoot : null,
    mayLeadOut(folder, token.text) && !isGlob(token.text) ? outside(folder, token.text) : null,
  ].filter((path, i, all): path is string => path !== null && path !== '' && all.indexOf(path) === i);
  if (!isGlob(token.text)) return { ...whole, paths: candidates, made: null };
  const paths = new Set<string>();
  for (const candidate of candidates) {
    const matches = matcherOf([candidate]);
    // It means no document, however much it matches.
    for (const file of files) if (isDataPath(file) && matches(file)) paths.add(file);
  }
  return { ...whole, paths: [...paths].sort(), glob: true, made: null };
}

/** Where a path of settings leads from a document below them: Quarto leaves one as it is that leads nowhere from theirs. */
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
