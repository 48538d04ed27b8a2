/**
 * What the workspace keeps of a document, open or closed: what it seeks and defines, with ranges, so that no
 * closed file is read again when another one changes. Claims are kept by the reasoner.
 */
import type { Locator, LostCitation, Suppression, Token } from '../facts/model.ts';
import { BlockwiseFacts } from '../facts/blockwise-facts.ts';
import type { DocumentFacts, FactLists } from '../facts/fact-lists.ts';
import type { FoundFacts } from '../found/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { LineIndex } from '../text/line-index.ts';
import { shifted } from '../text/range.ts';
import {
  danglingCitations,
  danglingShortTitles,
  datedCitations,
  listedCitations,
  noteAuthors,
  type DanglingCitation,
  type DanglingShortTitle,
  type DatedCitation,
  type ListedCitations,
} from './found-summary.ts';
import { nameOf } from './paths.ts';
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
  /** Whether its front matter names filters. */
  readonly filtered: boolean;
  /** Whether another program than Pandoc reads the text, to which `@name` cites nothing. */
  readonly citesNothing: boolean;
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

/** R Markdown turns on `autolink_bare_uris`. */
const AUTOLINKS = /\.rmd$/i;

/** The works that are cited by citations, whether of a document or of one block. */
function citedInText(path: string, { placeholders, citations, lost }: FactLists): CitedWork[] {
  // `[@todo]` is a placeholder.
  const ends = placeholders.length > 0 ? new Set(placeholders.map(({ range }) => range.to)) : null;
  const cited: CitedWork[] = [];
  const inChangelog = CHANGELOG.test(path);
  const linksAddresses = AUTOLINKS.test(path);
  const bracketed = new Set(lost.filter(opensWithKey).map(({ key }) => key.range.from));
  for (const { key, keyRange, range, locator, mode, doubt } of citations) {
    if (ends?.has(range.to + 1)) continue;
    if (doubt === 'reference' || (doubt === 'address' && linksAddresses)) continue;
    const stands = mode === 'AuthorInText' && range.to - range.from === key.length + 1;
    const bare = stands && !bracketed.has(keyRange.from);
    cited.push({
      key: { text: key, range: keyRange },
      in: doubt === 'handle' || (bare && inChangelog) ? 'handle' : bare ? 'bare' : 'citation',
      // A number that may be no page must not be checked as one.
      locator: locator?.isDoubtful ? { ...locator, label: 'number' } : locator,
    });
  }
  return cited;
}

/** Whether a bracket that Pandoc prints as it stands begins with its key, `[@key;]`: who writes so means a citation. */
function opensWithKey({ kind, key, range }: LostCitation): boolean {
  return kind === 'part' && key.range.from - range.from === 2;
}

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
  const cited = citedInText(path, facts);
  const linksAddresses = AUTOLINKS.test(path);
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

/**
 * The works of `cited`, one by one, for those who rarely need all: of an open text the list is made anew at
 * every keystroke.
 */
export function eachCited(summary: Pick<DocumentSummary, 'cited'>): Iterable<Pick<CitedWork, 'key' | 'in'>> {
  return summary instanceof Summary ? summary.eachCited() : summary.cited;
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
  readonly filtered: boolean;
  readonly citesNothing: boolean;
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
    this.filtered = frontMatter?.keys.includes('filters') ?? false;
    this.citesNothing = frontMatter?.citesNothing ?? false;
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

  *eachCited(): Generator<Pick<CitedWork, 'key' | 'in'>> {
    const { path, facts } = this;
    let passed = 0;
    if (facts instanceof BlockwiseFacts && !this.named)
      for (const [i, block] of facts.blocks.entries())
        for (const work of citedInText(path, block)) {
          passed++;
          yield {
            key: { text: work.key.text, range: shifted(work.key.range, facts.starts[i]!) },
            in: work.in,
          };
        }
    yield* this.cited.slice(passed);
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
