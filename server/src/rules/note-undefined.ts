import { isPartly } from '../found/partly.ts';
import type { FoundFacts, FoundMarker } from '../found/model.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';
import { largestOf, smallestOf } from '../text/extremes.ts';

export const noteUndefined: Rule = {
  code: 'note-undefined',
  severity: 'warning',
  title: deferred('Note number without a note'),
  what: deferred(
    'In a text as found: a note number in the prose (`¹⁵`, `<sup>15</sup>`, `[15]`) that the list of notes does not have.',
  ),
  why: deferred('A note was lost in the conversion, or the number was misread.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'The list ends at 2',
      fixture: `The dockers won.¹ The owners paid.² Nobody wept.⟦note-undefined|³⟧

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.
`,
    },
    {
      title: 'Every number has its note; an exponent is none',
      fixture: `The dockers won.¹ A hold measured 300 m³.²

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ found, text }) {
    const isWhole = found.noteLists.map((_, list) => missesFew(found, list));
    for (const marker of found.markers)
      if (
        marker.definition === null &&
        !isPartly(found, 'notes', marker.list) &&
        isWhole[marker.list] &&
        !mayBeGlued(found, text.text, marker) &&
        !hasNumberOnPage(found, text.text, marker)
      )
        yield {
          range: marker.range,
          message: say(
            'Note {note} is not in the list of notes. Compare the original: a note may have been lost, or the number misread.',
            { note: marker.label },
          ),
        };
  },
};

/**
 * Whether the note of a marker may begin at the end of a line of the text, between the notes before and after it, as
 * where a conversion has joined the end of a page’s text and its notes: ‘as in An34 See Weaver’.
 */
function mayBeGlued(found: FoundFacts, text: string, { list, label, range }: FoundMarker): boolean {
  const own = found.noteDefinitions.filter((definition) => definition.list === list);
  const before = own.findLast((definition) => Number(definition.label) === Number(label) - 1);
  const after = own.find((definition) => Number(definition.label) === Number(label) + 1);
  if (!before || !after || !/^\d+$/.test(label)) return false;
  const from = before.labelRange.to;
  const between = text.slice(from, after.labelRange.from);
  return [...between.matchAll(new RegExp(`\\p{L}(${label})\\s\\p{Lu}`, 'gu'))].some(
    ({ index }) => from + index + 1 !== range.from,
  );
}

/**
 * Whether the number of a marker stands alone on a line of the page on which the note before it stands: a conversion
 * that parts a number from its words leaves it there, and so the note is not lost.
 */
function hasNumberOnPage(found: FoundFacts, text: string, { list, label, range }: FoundMarker): boolean {
  const before = found.noteDefinitions.findLast(
    (definition) => definition.list === list && Number(definition.label) === Number(label) - 1,
  );
  if (!before || !/^\d+$/.test(label)) return false;
  const from = before.labelRange.to;
  const end = text.indexOf('\f', from);
  if (end === -1) return false;
  const alone = new RegExp(`^[ \\t]*${label}[ \\t]*$`, 'mu').exec(text.slice(from, end));
  return (
    alone !== null &&
    !(range.from >= from + alone.index && range.from <= from + alone.index + alone[0].length)
  );
}

/** Of so many notes one may be lost; where more are, they were not read. */
const NOTES_TO_A_LOSS = 40;

/** Whether a list has nearly all notes of its numbers, so that one that is not there was lost. */
function missesFew({ noteDefinitions, markers }: FoundFacts, list: number): boolean {
  const own = noteDefinitions.filter((definition) => definition.list === list);
  const numbers = new Set(own.map(({ label }) => Number(label)));
  const called = markers.filter((marker) => marker.list === list).map(({ label }) => Number(label));
  const span = largestOf([...numbers, ...called]) - smallestOf(numbers) + 1;
  const lost = new Set(called.filter((number) => !numbers.has(number))).size;
  return (
    span - numbers.size <= Math.max(lost, Math.ceil(own.length / NOTES_TO_A_LOSS)) &&
    lost * 4 <= own.length + 3
  );
}
