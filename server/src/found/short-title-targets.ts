import { foldedWords } from './folding.ts';
import type { FoundName, NoteWork, NoteWorks, ShortTitle, WorkTarget } from './model.ts';
import { SURNAMES_FIRST } from './name-words.ts';
import { firstFrom, type TextRange } from '../text/range.ts';
import { comparable, sameName } from './names.ts';
import type { ComparableName } from './names.ts';
import type { ShortForm } from './short-form.ts';

/** A short form with the document's offsets, before it is resolved. */
export type UnresolvedTitle = Pick<
  ShortTitle,
  'range' | 'wholeRange' | 'note' | 'names' | 'title' | 'locator' | 'noteLabel'
> & {
  readonly form: ShortForm;
  readonly etAl: boolean;
};

/** What resolving needs of a note beside its works. */
export interface NoteBody {
  readonly text: string;
  /** Whether it reads like the name of a source, though no work was made out in it. */
  readonly isSource: boolean;
}

/** A citation by citekey. */
export interface KeyedRange extends TextRange {
  readonly key?: string;
}

interface Found {
  readonly target: WorkTarget;
  readonly chain: readonly number[];
}

/** Resolves the short forms of all notes, in order, each by what the notes before it say. */
export function resolveShortTitles(
  notes: readonly NoteWorks[],
  titles: readonly UnresolvedTitle[],
  bodies: readonly NoteBody[],
  citations: readonly KeyedRange[] = [],
): ShortTitle[] {
  return new TargetFinder(notes, bodies, citations).resolve(titles);
}

class TargetFinder {
  private readonly done: ShortTitle[] = [];
  /** Index of a note → the short titles in it so far. */
  private readonly byNote = new Map<number, ShortTitle[]>();
  /** The last words of names of authors and editors → works. */
  private readonly byName = new Map<string, WorkTarget[]>();
  private indexed = 0;
  private readonly labels = new Map<string, number>();
  private readonly described = new Map<NoteWork, ReadonlySet<string>>();
  private readonly identities = new Map<object, string>();
  private readonly authors = new Map<string, readonly ComparableName[]>();
  private readonly words = new Map<string, readonly string[]>();
  private labelled = 0;

  constructor(
    private readonly notes: readonly NoteWorks[],
    private readonly bodies: readonly NoteBody[],
    /** By citekey, in the order of the text. */
    private readonly citations: readonly KeyedRange[],
  ) {}

  resolve(titles: readonly UnresolvedTitle[]): ShortTitle[] {
    for (const title of titles) {
      this.indexBefore(title.note);
      const found = this.find(title);
      const distinct = this.distinct(found);
      const { etAl: _etAl, form, ...rest } = title;
      const resolved: ShortTitle = {
        ...rest,
        form: form.form,
        target: distinct.length === 1 ? distinct[0]!.target : null,
        candidates: distinct.map(({ target }) => target),
        chain: distinct.length === 1 ? distinct[0]!.chain : [],
        status: distinct.length === 1 ? 'resolved' : distinct.length === 0 ? 'unresolved' : 'ambiguous',
      };
      this.done.push(resolved);
      const here = this.byNote.get(title.note);
      if (here) here.push(resolved);
      else this.byNote.set(title.note, [resolved]);
    }
    return this.done;
  }

  private find(title: UnresolvedTitle): Found[] {
    const named = title.names.length > 0 || title.title !== null;
    switch (title.form.leadsTo) {
      case 'numbered-note':
        return this.inNote(title);
      case 'work-before': {
        const before = this.before(title);
        if (!named) return before;
        const fitting = before.filter(({ target }) => this.fits(target, title));
        return fitting.length > 0 ? fitting : this.byAuthor(title);
      }
      case 'work-named':
        return named ? this.byAuthor(title) : this.before(title);
    }
  }

  /** What stands last before a form: in its own note, or else all that the note before holds. */
  private before(title: UnresolvedTitle): Found[] {
    const own = this.items(title.note, title.wholeRange.from);
    if (own.length > 0) return own[own.length - 1]!;
    const previous = title.note - 1;
    const note = this.notes[previous];
    if (!note) return [];
    const items = this.items(previous, Infinity);
    if (items.length > 0)
      return items.flat().map(({ target, chain }) => ({
        target,
        chain: chain[0] === previous ? chain : [previous, ...chain],
      }));
    if (!this.bodies[previous]!.isSource) return [];
    return [
      { target: { note: previous, work: null, part: 'work', range: note.bodyRange }, chain: [previous] },
    ];
  }

  /** The sources of a note in order, each with what it may stand for. */
  private items(note: number, before: number): Found[][] {
    const works = (this.notes[note]?.works ?? []).map((work, i) => ({
      at: work.range.from,
      to: work.range.to,
      found: [{ target: { note, work: i, part: 'work' as const, range: work.range }, chain: [note] }],
    }));
    const shorts = (this.byNote.get(note) ?? []).map((short) => ({
      at: short.wholeRange.from,
      to: short.wholeRange.to,
      found: short.candidates.map((target) => ({
        target,
        chain:
          short.status === 'resolved'
            ? [note, ...short.chain.filter((n) => n !== note)]
            : [note, target.note],
      })),
    }));
    const items = [...works, ...shorts].filter((item) => item.to <= before && item.found.length > 0);
    // A work that is described may be cited by its key beside it, and is the same.
    if (items.length === 0) return this.citedByKey(note, before);
    return items.sort((a, b) => a.at - b.at).map((item) => item.found);
  }

  /** The works that a note cites by their citekeys. */
  private citedByKey(note: number, before: number): Found[][] {
    const body = this.notes[note]?.bodyRange;
    if (!body) return [];
    const cited: Found[][] = [];
    for (let i = firstFrom(this.citations, body.from); i < this.citations.length; i++) {
      const { from, to, key } = this.citations[i]!;
      if (from >= body.to || to > before) break;
      if (key === undefined) continue;
      cited.push([{ target: { note, work: null, part: 'work', range: { from, to }, key }, chain: [note] }]);
    }
    return cited;
  }

  private inNote(title: UnresolvedTitle): Found[] {
    const note = title.noteLabel === null ? undefined : this.labels.get(title.noteLabel);
    if (note === undefined) return [];
    const items = this.items(note, Infinity).flat();
    const chained = items.map(({ target, chain }) => ({
      target,
      chain: chain[0] === note ? chain : [note, ...chain],
    }));
    const named = title.names.length > 0 || title.title !== null;
    const fitting = named ? chained.filter(({ target }) => this.fits(target, title)) : chained;
    if (fitting.length > 0 && (named || fitting.length === 1)) return fitting;
    if (title.names.length > 0 && !this.isNamedIn(note, title.names)) return [];
    // ‘See note 12 above’ points to the note, whatever it holds.
    return [
      { target: { note, work: null, part: 'work', range: this.notes[note]!.bodyRange }, chain: [note] },
    ];
  }

  private isNamedIn(note: number, names: readonly FoundName[]): boolean {
    const said = new Set(foldedWords(this.bodies[note]!.text));
    return names.some(({ family }) => foldedWords(family).some((word) => word.length > 1 && said.has(word)));
  }

  private byAuthor(title: UnresolvedTitle): Found[] {
    const [first] = title.names;
    const found: WorkTarget[] = [];
    const seen = new Set<WorkTarget>();
    if (first) {
      for (const word of foldedWords(first.family)) {
        for (const target of this.byName.get(word) ?? []) {
          if (seen.has(target) || !this.isBefore(target, title)) continue;
          seen.add(target);
          if (this.namesFit(target, title.names)) found.push(target);
        }
      }
    } else {
      for (const targets of this.byName.values()) {
        for (const target of targets) {
          if (!seen.has(target) && this.isBefore(target, title) && this.titleFits(target, title.title))
            found.push(target);
          seen.add(target);
        }
      }
    }
    return this.bestTitled(this.inThatCompany(found, title), title.title).map((target) => ({
      target,
      chain: [target.note],
    }));
  }

  /** ‘Davies, op. cit.’ is a work by Davies alone, where there is one; ‘Davies et al.’ is not. */
  private inThatCompany(
    found: readonly WorkTarget[],
    { names, etAl }: UnresolvedTitle,
  ): readonly WorkTarget[] {
    const first = names[0];
    if (!first || found.length < 2) return found;
    const fitting = found.filter((target) => {
      const own = this.namesOf(target);
      if (!etAl) return own.length === names.length;
      return own.length > names.length && this.isAuthor(first, own[0]!);
    });
    return fitting.length > 0 ? fitting : found;
  }

  /** Those that have most words of the short title, if they have the better part of it; otherwise all. */
  private bestTitled(found: readonly WorkTarget[], title: string | null): readonly WorkTarget[] {
    if (title === null || found.length < 2) return found;
    const shares = found.map((target) => this.titleShare(target, title));
    const best = Math.max(...shares);
    return best < 0.6 ? found : found.filter((_, i) => shares[i] === best);
  }

  private isBefore(target: WorkTarget, title: UnresolvedTitle): boolean {
    return target.range.to <= title.wholeRange.from && target.note <= title.note;
  }

  private fits(target: WorkTarget, title: UnresolvedTitle): boolean {
    const byName = title.names.length === 0 || this.namesFit(target, title.names);
    return byName && (title.names.length > 0 || this.titleFits(target, title.title));
  }

  private namesFit(target: WorkTarget, names: readonly FoundName[]): boolean {
    const described = this.namesOf(target);
    return names.every((name) => described.some((other) => this.isAuthor(name, other)));
  }

  private namesOf(target: WorkTarget): readonly FoundName[] {
    const work = target.work === null ? undefined : this.notes[target.note]!.works[target.work];
    return (target.part === 'container' ? work?.container?.names : work?.names) ?? [];
  }

  /** A short title has its words from the full one. */
  private titleFits(target: WorkTarget, title: string | null): boolean {
    return title !== null && this.titleShare(target, title) === 1;
  }

  /** How many of the words of a short title a work's description has, from 0 to 1. */
  private titleShare(target: WorkTarget, title: string): number {
    const words = this.wordsOf(title);
    const work = target.work === null ? undefined : this.notes[target.note]!.works[target.work];
    if (words.length === 0 || !work) return 0;
    let own = this.described.get(work);
    if (!own)
      this.described.set(work, (own = new Set(foldedWords(`${work.title ?? ''} ${work.description}`))));
    return words.filter((word) => own.has(word)).length / words.length;
  }

  private isAuthor(cited: FoundName, described: FoundName): boolean {
    let ways = this.authors.get(described.family);
    if (!ways) this.authors.set(described.family, (ways = waysToName(described)));
    const words = this.wordsOf(cited.family);
    return ways.some((way) => sameName(words, way));
  }

  private wordsOf(text: string): readonly string[] {
    let words = this.words.get(text);
    if (!words) this.words.set(text, (words = foldedWords(text)));
    return words;
  }

  private indexBefore(note: number): void {
    for (; this.indexed <= note && this.indexed < this.notes.length; this.indexed++) {
      this.notes[this.indexed]!.works.forEach((work, i) => {
        this.addByName(work.names, { note: this.indexed, work: i, part: 'work', range: work.range });
        if (work.container)
          this.addByName(work.container.names, {
            note: this.indexed,
            work: i,
            part: 'container',
            range: work.container.range,
          });
      });
    }
    // A book's chapters number their notes anew: the last note of that number before this one counts.
    for (; this.labelled < note; this.labelled++)
      this.labels.set(this.notes[this.labelled]!.label, this.labelled);
  }

  private addByName(names: readonly FoundName[], target: WorkTarget): void {
    const words = new Set(names.flatMap((name) => foldedWords(name.family)));
    if (words.size === 0) words.add('');
    for (const word of words) {
      const targets = this.byName.get(word);
      if (targets) targets.push(target);
      else this.byName.set(word, [target]);
    }
  }

  /** One for each work: two notes that describe the same work in full do not make it ambiguous. */
  private distinct(found: readonly Found[]): Found[] {
    const kept = new Map<string, Found>();
    for (const one of found) {
      const key = this.identity(one.target);
      if (!kept.has(key)) kept.set(key, one);
    }
    return [...kept.values()];
  }

  private identity(target: WorkTarget): string {
    const work = target.work === null ? undefined : this.notes[target.note]!.works[target.work];
    const described = target.part === 'container' ? work?.container : work;
    if (target.key !== undefined) return `@${target.key}`;
    if (!described) return `${target.note}/${target.work}`;
    let key = this.identities.get(described);
    if (key === undefined) {
      const title = foldedWords(withoutSubtitle(described.title ?? '')).join(' ');
      const names = described.names.map((name) => foldedWords(name.family).pop()).join(' ');
      key = title === '' ? `${target.note}/${target.work}` : `${names}|${title}`;
      this.identities.set(described, key);
    }
    return key;
  }
}

function withoutSubtitle(title: string): string {
  const [main] = title.split(/[:?.]\s/, 1);
  return main !== undefined && main.includes(' ') ? main : title;
}

/** `Charles Tilly` may be cited as Tilly, C. Tilly, Charles Tilly; `Zhu Min` as Zhu. */
function waysToName({ family }: FoundName): ComparableName[] {
  const words = family.split(' ');
  const ways = [
    comparable({
      family: words[words.length - 1]!,
      given: words.slice(0, -1).join(' ') || null,
      isBody: false,
    }),
    comparable({ family, given: null, isBody: true }),
  ];
  const surnameFirst =
    words.length > 1 && words.length <= 3 && SURNAMES_FIRST.has(foldedWords(words[0]!)[0] ?? '');
  if (surnameFirst)
    ways.push(comparable({ family: words[0]!, given: words.slice(1).join(' '), isBody: false }));
  return ways;
}
