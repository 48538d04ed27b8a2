/** What works and actors are called in messages: names and years, never ids alone. */
import type { Library } from './library.ts';

/** The authors and the year of a work; null where no bibliography of the document `path` holds the key. */
export function workNames(
  key: string,
  path: string,
  library: Library,
): { readonly name: string; readonly year: string | null } | null {
  const entry = library.entries(path, key)[0]?.entry;
  if (!entry) return null;
  const { names, year, title } = entry.sketch();
  return { name: authorsInWords(names) ?? (title ? quoted(title) : key), year };
}

/** `Lee and Shen (2011)`; null where no bibliography of the document `path` holds the key. */
export function workLabel(key: string, path: string, library: Library): string | null {
  const work = workNames(key, path, library);
  return work && (work.year ? `${work.name} (${work.year})` : work.name);
}

/** The name of an actor; null where no register knows it. */
export function actorLabel(id: string, library: Library): string | null {
  return library.actors(id)[0]?.actor.name.text ?? null;
}

/** A name of so many characters needs no shorter one. */
const BRIEF = 16;
const ABBREVIATION = /^[\p{Lu}\d][\p{Lu}\d.&-]{1,9}$/u;

/** The name of an actor, or the abbreviation by which one knows it where the name is long; null as `actorLabel`. */
export function briefActorLabel(id: string, library: Library): string | null {
  const actor = library.actors(id)[0]?.actor;
  if (!actor) return null;
  const name = actor.name.text;
  if (name.length <= BRIEF) return name;
  return actor.aliases.find(({ text }) => ABBREVIATION.test(text))?.text ?? name;
}

/** What an asserter is called: the name of an actor, the authors and year of a work, else the id as written. */
export function asserterLabel(id: string, path: string, library: Library): string {
  return actorLabel(id, library) ?? workLabel(id, path, library) ?? id;
}

function authorsInWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  if (names.length > 3) return `${names[0]} et al.`;
  if (names.length === 1) return names[0]!;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A title in quotation marks; its own become the inner ones. */
function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
