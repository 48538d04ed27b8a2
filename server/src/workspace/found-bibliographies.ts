/**
 * Bibliographies that are not named anywhere. They lie beside a text or at the root, and count where nothing
 * else is named.
 */
import { mayBeBibliography } from '../bibliography/recognise.ts';
import { isInheritedSettings, type DeclaredBibliography } from './bibliography-scope.ts';
import { extensionOf, folderOf, nameOf } from './paths.ts';
import { PROJECT_FILE } from './project-file.ts';

/** The maximum number of opened files in a folder whose extension does not tell their format: more are data. */
export const MOST_LOOKED_INTO = 32;

/** Of so many in a folder the one that is named like a document comes first. */
const MOST_ORDERED = 32;

/** Frequent names of bibliographies in JSON or YAML: of many files these are opened first. */
const TELLING = /bib|ref|citation|works|librar|zotero|csl|source|literatur|quelle/i;

/** The candidates in each folder. */
export class FoundBibliographies {
  private readonly byFolder = new Map<string, DeclaredBibliography[]>();

  /** `files` are all of the workspace; `isOther` rules out files of a known other kind. */
  constructor(files: Iterable<string>, isOther: (path: string) => boolean) {
    const certain = new Map<string, string[]>();
    const perhaps = new Map<string, string[]>();
    for (const path of files) {
      const may = mayBeBibliography(extensionOf(path));
      if (may === null || path === PROJECT_FILE || isInheritedSettings(path) || isOther(path)) continue;
      const kind = may === 'by-name' ? certain : perhaps;
      const folder = folderOf(path);
      const there = kind.get(folder);
      if (there) there.push(path);
      else kind.set(folder, [path]);
    }
    for (const folder of new Set([...certain.keys(), ...perhaps.keys()]))
      this.byFolder.set(
        folder,
        [...(certain.get(folder) ?? []).sort(), ...likeliest(perhaps.get(folder) ?? [])].map(found),
      );
  }

  /** Candidates in the folder of a document, first those of its own name, then those at the root. */
  beside(path: string): readonly DeclaredBibliography[] {
    const folder = folderOf(path);
    const there = this.byFolder.get(folder) ?? [];
    const atRoot = folder === '' ? [] : (this.byFolder.get('') ?? []);
    if (!this.hasNamesake(path)) return [...there, ...atRoot];
    const name = stemOf(path);
    const isOwn = ({ declaredIn }: DeclaredBibliography) => stemOf(declaredIn) === name;
    return [...there.filter(isOwn), ...there.filter((one) => !isOwn(one)), ...atRoot];
  }

  /** Whether one in the folder of a document has its name. */
  hasNamesake(path: string): boolean {
    const there = this.byFolder.get(folderOf(path)) ?? [];
    // Where there are many, each of as many documents would have an order of its own.
    if (there.length < 2 || there.length > MOST_ORDERED) return false;
    const name = stemOf(path);
    return there.some(({ declaredIn }) => stemOf(declaredIn) === name);
  }
}

/** The name of a file without its extension, in lower case. */
function stemOf(path: string): string {
  return nameOf(path)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
}

function likeliest(paths: readonly string[]): string[] {
  const rank = (path: string) => (TELLING.test(nameOf(path)) ? 0 : 1);
  const sorted = [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_LOOKED_INTO);
}

/** A declaration for a bibliography that no file names. */
export function found(path: string): DeclaredBibliography {
  const token = { text: path, range: { from: 0, to: 0 } };
  return { declaredIn: path, token, paths: [path], glob: false, made: null, found: true };
}

/** Whether nothing in a scope is named: a named bibliography excludes those merely found. */
export function isFoundScope(scope: readonly DeclaredBibliography[]): boolean {
  return scope.length > 0 && scope[0]!.found;
}

/** Whether data in YAML or JSON, which is no bibliography, names one at its top: a file that is handed to Pandoc. */
export function namesOne(text: string): boolean {
  return /^[ \t]{0,4}["']?bibliography["']?[ \t]*:/m.test(text);
}
