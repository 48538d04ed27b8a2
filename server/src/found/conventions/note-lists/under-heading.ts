import type { NoteArrangement, NotePage, ProposedList } from '../../note-arrangement.ts';
import { bodiesOf, lineStart, rising } from '../../note-sequences.ts';
import type { NumberedLine } from '../../numbered-lines.ts';

export const underHeading: NoteArrangement = {
  name: 'under-heading',
  languages: ['any'],
  yields: 'note-lists',
  what: 'Notes under a heading of notes, or several such lists, as a book has them after its chapters',
  propose,
  fixture: `Guilds wove.¹ And dyed.²

Notes

⟦under-heading|1. See the rolls.
2. So they said.⟧

## The second chapter

They wove again.¹

Notes

⟦under-heading|1. See the ledgers.⟧

## An afterword
`,
};

function* propose(page: NotePage): Generator<ProposedList, void, boolean> {
  const { text, prose, headings } = page;
  const last = headings.findLastIndex(({ kind }) => kind === 'notes');
  for (const [i, heading] of headings.entries()) {
    if (heading.kind !== 'notes') continue;
    const next = headings[i + 1];
    const from = prose.at(heading.bodyFrom);
    const to = next ? lineStart(text, prose.at(next.range.from)) : text.length;
    const lines = sequenceUnder(page.linesIn({ from, to }));
    if (lines.length === 0) continue;
    const lead = lines[0]!.labelRange.from - from;
    const bodies = bodiesOf(text, lines, to);
    const before = { from: page.since, to: lines[0]!.labelRange.from };
    // Markers after the list count too if it is the last one: notes may precede the last part of a text.
    const after = { from: bodies.at(-1)!.to, to: text.length };
    const leastCalled = lead > LONGEST_LEAD ? 2 / 3 : 1 / 2;
    yield { heading, lines, bodies, scopes: i === last ? [before, after] : [before], leastCalled };
  }
}

/**
 * The longest text between a heading and its list without doubts, in UTF-16 units: acknowledgements may be longer.
 */
const LONGEST_LEAD = 300;

/** The notes under a heading: increasing numbers in the form of the first. */
function sequenceUnder(lines: readonly NumberedLine[]): NumberedLine[] {
  const first = lines[0];
  if (!first) return [];
  const same = lines.filter((line) => line.family === first.family);
  return rising(same);
}
