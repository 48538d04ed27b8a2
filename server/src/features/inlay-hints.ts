import { resolveFound } from '../found/resolve.ts';
import { writesOn } from '../reasoning/asserters.ts';
import { shortened } from '../text/shortened.ts';
import type { TextRange } from '../text/range.ts';
import { workLabel } from '../workspace/labels.ts';
import type { FeatureRequest } from './request.ts';

/** Words that an editor shows within the text, and that are no part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  /** What is written where the person accepts the hint. */
  readonly accepts?: { readonly offset: number; readonly insert: string };
}

/** Which hints a person wants to see. */
export interface HintChoice {
  /** The work that *Ibid.* and its like stand for. */
  readonly shortTitles: boolean;
  /** The number that a note will be printed with. */
  readonly noteNumbers: boolean;
  /** On which work the writer makes a claim that nobody else asserts. */
  readonly asserters: boolean;
}

/** The hints in a stretch of the document, in the order of the text. */
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

/** After each short title the work that it stands for: by authors and year, or as the earlier note has it. */
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
      tooltip: note ? `Cited in note ${note.label}: ${words}` : words,
    };
  });
}

/** After each claim that the writer makes on a work: one easily takes it for that work’s own. */
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
        label: `the writer, on ${work}`,
        tooltip: `You assert this claim; ${work} is only cited for it. Double-click to let the work assert it.`,
        accepts: { offset: at - 1, insert: ` by="@${on}"` },
      },
    ];
  });
}

/** After each marker the number that its note is printed with, where that is not its label. */
function noteNumbers({ view }: Pick<FeatureRequest, 'view'>): InlayHint[] {
  const { markers, inlineNotes, definitions } = view.facts;
  const written = new Set(definitions.map(({ label }) => label));
  const inNotes = (offset: number) =>
    definitions.some(({ range }) => range.from <= offset && offset < range.to) ||
    inlineNotes.some(({ range }) => range.from < offset && offset < range.to);
  // Pandoc prints a note wherever it is called, each time under a new number, and none within notes.
  const calls = [
    ...markers
      .filter(({ label, inNote }) => inNote === null && written.has(label))
      .map(({ range, label }) => ({ at: range.from, to: range.to, label })),
    ...inlineNotes
      .filter(({ range }) => !inNotes(range.from))
      .map(({ range }) => ({ at: range.from, to: range.to, label: '' })),
  ].sort((a, b) => a.at - b.at);
  return calls.flatMap(({ to, label }, index) => {
    const number = String(index + 1);
    return label === number
      ? []
      : [{ offset: to, label: number, tooltip: `This note will be printed as number ${number}.` }];
  });
}
