import { foldedWords } from './folding.ts';
import type { FoundName, NoteWork, NoteWorks, ShortTitle, WorkTarget } from './model.ts';
import { citedByKey, lastByKey } from './cited-in-notes.ts';
import { meantBy, withoutParts, workIn, type Found } from './targets.ts';
import { WorkComparer } from './work-comparer.ts';
import { WorksByName } from './works-by-name.ts';
import { bisect } from '../text/bisect.ts';
import { spells } from './spelled-acronyms.ts';
import { isPlaceAlone, isReportAlone } from './note-names.ts';
import { writtenAlike } from './written-alike.ts';
import type { BriefWork, KeyedRange, NoteBody, UnresolvedTitle } from './unresolved-title.ts';

/** So many sources of one note are looked at, and so many may be meant; no note has more. */
const MOST_IN_NOTE = 500;
const MOST_MEANT = 50;
/** So many short forms back one is looked for that says which work of an author was cited last. */
const LATELY = 200;
/** So many remarks may stand between *ibid.* and the source that it goes back to. */
const MOST_REMARKS = 2;

/**
 * Resolves the short forms and short titles of all notes, in order, each from the notes before it. Works that
 * turn out to be short titles are removed from their notes.
 */
export function resolveShortTitles(
  notes: readonly NoteWorks[],
  titles: readonly UnresolvedTitle[],
  briefs: readonly BriefWork[],
  bodies: readonly NoteBody[],
  citations: readonly KeyedRange[] = [],
): { noteWorks: NoteWorks[]; shortTitles: ShortTitle[] } {
  const finder = new TargetFinder(notes, bodies, citations);
  const shortTitles = finder.resolve(titles, briefs);
  return finder.leavingOut(shortTitles);
}

class TargetFinder {
  private readonly done: ShortTitle[] = [];
  /** Index of a note → its short titles so far. */
  private readonly byNote = new Map<number, ShortTitle[]>();
  /** Index of a note → its words, folded. */
  private readonly said = new Map<number, ReadonlySet<string>>();
  /** Index of a note → its sources, of notes before the one that is being read. */
  private readonly sources = new Map<number, readonly Found[]>();
  /** Index of a note that is but a place → the last one before that is more. */
  private readonly placesSkipped = new Map<number, number>();
  private indexed = 0;
  private readonly labels = new Map<string, number>();
  private labelled = 0;
  private readonly works: WorkComparer;
  private readonly named: WorksByName;
  /** Brief works that may turn out to be short titles… */
  private readonly undecided = new Set<NoteWork>();
  /** …and those that are. */
  private readonly leftOut = new Set<NoteWork>();

  constructor(
    private readonly notes: readonly NoteWorks[],
    private readonly bodies: readonly NoteBody[],
    /** By citekey, in the order of the text. */
    private readonly citations: readonly KeyedRange[],
  ) {
    this.works = new WorkComparer(notes);
    this.named = new WorksByName(notes, this.works);
  }

  resolve(titles: readonly UnresolvedTitle[], briefs: readonly BriefWork[]): ShortTitle[] {
    for (const { note, work } of briefs) this.undecided.add(this.notes[note]!.works[work]!);
    let next = 0;
    const decideBefore = (note: number, offset: number): void => {
      for (; next < briefs.length; next++) {
        const brief = briefs[next]!;
        const at = this.notes[brief.note]!.works[brief.work]!.range.from;
        if (brief.note > note || (brief.note === note && at >= offset)) return;
        this.decide(brief);
      }
    };
    for (const title of titles) {
      decideBefore(title.note, title.wholeRange.from);
      this.indexBefore(title.note);
      this.add(this.resolved(title));
    }
    decideBefore(Infinity, Infinity);
    return this.done.sort((a, b) => a.note - b.note || a.wholeRange.from - b.wholeRange.from);
  }

  private resolved(read: UnresolvedTitle): ShortTitle {
    const title = read.isBySameAuthor ? { ...read, names: this.authorsBefore(read) } : read;
    let distinct = this.distinct(this.find(title));
    if (distinct.length === 0 && read.isBySameAuthor) distinct = this.distinct(this.find(read));
    let { names, title: words } = title;
    const isByName = title.form.leadsTo === 'numbered-note' && title.otherwise?.names.length === 0;
    if (distinct.length !== 1 && title.otherwise && !isByName) {
      const other = { ...title, ...title.otherwise };
      const found = this.distinct(this.find(other));
      if (found.length === 1) {
        distinct = found;
        ({ names, title: words } = other);
      }
    }
    const { year } = title;
    const isDated = distinct.length > 0 && year !== null;
    if (isDated) distinct = this.ofYear(distinct, year);
    if (distinct.length > 1 && title.form.leadsTo === 'work-named')
      distinct = withoutParts(this.titledOnes(distinct));
    if (distinct.length > 1 && title.form.isLast) distinct = this.citedLast(distinct);
    const {
      etAl: _etAl,
      year: _year,
      otherwise: _otherwise,
      isUnsure,
      form,
      isBySameAuthor: _same,
      datedBefore,
      ...rest
    } = title;
    return {
      ...rest,
      names,
      title: words,
      form: form.form,
      target: distinct.length === 1 ? distinct[0]!.target : null,
      candidates: distinct.map(({ target }) => target),
      chain: distinct.length === 1 ? distinct[0]!.chain : [],
      status: distinct.length === 1 ? 'resolved' : distinct.length === 0 ? 'unresolved' : 'ambiguous',
      ...((isUnsure || isDated || datedBefore !== null) && distinct.length !== 1 ? { inDoubt: true } : {}),
    };
  }

  /** ‘Meyer, op. cit., 1989’: the works of that year, or else those that may be of it. */
  private ofYear(works: readonly Found[], year: string): Found[] {
    const certainty = works.map(({ target }) => this.works.certaintyOfYear(target, year));
    const best = Math.max(1, ...certainty);
    return works.filter((_, i) => certainty[i] === best);
  }

  /** ‘Meyer, p. 4’ names no other work than the only one of Meyer’s that has a title. */
  private titledOnes(works: readonly Found[]): Found[] {
    const titled = works.filter(({ target }) => (this.works.workOf(target)?.title ?? null) !== null);
    return titled.length === 1 ? titled : [...works];
  }

  /** The one of some works that was cited last, by a short form or in full; all where none was for long. */
  private citedLast(works: readonly Found[]): Found[] {
    const keys = new Map(works.map((found) => [this.works.identity(found.target), found]));
    const short = this.done
      .slice(-LATELY)
      .findLast(({ target }) => target !== null && keys.has(this.works.identity(target)));
    const last = works.reduce((a, b) => (b.target.range.from > a.target.range.from ? b : a));
    if (!short || short.wholeRange.from < last.target.range.from) return [last];
    return [keys.get(this.works.identity(short.target!))!];
  }

  private add(short: ShortTitle): void {
    this.done.push(short);
    const here = this.byNote.get(short.note);
    if (here) here.push(short);
    else this.byNote.set(short.note, [short]);
  }

  /** Decides whether a brief work is a short title of an earlier work, or a work of its own. */
  private decide({ note, work, isKnown, locator }: BriefWork): void {
    this.indexBefore(note);
    const own = this.notes[note]!.works[work]!;
    const { range, names, title, year } = own;
    this.undecided.delete(own);
    const fitting =
      title === null
        ? this.named.datedBefore(range, note, names, year)
        : this.named.titledBefore(range, note, names, title);
    const [meant, ...others] = fitting;
    if (meant && others.length === 0) {
      this.leftOut.add(own);
      this.add({
        form: 'short-title',
        range,
        wholeRange: range,
        note,
        names,
        title,
        locator,
        noteLabel: null,
        target: meant,
        candidates: [meant],
        chain: [meant.note],
        status: 'resolved',
      });
    } else if (isKnown) this.leftOut.add(own);
    else this.named.add(note, work);
  }

  /** The notes without the works that turned out to be short titles, and the targets with indices adjusted. */
  leavingOut(shortTitles: readonly ShortTitle[]): { noteWorks: NoteWorks[]; shortTitles: ShortTitle[] } {
    if (this.leftOut.size === 0) return { noteWorks: [...this.notes], shortTitles: [...shortTitles] };
    const places = this.notes.map(({ works }) => {
      let kept = 0;
      return works.map((work) => (this.leftOut.has(work) ? kept : kept++));
    });
    const moved = (target: WorkTarget): WorkTarget =>
      target.work === null ? target : { ...target, work: places[target.note]![target.work]! };
    return {
      noteWorks: this.notes.map((note) => ({
        ...note,
        works: note.works.filter((work) => !this.leftOut.has(work)),
      })),
      shortTitles: shortTitles.map((short) => ({
        ...short,
        target: short.target && moved(short.target),
        candidates: short.candidates.map(moved),
      })),
    };
  }

  private find(title: UnresolvedTitle): readonly Found[] {
    const named = title.names.length > 0 || title.title !== null;
    switch (title.form.leadsTo) {
      case 'numbered-note':
        return this.inNote(title);
      case 'work-before': {
        const before = this.before(title);
        if (!named) return before;
        const fitting = before.filter(({ target }) => this.fits(target, title));
        if (fitting.length > 0) return fitting;
        const byAuthor = this.byAuthor(title);
        // ‘p. 4, Lena Meyer, ibid.’ after a source that says her name, but was not understood.
        return byAuthor.length > 0
          ? byAuthor
          : before.filter(({ target }) => target.work === null && this.isNamedIn(target.note, title.names));
      }
      case 'work-named':
        return named ? this.byAuthor(title) : this.before(title);
    }
  }

  /** The authors of the source before a short form, in its note or the one before. */
  private authorsBefore({ note, wholeRange }: UnresolvedTitle): readonly FoundName[] {
    const found = this.lastIn(note, wholeRange.from) ?? (note > 0 ? this.sourcesOf(note - 1) : []);
    const last = found.at(-1);
    return last ? this.works.namesOf(last.target) : [];
  }

  /** The last source before a short form in its own note, or else all sources of the note before. */
  private before(title: UnresolvedTitle): readonly Found[] {
    const own = this.lastIn(title.note, title.wholeRange.from);
    // A source of its own note that was not read as a work stands between: ‘Weaver 2003, who …, ibid.’
    if (title.datedBefore !== null && this.endOfLast(title) < title.datedBefore) return [];
    if (own) return own;
    // A source of its own note that was not understood, and not the note before, is what it goes back to.
    if (title.isBehindSource && title.form.leadsTo === 'work-before') return [];
    if (this.bodies[title.note]!.isBehindGap) return [];
    const previous = this.behindRemarks(this.behindPlaces(title.note - 1));
    const note = this.notes[previous];
    if (!note) return [];
    const items = this.sourcesOf(previous);
    if (items.length > 0)
      return items.map(({ target, chain }) => ({
        target,
        chain: chain[0] === previous ? chain : [previous, ...chain],
      }));
    if (!this.bodies[previous]!.isSource) return [];
    return [
      { target: { note: previous, work: null, part: 'work', range: note.bodyRange }, chain: [previous] },
    ];
  }

  /** The end of the last source of its note before a short form; -1 if there is none. */
  private endOfLast({ note, wholeRange: { from } }: UnresolvedTitle): number {
    const works = this.notes[note]?.works ?? [];
    const last = works[bisect(works.length, (at) => works[at]!.range.from >= from) - 1];
    const short = this.byNote.get(note)?.findLast(({ wholeRange }) => wholeRange.to <= from);
    return Math.max(last ? Math.min(last.range.to, from) : -1, short?.wholeRange.to ?? -1);
  }

  /** The last note up to this one that is more than a remark, if it is not far away. */
  private behindRemarks(note: number): number {
    if (note < 0 || this.bodies[note]!.isSource) return note;
    for (let at = note; at >= 0 && at >= note - MOST_REMARKS; at--) {
      if (this.sourcesOf(at).length > 0) return at;
      if (this.bodies[at]!.isSource) break;
    }
    return note;
  }

  /** The last note up to this one that is more than a place: ‘P. 748.’ refers to the work before it. */
  private behindPlaces(note: number): number {
    let at = note;
    while (at > 0 && isPlaceAlone(this.bodies[at]!.text)) {
      const known = this.placesSkipped.get(at);
      if (known !== undefined) {
        at = known;
        break;
      }
      at--;
    }
    if (at !== note) this.placesSkipped.set(note, at);
    return at;
  }

  /** The last source of a note that ends before an offset, with what it may refer to. */
  private lastIn(note: number, before: number): readonly Found[] | null {
    const shorts = this.byNote.get(note) ?? [];
    const short = shorts.findLast(
      ({ wholeRange, candidates }) => wholeRange.to <= before && candidates.length > 0,
    );
    const works = this.notes[note]?.works ?? [];
    // Those left out are among the short forms, so none before the last of these can be the last source.
    for (let i = bisect(works.length, (at) => works[at]!.range.from >= before) - 1; i >= 0; i--) {
      const work = works[i]!;
      if (short && work.range.from < short.wholeRange.from) break;
      if (work.range.to <= before && !this.leftOut.has(work)) return [workIn(note, i, work)];
    }
    if (short) return meantBy(note, short);
    return lastByKey(this.notes[note]?.bodyRange, this.citations, note, before);
  }

  /** The sources of an earlier note in order, with what each may refer to; not all where there are very many. */
  private sourcesOf(note: number): readonly Found[] {
    let known = this.sources.get(note);
    if (known) return known;
    const works = (this.notes[note]?.works ?? []).flatMap((work, i) =>
      this.leftOut.has(work) ? [] : [{ at: work.range.from, found: [workIn(note, i, work)] }],
    );
    const shorts = (this.byNote.get(note) ?? []).map((short) => ({
      at: short.wholeRange.from,
      found: meantBy(note, short),
    }));
    const items = [...works, ...shorts].filter(({ found }) => found.length > 0);
    known = items
      .sort((a, b) => a.at - b.at)
      .slice(0, MOST_IN_NOTE)
      .flatMap(({ found }) => found);
    // A work may be described and cited by its key as well.
    if (known.length === 0)
      known = citedByKey(this.notes[note]?.bodyRange, this.citations, note, MOST_IN_NOTE);
    this.sources.set(note, known);
    return known;
  }

  private inNote(title: UnresolvedTitle): Found[] {
    const note = title.noteLabel === null ? undefined : this.labels.get(title.noteLabel);
    if (note === undefined) return [];
    const chained = this.sourcesOf(note).map(({ target, chain }) => ({
      target,
      chain: chain[0] === note ? chain : [note, ...chain],
    }));
    const named = title.names.length > 0 || title.title !== null;
    const byName = chained.filter(({ target }) => this.fits(target, title));
    const fitting = named ? writtenAlike(byName, title.names, this.works) : chained;
    if (fitting.length > 0 && (named || fitting.length === 1)) return fitting;
    if (
      title.names.length > 0 &&
      !this.isNamedIn(note, title.names) &&
      !isReportAlone(this.bodies[note]!.text)
    )
      return [];
    // ‘See note 12 above’ refers to the note, whatever it contains.
    return [
      { target: { note, work: null, part: 'work', range: this.notes[note]!.bodyRange }, chain: [note] },
    ];
  }

  private isNamedIn(note: number, names: readonly FoundName[]): boolean {
    let said = this.said.get(note);
    if (!said) this.said.set(note, (said = new Set(foldedWords(this.bodies[note]!.text))));
    const isSaid = (family: string): boolean =>
      foldedWords(family).some((word) => word.length > 1 && said.has(word));
    return names.some(({ family }) => isSaid(family) || spells(this.bodies[note]!.text, family));
  }

  private byAuthor(title: UnresolvedTitle): Found[] {
    return this.named.byAuthor(title).map((target) => ({ target, chain: [target.note] }));
  }

  private fits(target: WorkTarget, title: UnresolvedTitle): boolean {
    const byName = title.names.length === 0 || this.works.namesFit(target, title.names);
    return byName && (title.names.length > 0 || this.works.titleFits(target, title.title));
  }

  private indexBefore(note: number): void {
    for (; this.indexed <= note && this.indexed < this.notes.length; this.indexed++) {
      this.notes[this.indexed]!.works.forEach((work, i) => {
        if (!this.undecided.has(work) && !this.leftOut.has(work)) this.named.add(this.indexed, i);
      });
    }
    // Chapters restart their note numbers, so the last earlier note of that number counts.
    for (; this.labelled < note; this.labelled++)
      this.labels.set(this.notes[this.labelled]!.label, this.labelled);
  }

  /** One target for each work: two full descriptions of the same work are not ambiguous. */
  private distinct(found: readonly Found[]): Found[] {
    const kept = new Map<string, Found>();
    for (const one of found) {
      const key = this.works.identity(one.target);
      if (!kept.has(key)) kept.set(key, one);
      if (kept.size === MOST_MEANT) break;
    }
    return [...kept.values()];
  }
}
