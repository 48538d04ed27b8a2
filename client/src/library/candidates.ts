import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { say } from '../../../server/src/words/say.ts';

/** A file that may be the user's own library. */
export interface Candidate {
  readonly file: string;
  /** Why it is offered. */
  readonly why: string;
}

/** How many files of a folder are offered. */
const MOST = 20;

/** Zotero's data folders, relative to the home folder. */
const DATA = ['Zotero', 'Documents/Zotero', 'zotero'];
const PROFILES = [
  '.zotero/zotero',
  'snap/zotero-snap/common/.zotero/zotero',
  '.var/app/org.zotero.Zotero/data/zotero/zotero',
  'Library/Application Support/Zotero/Profiles',
  'AppData/Roaming/Zotero/Zotero/Profiles',
];

/**
 * Files that are probably the user's own library: automatic exports of Better BibTeX, by Zotero's preferences, and
 * bibliographies in Zotero's data folders. Accesses `home` only when called. Never throws.
 */
export async function libraryCandidates(home: string): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const add = async (file: string, why: string) => {
    if (!found.has(file) && (await isFile(file))) found.set(file, { file, why });
  };
  for (const profiles of PROFILES)
    for (const profile of await entriesOf(path.join(home, profiles)))
      for (const file of exportsIn(await textOf(path.join(home, profiles, profile, 'prefs.js'))))
        await add(file, say('kept up to date by Better BibTeX'));
  for (const folder of DATA)
    for (const name of (await entriesOf(path.join(home, folder)))
      .filter((each) => /\.(?:bib|json)$/i.test(each))
      .slice(0, MOST))
      // prettier-ignore
      await add(path.join(home, folder, name), say('in the folder of Zotero'));
  return [...found.values()];
}

const EXPORT =
  /^user_pref\("extensions\.zotero\.translators\.better-bibtex\.autoExport\.[^"]*",\s*("(?:[^"\\]|\\.)*")\);/gm;

/** The automatic exports of Better BibTeX in Zotero's preferences. */
export function exportsIn(preferences: string): string[] {
  const files: string[] = [];
  for (const [, value] of preferences.matchAll(EXPORT))
    try {
      const { path: file } = JSON.parse(JSON.parse(value!) as string) as { path?: unknown };
      if (typeof file === 'string' && path.isAbsolute(file) && /\.(?:bib|json|yaml|yml)$/i.test(file))
        files.push(file);
    } catch {
      // The preference has an unknown form.
    }
  return [...new Set(files)];
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return []; // missing
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return ''; // missing
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false; // missing
  }
}
