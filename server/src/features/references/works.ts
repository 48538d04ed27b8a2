import type { Actor } from '../../actors/model.ts';
import { readFacts } from '../../facts/read.ts';
import type { Token } from '../../facts/model.ts';
import { parseTree } from '../../syntax/tree.ts';
import { shifted } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { addressesIn } from './addresses.ts';
import { mayBeActor } from './doubt.ts';
import { occurrence, type Occurrences, type ReferenceWorld } from './model.ts';

/**
 * Where a work is named by its citekey: entries, citations, and other places in documents, registers or the project
 * file. Without documents whose own bibliography uses the key for another work than the one that `near` has.
 */
export function* occurrencesOfWork(
  key: string,
  near: string,
  { library, reasoning, only }: Omit<ReferenceWorld, 'view'>,
): Occurrences {
  const doubtful = mayBeActor(key, { library, reasoning });
  if (only !== undefined) return yield* inDocument(only, key, library, doubtful);
  const { entries, documents } = circleOf(key, near, library);
  for (const path of entries) {
    const content = library.bibliography(path)?.content;
    for (const { key: token } of content?.entries ?? [])
      if (token.text === key) yield occurrence(path, token, 'definition');
    for (const token of content?.linkedKeys?.() ?? []) if (token.text === key) yield occurrence(path, token);
  }
  for (const path of documents) {
    yield null;
    yield* inDocument(path, key, library, doubtful);
  }
  if (shares(PROJECT_FILE, key, entries, library)) {
    for (const token of library.project.sources.values())
      if (token.text === key) yield occurrence(PROJECT_FILE, token);
    for (const { path, actor } of library.allActors()) yield* inActor(path, actor, key, doubtful);
  }
  yield* asPlace(key, { library, reasoning });
}

/** The files that define the work, and the documents that mean it: all have an entry in common in their scopes. */
export function circleOf(
  key: string,
  near: string,
  library: Library,
): { entries: Set<string>; documents: string[] } {
  const entries = new Set<string>();
  if (library.definersOfKey(key).includes(near) && !library.summary(near)) entries.add(near);
  else for (const { path } of library.entries(near, key)) entries.add(path);
  const seekers = new Set([
    ...library.seekersOfKey(key),
    ...library.definersOfKey(key).filter((path) => library.summary(path)),
  ]);
  // A bibliography that was merely found at the root does not connect works that others name.
  const means = library.citesFromFound(PROJECT_FILE) ? [...seekers] : [PROJECT_FILE, ...seekers];
  for (let before = -1; before !== entries.size;) {
    before = entries.size;
    for (const path of means)
      if (entries.size > 0 && shares(path, key, entries, library))
        for (const entry of library.entries(path, key)) entries.add(entry.path);
  }
  return { entries, documents: [...seekers].filter((path) => shares(path, key, entries, library)) };
}

/** Whether the key in `path` resolves to one of these entries; or it is undefined both there and here. */
function shares(path: string, key: string, entries: ReadonlySet<string>, library: Library): boolean {
  const own = library.entries(path, key);
  return own.length === 0 ? entries.size === 0 : own.some((entry) => entries.has(entry.path));
}

function* inDocument(path: string, key: string, library: Library, doubtful: boolean): Occurrences {
  const summary = library.summary(path);
  if (!summary) return;
  for (const token of summary.references) if (token.text === key) yield occurrence(path, token, 'definition');
  for (const cited of summary.cited) if (cited.key.text === key) yield occurrence(path, cited.key);
  for (const token of summary.asserters)
    if (token.text === key) yield occurrence(path, token, 'use', doubtful);
  if (summary.source?.text === key) yield occurrence(path, summary.source);
}

/** The works that a register names, in lists and citations. */
function* inActor(path: string, actor: Actor, key: string, doubtful: boolean): Occurrences {
  for (const token of actor.works) if (token.text === key) yield occurrence(path, token);
  for (const { targets } of actor.relations)
    for (const token of targets) if (token.text === key) yield occurrence(path, token, 'use', doubtful);
  if (actor.cite?.text.includes(key))
    for (const token of citedKeys(actor)) if (token.text === key) yield occurrence(path, token);
}

/** The keys in a register entry's citations; with the range of the whole where they have none of their own. */
export function citedKeys({ cite }: Actor): Token[] {
  if (!cite) return [];
  const exact = cite.range.to - cite.range.from === cite.text.length;
  return readFacts(parseTree(cite.text)).citations.map(({ key, keyRange }) => ({
    text: key,
    range: exact ? shifted(keyRange, cite.range.from) : cite.range,
  }));
}

/** Addresses of claims with the work before their `#`. */
function* asPlace(
  key: string,
  { library, reasoning }: Pick<ReferenceWorld, 'library' | 'reasoning'>,
): Occurrences {
  for (const path of library.workTexts.documentsOf(key))
    for (const { id } of reasoning.claimsIn(path)) {
      if (id === null) continue;
      yield null;
      for (const seeker of reasoning.seekersOf(path, id))
        for (const written of addressesIn(seeker))
          if (written.id === id && written.place === key)
            yield { path: seeker.path, range: written.placeRange, role: 'use', exact: written.exact };
    }
}
