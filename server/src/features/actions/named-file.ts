/** What mends a name of a bibliography or register under which there is no file. */
import type { Finding } from '../../checking/rule.ts';
import { folderOf, isOutside, nameOf, relativeTo, resolvePath } from '../../workspace/paths.ts';
import type { Library } from '../../workspace/library.ts';
import { nearestNames } from '../../text/nearest-name.ts';
import type { TextRange } from '../../text/range.ts';
import { say } from '../../words/say.ts';
import { actionKinds, type Action } from './action.ts';
import { bibliographiesNamedIn } from './named-bibliographies.ts';

/** What a new file of each kind holds. The names are untrusted, so that no other file is made. */
const EMPTY: ReadonlyMap<string, string> = new Map([
  ['bib', ''],
  ['bibtex', ''],
  ['yaml', ''],
  ['yml', ''],
  ['json', '[]\n'],
]);
const EMPTY_REGISTER: ReadonlyMap<string, string> = new Map([
  ['yaml', ''],
  ['yml', ''],
  ['json', '{}\n'],
]);

const BIBLIOGRAPHY = /\.(?:bib|bibtex|ris)$/i;
const REGISTER = /\.ya?ml$/i;
/** How many files with another name are offered. */
const MOST = 2;

/** For a bibliography that the document, settings or project file `path` names and that is missing. */
export function mendBibliographyName(finding: Finding, path: string, library: Library): Action[] {
  const declared = bibliographiesNamedIn(path, library).find(
    ({ token }) => token.range.from === finding.range.from,
  );
  if (!declared || declared.glob || library.stateOf(declared) !== 'missing') return [];
  const asList = severalNames(declared.token, { path, finding, library, pattern: BIBLIOGRAPHY });
  if (asList.length > 0) return asList;
  const place = declared.paths.find((each) => !isOutside(each)) ?? null;
  return [
    ...otherNames(declared.token, { path, finding, library, pattern: BIBLIOGRAPHY }),
    ...creating(place, EMPTY, finding, library),
  ];
}

/** For a register that the project file `path` names and that is missing. */
export function mendRegisterName(finding: Finding, path: string, library: Library): Action[] {
  const token = library.project.actors.find(({ range }) => range.from === finding.range.from);
  const place = token ? resolvePath('', token.text) : null;
  if (!token || place === null || library.unreadableFile(place) !== 'missing') return [];
  return [
    ...otherNames(token, { path, finding, library, pattern: REGISTER }),
    ...creating(place, EMPTY_REGISTER, finding, library),
  ];
}

/** Creates the file, empty as files of its kind are. */
function creating(
  place: string | null,
  kinds: ReadonlyMap<string, string>,
  finding: Finding,
  library: Library,
): Action[] {
  if (place === null || library.files.has(place) || !place.split('/').every((part) => /^[^.~]/.test(part)))
    return [];
  // Several names in one, or the folder of a person: no file is called so.
  if (/[,;]/.test(place)) return [];
  const insert = kinds.get(/\.([^./]*)$/.exec(place)?.[1]?.toLowerCase() ?? '');
  if (insert === undefined) return [];
  return [
    {
      title: say('Create “{file}”', { file: place }),
      kind: actionKinds.fix,
      fixes: [finding],
      creates: place,
      edits: () => [{ path: place, range: { from: 0, to: 0 }, insert }],
    },
  ];
}

interface Meant {
  readonly path: string;
  readonly finding: Finding;
  readonly library: Library;
  /** Which files could be meant. */
  readonly pattern: RegExp;
}

/** Several names with commas between them are one name to Pandoc: writes them as a list, where each file is there. */
function severalNames(
  { text, range }: { readonly text: string; readonly range: TextRange },
  { path, finding, library: { files }, pattern }: Meant,
): Action[] {
  const names = text.split(/[,;]/).map((name) => name.trim());
  const isThere = (name: string) => {
    const places = [resolvePath(folderOf(path), name), resolvePath('', name)];
    return pattern.test(name) && places.some((place) => place !== null && files.has(place));
  };
  if (names.length < 2 || range.to - range.from !== text.length || !names.every(isThere)) return [];
  if (!names.every((name) => /^[\p{L}\p{N}_./ -]+$/u.test(name))) return [];
  return [
    {
      title: say('Write them as a list'),
      kind: actionKinds.fix,
      fixes: [finding],
      isPreferred: true,
      edits: () => [{ path, range, insert: `[${names.join(', ')}]` }],
    },
  ];
}

/** Writes the path of a file with the same name elsewhere, or with a name nearly like it. */
function otherNames(
  { text, range }: { readonly text: string; readonly range: TextRange },
  { path, finding, library: { files }, pattern }: Meant,
): Action[] {
  // A quoted or escaped value is left to its writer.
  if (range.to - range.from !== text.length) return [];
  const there = [...files].filter((file) => pattern.test(file) && file !== path);
  const name = nameOf(text);
  const same = there.filter((file) => nameOf(file) === name);
  const near = nearestNames(name, new Set(there.map(nameOf)), MOST);
  const meant = [...same, ...there.filter((file) => near.includes(nameOf(file)))];
  const written = [...new Set(meant)].map((file) => relativeTo(folderOf(path), file));
  return written
    .filter((each) => each !== text && /^[\p{L}\p{N}_./-]+$/u.test(each))
    .slice(0, MOST)
    .map((insert) => ({
      title: say('Write “{words}”', { words: insert }),
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => [{ path, range, insert }],
    }));
}
