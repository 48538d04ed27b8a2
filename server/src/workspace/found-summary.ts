/** What a summary keeps of a found text: citations and short titles that need files other than their own. */
import type { Locator } from '../facts/model.ts';
import type { FoundFacts, FoundName, FoundReference } from '../found/model.ts';
import { isPartly } from '../found/partly.ts';
import { shiftedReferences } from '../found/shifted-references.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';

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
  /** Those of which it is not sure that the list lacks their works: they, or the list, may be misread. */
  readonly unsure: number;
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

/** The short titles in notes that lead to no work, with the number each note reference should have if all are off by as much. */
export function danglingShortTitles(found: FoundFacts, text: DocumentText): DanglingShortTitle[] {
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
export function danglingCitations(found: FoundFacts): DanglingCitation[] {
  // Where the list was understood in part only, that is told instead.
  if (isPartly(found, 'references')) return [];
  const { citations, references } = found;
  // Where the list explains no citation at all, the text does not cite so: only what comes near one is told.
  const isExplained = citations.some(({ candidates }) => candidates.length > 0);
  return citations
    .filter(
      ({ status, year, number, names: cited, locator, near, followUp, citedIn, standsInList, inDoubt }) =>
        status === 'unresolved' &&
        (isExplained || near.length > 0) &&
        (year !== null || number !== null || (locator !== null && cited.length > 0)) &&
        !followUp &&
        citedIn === null &&
        !standsInList &&
        inDoubt !== true,
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
export function datedCitations({ possibleCitations }: FoundFacts): DatedCitation[] {
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

/** Counts the citations that the text's own list resolves; null for a text without one. */
export function listedCitations({
  citations,
  references,
  locatorsOutside,
}: FoundFacts): ListedCitations | null {
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
    unsure: citations.filter(({ inDoubt }) => inDoubt === true).length,
  };
}

/** The last names of the authors whose works notes cite in full, and the full names. */
export function noteAuthors({ noteWorks }: FoundFacts): string[] {
  const families = new Set<string>();
  for (const { works } of noteWorks)
    for (const work of works)
      for (const { family } of [...work.names, ...(work.container?.names ?? [])]) {
        families.add(family);
        families.add(family.slice(family.lastIndexOf(' ') + 1));
      }
  return [...families];
}
