import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** Found when the file is read from disk. */
export const encodingGuessed: Rule = {
  code: 'encoding-guessed',
  severity: 'information',
  title: deferred('Text whose encoding was guessed'),
  what: deferred(
    'A plain text that is not UTF-8 and looks like Windows-1252, of which Latin-1 is a part: it is read as that.',
  ),
  why: deferred(
    'No file says how it is encoded. If it is another encoding, letters with accents are wrong, and names and quotations with them.',
  ),
  withoutFix: 'how the file is encoded only the person knows, and its editor saves it otherwise',
  examples: [{ title: 'UTF-8 is never guessed', fixture: '//- leon.txt\nLéon est allé à la fête.\n' }],
  checkFile: ({ kind }) =>
    kind === 'guessed'
      ? [
          {
            range: { from: 0, to: 0 },
            message: say(
              'This text is not UTF-8. It was read as Windows-1252, which is a guess: see whether its accents and quotation marks are right, and save it as UTF-8.',
            ),
          },
        ]
      : [],
};
