import assert from 'node:assert/strict';
import { cslToMarkdown, cslToPlainText } from '../../../server/src/bibliography/csl-markdown.ts';

describe('CSL’s light HTML as Markdown', () => {
  for (const [html, markdown] of [
    ['a <i>b</i> c', 'a *b* c'],
    ['a <em>b</em> c', 'a *b* c'],
    ['a <b>b</b> c', 'a **b** c'],
    ['a <strong>b</strong> c', 'a **b** c'],
    ['a <i>b <b>c</b></i> d', 'a *b* ***c*** d'],
    ['a <I>b</I> c', 'a *b* c'],
    // italics within italics stand upright
    ['<i>a <i>b</i> c</i>', '*a* b *c*'],
    ['<b>a <b>b</b> c</b>', '**a** b **c**'],
    ['<i>a <span style="font-style:normal;">b</span> c</i>', '*a* b *c*'],
    ['a <span style="font-style: italic">b</span> c', 'a *b* c'],
    ['<i>a <span style="font-style: italic">b</span> c</i>', '*a b c*'],
    ['<b>a <span style="font-weight: normal">b</span> c</b>', '**a** b **c**'],
    ['<b>a <span class="nocase">b</span> c</b>', '**a b c**'],
    // other tags go, and lines part words
    ['a<sup>2</sup> <sc>b</sc> <a href="x">c</a>', 'a2 b c'],
    ['<div class="l">1.</div><div class="r">A book</div>', '1\\. A book'],
    ['a<div>b</div>c', 'a b c'],
    ['a <br/> b <u>c</u>', 'a \\<br/> b \\<u>c\\</u>'],
    // what closes nothing, or is never closed
    ['a</i> <i>b', 'a *b*'],
    ['<i>a</b> b</i> c', '*a b* c'],
    ['<i>a <b>b</i> c', '*a* ***b*** c'],
    ['<i>a</i><i>b</i>', '*ab*'],
    ['<i> a </i>b', '*a* b'],
    ['a<i>b</i>c', 'a*b*c'],
    ['a<i>(b)</i>c', 'a(b)c'],
    ['a <i>(b)</i> c', 'a *(b)* c'],
    ['a<i>(b</i> c', 'a(b c'],
    ['a <i>b)</i>c', 'a b)c'],
    ['a <i></i> b', 'a b'],
    ['*<i>b</i>', '\\*b'],
    // what means nothing apart may open a list together
    ['1<i>.</i> A book', '1\\. A book'],
    // entities, of which only those of HTML are known
    ['a &amp; b &lt;c&gt; &quot;d&quot;&nbsp;e', 'a & b \\<c> "d" e'],
    ['&#228;&#xe4;&#xE4; &#0; &#xd800; &#x110000;', 'äää \uFFFD \uFFFD \uFFFD'],
    ['&eacute; &unknown;', '&eacute; &unknown;'],
  ] as const)
    it(html, () => {
      const escaped = cslToMarkdown(html, 'entities');
      assert.equal(escaped.replace(/\\([&";>])/g, '$1'), markdown);
    });

  it('as plain text keeps the words alone', () => {
    assert.equal(cslToPlainText('a <i>b <b>c</b></i>\n <div>d</div>&amp;', 'entities'), 'a b c d &');
  });

  it('leaves an ampersand as it is in what files hold', () => {
    assert.equal(cslToPlainText('A &amp; B <i>C</i>', 'plain'), 'A &amp; B C');
    assert.equal(cslToPlainText('A &amp; B <i>C</i>', 'entities'), 'A & B C');
  });
});
