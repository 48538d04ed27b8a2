/** Markers of notes that nothing defines, and what looks like them. */
import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

const only = { only: ['footnote-undefined'] };

describe('a marker without its note', () => {
  it('may end like a class of characters, and is none', () =>
    check('So it was.⟦footnote-undefined|[^note-1]⟧ So it was.[^a-z] So it was.[^0-9A-Z]\n', only));

  it('lacks a colon where a paragraph begins with its label, whatever stands in place of the colon', async () => {
    for (const instead of [' ', '. ', '; ', ' – ', ' - ', '：', ';', '\t']) {
      const [finding] = await check(
        `So it was.⟦footnote-undefined|[^n]⟧\n\n[^n]${instead}By the count of the union.\n`,
        only,
      );
      assert.match(finding!.message, /a colon is missing after its label/, JSON.stringify(instead));
    }
  });

  it('has none where words are glued to the label, though a semicolon follows them', async () => {
    for (const words of ['By;the count.', 'By：the count.']) {
      const found = await check(
        `So it was.⟦footnote-undefined|[^n]⟧\n\n⟦footnote-undefined|[^n]⟧${words}\n`,
        only,
      );
      for (const { message } of found) assert.doesNotMatch(message, /a colon is missing/);
    }
  });
});

describe('a raised number of a list of notes', () => {
  it('is not told where its chapter lacks many, however many another chapter has', () => {
    const raised = '¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ¹⁰ ¹¹ ¹²'.split(' ');
    const called = (count: number): string =>
      raised
        .slice(0, count)
        .map((sign) => `They wove.${sign}`)
        .join(' ');
    const noted = (count: number): string =>
      Array.from({ length: count }, (_, i) => `${i + 1}. Meyer, Dockers, p. ${i + 3}.`).join('\n');
    const chapter = (title: string, calls: string, notes: number): string =>
      `# ${title}\n\n${calls}\n\n## Notes\n\n${noted(notes)}\n\n`;
    return check(chapter('One', called(12), 12) + chapter('Two', called(5), 3), { only: ['note-undefined'] });
  });

  it('is told where its chapter lacks one', () =>
    check(
      `# One\n\nThey wove.¹ They wove.² They wove.³ They wove.⁴ They wove.⟦note-undefined|⁵⟧ They wove.⁶\n\n## Notes\n\n${[1, 2, 3, 4, 6].map((n) => `${n}. Meyer, Dockers, p. ${n}.`).join('\n')}\n`,
      { only: ['note-undefined'] },
    ));
});

describe('“ibid.” that may mean several works', () => {
  const text = (before: string, ...after: string[]): string =>
    `The dockers won.¹ The owners paid.²${after.length > 1 ? ' So it was.³' : ''}\n\nNOTES\n\n1. ${before}\n${after.map((note, i) => `${i + 2}. ${note}`).join('\n')}\n`;
  const two = (joint: string): string =>
    `Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4${joint} Carl Adler, *Owners*, Bremen, Weser, 2014, p. 8.`;

  it('is told where a semicolon parts them', () =>
    check(text(two(';'), '⟦ibid-ambiguous|Ibid.⟧, p. 9.'), { only: ['ibid-ambiguous'] }).then(
      () => undefined,
    ));

  it('is not told where a full stop does, since the second may be of the first', () =>
    check(text(two('.'), 'Ibid., p. 9.'), { only: ['ibid-ambiguous'] }).then(() => undefined));

  it('is told once: the next that goes back to it is settled with it', () =>
    check(text(two(';'), '⟦ibid-ambiguous|Ibid.⟧, p. 9.', 'Ibid., p. 12.'), {
      only: ['ibid-ambiguous'],
    }).then(() => undefined));
});

describe('a page alone that may be of several works', () => {
  it('is not told of as an ambiguous reference: the work cited before is', () =>
    check(
      `It was so (Dyer, 1990). Weaver saw it otherwise (p. 5).

References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Weaver AB (2009) *A History of Felt*. Leiden: Burrow.
- Dyer C (1990) Dyes. Leiden: Burrow.
`,
      { only: ['reference-ambiguous'] },
    ).then(() => undefined));
});

describe('an attribute that is nearly one of ours', () => {
  it('is told of on a span with two of our classes, by what either has', () =>
    check(
      '[It won]{.claim .quote ⟦attribute-unknown|abuot⟧="guild" ⟦attribute-unknown|form⟧="@meyer2011"}\n',
      {
        only: ['attribute-unknown'],
      },
    ).then(() => undefined));
});

describe('a bibliography by a pattern that is none', () => {
  it('is told of once, in words of its own', async () => {
    const [finding, ...others] = await check(
      '//- notes.md\n---\nbibliography: "⟦bibliography-unreadable|works/@(a)*.bib⟧"\n---\n\nDockers [@meyer2011].\n',
      { only: ['bibliography-unreadable'] },
    );
    assert.deepEqual(others, []);
    assert.doesNotMatch(finding!.message, /There is no/);
  });
});
