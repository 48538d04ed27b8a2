import { plainText } from '../../facts/plain-text.ts';
import { resolveFound } from '../../found/resolve.ts';
import { workChainsOf, type WorkChain } from '../../found/work-chains.ts';
import { escapeLine, escapeMarkdown } from '../../text/markdown-escape.ts';
import type { TextRange } from '../../text/range.ts';
import type { FoundTarget } from '../found-target.ts';
import { entryCard } from './citation.ts';
import { placeLink, type FeatureRequest } from '../request.ts';
import { shortened } from '../../text/shortened.ts';
import { enumerated, say } from '../../words/say.ts';

/** How much of a passage is shown, in UTF-16 units. */
const LONGEST = 1500;

/** The card of a note, citation or short title in a found text; null where there is none. */
export function foundCard(target: FoundTarget, request: FeatureRequest): string | null {
  const { found, path } = request.view;
  switch (target.kind) {
    case 'found-marker': {
      const { definition, label } = target.marker;
      if (definition === null)
        return say('The list of notes has no note {label}.', { label: escapeLine(label) });
      return `${say('**Note {label}**', { label: escapeLine(label) })}\n\n${words(found.noteDefinitions[definition]!.bodyRange, request)}`;
    }
    case 'found-note': {
      const markers = target.note.markers.map((index) => found.markers[index]!);
      if (markers.length === 0) return say('Its number stands nowhere in the text.');
      const places = markers.map((marker) =>
        placeLink(
          request,
          say('line {line}', { line: request.view.text.lines.lineAt(marker.range.from) + 1 }),
          path,
          marker.range,
        ),
      );
      return say('Called on {places}', { places: enumerated(places) });
    }
    case 'found-citation':
      return citationCard(target, request);
    case 'short-title':
      return shortTitleCard(target, request);
    case 'note-work':
      return noteWorkCard(target, request);
  }
}

/** How many of the works that a citation may mean are shown. */
const MOST_CARDS = 12;

function citationCard(
  { citation, index, possible }: Extract<FoundTarget, { kind: 'found-citation' }>,
  request: FeatureRequest,
): string | null {
  const { found, path } = request.view;
  const cards = citation.candidates
    .slice(0, MOST_CARDS)
    .map(
      (candidate) =>
        `${words(found.references[candidate]!.range, request)}\n\n${placeLink(request, say('in the list of references'), path, found.references[candidate]!.range)}`,
    );
  const hidden = citation.candidates.length - MOST_CARDS;
  if (hidden > 0)
    cards.push(
      say(
        '{count, plural, =1 {One more may be meant, which is not shown.} other {{count} more may be meant, which are not shown.}}',
        { count: hidden },
      ),
    );
  if (citation.status === 'ambiguous') cards.unshift(say('The text does not say which of these is meant.'));
  const matches = resolveFound(found, request.library.knownEntries(path));
  const match = (possible ? matches.possibleCitations : matches.citations)[index];
  for (const key of match?.keys ?? []) {
    const card = entryCard(key, citation.locator, request);
    if (card) cards.push(card);
  }
  return cards.length ? cards.join('\n\n---\n\n') : null;
}

function shortTitleCard(
  { short }: Extract<FoundTarget, { kind: 'short-title' }>,
  request: FeatureRequest,
): string {
  const { found, path } = request.view;
  const { target } = short;
  if (short.candidates.length === 0) return say('No earlier note names the work that this stands for.');
  const works = short.candidates.map((candidate) => words(candidate.range, request)).join('\n\n');
  const head = short.status === 'ambiguous' ? say('May stand for any of these works:') : say('Stands for:');
  const chain = short.chain
    .map((note) => found.noteWorks[note])
    .filter((note) => note !== undefined)
    .map((note) => placeLink(request, say('note {label}', { label: note.label }), path, note.bodyRange));
  return [
    `**${head}**`,
    works,
    ...(chain.length ? [say('By way of {notes}', { notes: chain.join(' → ') })] : []),
    ...(target ? placesOf(workChainsOf(found).of(target), request) : []),
    ...(target?.work == null ? [] : entryCards(target.note, target.work, request)),
  ].join('\n\n');
}

/** What there is to say of a work described in a note: where else it is cited, and its entry; null where nothing. */
function noteWorkCard(
  { note, work }: Extract<FoundTarget, { kind: 'note-work' }>,
  request: FeatureRequest,
): string | null {
  const places = placesOf(workChainsOf(request.view.found).ofWork(note, work), request);
  const cards = [...places, ...entryCards(note, work, request)];
  return cards.length ? cards.join('\n\n') : null;
}

/** So many of the notes that cite a work are told. */
const MOST_PLACES = 30;

/** `First in note 12, then 15, 31`; nothing for a work that is cited once. */
function placesOf(chain: WorkChain, request: FeatureRequest): string[] {
  const { found, path } = request.view;
  const [first, ...others] = chain.map(({ note, range }) => ({ label: found.noteWorks[note]!.label, range }));
  if (!first || others.length === 0) return [];
  const link = ({ label, range }: typeof first, words = label): string =>
    placeLink(request, words, path, range);
  const then = others.slice(0, MOST_PLACES).map((place) => link(place));
  const hidden = others.length - then.length;
  return [
    say('First in {first}, then {others}{hidden, plural, =0 {} other { and {hidden} more}}', {
      first: link(first, say('note {label}', { label: first.label })),
      others: enumerated(then),
      hidden,
    }),
  ];
}

/** The entries of the bibliography that a work described in a note may be. */
function entryCards(note: number, work: number, request: FeatureRequest): string[] {
  const { found, path } = request.view;
  const known = request.library.knownEntries(path);
  const keys = resolveFound(found, known).noteWorks[note]?.[work]?.keys ?? [];
  return keys.slice(0, MOST_CARDS).flatMap((key) => entryCard(key, null, request) ?? []);
}

function words(range: TextRange, { view }: FeatureRequest): string {
  const text = plainText(view.text.text, range).trim();
  return escapeMarkdown(shortened(text, LONGEST));
}
