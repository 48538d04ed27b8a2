import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const noteUnused: Rule = {
  code: 'note-unused',
  severity: 'information',
  title: deferred('Note without its number in the text'),
  what: deferred('In a text as found: a note of the list whose number stands nowhere in the prose.'),
  why: deferred('The number was lost in the conversion, and with it the place that the note speaks of.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Number 2 was lost',
      fixture: `The dockers won.¹ The owners paid. Nobody wept.³

NOTES

1. Meyer, Dockers, p. 4.
⟦note-unused|2⟧. Meyer, Dockers, p. 9.
3. Meyer, Dockers, p. 12.
`,
    },
    {
      title: 'A raised digit that belongs to a name calls no points of a list',
      fixture: `It was written by the Weavers². The Weavers² gave two reasons.

## On reasons

Two can be told.

1. The looms were slow.

2. The wages were low.
`,
    },
    {
      title: 'All are there',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ found }) {
    for (const index of found.unusedNotes) {
      const note = found.noteDefinitions[index]!;
      yield {
        range: note.labelRange,
        message: say(
          'Note {note} is called nowhere in the text. Compare the original: its number may have been lost in the conversion.',
          { note: note.label },
        ),
      };
    }
  },
};
