import { createMentionFinder, type Mention, type MentionFinder } from '../actors/mentions.ts';
import { RememberedMentions } from '../actors/remembered-mentions.ts';
import { fingerprintOf } from '../text/hash.ts';
import { ActorNames, type Renewal } from './actor-names.ts';
import { names } from './names.ts';
import {
  ambiguousAmong,
  sameWords,
  withWorksBehind,
  type MentionBefore,
  type ReadableDocument,
  type SearchedNames,
  type SharedNames,
} from './searched-names.ts';
import { meantBy, OF_NOBODY, spokenIn, SpokenOf, type Registered, type Spoken } from './spoken-of.ts';
import { unnamedRanges } from './unnamed-ranges.ts';
import { smallestOf } from '../text/extremes.ts';

/** What is kept of a closed document. */
interface Kept {
  /** The shared names (`SharedNames.by`) with which it was searched. */
  readonly sharing: string;
  /** Uses of aliases that several actors share, one of each kind. */
  readonly ambiguous: readonly MentionBefore[];
  /** The version of the names with which `spoken` was found; -1 where it was not asked for. */
  readonly names: number;
  readonly spoken: Spoken;
}

/** The read side. */
export type KnownMentions = Pick<
  Mentions,
  'in' | 'at' | 'ambiguousIn' | 'isSpokenOf' | 'outdated' | 'sharedNames' | 'wantsTexts'
>;

interface Open {
  readonly view: ReadableDocument;
  readonly others: () => Iterable<string>;
}

const NOTHING: readonly MentionBefore[] = [];
/** A document that was not searched: correct while no name is ambiguous and mentions are not counted. */
const UNSEARCHED: Kept = { sharing: '', ambiguous: NOTHING, names: -1, spoken: OF_NOBODY };

/**
 * Mentions of registered actors in the documents. The texts of open documents are searched on demand, with a
 * cache. For closed ones only the facts that rules need are kept. When names change, these facts are out of
 * date and not reported until the texts were read again (`outdated`).
 */
export class Mentions {
  private readonly known = new ActorNames();
  /** Whether registers were read that `known` does not have yet. */
  private isBehind = false;
  private finder: MentionFinder | null = null;
  private readonly open = new Map<string, Open>();
  private readonly remembered = new Map<string, RememberedMentions>();
  private readonly kept = new Map<string, Kept>();
  /** Documents with a use of a shared name. */
  private readonly ambiguous = new Set<string>();
  private readonly spoken: SpokenOf;
  /** Version of the names → number of documents last searched with it. */
  private readonly searchedBy = new Map<number, number>();
  private counting = false;
  /** Whether open documents may have to be searched again. */
  private openAreOutdated = false;

  constructor(private readonly registered: Registered) {
    this.spoken = new SpokenOf(registered);
  }

  private get names(): ActorNames {
    if (this.isBehind) this.update();
    return this.known;
  }

  /** One of many registers was read. Names are updated on the next query. */
  oneOfManyChanged(): void {
    this.isBehind = true;
  }

  /** Updates the names from the registers. */
  private update(): Renewal {
    this.isBehind = false;
    const renewal = this.known.update(this.registered.allActors());
    if (renewal.areOthers) {
      this.finder = null;
      this.openAreOutdated = true;
    }
    return renewal;
  }

  /**
   * The registers changed; `changed` are the index names that were added, removed or redefined. Returns the
   * documents that this concerns and that need not be read again.
   */
  registersChanged(changed: readonly string[]): Iterable<string> {
    const before = this.names.sharing;
    const { areRearranged } = this.update();
    if (this.names.sharing !== before) return [...this.open.keys(), ...this.ambiguous];
    if (areRearranged) return this.ambiguous;
    const others = new Set(changed);
    const isOther = ({ mention }: MentionBefore) => mention.ids.some((id) => others.has(names.actor(id)));
    return [...this.ambiguous].filter((path) => this.kept.get(path)!.ambiguous.some(isOther));
  }

  /** Sets whether mentions of every actor are counted. */
  countEveryone(wanted: boolean): void {
    if (this.counting === wanted) return;
    this.counting = wanted;
    for (const { view, others } of this.open.values()) this.keep(view, others);
  }

  /**
   * Sets a document's current state. `others` gives ids of actors, and `@` with citekeys of works, that it
   * names otherwise. Returns whether anybody gained a first mention or lost the last.
   */
  take(view: ReadableDocument, isOpen: boolean, others: () => Iterable<string>): boolean {
    if (isOpen) this.open.set(view.path, { view, others });
    else {
      this.open.delete(view.path);
      this.remembered.delete(view.path);
    }
    return this.keep(view, others);
  }

  /** Whether a document's text has to be searched for more than shared names. */
  get wantsTexts(): boolean {
    return this.counting;
  }

  /** The shared names that texts must be searched for; null where there are none. */
  sharedNames(): SharedNames | null {
    const { sharing } = this.names;
    return sharing === '' ? null : { by: fingerprintOf(sharing), actors: this.names.all() };
  }

  /**
   * Sets a closed document from the result of a search for shared names; null where it was not searched.
   * Returns as `take` does.
   */
  takeSearched(path: string, searched: SearchedNames | null): boolean {
    this.open.delete(path);
    this.remembered.delete(path);
    const { sharing } = this.names;
    const isOfNow = searched !== null && sharing !== '' && searched.by === fingerprintOf(sharing);
    return this.replace(path, isOfNow ? { ...UNSEARCHED, sharing, ambiguous: searched.found } : UNSEARCHED);
  }

  /** Removes a document. Returns whether anybody lost the last mention. */
  forget(path: string): boolean {
    this.open.delete(path);
    this.remembered.delete(path);
    return this.replace(path, null);
  }

  /** Whether the mentions in any of these documents depend on bibliographies. */
  hangsOn(paths: Iterable<string>): boolean {
    return this.spoken.hangsOn(paths);
  }

  private keep(view: ReadableDocument, others: () => Iterable<string>): boolean {
    const { sharing, version } = this.names;
    if (sharing === '' && !this.counting) return this.replace(view.path, UNSEARCHED);
    const mentions = this.before(view);
    const ambiguous = sharing === '' ? NOTHING : ambiguousAmong(mentions);
    return this.replace(view.path, {
      sharing,
      ambiguous: ambiguous.length === 0 || this.open.has(view.path) ? ambiguous : copied(ambiguous),
      names: this.counting ? version : -1,
      spoken: this.counting ? spokenIn(mentions, others()) : OF_NOBODY,
    });
  }

  /**
   * Replaces what is kept of a document, null for nothing. Returns whether anybody gained a first mention or
   * lost the last.
   */
  private replace(path: string, now: Kept | null): boolean {
    const before = this.kept.get(path);
    if (before) {
      const left = this.searchedBy.get(before.names)! - 1;
      if (left === 0) this.searchedBy.delete(before.names);
      else this.searchedBy.set(before.names, left);
    }
    if (now) {
      this.kept.set(path, now);
      this.searchedBy.set(now.names, (this.searchedBy.get(now.names) ?? 0) + 1);
    } else this.kept.delete(path);
    if (now && now.ambiguous.length > 0) this.ambiguous.add(path);
    else this.ambiguous.delete(path);
    return this.spoken.exchange(path, before?.spoken ?? OF_NOBODY, now?.spoken ?? OF_NOBODY);
  }

  /**
   * The mentions by name in a document, in the order of the text. Marked mentions are facts, and not among
   * these.
   */
  in(view: ReadableDocument): readonly Mention[] {
    return this.meant(this.before(view), view.path);
  }

  /** All mentions with what is cited right after, including names of cited scholars. */
  private before(view: ReadableDocument): readonly MentionBefore[] {
    const finder = this.currentFinder();
    const opaque = unnamedRanges(view.facts, view.found);
    if (!this.open.has(view.path)) return withWorksBehind(finder.find(view.text.text, { opaque }), view);
    let remembered = this.remembered.get(view.path);
    if (!remembered) this.remembered.set(view.path, (remembered = new RememberedMentions()));
    return withWorksBehind(remembered.read(finder, view.text.text, opaque), view);
  }

  /** The mention by name at `offset` (its end included). Searches only that paragraph. */
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
    return this.meant(withWorksBehind(found, view), view.path).at(-1) ?? null;
  }

  /**
   * The first unmarked use of each alias that several actors share. Empty where the facts are out of date.
   */
  ambiguousIn(path: string): readonly Mention[] {
    if (this.names.sharing === '') return [];
    const opened = this.open.get(path);
    if (opened && this.kept.get(path)?.sharing !== this.names.sharing) this.keep(opened.view, opened.others);
    const known = this.kept.get(path);
    if (known?.sharing !== this.names.sharing) return [];
    return firstOfEach(this.meant(known.ambiguous, path).filter(({ ids }) => ids.length > 1));
  }

  /**
   * Whether any document mentions an actor (by id) or a work (`@` with citekey). Null where that is unknown:
   * nothing is counted, or the facts of closed documents are out of date.
   */
  isSpokenOf(id: string): boolean | null {
    if (!this.counting) return null;
    if (this.openAreOutdated) this.searchOpen();
    if (this.spoken.has(id)) return true;
    return smallestOf(this.searchedBy.keys()) >= this.names.changedIn(id) ? false : null;
  }

  /** Searches the open documents with the current names. */
  private searchOpen(): void {
    for (const { view, others } of this.open.values())
      if (this.kept.get(view.path)!.names !== this.names.version) this.keep(view, others);
    this.openAreOutdated = false;
  }

  /** The closed documents that must be read again because their facts are out of date. */
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
    const { names } = this;
    return (this.finder ??= createMentionFinder(names.all()));
  }

  private meant(mentions: readonly MentionBefore[], path: string): readonly Mention[] {
    return mentions.flatMap(({ mention, cited }) => {
      const ids = cited.length === 0 ? mention.ids : meantBy(mention, cited, path, this.registered);
      if (ids.length > 1) return [{ ...mention, ids: this.names.inOrder(ids) }];
      return ids.length === 0 ? [] : [ids === mention.ids ? mention : { ...mention, ids }];
    });
  }
}

function firstOfEach(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  // A name's list of actors is one shared object, so join each list only once.
  const joined = new Map<readonly string[], string>();
  return mentions.filter(({ ids, matched }) => {
    let actors = joined.get(ids);
    if (actors === undefined) joined.set(ids, (actors = ids.join(' ')));
    const key = `${sameWords(matched)}\n${actors}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Copies strings, since a slice would keep the whole text of a closed document in memory. */
function copied(mentions: readonly MentionBefore[]): MentionBefore[] {
  return JSON.parse(JSON.stringify(mentions)) as MentionBefore[];
}
