/**
 * What the workspace keeps of a document, open or closed: what it seeks and defines, with the places, so
 * that no closed file is read again when another one changes. Claims go to the reasoner, not in here.
 */
import type { DocumentFacts, Locator, LostCitation, Suppression, Token } from '../facts/model.ts';
import type { FactLists } from '../facts/shift.ts';
import type { FoundFacts, FoundName, FoundReference } from '../found/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { names } from './names.ts';
import { folderOf, nameOf } from './paths.ts';
import { quotedPassages, type QuotedPassage } from './quoted-passages.ts';

/** A citekey that a document names, and where the document says it looks in that work. */
export interface CitedWork {
  readonly key: Token;
  /** In a citation (`bare`: `@key` in the text, `handle`: one that is somebody's handle, it seems), in `evidence`, in a quotation's `from`, in `nocite`. */
  readonly in: 'citation' | 'bare' | 'handle' | 'evidence' | 'quotation' | 'nocite';
  readonly locator: Locator | null;
}

/** A dated citation of a text as found that its own list of references has no entry for. */
export interface DanglingCitation {
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly etAl: boolean;
  readonly year: string | null;
  readonly yearSuffix: string;
  /** References that come near. */
  readonly near: readonly FoundReference[];
}

/** Names and a year in a text without a list of its own: a citation where a bibliography has the work, else perhaps. */
export interface DatedCitation extends Omit<DanglingCitation, 'near'> {
  readonly locator: Locator | null;
}

/** How many citations a text's own list of references resolves, and what came of the pages that they name. */
export interface ListedCitations {
  readonly found: number;
  readonly possible: number;
  readonly impossible: number;
  readonly unchecked: number;
}

/** A short title in a note, such as “op. cit.”, that no earlier note of its document explains. */
export interface DanglingShortTitle {
  readonly range: TextRange;
  readonly families: readonly string[];
  /** The note that it names, as `supra note 12` does, and whether there is such a note before it. */
  readonly noteLabel: string | null;
  readonly hasNote: boolean;
}

/** The works and actors that a document, or a part of it, names. */
export interface Named {
  readonly path: string;
  readonly cited: readonly CitedWork[];
  /** Ids in `ref`, in `about` and in front of propositions: actors and nothing else. */
  readonly actors: readonly Token[];
  /** Ids in `by`: citekeys or actors. */
  readonly asserters: readonly Token[];
  /** What would cite works if Pandoc read it so. */
  readonly lost: readonly LostCitation[];
}

export interface DocumentSummary extends Named {
  readonly lines: LineIndex;
  readonly title: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  /** The citation style that the front matter names. */
  readonly csl: Token | null;
  /** The work whose text the file says it is; the project file may say so too. */
  readonly source: Token | null;
  /** Whether it is only a part of that work, as the file says itself. */
  readonly excerpt: boolean;
  /** Bibliographies that the front matter names. */
  readonly bibliography: readonly Token[];
  /** The ids of the entries that the front matter holds. */
  readonly references: readonly Token[];
  /** Paths of the files that it takes in. */
  readonly inclusions: readonly Token[];
  /** The labels of notes that are called in its text, outside of notes, with the place of each marker. */
  readonly called: readonly Token[];
  /** The labels of the notes that are written in it, each with the place of its head. */
  readonly written: readonly Token[];
  /** The names of the bibliographies that its code may write. */
  readonly built: readonly string[];
  /** What cross-references may name in it. */
  readonly labels: readonly string[];
  /** Kinds of cross-references that the front matter adds to Quarto's. */
  readonly crossReferences: readonly string[];
  readonly suppressions: readonly Suppression[];
  readonly danglingCitations: readonly DanglingCitation[];
  readonly datedCitations: readonly DatedCitation[];
  /** Null in a text without such a list. */
  readonly listedCitations: ListedCitations | null;
  readonly danglingShortTitles: readonly DanglingShortTitle[];
  /** Family names of those whom its notes cite in full. */
  readonly noteAuthors: readonly string[];
  /** Quotations that say where they are taken from. */
  readonly quotations: readonly QuotedPassage[];
}

/** Where those are thanked who reported what was mended. */
const CHANGELOG =
  /(?:^|\/)_?(?:change-?log|changes|news|history|release-?notes|contributors|authors|read-?me|contributing)[^/]*\.\w+$/i;

/**
 * Whom and what facts name, be they those of a document or of one block. `stated` are the actors named in front
 * of propositions, `nocite` the works that the front matter names.
 */
export function namedIn(
  path: string,
  facts: FactLists,
  stated: readonly Token[],
  nocite: readonly Token[] = [],
): Named {
  // `[@todo]` says by itself that it cites nothing yet.
  const { placeholders } = facts;
  const ends = placeholders.length > 0 ? new Set(placeholders.map(({ range }) => range.to)) : null;
  const cited: CitedWork[] = [];
  const inChangelog = CHANGELOG.test(path);
  // R Markdown has Pandoc make links of addresses.
  const linksAddresses = /\.rmd$/i.test(path);
  for (const { key, keyRange, range, locator, mode, doubt } of facts.citations) {
    if (ends?.has(range.to + 1)) continue;
    if (doubt === 'reference' || (doubt === 'address' && linksAddresses)) continue;
    const bare = mode === 'AuthorInText' && range.to - range.from === key.length + 1;
    cited.push({
      key: { text: key, range: keyRange },
      in: doubt === 'handle' || (bare && inChangelog) ? 'handle' : bare ? 'bare' : 'citation',
      // A number that may be no page is compared with none.
      locator: locator?.isDoubtful ? { ...locator, label: 'number' } : locator,
    });
  }
  for (const claim of facts.claims)
    for (const evidence of claim.evidence)
      if (evidence.kind === 'citation') cited.push({ key: evidence.target, in: 'evidence', locator: null });
  for (const quotation of facts.quotations)
    if (quotation.kind === 'marked' && quotation.from)
      cited.push({ key: quotation.from, in: 'quotation', locator: null });
  // `@*` cites every entry there is.
  for (const key of nocite) cited.push({ key, in: 'nocite', locator: null });
  const actors: Token[] = [];
  const asserters: Token[] = [];
  for (const { refs } of facts.actorMarks) for (const ref of refs) actors.push(ref);
  for (const { about, by } of facts.claims) {
    for (const actor of about) actors.push(actor);
    for (const asserter of by) asserters.push(asserter);
  }
  for (const actor of stated) actors.push(actor);
  return {
    path,
    cited,
    actors,
    asserters,
    lost: linksAddresses ? facts.lost.filter(({ kind }) => kind !== 'address') : facts.lost,
  };
}

/**
 * Boils a document's facts down to what the workspace keeps; `found` is null where it can hold nothing. `stated`
 * gives the actors named in front of propositions. What the document names is listed when somebody asks.
 */
export function summarise(
  path: string,
  text: DocumentText,
  facts: DocumentFacts,
  found: FoundFacts | null,
  stated: () => readonly Token[] = () => [],
): DocumentSummary {
  return new Summary(path, text, facts, found, stated);
}

/** A class for the sake of its getters: see `BlockwiseFacts`. */
class Summary implements DocumentSummary {
  readonly title: string | null;
  readonly lang: string | null;
  readonly csl: Token | null;
  readonly source: Token | null;
  readonly excerpt: boolean;
  readonly bibliography: readonly Token[];
  readonly references: readonly Token[];
  readonly inclusions: readonly Token[];
  readonly built: readonly string[];
  readonly labels: readonly string[];
  readonly crossReferences: readonly string[];
  readonly suppressions: readonly Suppression[];
  readonly danglingShortTitles: readonly DanglingShortTitle[];
  readonly noteAuthors: readonly string[];
  readonly danglingCitations: readonly DanglingCitation[];
  readonly datedCitations: readonly DatedCitation[];
  readonly listedCitations: ListedCitations | null;
  readonly quotations: readonly QuotedPassage[];
  private notes: Pick<DocumentSummary, 'called' | 'written'> | null = null;
  private named: Named | null = null;

  constructor(
    readonly path: string,
    private readonly text: DocumentText,
    private readonly facts: DocumentFacts,
    found: FoundFacts | null,
    private readonly stated: () => readonly Token[],
  ) {
    const { frontMatter } = facts;
    this.title = frontMatter?.title ?? null;
    this.lang = frontMatter?.lang ?? null;
    this.csl = frontMatter?.csl ?? null;
    this.source = frontMatter?.source ?? null;
    this.excerpt = frontMatter?.excerpt ?? false;
    this.bibliography = frontMatter?.bibliography ?? [];
    this.references = frontMatter?.references.map((reference) => reference.id) ?? [];
    this.inclusions = facts.inclusions.map(({ target }) => target);
    this.built = [...new Set(facts.built.map(({ text: path }) => nameOf(path)))];
    this.labels = [...new Set(facts.labels.map(({ text }) => text))];
    this.crossReferences = frontMatter?.crossReferences ?? [];
    this.suppressions = facts.suppressions;
    this.danglingShortTitles = found ? danglingShortTitles(found) : [];
    this.noteAuthors = found ? noteAuthors(found) : [];
    this.danglingCitations = found ? danglingCitations(found) : [];
    this.datedCitations = found ? datedCitations(found) : [];
    this.listedCitations = found && listedCitations(found);
    // All of a long text is put together only where something in it is quoted.
    this.quotations = facts.quotations.length > 0 ? quotedPassages(text.text, facts, found) : [];
  }

  get lines(): LineIndex {
    return this.text.lines;
  }

  get called(): readonly Token[] {
    return this.noteLabels.called;
  }

  get written(): readonly Token[] {
    return this.noteLabels.written;
  }

  private get noteLabels(): Pick<DocumentSummary, 'called' | 'written'> {
    return (this.notes ??= {
      called: this.facts.markers.flatMap(({ label, range, inNote }) =>
        inNote === null ? [{ text: label, range }] : [],
      ),
      written: this.facts.definitions.map(({ label, labelRange, range: { from } }) => ({
        text: label,
        range: { from, to: labelRange.to + 1 },
      })),
    });
  }

  get cited(): readonly CitedWork[] {
    return this.names.cited;
  }

  get actors(): readonly Token[] {
    return this.names.actors;
  }

  get asserters(): readonly Token[] {
    return this.names.asserters;
  }

  get lost(): readonly LostCitation[] {
    return this.names.lost;
  }

  private get names(): Named {
    const { path, facts } = this;
    return (this.named ??= namedIn(path, facts, this.stated(), facts.frontMatter?.nocite));
  }
}

function danglingShortTitles({ shortTitles, noteWorks }: FoundFacts): DanglingShortTitle[] {
  return shortTitles
    .filter(({ status }) => status === 'unresolved')
    .map(({ range, names: cited, noteLabel, note }) => ({
      range,
      families: cited.map(({ family }) => family),
      noteLabel,
      hasNote: noteWorks.slice(0, note).some(({ label }) => label === noteLabel),
    }));
}

/** Those that name their work and are neither a follow-up of another nor only quoted by way of one. */
function danglingCitations({ citations, references }: FoundFacts): DanglingCitation[] {
  return citations
    .filter(
      ({ status, year, followUp, citedIn }) =>
        status === 'unresolved' && year !== null && !followUp && citedIn === null,
    )
    .map(({ range, names: cited, etAl, year, yearSuffix, near }) => ({
      range,
      names: cited,
      etAl,
      year,
      yearSuffix,
      near: near.map((index) => references[index]!),
    }));
}

/** Those that name their work, each once where it stands. */
function datedCitations({ possibleCitations }: FoundFacts): DatedCitation[] {
  return possibleCitations
    .filter(
      ({ year, followUp, citedIn, names: cited }) =>
        year !== null && cited.length > 0 && !followUp && citedIn === null,
    )
    .map(({ range, names: cited, etAl, year, yearSuffix, locator }) => ({
      range,
      names: cited,
      etAl,
      year,
      yearSuffix,
      locator,
    }));
}

function listedCitations({ citations, references, locatorsOutside }: FoundFacts): ListedCitations | null {
  if (references.length === 0) return null;
  const resolved = citations.filter(({ status }) => status !== 'unresolved');
  const placed = resolved.filter(({ locator }) => locator !== null);
  const impossible = locatorsOutside.length;
  const known = placed.filter(
    ({ pages, candidates: [only, ...others] }) =>
      pages !== null && only !== undefined && others.length === 0 && references[only]!.pages !== null,
  ).length;
  return {
    found: resolved.length,
    possible: known - impossible,
    impossible,
    unchecked: placed.length - known,
  };
}

/** The last names of the authors, and the whole names, that notes cite in full. */
function noteAuthors({ noteWorks }: FoundFacts): string[] {
  const families = new Set<string>();
  for (const { works } of noteWorks)
    for (const work of works)
      for (const { family } of [...work.names, ...(work.container?.names ?? [])]) {
        families.add(family);
        families.add(family.slice(family.lastIndexOf(' ') + 1));
      }
  return [...families];
}

/** Whether a key may be a cross-reference of a filter's, such as `fig:harbour` and `apx-one`. */
export function mayBeLabel(key: string): boolean {
  return /^[a-z]{2,8}[-:]./i.test(key);
}

/** The keys that may be meant: where Pandoc ends one early, all up to the next blank, with or without stops at its end. */
export function keysMeant({ kind, key: { text } }: LostCitation): string[] {
  if (kind !== 'key') return [text];
  return [...new Set([text, text.replace(/[\p{P}*]$/u, ''), text.replace(/[\p{P}*]+$/u, '')])];
}

/** The names of all that a document, or a part of it, names. */
export function* namesSoughtBy({ cited, actors, asserters, lost }: Named): Generator<string> {
  for (const one of lost) for (const key of keysMeant(one)) yield names.citekey(key);
  for (const { key } of cited) {
    yield names.citekey(key.text);
    if (mayBeLabel(key.text)) yield names.label(key.text);
  }
  for (const actor of actors) yield names.actor(actor.text);
  for (const asserter of asserters) {
    yield names.citekey(asserter.text);
    yield names.actor(asserter.text);
  }
}

/** The names that a document waits for without naming them. */
export function* namesSoughtBesides({
  path,
  source,
  quotations,
  danglingShortTitles,
}: DocumentSummary): Generator<string> {
  for (const { works } of quotations) for (const work of works) yield names.source(work.text);
  // Messages call a source by its authors and year.
  if (source) yield names.citekey(source.text);
  for (const { families } of danglingShortTitles)
    for (const family of families) yield names.noteAuthor(folderOf(path), family);
}
