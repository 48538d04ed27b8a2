import { resolveFound } from '../found/resolve.ts';
import { writesOn } from '../reasoning/asserters.ts';
import { shortened } from '../text/shortened.ts';
import type { TextRange } from '../text/range.ts';
import { workLabel } from '../workspace/labels.ts';
import type { FeatureRequest } from './request.ts';
import { say } from '../words/say.ts';

/** Text that an editor displays inside the document without being part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  /** The edit when the user accepts the hint. */
  readonly accepts?: { readonly offset: number; readonly insert: string };
}

/** Which hints are on. */
export interface HintChoice {
  /** The work that *Ibid.* and similar forms mean. */
  readonly shortTitles: boolean;
  /** The printed number of a note. */
  readonly noteNumbers: boolean;
  /** The work that the writer comments on in a claim. */
  readonly asserters: boolean;
}

/** The hints in a range of the document, in the order of the text. */
export function inlayHints(
  request: Pick<FeatureRequest, 'view' | 'library' | 'reasoning'>,
  within: TextRange,
  choice: HintChoice,
): InlayHint[] {
  const hints = [
    ...(choice.shortTitles ? shortTitles(request) : []),
    ...(choice.noteNumbers ? noteNumbers(request) : []),
    ...(choice.asserters ? writersClaims(request) : []),
  ];
  return hints
    .filter(({ offset }) => within.from <= offset && offset <= within.to)
    .sort((a, b) => a.offset - b.offset);
}

/** After each short title the work that it means: by authors and year, or as the earlier note has it. */
function shortTitles({ view, library }: Pick<FeatureRequest, 'view' | 'library'>): InlayHint[] {
  const { found, text, path } = view;
  if (found.shortTitles.length === 0) return [];
  const matches = resolveFound(found, library.knownEntries(path)).shortTitles;
  return found.shortTitles.flatMap(({ range, target, status }, index) => {
    if (status !== 'resolved' || !target) return [];
    const match = matches[index];
    const key = match?.status === 'resolved' ? match.keys[0] : undefined;
    const words = text.slice(target.range).replace(/\s+/g, ' ').trim();
    const label = (key === undefined ? null : workLabel(key, path, library)) ?? shortened(words);
    const note = found.noteWorks[target.note];
    return {
      offset: range.to,
      label: `= ${label}`,
      tooltip: note ? say('Cited in note {label}: {words}', { label: note.label, words }) : words,
    };
  });
}

/** After each claim of the writer that comments on a work, since it could be mistaken for that work’s own. */
function writersClaims({
  view,
  library,
  reasoning,
}: Pick<FeatureRequest, 'view' | 'library' | 'reasoning'>): InlayHint[] {
  const ends = new Map(view.facts.claims.map(({ range, attributes }) => [range.from, attributes.range.to]));
  return reasoning.claimsIn(view.path).flatMap((claim) => {
    const on = writesOn(claim);
    const work = on === null ? null : workLabel(on, view.path, library);
    const at = ends.get(claim.range.from);
    if (work === null || at === undefined || view.text.text[at - 1] !== '}') return [];
    return [
      {
        offset: at,
        label: say('the writer, on {work}', { work }),
        tooltip: say(
          'You assert this claim; {work} is only cited for it. Double-click to let the work assert it.',
          { work },
        ),
        accepts: { offset: at - 1, insert: ` by="@${on}"` },
      },
    ];
  });
}

/** After each note call the printed number, where that is not its label. */
function noteNumbers({ view }: Pick<FeatureRequest, 'view'>): InlayHint[] {
  const { markers, inlineNotes, definitions } = view.facts;
  const written = new Set(definitions.map(({ label }) => label));
  const inNotes = (offset: number) =>
    definitions.some(({ range }) => range.from <= offset && offset < range.to) ||
    inlineNotes.some(({ range }) => range.from < offset && offset < range.to);
  // Pandoc prints a note at every call, each time with a new number, and none inside notes.
  const calls = [
    ...markers
      .filter(({ label, range, inNote }) => inNote === null && written.has(label) && !inNotes(range.from))
      .map(({ range, label }) => ({ at: range.from, to: range.to, label })),
    ...inlineNotes
      .filter(({ range }) => !inNotes(range.from))
      .map(({ range }) => ({ at: range.from, to: range.to, label: '' })),
  ].sort((a, b) => a.at - b.at);
  return calls.flatMap(({ to, label }, index) => {
    const number = String(index + 1);
    return label === number
      ? []
      : [
          {
            offset: to,
            label: number,
            tooltip: say('This note will be printed as number {number}.', { number }),
          },
        ];
  });
}
