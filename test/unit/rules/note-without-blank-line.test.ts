import assert from 'node:assert/strict';
import { checkAction, titlesIn } from '../../support/check-action.ts';
import { check } from '../../support/check.ts';

describe('a note without a blank line above it', () => {
  it('is told of as what it is, with its line', () =>
    check('A line with a note.⟦footnote-undefined|[^a]⟧\n[^a]: GitHub reads this as the note.\n', {
      messages: [
        'Note “a” stands on line 2, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.',
      ],
    }));

  it('is given one', async () => {
    const fixed = await checkAction(
      '//- notes.md\nA line with a note.‸[^a]\n[^a]: The note.\n',
      'Put a blank line above the note',
    );
    assert.equal(fixed, 'A line with a note.[^a]\n\n[^a]: The note.\n');
  });

  it('is not written a second time', async () => {
    for (const [note, title] of [
      ['\n[^a]: The note.', 'Put a blank line above the note'],
      ['\n\n[^a] The note.', 'Put a colon after the label of the note'],
    ])
      assert.deepEqual(await titlesIn(`A line with a note.‸[^a]${note}\n`), [title]);
  });

  it('is told of as that below another, whether or not that one has its colon', () =>
    check(
      'Nine.⟦footnote-undefined|[^1]⟧ Ten.⟦footnote-undefined|[^2]⟧ Two.⟦footnote-undefined|[^3]⟧\n\n***\n[^1] By the union.\n[^2]: By the firm.\n[^3]: By both.\n',
      {
        messages: [
          'Note “1” stands on line 4, but a colon is missing after its label, so that Pandoc reads no note there. Put one in.',
          'Note “2” stands on line 5, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.',
          'Note “3” stands on line 6, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.',
        ],
      },
    ));

  it('is not looked for in the middle of a line, or where nothing stands above', () =>
    check('A note.⟦footnote-undefined|[^b]⟧ And so ⟦footnote-undefined|[^b]⟧: not here.\n', {
      messages: Array<string>(2).fill(
        'Note “b” is called here but not written. Add a paragraph that begins with “[^b]:”.',
      ),
    }));
});

describe('a note without its colon', () => {
  const forms = [
    ['a blank', '[^a] So the firm.'],
    ['a stop', '[^a]. So the firm.'],
    ['a full-width colon', '[^a]：So the firm.'],
    ['a blank before the colon', '[^a] : So the firm.'],
    ['a dash', '[^a] – So the firm.'],
  ] as const;
  for (const [title, written] of forms)
    it(`is told of as what it is, with its line: ${title}`, async () => {
      await check(`Nine days.⟦footnote-undefined|[^a]⟧\n\n${written}\n`, {
        messages: [
          'Note “a” stands on line 3, but a colon is missing after its label, so that Pandoc reads no note there. Put one in.',
        ],
      });
      const fixed = await checkAction(
        `//- notes.md\nNine days.‸[^a]\n\n${written}\n`,
        'Put a colon after the label of the note',
      );
      assert.equal(fixed, 'Nine days.[^a]\n\n[^a]: So the firm.\n');
    });

  const MISSING = (label: string, line: number) => ({
    messages: [
      `Note “${label}” stands on line ${line}, but a colon is missing after its label, so that Pandoc reads no note there. Put one in.`,
    ],
  });
  it('is told of below a line that another note goes on with', () =>
    check(
      'Nine[^1] or ten.⟦footnote-undefined|[^2]⟧\n\n[^1]: By the union,\nso the firm.\n[^2] ibid., p. 4.\n',
      MISSING('2', 5),
    ));
  it('is told of among notes, though nothing calls it', () =>
    check('Nine.[^1]\n\n[^1]: By the union.\n⟦footnote-undefined|[^2]⟧ ibid., p. 4.\n', MISSING('2', 4)));

  it('is told of each in a list of them', () =>
    check(
      'Nine.⟦footnote-undefined|[^1]⟧ Ten.⟦footnote-undefined|[^2]⟧\n\n[^1] By the union.\n[^2] By the firm.\n',
      {
        messages: [1, 2].map(
          (label) =>
            `Note “${label}” stands on line ${label + 2}, but a colon is missing after its label, so that Pandoc reads no note there. Put one in.`,
        ),
      },
    ));

  it('is none where the label is called nowhere else, in the midst of a paragraph, or defined', () =>
    check(
      '⟦footnote-undefined|[^a]⟧ So it was.\n\nIt was said⟦footnote-undefined|[^b]⟧\nand again\n⟦footnote-undefined|[^b]⟧ that it was.\n\nNine.[^c]\n\n[^c] Ten.\n\n[^c]: The note.\n',
    ));
});
