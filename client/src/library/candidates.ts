import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file that may be a person's library. */
export interface Candidate {
  readonly file: string;
  /** Why it is offered. */
  readonly why: string;
}

/** So many files of one folder are offered. */
const MOST = 20;

/** Where Zotero keeps its things on each system, in the person's home. */
const DATA = ['Zotero', 'Documents/Zotero', 'zotero'];
const PROFILES = [
  '.zotero/zotero',
  'snap/zotero-snap/common/.zotero/zotero',
  '.var/app/org.zotero.Zotero/data/zotero/zotero',
  'Library/Application Support/Zotero/Profiles',
  'AppData/Roaming/Zotero/Zotero/Profiles',
];

/**
 * The libraries that a person is likely to mean: what Better BibTeX keeps up to date, by the preferences of Zotero, and the
 * bibliographies in Zotero's usual folders. Looks at `home` only when it is called, and never throws.
 */
export async function libraryCandidates(home: string): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const add = async (file: string, why: string) => {
    if (!found.has(file) && (await isFile(file))) found.set(file, { file, why });
  };
  for (const profiles of PROFILES)
    for (const profile of await entriesOf(path.join(home, profiles)))
      for (const file of exportsIn(await textOf(path.join(home, profiles, profile, 'prefs.js'))))
        await add(file, 'kept up to date by Better BibTeX');
  for (const folder of DATA)
    for (const name of (await entriesOf(path.join(home, folder)))
      .filter((each) => /\.(?:bib|json)$/i.test(each))
      .slice(0, MOST))
      // prettier-ignore
      await add(path.join(home, folder, name), 'in the folder of Zotero');
  return [...found.values()];
}

const EXPORT =
  /^user_pref\("extensions\.zotero\.translators\.better-bibtex\.autoExport\.[^"]*",\s*("(?:[^"\\]|\\.)*")\);/gm;

/** The files that Better BibTeX exports to by itself, as the preferences of Zotero have them. */
export function exportsIn(preferences: string): string[] {
  const files: string[] = [];
  for (const [, value] of preferences.matchAll(EXPORT))
    try {
      const { path: file } = JSON.parse(JSON.parse(value!) as string) as { path?: unknown };
      if (typeof file === 'string' && path.isAbsolute(file) && /\.(?:bib|json|yaml|yml)$/i.test(file))
        files.push(file);
    } catch {
      // A preference that is no export of a form that we know.
    }
  return [...new Set(files)];
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return []; // there is no such folder
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return ''; // there is no such file
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false; // there is no such file
  }
}
