/** Numbers of notes that a conversion has parted from their words. */
import { check } from '../../support/check.ts';

const only = { only: ['note-undefined'] };
const page = (last: string, foot: string): string => `The dockers won.¹ The owners paid.² Nobody wept.${last}

NOTES

1. Meyer, Dockers, p. 4.
2. Meyer, Dockers, p. 9.

Adler on the same page.
${foot}
\f
The end.
`;

describe('a note number without its note', () => {
  it('is not told of where the number stands alone at the foot of the page', () =>
    check(page('³', '3'), only));

  it('is told of where it does not', () => check(page('⟦note-undefined|³⟧', ''), only));
});
