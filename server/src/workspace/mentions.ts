import { createMentionFinder, type Mention, type MentionFinder } from '../actors/mentions.ts';
import type { Actor } from '../actors/model.ts';
import { RememberedMentions } from '../actors/remembered-mentions.ts';
import type { BibliographyEntry } from '../bibliography/model.ts';
import type { DocumentFacts } from '../facts/model.ts';
import type { FoundFacts } from '../found/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import { fingerprintOf } from '../text/hash.ts';
import { ActorNames } from './actor-names.ts';
import { worksOf } from './registers.ts';
import {
  withWorksBehind,
  type MentionBefore,
  type SearchedNames,
  type SharedNames,
} from './searched-names.ts';
import { isByPerson, unnamedRanges } from './unnamed-ranges.ts';

/** As much of the library as is needed to know who is named and who is cited. */
export interface Registered {
  allActors(): Iterable<{ readonly actor: Actor }>;
  actors(id: string): readonly { readonly actor: Actor }[];
  entries(path: string, key: string): readonly { readonly entry: BibliographyEntry }[];
}

/** A document whose text is at hand. */
export interface ReadableDocument {
  readonly path: string;
  readonly text: DocumentText;
  readonly facts: DocumentFacts;
  readonly found: FoundFacts;
}

/** What is kept of a document when its text is not at hand any more. */
interface Kept {
  /** The names that had to be told apart when it was read. */
  readonly sharing: string;
  /** The first use of each alias that several actors share. */
  readonly ambiguous: readonly Mention[];
  /** The version of the names by which `spokenOf` was found; -1 where nobody asked for it. */
  readonly names: number;
  readonly spokenOf: ReadonlySet<string>;
}

interface Open {
  readonly view: ReadableDocument;
  readonly others: () => Iterable<string>;
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: readonly Mention[] = [];
/** Of a document that was not searched: right where no name has to be told apart and nobody counts. */
const UNSEARCHED: Kept = { sharing: '', ambiguous: NOTHING, names: -1, spokenOf: NOBODY };

/**
 * Who is named in the documents, by the names that the registers give. What stands in a text is looked for when
 * somebody asks, and remembered for the documents that are open. Of closed ones a few facts are kept, if a rule
 * needs them; when names change, those of closed documents are out of date and unspoken of until their texts
 * were read again (`outdated`).
 */
export class Mentions {
  private readonly names = new ActorNames();
  private finder: MentionFinder | null = null;
  private readonly open = new Map<string, Open>();
  private readonly remembered = new Map<string, RememberedMentions>();
  private readonly kept = new Map<string, Kept>();
  /** Actor id, or `@` and citekey → how many documents speak of it. */
  private readonly counts = new Map<string, number>();
  private counting = false;
  /** The oldest version of the names by which a document was searched; null where that is to be found out. */
  private oldest: number | null = null;

  constructor(private readonly registered: Registered) {}

  /** The registers were read again. Returns the open documents for which that matters. */
  registersChanged(): Iterable<string> {
    const before = this.names.sharing;
    if (!this.names.update(this.registered.allActors())) return [];
    this.finder = null;
    this.oldest = null;
    return this.names.sharing === before ? [] : this.open.keys();
  }

  /** Whether it is to be known of every actor if any document speaks of it. */
  countEveryone(wanted: boolean): void {
    if (this.counting === wanted) return;
    this.counting = wanted;
    for (const { view, others } of this.open.values()) this.keep(view, others);
  }

  /**
   * Takes a document over, as it stands now. `others` gives those that it speaks of by id (actors) and by `@`
   * and citekey (works). Returns whether anybody is spoken of for the first time, or no more.
   */
  take(view: ReadableDocument, isOpen: boolean, others: () => Iterable<string>): boolean {
    if (isOpen) this.open.set(view.path, { view, others });
    else {
      this.open.delete(view.path);
      this.remembered.delete(view.path);
    }
    return this.keep(view, others);
  }

  /** Whether more must be known of each document than a search for shared names tells. */
  get wantsTexts(): boolean {
    return this.counting;
  }

  /** The names that texts must be searched for because actors share some of them; null where none do. */
  sharedNames(): SharedNames | null {
    const { sharing } = this.names;
    return sharing === '' ? null : { by: fingerprintOf(sharing), actors: this.names.all() };
  }

  /**
   * Takes a closed document over whose text is not at hand, with what a search for the names that actors share came to;
   * null where it was not searched. Returns as `take` does.
   */
  takeSearched(path: string, searched: SearchedNames | null): boolean {
    this.open.delete(path);
    this.remembered.delete(path);
    const before = this.kept.get(path);
    const { sharing } = this.names;
    const isOfNow = searched !== null && sharing !== '' && searched.by === fingerprintOf(sharing);
    const ambiguous = isOfNow ? firstOfEach(this.meant(searched.found, path).filter(isAmbiguous)) : NOTHING;
    this.kept.set(path, isOfNow ? { ...UNSEARCHED, sharing, ambiguous } : UNSEARCHED);
    this.oldest = null;
    return before ? this.recount(before.spokenOf, NOBODY) : false;
  }

  /** Forgets a document. Returns whether anybody is spoken of no more. */
  forget(path: string): boolean {
    this.open.delete(path);
    this.remembered.delete(path);
    const before = this.kept.get(path);
    this.kept.delete(path);
    this.oldest = null;
    return before ? this.recount(before.spokenOf, NOBODY) : false;
  }

  private keep(view: ReadableDocument, others: () => Iterable<string>): boolean {
    const shared = this.names.sharing !== '';
    const before = this.kept.get(view.path);
    const mentions = shared || this.counting ? this.in(view) : NOTHING;
    const spokenOf = this.counting ? new Set([...others(), ...mentions.flatMap(({ ids }) => ids)]) : NOBODY;
    this.kept.set(view.path, {
      sharing: this.names.sharing,
      ambiguous: shared ? firstOfEach(mentions.filter(isAmbiguous)) : NOTHING,
      names: this.counting ? this.names.version : -1,
      spokenOf,
    });
    this.oldest = null;
    return this.recount(before?.spokenOf ?? NOBODY, spokenOf);
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

  /** The mentions in a document by name, in the order of the text; marked ones are among its facts. */
  in(view: ReadableDocument): readonly Mention[] {
    const finder = this.currentFinder();
    const opaque = unnamedRanges(view.facts, view.found);
    if (!this.open.has(view.path)) return this.withoutScholars(finder.find(view.text.text, { opaque }), view);
    let remembered = this.remembered.get(view.path);
    if (!remembered) this.remembered.set(view.path, (remembered = new RememberedMentions()));
    return this.withoutScholars(remembered.read(finder, view.text.text, opaque), view);
  }

  /** The mention by name at `offset`; its end counts. Looks at that paragraph only. */
  at(view: ReadableDocument, offset: number): Mention | null {
    const { text } = view.text;
    const before = offset > 0 ? text.lastIndexOf('\n\n', offset - 1) : -1;
    const after = text.indexOf('\n\n', offset);
    const range = { from: before < 0 ? 0 : before + 2, to: after < 0 ? text.length : after };
    if (offset < range.from) return null;
    const opaque = unnamedRanges(view.facts, view.found);
    const found = this.currentFinder()
      .find(text, { range, opaque })
      .filter((mention) => mention.range.from <= offset && offset <= mention.range.to);
    return this.withoutScholars(found, view).at(-1) ?? null;
  }

  /**
   * The first use of each alias that several actors share, where it is not marked who is meant. Empty where that
   * is not known at the moment.
   */
  ambiguousIn(path: string): readonly Mention[] {
    if (this.names.sharing === '') return [];
    const known = this.kept.get(path);
    if (known?.sharing === this.names.sharing) return known.ambiguous;
    const opened = this.open.get(path);
    if (!opened) return [];
    this.keep(opened.view, opened.others);
    return this.kept.get(path)!.ambiguous;
  }

  /**
   * Whether a document speaks of an actor, by id, or of a work, by `@` and citekey. Null where that is not known:
   * nobody asked to count, or its names changed since closed documents were read.
   */
  isSpokenOf(id: string): boolean | null {
    if (!this.counting) return null;
    if (this.counts.has(id)) return true;
    const areSearched = this.oldestNames() >= this.names.changedIn(id);
    // Open documents may just have been searched anew.
    if (this.counts.has(id)) return true;
    return areSearched ? false : null;
  }

  /** Searches the open documents by the names of now, and tells by which names all of them were searched. */
  private oldestNames(): number {
    if (this.oldest !== null) return this.oldest;
    for (const { view, others } of this.open.values())
      if (this.kept.get(view.path)!.names !== this.names.version) this.keep(view, others);
    let oldest = this.names.version;
    for (const { names } of this.kept.values()) oldest = Math.min(oldest, names);
    this.oldest = oldest;
    return oldest;
  }

  /** The closed documents whose texts must be read again for these facts to be true of them. */
  outdated(): string[] {
    const { sharing, version } = this.names;
    return [...this.kept]
      .filter(
        ([path, known]) =>
          !this.open.has(path) &&
          ((sharing !== '' && known.sharing !== sharing) || (this.counting && known.names !== version)),
      )
      .map(([path]) => path);
  }

  private currentFinder(): MentionFinder {
    return (this.finder ??= createMentionFinder(this.names.all()));
  }

  /** A scholar cited is not the person of the same surname, unless the register says that he wrote the work. */
  private withoutScholars(mentions: readonly Mention[], view: ReadableDocument): readonly Mention[] {
    return this.meant(withWorksBehind(mentions, view), view.path);
  }

  private meant(mentions: readonly MentionBefore[], path: string): readonly Mention[] {
    return mentions.flatMap(({ mention, cited }) => {
      const keys = cited.filter((key) =>
        this.registered.entries(path, key).some(({ entry }) => isByPerson(entry, mention.matched)),
      );
      if (keys.length === 0) return [mention];
      const ids = mention.ids.filter((id) =>
        this.registered.actors(id).some(({ actor }) => worksOf(actor).some((key) => keys.includes(key))),
      );
      return ids.length > 0 ? [{ ...mention, ids }] : [];
    });
  }
}

function isAmbiguous({ ids }: Mention): boolean {
  return ids.length > 1;
}

function firstOfEach(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ ids, matched }) => {
    const key = `${matched.toLowerCase().replace(/\s+/g, ' ')}\n${ids.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}
