import assert from 'node:assert/strict';
import { checkAction, titlesIn } from '../../support/check-action.ts';
import { parseFixture } from '../../support/fixture.ts';
import { pandocVersion, readWithPandoc } from '../../support/pandoc.ts';
import { NO_PANDOC, skip } from '../../support/skip.ts';

const RENUMBER = 'Renumber the notes in order of first use';
const SORT = 'Renumber the notes in order of first use, and sort the notes';

describe('Renumbering notes', () => {
  it('follows the order of first use', () =>
    checkAction(
      'A[^7], b[^3], a again[^7].\n\n[^3]: Three.\n\n[^7]: Seven.\n',
      RENUMBER,
      'A[^1], b[^2], a again[^1].\n\n[^2]: Three.\n\n[^1]: Seven.\n',
    ));
  it('sorts the notes only on another wish', () =>
    checkAction(
      'A[^7], b[^3].\n\n[^3]: Three.\n\n    More of three.\n\n[^7]: Seven.\n\nThe end.\n',
      SORT,
      'A[^1], b[^2].\n\n[^1]: Seven.\n\n[^2]: Three.\n\n    More of three.\n\nThe end.\n',
    ));
  it('leaves labels that are no numbers, and their notes, in place', () =>
    checkAction(
      'A[^b], b[^4], c[^2].\n\n[^2]: Two.\n\n[^b]: Named.\n\n[^4]: Four.\n',
      SORT,
      'A[^b], b[^1], c[^2].\n\n[^1]: Four.\n\n[^b]: Named.\n\n[^2]: Two.\n',
    ));
  it('gives no note the number of a marker without one', () =>
    checkAction(
      'A[^9], b[^1], c[^5].\n\n[^9]: Nine.\n\n[^5]: Five.\n',
      RENUMBER,
      'A[^2], b[^1], c[^3].\n\n[^2]: Nine.\n\n[^3]: Five.\n',
    ));
  it('goes into lists, quotations, tables, spans and notes', () =>
    checkAction(
      '- a[^5]\n\n  > b[^4]\n\n| c[^3] | *d[[^2]]{.x}* |\n|---|---|\n| e | f |\n\n[^2]: Two, see [^5].\n[^3]: Three.\n[^4]: Four.\n[^5]: Five.\n',
      RENUMBER,
      '- a[^1]\n\n  > b[^2]\n\n| c[^3] | *d[[^4]]{.x}* |\n|---|---|\n| e | f |\n\n[^4]: Two, see [^1].\n[^3]: Three.\n[^2]: Four.\n[^1]: Five.\n',
    ));
  it('numbers those that nothing calls last', () =>
    checkAction('A[^2].\n\n[^1]: Idle.\n\n[^2]: Two.\n', RENUMBER, 'A[^1].\n\n[^2]: Idle.\n\n[^1]: Two.\n'));
  it('carries what a note holds along when it is moved', () =>
    checkAction(
      'A[^2], b[^1].\n\n[^1]: One, as in [^2].\n[^2]: Two.\n',
      SORT,
      'A[^1], b[^2].\n\n[^1]: Two.\n[^2]: One, as in [^1].\n',
    ));
  it('offers nothing where all is in order', async () => {
    assert.deepEqual(await titlesIn('A[^1], `[^9]`, b[^x], c[^2].\n\n[^1]: A.\n[^x]: B.\n[^2]: C.\n'), []);
    assert.deepEqual(await titlesIn('A[^1], b[^2].\n\n[^2]: B.\n\n[^1]: C.\n'), [SORT]);
  });
  it('prints what it printed', async function () {
    if (pandocVersion() === null) return skip(this, NO_PANDOC);
    const text =
      'A[^7], b[^3], c^[inline], d[^n], a again[^7].\n\n[^3]: Three.\n\n    > More.\n\n[^7]: Seven.\n[^n]: N.\n';
    for (const title of [RENUMBER, SORT])
      assert.deepEqual(readWithPandoc(await checkAction(text, title)), readWithPandoc(text));
  });
});

const FOUND = 'The strike was long,¹ and the fines² were high.³ It ended¹ in May.\n\n';

describe('Converting notes of a text as found', () => {
  const conversions: readonly (readonly [string, string, string, string])[] = [
    [
      'a Markdown list',
      `${FOUND}## Notes\n\n1. By the count of the union.\n\n   And of the firm.\n2. The books\nsay so.\n3. *Ship* [owners](x).\n\n## Later\n\nEnd.\n`,
      'Convert all 3 notes to Pandoc footnotes',
      'The strike was long,[^1] and the fines[^2] were high.[^3] It ended[^1] in May.\n\n## Notes\n\n[^1]: By the count of the union.\n\n    And of the firm.\n[^2]: The books\nsay so.\n[^3]: *Ship* [owners](x).\n\n## Later\n\nEnd.\n',
    ],
    [
      'numbers in <sup>',
      'Long,<sup>1</sup> fines<sup>2</sup> and all.<sup>3</sup>\n\nNotes\n\n<sup>1</sup> The union.\n\n<sup>2</sup> The firm.\n\n<sup>3</sup> The books.\n',
      'Convert all 3 notes to Pandoc footnotes',
      'Long,[^1] fines[^2] and all.[^3]\n\nNotes\n\n[^1]: The union.\n\n[^2]: The firm.\n\n[^3]: The books.\n',
    ],
    [
      'numbers in brackets, and links that a converter made',
      'Long,[1] fines[2] and all.[3]\n\n## Notes\n\n[1] The union.\n\n[2] The firm.\n\n[3] The books.\n',
      'Convert all 3 notes to Pandoc footnotes',
      'Long,[^1] fines[^2] and all.[^3]\n\n## Notes\n\n[^1]: The union.\n\n[^2]: The firm.\n\n[^3]: The books.\n',
    ],
    [
      'carets, with an exclamation in front',
      'Long!^1^ Fines^2^ and all.^3^\n\n## Notes\n\n^1^ The union.\n\n^2^ The firm.\n\n^3^ The books.\n',
      'Convert all 3 notes to Pandoc footnotes',
      'Long![^1] Fines[^2] and all.[^3]\n\n## Notes\n\n[^1]: The union.\n\n[^2]: The firm.\n\n[^3]: The books.\n',
    ],
  ];
  for (const [what, before, title, after] of conversions)
    it(`reads ${what}`, async function () {
      await checkAction(before, title, after);
      if (pandocVersion() === null) return skip(this, NO_PANDOC);
      const { text } = parseFixture(before)[0]!;
      const read = readWithPandoc(after)!;
      assert.deepEqual(read.literalMarkers, []);
      assert.ok(read.notes.length >= 3);
      for (const note of read.notes)
        assert.ok(
          text.replace(/[\s*]|\]\(x\)|\[/g, '').includes(note.replace(/[\s*]/g, '')),
          `“${note}” was in the text`,
        );
    });

  it('leaves a note that nothing calls, which Pandoc would drop', () =>
    checkAction(
      'Long,¹ fines² and all.³ More.⁵\n\n## Notes\n\n1. The union.\n2. The firm.\n3. The books.\n4. Idle.\n5. Last.\n',
      'Convert 4 of 5 notes to Pandoc footnotes',
      'Long,[^1] fines[^2] and all.[^3] More.[^5]\n\n## Notes\n\n[^1]: The union.\n[^2]: The firm.\n[^3]: The books.\n\n4. Idle.\n\n[^5]: Last.\n',
    ));

  it('converts a selection, markers and notes together', () =>
    checkAction(
      'Long,¹ ⟦selection|fines² and⟧ all.³\n\n## Notes\n\n1. The union.\n2. The firm.\n3. The books.\n',
      'Convert this note to a Pandoc footnote',
      'Long,¹ fines[^2] and all.³\n\n## Notes\n\n1. The union.\n\n[^2]: The firm.\n\n3. The books.\n',
    ));

  it('offers nothing away from notes', async () =>
    assert.deepEqual(
      await titlesIn(
        'L‸ong,¹ fines² and all.³\n\n## Notes\n\n1. The union.\n2. The firm.\n3. The books.\n',
        (kind) => kind.startsWith('refactor'),
      ),
      [],
    ));

  it('leaves markers within notes as they are', async () => {
    const after = await checkAction(
      'Long,¹ fines² and all.³\n\n## Notes\n\n1. The union, but see below.³\n2. The firm.\n3. The books.\n',
      'Convert all 3 notes to Pandoc footnotes',
    );
    assert.match(after, /see below\.³/);
  });
});
