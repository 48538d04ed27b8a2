/** Names of works and actors for messages: names and years, never ids alone. */
import { listOf, say } from '../words/say.ts';
import type { Library } from './library.ts';

/** The authors of a work, whether they are several, and its year; null where no bibliography of the document `path` has the key. */
export function workNames(
  key: string,
  path: string,
  library: Library,
): { readonly name: string; readonly year: string | null; readonly several: boolean } | null {
  const entry = library.entries(path, key)[0]?.entry;
  if (!entry) return null;
  const { names, year, title } = entry.sketch();
  return { name: authorsInWords(names) ?? (title ? quoted(title) : key), year, several: names.length > 1 };
}

/** `Lee and Shen (2011)`; null where no bibliography of the document `path` has the key. */
export function workLabel(key: string, path: string, library: Library): string | null {
  const work = workNames(key, path, library);
  return work && (work.year ? `${work.name} (${work.year})` : work.name);
}

/** The name of an actor; null where no register has it. */
export function actorLabel(id: string, library: Library): string | null {
  return library.actors(id)[0]?.actor.name.text ?? null;
}

/** Names up to this many UTF-16 units are not abbreviated. */
const BRIEF = 16;
const ABBREVIATION = /^[\p{Lu}\d][\p{Lu}\d.&-]{1,9}$/u;

/** As `actorLabel`, but an abbreviation from the register where the name is long. */
export function briefActorLabel(id: string, library: Library): string | null {
  const actor = library.actors(id)[0]?.actor;
  if (!actor) return null;
  const name = actor.name.text;
  if (name.length <= BRIEF) return name;
  return actor.aliases.find(({ text }) => ABBREVIATION.test(text))?.text ?? name;
}

/** The name of an asserter: that of an actor, the authors and year of a work, else the id as written. */
export function asserterLabel(id: string, path: string, library: Library): string {
  return actorLabel(id, library) ?? workLabel(id, path, library) ?? id;
}

function authorsInWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  if (names.length > 3) return say('{name} et al.', { name: names[0]! });
  return listOf(names);
}

/** A title in double quotation marks; double ones inside become single. */
function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
