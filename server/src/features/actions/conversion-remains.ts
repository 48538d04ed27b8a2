/** Lists what a conversion left as it was. */
import type { FoundFacts } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { shortened } from '../../text/shortened.ts';
import { bisect } from '../../text/bisect.ts';
import type { TextRange } from '../../text/range.ts';
import { unreadNotes } from './notes-bibliography.ts';
import { say } from '../../words/say.ts';

/** How much is quoted of what is left, in UTF-16 units. */
const LONGEST = 80;
/** How many places of a kind are listed. */
const MOST = 500;

/** A kind of things that were left, with their places. */
export interface Remains {
  readonly what: string;
  readonly ranges: readonly TextRange[];
}

/** What a text has of the kinds that are converted and is in none of the sorted ranges `done`. */
export function remainsOf(found: FoundFacts, done: readonly TextRange[]): Remains[] {
  const sorted = [...done].sort((a, b) => a.to - b.to);
  const isDone = (range: TextRange) => {
    const near = sorted[bisect(sorted.length, (i) => sorted[i]!.to > range.from)];
    return near !== undefined && near.from < range.to;
  };
  const left = (ranges: readonly TextRange[]) => ranges.filter((range) => !isDone(range));
  const kinds: Remains[] = [
    {
      what: say('Notes that nothing calls, or that would not read back'),
      ranges: found.noteDefinitions.filter(({ labelRange }) => !isDone(labelRange)).map(({ range }) => range),
    },
    {
      what: say('Marks of notes that lead to no note'),
      ranges: left(found.markers.filter(({ definition }) => definition === null).map(({ range }) => range)),
    },
    {
      what: say('Citations that lead to no work, or to several'),
      ranges: left(found.citations.map(({ range }) => range)),
    },
    {
      what: say('Short forms that lead to no work, or say more than a citation can'),
      ranges: left(found.shortTitles.map(({ wholeRange }) => wholeRange)),
    },
    { what: say('Entries of the list of references that were not read'), ranges: found.unreadReferences },
    {
      what: say('Notes in which no work was read'),
      ranges: unreadNotes(found).map((note) => found.noteWorks[note]!.bodyRange),
    },
  ];
  return kinds.filter(({ ranges }) => ranges.length > 0);
}

/** The list as a comment, which Pandoc does not print; empty where nothing is left. */
export function remainsComment({ text }: DocumentView, remains: readonly Remains[]): string {
  if (remains.length === 0) return '';
  const place = ({ from, to }: TextRange) => {
    const words = shortened(text.slice({ from, to: Math.min(to, from + 4 * LONGEST) }).replace(/\s+/g, ' ').trim(), LONGEST); // prettier-ignore
    return `- ${harmless(words)}`;
  };
  const lists = remains.map(({ what, ranges }) => {
    const more =
      ranges.length > MOST ? [`- ${say('and {count} more', { count: ranges.length - MOST })}`] : [];
    return [`${what}:`, ...ranges.slice(0, MOST).map(place), ...more].join('\n');
  });
  return `<!-- ${say('Left as it was in the conversion to Pandoc.')}\n\n${lists.join('\n\n')}\n-->\n`;
}

/** Words that end no comment, and that nobody takes for a suppression or a citation. */
function harmless(words: string): string {
  return words.replace(/-{2,}/g, '–').replace(/>/g, '›').replace(/</g, '‹').replaceAll('@', '(at)');
}
