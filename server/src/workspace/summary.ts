/**
 * What the workspace keeps of a document, open or closed: what it seeks and defines, with ranges, so that no
 * closed file is read again when another one changes. Claims are kept by the reasoner.
 */
import type { DocumentFacts, Locator, LostCitation, Suppression, Token } from '../facts/model.ts';
import type { FactLists } from '../facts/shift.ts';
import { isPartly } from '../found/partly.ts';
import type { FoundFacts, FoundName, FoundReference } from '../found/model.ts';
import { shiftedReferences } from '../found/shifted-references.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { TextRange } from '../text/range.ts';
import { names } from './names.ts';
import { folderOf, nameOf } from './paths.ts';
import { quotedPassages, type QuotedPassage } from './quoted-passages.ts';

/** A citekey that a document names, with its locator. */
export interface CitedWork {
  readonly key: Token;
  /**
   * Where it is named: in a citation (`bare`: `@key` in the text, `handle`: probably a social media handle),
   * in `evidence`, in a quotation's `from`, in `nocite`.
   */
  readonly in: 'citation' | 'bare' | 'handle' | 'evidence' | 'quotation' | 'nocite';
  readonly locator: Locator | null;
}

/** An author-year citation of a found text that its own reference list has no entry for. */
export interface DanglingCitation {
  readonly range: TextRange;
  /** The number by which it cites a numbered list; null for names and a year. */
  readonly number: string | null;
  readonly names: readonly FoundName[];
  readonly etAl: boolean;
  readonly year: string | null;
  readonly yearSuffix: string;
  /** Entries that are similar. */
  readonly near: readonly FoundReference[];
}

/** Names and a year in a text without a list of its own: a citation where a bibliography has the work, else perhaps. */
export interface DatedCitation extends Omit<DanglingCitation, 'near' | 'number'> {
  readonly locator: Locator | null;
}

/** How many citations a text's own reference list resolves, and how many of their pages could be checked. */
export interface ListedCitations {
  readonly found: number;
  readonly possible: number;
  readonly impossible: number;
  readonly unchecked: number;
}

/** A short title in a note, such as “op. cit.”, without an earlier full citation in its document. */
export interface DanglingShortTitle {
  readonly range: TextRange;
  readonly families: readonly string[];
  /** The note that it refers to, as `supra note 12` does, and whether there is such a note before it. */
  readonly noteLabel: string | null;
  readonly hasNote: boolean;
  /** Where all such numbers are off by as much: the number that it should have, and where it stands. */
  readonly shifted: { readonly label: string; readonly labelRange: TextRange } | null;
}

/** The works and actors that a document, or a part of it, names. */
export interface Named {
  readonly path: string;
  readonly cited: readonly CitedWork[];
  /** Ids in `ref`, in `about` and before the property of propositions: always actors. */
  readonly actors: readonly Token[];
  /** Ids in `by`: citekeys or actors. */
  readonly asserters: readonly Token[];
  /** What looks like a citation, but is none to Pandoc. */
  readonly lost: readonly LostCitation[];
}

export interface DocumentSummary extends Named {
  readonly lines: LineIndex;
  readonly title: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  /** The citation style that the front matter names. */
  readonly csl: Token | null;
  /** The work whose text the file says it is; the project file may declare the same. */
  readonly source: Token | null;
  /** Whether it is only a part of that work, by its own front matter. */
  readonly excerpt: boolean;
  /** Bibliographies that the front matter names. */
  readonly bibliography: readonly Token[];
  /** The ids of the entries that the front matter holds. */
  readonly references: readonly Token[];
  /** Paths of the files that it includes. */
  readonly inclusions: readonly Token[];
  /** The labels of notes called in its text, outside of notes, with the range of each marker. */
  readonly called: readonly Token[];
  /** The labels of its note definitions, with the range of each head. */
  readonly written: readonly Token[];
  /** The file names of bibliographies that its code may generate. */
  readonly built: readonly string[];
  /** Labels that cross-references may name. */
  readonly labels: readonly string[];
  /** Kinds of cross-references that the front matter adds to Quarto's. */
  readonly crossReferences: readonly string[];
  readonly suppressions: readonly Suppression[];
  readonly danglingCitations: readonly DanglingCitation[];
  readonly datedCitations: readonly DatedCitation[];
  /** Null for a text without a reference list. */
  readonly listedCitations: ListedCitations | null;
  readonly danglingShortTitles: readonly DanglingShortTitle[];
  /** Family names of the authors whose works its notes cite in full. */
  readonly noteAuthors: readonly string[];
  /** Quotations that have a source. */
  readonly quotations: readonly QuotedPassage[];
}

/** Files in which the handles of contributors are usual. */
const CHANGELOG =
  /(?:^|\/)_?(?:change-?log|changes|news|history|release-?notes|contributors|authors|read-?me|contributing)[^/]*\.\w+$/i;

/**
 * What facts name, whether those of a document or of one block. `stated` are the actors named before
 * properties, `nocite` the works in the front matter.
 */
export function namedIn(
  path: string,
  facts: FactLists,
  stated: readonly Token[],
  nocite: readonly Token[] = [],
): Named {
  // `[@todo]` is a placeholder.
  const { placeholders } = facts;
  const ends = placeholders.length > 0 ? new Set(placeholders.map(({ range }) => range.to)) : null;
  const cited: CitedWork[] = [];
  const inChangelog = CHANGELOG.test(path);
  // R Markdown turns on `autolink_bare_uris`.
  const linksAddresses = /\.rmd$/i.test(path);
  for (const { key, keyRange, range, locator, mode, doubt } of facts.citations) {
    if (ends?.has(range.to + 1)) continue;
    if (doubt === 'reference' || (doubt === 'address' && linksAddresses)) continue;
    const bare = mode === 'AuthorInText' && range.to - range.from === key.length + 1;
    cited.push({
      key: { text: key, range: keyRange },
      in: doubt === 'handle' || (bare && inChangelog) ? 'handle' : bare ? 'bare' : 'citation',
      // A number that may be no page must not be checked as one.
      locator: locator?.isDoubtful ? { ...locator, label: 'number' } : locator,
    });
  }
  for (const claim of facts.claims)
    for (const evidence of claim.evidence)
      if (evidence.kind === 'citation') cited.push({ key: evidence.target, in: 'evidence', locator: null });
  for (const quotation of facts.quotations)
    if (quotation.kind === 'marked' && quotation.from)
      cited.push({ key: quotation.from, in: 'quotation', locator: null });
  // `@*` cites every entry.
  for (const key of nocite) cited.push({ key, in: 'nocite', locator: null });
  const actors: Token[] = [];
  const asserters: Token[] = [];
  for (const { refs } of facts.actorMarks) for (const ref of refs) actors.push(ref);
  for (const { about, by, via } of facts.claims) {
    for (const actor of about) actors.push(actor);
    for (const asserter of by) asserters.push(asserter);
    for (const reporter of via) asserters.push(reporter);
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
 * Summarises a document's facts. `found` is null where the text can hold none. `stated` gives the actors
 * named before properties. The lists of what it names are derived on demand.
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

/** A class because of its lazy getters: see `BlockwiseFacts`. */
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
    this.danglingShortTitles = found ? danglingShortTitles(found, text) : [];
    this.noteAuthors = found ? noteAuthors(found) : [];
    this.danglingCitations = found ? danglingCitations(found) : [];
    this.datedCitations = found ? datedCitations(found) : [];
    this.listedCitations = found && listedCitations(found);
    // For a long text, the whole string is built only if it has quotations.
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

function danglingShortTitles(found: FoundFacts, text: DocumentText): DanglingShortTitle[] {
  const { shortTitles, noteWorks } = found;
  if (shortTitles.every(({ status }) => status !== 'unresolved')) return [];
  const shifted = new Map(
    shiftedReferences(found, text.text).map(({ short, label, labelRange }) => [short, { label, labelRange }]),
  );
  return shortTitles
    .map((short, i) => ({ ...short, shifted: shifted.get(i) ?? null }))
    .filter(({ status, inDoubt }) => status === 'unresolved' && inDoubt !== true)
    .map(({ range, names: cited, noteLabel, note, shifted: to }) => ({
      shifted: to,
      range,
      families: cited.map(({ family }) => family),
      noteLabel,
      hasNote: noteWorks.slice(0, note).some(({ label }) => label === noteLabel),
    }));
}

/** Citations that name their work and are neither follow-ups of another nor second-hand. */
function danglingCitations(found: FoundFacts): DanglingCitation[] {
  // Where the list was understood in part only, that is told instead.
  if (isPartly(found, 'references')) return [];
  const { citations, references } = found;
  // Where the list explains no citation at all, the text does not cite so: only what comes near one is told.
  const isExplained = citations.some(({ candidates }) => candidates.length > 0);
  return citations
    .filter(
      ({ status, year, number, names: cited, locator, near, followUp, citedIn, standsInList }) =>
        status === 'unresolved' &&
        (isExplained || near.length > 0) &&
        (year !== null || number !== null || (locator !== null && cited.length > 0)) &&
        !followUp &&
        citedIn === null &&
        !standsInList,
    )
    .map(({ range, number, names: cited, etAl, year, yearSuffix, near }) => ({
      range,
      number,
      names: cited,
      etAl,
      year,
      yearSuffix,
      near: near.map((index) => references[index]!),
    }));
}

/** Citations that name their work, each once per range. */
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

/** The last names of the authors whose works notes cite in full, and the full names. */
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

/** Whether a key may be a cross-reference of a filter, such as `fig:harbour` and `apx-one`. */
export function mayBeLabel(key: string): boolean {
  return /^[a-z]{2,8}[-:]./i.test(key);
}

/**
 * The keys that may be intended: where Pandoc ends one early, everything up to the next blank, with and
 * without trailing punctuation.
 */
export function keysMeant({ kind, key: { text } }: LostCitation): string[] {
  if (kind !== 'key') return [text];
  return [...new Set([text, text.replace(/[\p{P}*]$/u, ''), text.replace(/[\p{P}*]+$/u, '')])];
}

/** The names that a document, or a part of it, names and therefore seeks. */
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

/** The names that a document seeks without naming them. */
export function* namesSoughtBesides({
  path,
  source,
  quotations,
  danglingShortTitles,
}: DocumentSummary): Generator<string> {
  for (const { works } of quotations) for (const work of works) yield names.source(work.text);
  // Messages name a source by authors and year.
  if (source) yield names.citekey(source.text);
  for (const { families } of danglingShortTitles)
    for (const family of families) yield names.noteAuthor(folderOf(path), family);
}
