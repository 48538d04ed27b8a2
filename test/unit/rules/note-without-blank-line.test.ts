import { check } from '../../support/check.ts';

describe('a note without a blank line above it', () => {
  it('is told of as what it is, with its line', () =>
    check('A line with a note.⟦footnote-undefined|[^a]⟧\n[^a]: GitHub reads this as the note.\n', {
      messages: [
        'Note “a” stands on line 2, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.',
      ],
    }));

  it('is not looked for in the middle of a line, or where nothing stands above', () =>
    check('A note.⟦footnote-undefined|[^b]⟧ And so ⟦footnote-undefined|[^b]⟧: not here.\n', {
      messages: Array<string>(2).fill(
        'Note “b” is called here but not written. Add a paragraph that begins with “[^b]:”.',
      ),
    }));
});
