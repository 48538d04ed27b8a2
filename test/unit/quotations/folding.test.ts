import assert from 'node:assert/strict';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';

/** What is left of a text once all that quoting may change is taken out; the last sign parts it from what follows. */
function keyOf(text: string): string {
  const { key } = prepareSource(text, []).folded;
  assert.ok(key.endsWith('\n'));
  return key.slice(0, -1);
}

describe('what quoting may change', () => {
  for (const [text, key] of [
    // quotation marks, of whatever form
    ['He said “no” and “yes”.', "he said 'no' and 'yes'."],
    ["the dockers' strike, rock ’n’ roll", "the dockers' strike, rock 'n' roll"],
    ["``no'' said", "'no' said"],
    ['« no »', "'no'"],
    ['„no“ »no«', "'no' 'no'"],
    // dashes, and hyphens within and between lines
    ['a — b–c, d - e -- f --- g', 'abc, defg'],
    ['a—\nb', 'ab'],
    ['say ‘no’ — now', "say 'no'now"],
    // Arabic letters in the forms that files have them in, and the marks of direction around them
    ['\u202b\ufee3\ufb56\ufefb\u202c', '\u0645\u067e\u0644\u0627'],
    // half-width kana, punctuation, Hangul and signs
    ['ｶﾀｶﾅ ﾄ ｶﾅ ｡ ﾡﾢ ￥', 'ｶﾀｶﾅﾄｶﾅ｡ﾡﾢ￥'],
    ['well-known co‐op non‑stop', 'wellknown coop nonstop'],
    ['well-\nknown', 'wellknown'],
    ['well\u00ad\nknown we\u00adll', 'wellknown well'],
    // ellipses, of three dots or more
    ['it... was … it . . . was', 'it…was…it…was'],
    ['it.... was', 'it…was'],
    ['it. . was', 'it.. was'],
    ['it.. was', 'it.. was'],
    // white space
    ['a  b\n c\u00a0d\u200be\\\nf', 'a b c de f'],
    ['3.5 % of 1,000', '3.5% of 1,000'],
    ['term\n: definition', 'term: definition'],
    // case, width, ligatures, accents put together
    ['ﬁne oﬃce ſo', 'fine office so'],
    ['ＡＢ１ １２', 'ab1 12'],
    ['e\u0301t\u00e9 x\u0304y', '\u00e9t\u00e9 x\u0304y'],
    ['ŒUVRE Æ ß', 'oeuvre ae ss'],
    // numbers set low, and what is set high
    ['H₂O and 10⁻³ of β₁', 'h2o and 10 of β1'],
    // scripts without spaces
    ['工会 是 桥梁', '工会是桥梁'],
    ['工会，是。', '工会,是.'],
    // markup
    ['*the* **men** _came_ ~~gone~~', 'the men came gone'],
    ['[the men](http://x.example) [came]{.x}', 'the men came'],
    ['a[^1] b', 'a b'],
    ['a[^note-12] b', 'a b'],
    ['# The head\n\nText', 'the head text'],
    ['- one\n- two\n* three\n+ four\n• five', 'one two three four five'],
    ['- one\n\n  goes on\n- two', 'one goes on two'],
    ['- one\n\n\tgoes on\n- two', 'one goes on two'],
    ['- one\n\n- two goes on\n- three', 'one two goes on three'],
    ['* one\n\n* two goes on\n* three', 'one two goes on three'],
    ['+ one\n\n+ two goes on\n+ three', 'one two goes on three'],
    ['- one\n\nIt goes on\n- two', 'one it goes ontwo'],
    ['- not - at', 'notat'],
    ['One.\n\nIt fell\n- and how', 'one. it felland how'],
    ['- one\n\n- two\n- three\n\nIt fell\n- and how', 'one two three it felland how'],
    ['> quoted\n> words', 'quoted words'],
    ['::: note\nText\n:::', 'text'],
    ['<b>the</b> men<!-- x --> came', 'the men came'],
    ['a\\*b\\_c', 'a*b_c'],
    ['a\\b c\\ d', 'a\\b c\\ d'],
    ['a_b 1_2', 'a_b 1_2'],
    ['a_z z_a A_Z 0_9 é_ö', 'a_z z_a a_z 0_9 é_ö'],
    ['_a z_ {_b} 9_', 'a z {b} 9'],
    ['un*believ*able H*2*O', 'unbelievable h2o'],
    ['the end\\', 'the end'],
    ['a\u202ab\u202ec \u2066d\u2069 \u200ee\u200f \u2060f †g‡', 'abc d e f g'],
    ['Tom &amp; Jerry &#x41;&#66;&#0;', 'tom & jerry ab&#0;'],
    ['a &#8212; b &ldquo;c&rdquo;', "ab 'c'"],
    // what is none of that
    ['####### seven', '####### seven'],
    ['#no head', '#no head'],
    ['a/b $x$ 1. one', 'a/b $x$ 1. one'],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(keyOf(text), key));

  it('a raised number in tags is left out with them', () => {
    const text = 'The men<sup>12</sup> came <b>late</b>.';
    const opaque = [...text.matchAll(/<[^>]+>/g)].map(({ 0: tag, index }) => ({
      from: index,
      to: index + tag.length,
    }));
    assert.equal(prepareSource(text, opaque).folded.key, 'the men came late.\n');
  });

  it('leads from each sign of the key back to the text', () => {
    const text = '“The *men*,” she said — twice — “came… co-operating”.';
    const { key, keyStarts, sourceStarts } = prepareSource(text, []).folded;
    const at = (place: number): number => {
      let run = keyStarts.length - 1;
      while (keyStarts[run]! > place) run--;
      return sourceStarts[run]! + place - keyStarts[run]!;
    };
    for (const word of ['the', 'men', 'she', 'twice', 'came', 'operating'])
      assert.equal(
        text
          .slice(at(key.indexOf(word)))
          .slice(0, word.length)
          .toLowerCase(),
        word,
      );
  });
});
