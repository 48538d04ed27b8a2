import assert from 'node:assert/strict';
import { plainText } from '../../../server/src/facts/plain-text.ts';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

/** The citations of a text, each as `mode key |prefix|suffix|`, with what else is asked for. */
function cited(text: string): string[] {
  const short = { NormalCitation: 'normal', AuthorInText: 'author', SuppressAuthor: 'suppress' };
  return readFacts(parseTree(text)).citations.map(
    (one) =>
      `${short[one.mode]} ${one.key} |${plainText(text, one.prefixRange)}|${plainText(text, one.suffixRange)}|`,
  );
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['one in brackets', 'So [@ruskin1860].', ['normal ruskin1860 |||']],
  [
    'prefix, locator, several',
    '[see @a, pp. 3-5; also @b]',
    ['normal a |see|, pp.\u00a03-5|', 'normal b |also||'],
  ],
  [
    'a citation before a colon, which defines no link',
    '[@a]: x\n\n[see -@b, p. 3]: <y>\n\n[c@d]: x\n\n[@{e f}]: x\n\n[see @g; h]: x',
    ['normal a |||', 'suppress b |see|, p.\u00a03|'],
  ],
  ['the author left out', '[-@a, 12]', ['suppress a ||, 12|']],
  ['in the text', '@a says', ['author a |||']],
  ['in the text with a locator', '@a [p. 3] says', ['author a ||p.\u00a03|']],
  ['in the text, the author left out', 'so -@a', ['suppress a |||']],
  ['in the text with more works', '@a [p. 3; see @b]', ['author a ||p.\u00a03|', 'normal b |see||']],
  ['a key in braces', '@{odd/key, no}', []],
  [
    'a key in braces with anything but space',
    '[@{https://x.y/z?w=1}, p. 2]',
    ['normal https://x.y/z?w=1 ||, p.\u00a02|'],
  ],
  [
    'punctuation within a key',
    '@a.b:c/d, and @e. And @f;',
    ['author a.b:c/d |||', 'author e |||', 'author f |||'],
  ],
  [
    'digits and letters of any script',
    '[@2004a; @京都; @Žižek]',
    ['normal 2004a |||', 'normal 京都 |||', 'normal Žižek |||'],
  ],
  ['an address of electronic mail', 'write to me@example.org', []],
  ['escaped', '\\@a and \\@ref(fig)', []],
  ['in code', '`@a` and ``x ` @b``', []],
  ['in math', '$x_@y$ and $$[@z]$$', []],
  ['in a command of TeX', '\\emph{@a}', []],
  ['in a comment', '<!-- @a -->', []],
  ['in an address', '<https://x.y/@a> and [x](u@b)', []],
  ['in the words of a link', '[says @a](u)', ['author a |||']],
  ['before braces it is a span', '[@a]{.x}', ['author a |||']],
  ['a cross-reference of Quarto', '@fig-a [@tbl-b; @sec-c] @Eq-d', []],
  ['an example referred to', '(@ex) one\n\nAs @ex shows, @other.', ['author other |||']],
  ['words that are the label of a link', '@a [here]\n\n[here]: http://x.y', ['author a |||']],
  ['brackets and quotation marks in a suffix', '[@a, “b; c] d” [e] f]', ['normal a ||, "b; c] d" [e] f|']],
  ['over a line end', '[see\n@a, p.\n3]', ['normal a |see|, p. 3|']],
  ['over no blank line', '[see\n\n@a]', ['author a |||']],
];

describe('citations', () => {
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(cited(text), expected));

  it('have groups that rise, and know their note', () => {
    const { citations } = readFacts(parseTree('[@a; @b] @c ^[so @d]\n\n[^1]: @e\n\n    [@f]\n'));
    assert.deepEqual(
      citations.map(({ key, group, inNote }) => [key, group, inNote]),
      [
        ['a', 0, null],
        ['b', 0, null],
        ['c', 1, null],
        ['d', 2, ''],
        ['e', 3, '1'],
        ['f', 4, '1'],
      ],
    );
  });

  it('have ranges in the text, through quotations and lists', () => {
    const text = 'x\n\n> - so [see @a,\n>   p. 3; @b]\n';
    const { citations } = readFacts(parseTree(text));
    assert.deepEqual(
      citations.map(({ range, keyRange }) => [
        text.slice(range.from, range.to),
        text.slice(keyRange.from, keyRange.to),
      ]),
      [
        ['see @a,\n>   p. 3', 'a'],
        ['@b', 'b'],
      ],
    );
  });

  it('take an intent from in front of the key', () => {
    const text = '@disagreesWith:lee2011 [p. 3] and @other:lee2011, @obtains_background_from:lee2011';
    const { citations } = readFacts(parseTree(text));
    assert.deepEqual(
      citations.map(({ intent, key, keyRange }) => [intent, key, text.slice(keyRange.from, keyRange.to)]),
      [
        ['disagreesWith', 'lee2011', 'lee2011'],
        [null, 'other:lee2011', 'other:lee2011'],
        ['obtains_background_from', 'lee2011', 'lee2011'],
      ],
    );
  });

  const locators: readonly (readonly [string, string | null])[] = [
    [', p. 3', 'page 3'],
    [', pp. 33, 35-37, and nowhere else', 'page 33, 35-37'],
    [', 176', 'page 176'],
    [', para. 23', 'paragraph 23'],
    [', ¶ 23–25', 'paragraph 23–25'],
    [', §3', 'section 3'],
    [', chap. 2 and passim', 'chapter 2'],
    [', ch. 2 and passim', null],
    [' note 39.', 'note 39'],
    [', vol. IV', 'volume IV'],
    [', fols. 3r–4v', 'folio 3r–4v'],
    [' {chap. 2, fig. 3} and more', 'chapter 2, fig. 3'],
    [', as he says', null],
    [', see also', null],
    [', vivid', null],
  ];
  for (const [suffix, expected] of locators)
    it(`reads the locator of “@a${suffix}”`, () => {
      const text = `[@a${suffix}]`;
      const { locator } = readFacts(parseTree(text)).citations[0]!;
      assert.equal(locator && `${locator.label} ${locator.value}`, expected);
    });
});
