import { isPartly } from '../found/partly.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const noteUndefined: Rule = {
  code: 'note-undefined',
  severity: 'warning',
  title: deferred('Note number without a note'),
  what: deferred(
    'In a text as found: a note number in the prose (`¹⁵`, `<sup>15</sup>`, `[15]`) that the list of notes does not have.',
  ),
  why: 'A note was lost in the conversion, or the number was misread.',
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
  *checkDocument({ found }) {
    for (const marker of found.markers)
      if (marker.definition === null && !isPartly(found, 'notes', marker.list))
        yield {
          range: marker.range,
          message: say(
            'Note {note} is not in the list of notes. Compare the original: a note may have been lost, or the number misread.',
            { note: marker.label },
          ),
        };
  },
};
