/** What was read of a found text, in the documented output format of `sicetnon inspect`. */
import type { EntryMatch, FoundCitation, FoundFacts, WorkTarget } from '../../found/model.ts';
import { understandingOfNotes, understandingOfReferences } from '../../found/understanding.ts';
import { resolveFound } from '../../found/resolve.ts';
import type { CheckOutcome } from '../../checking/checks.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { PositionRange, TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';
import { entryTargets, type InspectedCitation, type InspectedNote, type InspectedTarget } from './model.ts';

/** The notes of a found text: markers in order, then the list. */
export function foundNotes({ found, text }: DocumentView): InspectedNote[] {
  const positions = (range: TextRange): PositionRange => text.lines.positions(range);
  return [
    ...found.markers.map(({ style, label, range, definition }): InspectedNote => ({
      kind: 'marker',
      style,
      label,
      range: positions(range),
      target: definition === null ? null : positions(found.noteDefinitions[definition]!.range),
    })),
    ...found.noteDefinitions.map(({ label, range, list }): InspectedNote => ({
      kind: 'definition',
      style: found.noteLists[list]?.style ?? 'superscript',
      label,
      range: positions(range),
      target: null,
    })),
  ];
}

/** The author-year citations and short titles of a found text; `checked` has the results by start offset. */
export function foundCitations(
  view: DocumentView,
  library: Library,
  checked: ReadonlyMap<number, CheckOutcome>,
): InspectedCitation[] {
  const { found } = view;
  if (found.citations.length + found.possibleCitations.length + found.shortTitles.length === 0) return [];
  const matches = resolveFound(found, library.knownEntries(view.path));
  const none: EntryMatch = { keys: [], status: 'unresolved' };
  return [
    ...found.citations.map((citation, i) => dated(citation, matches.citations[i] ?? none, view, library)),
    // In a text without a reference list, names and a year are a citation if a bibliography has the work, or most of
    // the others.
    ...found.possibleCitations.flatMap((citation, i) => {
      const match = matches.possibleCitations[i] ?? none;
      const { locator, range } = citation;
      if (match.keys.length === 0 && checked.get(range.from) !== 'missing') return [];
      const place = locator && (checked.get(locator.range.from) as InspectedCitation['locatorVerdict']);
      const read = dated(citation, match, view, library);
      return [{ ...read, locatorVerdict: locator ? (place ?? 'unchecked') : null }];
    }),
    ...found.shortTitles.map((short, i): InspectedCitation => {
      const match = matches.shortTitles[i] ?? none;
      return {
        style: 'short-title',
        mode: 'NormalCitation',
        text: view.text.slice(short.wholeRange),
        key: match.keys[0] ?? null,
        prefix: '',
        locator: short.locator && view.text.slice(short.locator.range),
        suffix: '',
        range: view.text.lines.positions(short.wholeRange),
        targets: short.candidates.map((candidate) => workTarget(candidate, match, view)),
        status: short.status,
        verdict: short.status === 'unresolved' ? 'missing' : 'found',
        locatorVerdict: short.locator ? 'unchecked' : null,
      };
    }),
  ];
}

/** The maximum number of works for an ambiguous citation. */
const MOST_TARGETS = 50;

function dated(
  citation: FoundCitation,
  match: EntryMatch,
  view: DocumentView,
  library: Library,
): InspectedCitation {
  const own = citation.candidates.slice(0, MOST_TARGETS).map((index): InspectedTarget => {
    const reference = view.found.references[index]!;
    return { path: view.path, key: reference.key, range: view.text.lines.positions(reference.range) };
  });
  const targets = own.length ? own : match.keys.flatMap((key) => entryTargets(key, view.path, library));
  const status = own.length ? citation.status : match.status;
  return {
    style: citation.number === null ? 'author-year' : 'number',
    mode: citation.mode,
    text: view.text.slice(citation.range),
    key: match.keys.length === 1 ? match.keys[0]! : own.length === 1 ? own[0]!.key : null,
    prefix: citation.prefix,
    locator: citation.locator && view.text.slice(citation.locator.range),
    suffix: citation.suffix,
    range: view.text.lines.positions(citation.range),
    targets,
    status,
    verdict: status === 'unresolved' ? 'missing' : 'found',
    locatorVerdict: citation.locator ? pageVerdict(citation, view) : null,
  };
}

/** Whether its page can be in the one work of the text's own list that it means. */
function pageVerdict(
  citation: FoundCitation,
  { found }: DocumentView,
): 'possible' | 'impossible' | 'unchecked' {
  if (found.locatorsOutside.some((index) => found.citations[index] === citation)) return 'impossible';
  const [only, ...others] = citation.candidates;
  const isKnown =
    citation.pages && only !== undefined && others.length === 0 && found.references[only]?.pages;
  return isKnown ? 'possible' : 'unchecked';
}

function workTarget(
  target: WorkTarget,
  match: EntryMatch,
  { found, path, text }: DocumentView,
): InspectedTarget {
  return {
    path,
    key: match.keys[0] ?? `note ${noteLabel(target, found)}`,
    range: text.lines.positions(target.range),
  };
}

function noteLabel({ note }: WorkTarget, found: FoundFacts): string {
  return found.noteWorks[note]?.label ?? String(note + 1);
}

/** How well each list of a text as found was understood: `partly` where nothing in it is reported singly. */
export function foundLists({ found, text }: DocumentView): object[] {
  const isPartly = (kind: 'notes' | 'references', list: number): boolean =>
    found.partly.some((each) => each.kind === kind && each.list === list);
  const notes = understandingOfNotes(found).map((understanding, list) => {
    const { heading, range } = found.noteLists[list]!;
    return {
      kind: 'notes',
      range: text.lines.positions(heading?.range ?? range),
      ...understanding,
      partly: isPartly('notes', list),
    };
  });
  const { columns } = found;
  const inColumns = columns
    ? [
        {
          kind: 'columns',
          range: text.lines.positions(columns.range),
          pages: columns.pages,
          unread: columns.unread.length,
          partly: columns.unread.length > 0,
        },
      ]
    : [];
  const [heading] = found.referenceHeadings;
  if (!heading) return [...notes, ...inColumns];
  const references = {
    kind: 'references',
    range: text.lines.positions(heading.range),
    ...understandingOfReferences(found),
    unsure:
      found.doubtfulReferences.length +
      found.citations.filter(
        ({ inDoubt, standsInList, status }) => status === 'unresolved' && (inDoubt === true || standsInList),
      ).length,
    partly: isPartly('references', 0),
  };
  return [...notes, references, ...inColumns];
}

/** The entries of the text's own reference list. */
export function foundReferences({ found, text }: DocumentView): object[] {
  return found.references.map((reference) => ({
    key: reference.key,
    text: text.slice(reference.range),
    range: text.lines.positions(reference.range),
    names: reference.names.map(({ family, given }) => ({ family, given })),
    year: reference.year === null ? null : `${reference.year}${reference.yearSuffix}`,
    title: reference.title,
    pages: reference.pages,
  }));
}
