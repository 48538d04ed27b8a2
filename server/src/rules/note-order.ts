import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const noteOrder: Rule = {
  code: 'note-order',
  severity: 'information',
  title: deferred('Note number out of order'),
  what: deferred('In a text as found: a note number that stands before a smaller one.'),
  why: deferred('Notes are counted as they come; a number out of order is often a misread one.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Third before second',
      fixture: `The dockers won.¹ The owners paid.⟦note-order|³⟧ Nobody wept.²

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.
3. Meyer, Dockers, p. 12.
`,
    },
    {
      title: 'In order',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ found }) {
    for (const index of found.misorderedMarkers) {
      const marker = found.markers[index]!;
      // A few notes without others may be the beginning of a list that was not read.
      if (found.markers.filter(({ list }) => list === marker.list).length < FEWEST_CALLS) continue;
      yield {
        range: marker.range,
        message: say(
          'Note {note} is called here before a note of a smaller number. Compare the original: the number may have been misread.',
          { note: marker.label },
        ),
      };
    }
  },
};

/** So many calls of a list show in which order they come. */
const FEWEST_CALLS = 3;
