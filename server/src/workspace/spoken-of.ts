import type { Mention } from '../actors/mentions.ts';
import type { Actor } from '../actors/model.ts';
import type { BibliographyEntry } from '../bibliography/model.ts';
import { worksOf } from './registers.ts';
import type { MentionBefore } from './searched-names.ts';

/** What this needs of the library. */
export interface Registered {
  /** Incremented when the other answers may change. */
  readonly version: number;
  allActors(): Iterable<{ readonly actor: Actor }>;
  actors(id: string): readonly { readonly actor: Actor }[];
  entries(path: string, key: string): readonly { readonly entry: BibliographyEntry }[];
}

/** The mentions of one document. */
export interface Spoken {
  /** Actors by id and works by `@` and citekey that are certain whatever the bibliographies say. */
  readonly surely: ReadonlySet<string>;
  /** Names right before a citation, packed: mentions of an actor unless they are the cited scholar's. */
  readonly perhaps: readonly string[];
}

/** A name before a citation: its words, the actors of that name, and the works cited. */
type Perhaps = readonly [matched: string, ids: readonly string[], cited: readonly string[]];

const NOTHING: readonly string[] = [];
export const OF_NOBODY: Spoken = { surely: new Set(), perhaps: NOTHING };

/**
 * The actors that a mention means in the document `path`, given the works cited right after it. A cited
 * scholar is not the person of the same surname, unless the register says that this person wrote the work.
 */
export function meantBy(
  mention: Pick<Mention, 'matched' | 'ids'>,
  cited: readonly string[],
  path: string,
  registered: Registered,
): readonly string[] {
  const keys = cited.filter((key) =>
    registered.entries(path, key).some(({ entry }) => entry.families().includes(mention.matched)),
  );
  if (keys.length === 0) return mention.ids;
  return mention.ids.filter((id) =>
    registered.actors(id).some(({ actor }) => worksOf(actor).some((key) => keys.includes(key))),
  );
}

/** The mentions of a document that mentions these actors by name, and `others` otherwise. */
export function spokenIn(mentions: readonly MentionBefore[], others: Iterable<string>): Spoken {
  const surely = new Set(others);
  for (const { mention, cited } of mentions)
    if (cited.length === 0) mention.ids.forEach((id) => surely.add(id));
  const perhaps = new Set<string>();
  for (const { mention, cited } of mentions) {
    if (cited.length === 0 || mention.ids.every((id) => surely.has(id))) continue;
    // A copy, since a slice would keep the whole text in memory.
    perhaps.add(JSON.stringify([mention.matched, mention.ids, cited] satisfies Perhaps));
  }
  return { surely, perhaps: perhaps.size > 0 ? [...perhaps] : NOTHING };
}

/**
 * Counts the documents that mention each actor or work. Mentions that depend on bibliographies are kept
 * undecided and resolved on demand, since bibliographies change independently.
 */
export class SpokenOf {
  /** Actor id, or `@` with citekey → number of documents that certainly mention it. */
  private readonly counts = new Map<string, number>();
  /** Actor id → its names before citations → the documents that have them. */
  private readonly perhaps = new Map<string, Map<string, Set<string>>>();
  /** The documents with undecided mentions. */
  private readonly hanging = new Set<string>();
  /** Cached answers for the current version of the library. */
  private readonly answers = new Map<string, boolean>();
  private answered = -1;
  private taken = -1;

  constructor(private readonly registered: Registered) {}

  /**
   * Replaces a document's mentions. Returns whether anybody may have gained a first mention or lost the last.
   */
  exchange(path: string, before: Spoken, after: Spoken): boolean {
    const counted = this.recount(before.surely, after.surely);
    const isSame =
      before.perhaps.length === after.perhaps.length &&
      before.perhaps.every((each, i) => each === after.perhaps[i]);
    if (!isSame) this.replace(path, before.perhaps, after.perhaps);
    // The document may have brought new entries in its front matter.
    const { version } = this.registered;
    const citesOthers = after.perhaps.length > 0 && this.taken !== version;
    this.taken = version;
    return counted || !isSame || citesOthers;
  }

  /** Whether any document mentions an actor (by id) or a work (`@` with citekey). */
  has(id: string): boolean {
    if (this.counts.has(id)) return true;
    const names = this.perhaps.get(id);
    if (!names) return false;
    const { version } = this.registered;
    if (this.answered !== version) this.answers.clear();
    this.answered = version;
    let answer = this.answers.get(id);
    if (answer === undefined) this.answers.set(id, (answer = this.isMeant(id, names)));
    return answer;
  }

  /** Whether the mentions in any of these documents depend on bibliographies. */
  hangsOn(paths: Iterable<string>): boolean {
    if (this.hanging.size === 0) return false;
    for (const path of paths) if (this.hanging.has(path)) return true;
    return false;
  }

  private isMeant(id: string, names: ReadonlyMap<string, ReadonlySet<string>>): boolean {
    for (const [packed, paths] of names) {
      const [matched, , cited] = JSON.parse(packed) as Perhaps;
      for (const path of paths)
        if (meantBy({ matched, ids: [id] }, cited, path, this.registered).length > 0) return true;
    }
    return false;
  }

  private replace(path: string, before: readonly string[], after: readonly string[]): void {
    const stays = new Set(after);
    for (const packed of before) if (!stays.has(packed)) this.leave(path, packed);
    for (const packed of after) this.join(path, packed);
    if (after.length > 0) this.hanging.add(path);
    else this.hanging.delete(path);
  }

  private join(path: string, packed: string): void {
    for (const id of idsOf(packed)) {
      this.answers.delete(id);
      let names = this.perhaps.get(id);
      if (!names) this.perhaps.set(id, (names = new Map<string, Set<string>>()));
      const paths = names.get(packed);
      if (paths) paths.add(path);
      else names.set(packed, new Set([path]));
    }
  }

  private leave(path: string, packed: string): void {
    for (const id of idsOf(packed)) {
      this.answers.delete(id);
      const names = this.perhaps.get(id)!;
      const paths = names.get(packed)!;
      paths.delete(path);
      if (paths.size === 0) names.delete(packed);
      if (names.size === 0) this.perhaps.delete(id);
    }
  }

  private recount(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
    let turned = false;
    const add = (id: string, by: number) => {
      const was = this.counts.get(id) ?? 0;
      if (was + by === 0) this.counts.delete(id);
      else this.counts.set(id, was + by);
      if (was === 0 || was + by === 0) turned = true;
    };
    for (const id of before) if (!after.has(id)) add(id, -1);
    for (const id of after) if (!before.has(id)) add(id, 1);
    return turned;
  }
}

function idsOf(packed: string): readonly string[] {
  return (JSON.parse(packed) as Perhaps)[1];
}
