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

/** What is kept of a document when its text is not at hand any more. */
interface Kept {
  /** The names that had to be told apart when it was read. */
  readonly sharing: string;
  /** The uses of each alias that several actors share, one of a kind. */
  readonly ambiguous: readonly MentionBefore[];
  /** The version of the names by which `spoken` was found; -1 where nobody asked for it. */
  readonly names: number;
  readonly spoken: Spoken;
}

/** What may be asked about mentions by those who change none. */
export type KnownMentions = Pick<
  Mentions,
  'in' | 'at' | 'ambiguousIn' | 'isSpokenOf' | 'outdated' | 'sharedNames' | 'wantsTexts'
>;

interface Open {
  readonly view: ReadableDocument;
  readonly others: () => Iterable<string>;
}

const NOTHING: readonly MentionBefore[] = [];
/** Of a document that was not searched: right where no name has to be told apart and nobody counts. */
const UNSEARCHED: Kept = { sharing: '', ambiguous: NOTHING, names: -1, spoken: OF_NOBODY };

/**
 * Who is named in the documents, by the names that the registers give. What stands in a text is looked for when
 * somebody asks, and remembered for the documents that are open. Of closed ones a few facts are kept, if a rule
 * needs them; when names change, those of closed documents are out of date and unspoken of until their texts
 * were read again (`outdated`).
 */
export class Mentions {
  private readonly known = new ActorNames();
  /** Registers were read of which `known` has not heard. */
  private isBehind = false;
  private finder: MentionFinder | null = null;
  private readonly open = new Map<string, Open>();
  private readonly remembered = new Map<string, RememberedMentions>();
  private readonly kept = new Map<string, Kept>();
  /** The documents of which a use of a shared name is kept. */
  private readonly ambiguous = new Set<string>();
  private readonly spoken: SpokenOf;
  /** Version of the names → how many documents were last searched by it. */
  private readonly searchedBy = new Map<number, number>();
  private counting = false;
  /** Open documents may have to be searched by the names of now. */
  private openAreOutdated = false;

  constructor(private readonly registered: Registered) {
    this.spoken = new SpokenOf(registered);
  }

  private get names(): ActorNames {
    if (this.isBehind) this.update();
    return this.known;
  }

  /** One of many registers was read again, and whom that concerns is asked of nobody: its names are read when wanted. */
  oneOfManyChanged(): void {
    this.isBehind = true;
  }

  /** Takes over what the registers say now. */
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
   * The registers were read again; `changed` are the names of the index that came, went or say something else. Returns
   * the documents for which that matters, as far as they need not be read again.
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
    const { sharing } = this.names;
    const isOfNow = searched !== null && sharing !== '' && searched.by === fingerprintOf(sharing);
    return this.replace(path, isOfNow ? { ...UNSEARCHED, sharing, ambiguous: searched.found } : UNSEARCHED);
  }

  /** Forgets a document. Returns whether anybody is spoken of no more. */
  forget(path: string): boolean {
    this.open.delete(path);
    this.remembered.delete(path);
    return this.replace(path, null);
  }

  /** Whether it hangs on the bibliographies of any of these documents who is spoken of. */
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

  /** Keeps this of a document, null for nothing. Returns whether anybody is spoken of for the first time, or no more. */
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

  /** The mentions in a document by name, in the order of the text; marked ones are among its facts. */
  in(view: ReadableDocument): readonly Mention[] {
    return this.meant(this.before(view), view.path);
  }

  /** The same, scholars among them, each with what is cited right after it. */
  private before(view: ReadableDocument): readonly MentionBefore[] {
    const finder = this.currentFinder();
    const opaque = unnamedRanges(view.facts, view.found);
    if (!this.open.has(view.path)) return withWorksBehind(finder.find(view.text.text, { opaque }), view);
    let remembered = this.remembered.get(view.path);
    if (!remembered) this.remembered.set(view.path, (remembered = new RememberedMentions()));
    return withWorksBehind(remembered.read(finder, view.text.text, opaque), view);
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
    return this.meant(withWorksBehind(found, view), view.path).at(-1) ?? null;
  }

  /**
   * The first use of each alias that several actors share, where it is not marked who is meant. Empty where that
   * is not known at the moment.
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
   * Whether a document speaks of an actor, by id, or of a work, by `@` and citekey. Null where that is not known:
   * nobody asked to count, or its names changed since closed documents were read.
   */
  isSpokenOf(id: string): boolean | null {
    if (!this.counting) return null;
    if (this.openAreOutdated) this.searchOpen();
    if (this.spoken.has(id)) return true;
    return Math.min(...this.searchedBy.keys()) >= this.names.changedIn(id) ? false : null;
  }

  /** Searches the open documents by the names of now. */
  private searchOpen(): void {
    for (const { view, others } of this.open.values())
      if (this.kept.get(view.path)!.names !== this.names.version) this.keep(view, others);
    this.openAreOutdated = false;
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
  // Those that many share are one list, however often they are met with.
  const joined = new Map<readonly string[], string>();
  return mentions.filter(({ ids, matched }) => {
    let actors = joined.get(ids);
    if (actors === undefined) joined.set(ids, (actors = ids.join(' ')));
    const key = `${sameWords(matched)}\n${actors}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The same in strings of their own: one cut out of the text of a closed document would keep it all. */
function copied(mentions: readonly MentionBefore[]): MentionBefore[] {
  return JSON.parse(JSON.stringify(mentions)) as MentionBefore[];
}
