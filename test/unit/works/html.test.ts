import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/works/html.ts';
import { bytesOf, drawn, workOf } from './made-files.ts';

function check(html: string | Uint8Array, expected: string): void {
  const bytes = typeof html === 'string' ? bytesOf(html) : html;
  assert.equal(drawn(workOf(readHtml(bytes))), expected);
}

const WHOLE = 'The whole article stands here.'.repeat(20);

describe('the text of a saved page', () => {
  const cases: [string, string, string][] = [
    ['paragraphs and headings', '<h1>Ports</h1><p>One\n  two</p><p>three', 'Ports\n\nOne two\n\nthree'],
    ['lines and words in several elements', '<p>the p<b>or</b>t<br>was</p>', 'the port\nwas'],
    ['lists and tables', '<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><td>e</table>', 'a\nb\n\nc d\ne'],
    [
      'what stands in a component',
      '<x-a><template shadowrootmode="open"><p>a</p></template></x-a><template><p>b</p></template>',
      'a',
    ],
    ['what is no text', '<title>t</title><script>s</script><style>y</style><p>a<button>b</button></p>', 'a'],
    ['what is hidden', '<p>a<span hidden>b</span><span style="color:red;display: none">c</span></p>', 'a'],
    [
      'what is about the text',
      '<header>Site</header><nav>Menu</nav><main><header><h1>T</h1></header><p>a</p><footer>By B.</footer></main><aside>More</aside><footer>Contact</footer>',
      'T\n\na\n\nBy B.',
    ],
    ['the head that holds a title', '<header id="title-block-header"><h1>T</h1></header><p>a', 'T\n\na'],
    ['a box in an article', '<article><p>a</p><aside>box</aside><p>b</p></article>', 'a\n\nb\n‖box'],
    [
      'hyphens and spaces that nobody sees',
      '<p>Ha\u00adfen&shy;stadt a\u200bb&#8203;c</p>',
      'Hafenstadt abc',
    ],
    ['quotation marks of an element', '<p>he said <q>so</q>.</p>', 'he said “so”.'],
    ['ruby without its glosses', '<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京</p>', '東京'],
    [
      'powers, and not what has them',
      '<p><math><msup><mn>10</mn><mn>6</mn></msup><annotation>10^6</annotation></math></p>',
      '10⁶',
    ],
    ['a text within a form', `<form><input value="x"><p>the text</p></form>`, 'the text'],
  ];
  for (const [name, html, expected] of cases) it(name, () => check(html, expected));

  it('is read whole where nearly all of it looks like what is about it', () =>
    check(`<p>Close</p><div style="display:none"><p>${WHOLE}</p></div>`, `Close\n\n${WHOLE}`));
});

describe('the notes of a saved page', () => {
  const cases: [string, string, string][] = [
    [
      'of Pandoc',
      '<p>shut<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>A note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section><p>after</p>',
      'shut¹.\n\nafter\n‖A note.',
    ],
    ['of Word', '<p>shut<a href="#_ftn12" name="_ftnref12"><span>[12]</span></a>.</p>', 'shut¹².'],
    ['in the margin', '<p>shut <span class="sidenote">by whom?</span>and dry</p>', 'shut and dry\n‖by whom?'],
    [
      'in the foot that is left out',
      '<p>a</p><footer>Contact<div class="footnotes">n</div>Imprint</footer>',
      'a\n‖n',
    ],
    [
      'letters in brackets that lead to one',
      '<p>shut<sup><a href="#cite_note-a">[a]</a></sup>.</p>',
      'shut.',
    ],
    ['raised letters that are words', '<p>XIX<sup>e</sup> siècle, 4<sup>th</sup></p>', 'XIXe siècle, 4th'],
    ['several numbers', '<p>shut<sup>1, 2–4</sup></p>', 'shut¹,²–⁴'],
    ['a raised stretch that never ends', '<p>a<sup>b<p>c</p><p>d</p>', 'ab\n\nc\n\nd'],
  ];
  for (const [name, html, expected] of cases) it(name, () => check(html, expected));
});

describe('the printed pages of a saved page', () => {
  const cases: [string, string, string][] = [
    [
      'marks of EPUB',
      '<p>a<span epub:type="pagebreak" title="12"></span>b <span role="doc-pagebreak" aria-label="Page 13">13</span>c</p>',
      'a{12}b{13} c',
    ],
    [
      'numbers that are no words',
      '<p>a <span class="pagenum"><a id="Page_1">[Pg 1]</a></span>b <span class="pagenum">[Pg 2]</span>c <span class="pagenum">[Pg 3]</span>d</p>',
      'a{1} b{2} c{3} d',
    ],
    [
      'anchors without words',
      '<p>a<a name="page_7"></a>b<a name="page_8"></a>c<a name="page_9"></a>d</p>',
      'a{7}b{8}c{9}d',
    ],
    ['too few that look like it', '<p>a<a id="page_7"></a>b<a id="page_8"></a>c</p>', 'abc'],
    [
      'numbers that fall',
      '<p>a<span epub:type="pagebreak" title="12"/></span>b<span epub:type="pagebreak" title="11"></span>c</p>',
      'abc',
    ],
    ['written out', '<p>a [p. 4] b [p. 5] c [p. 6] d</p>', 'a {4}[p. 4] b {5}[p. 5] c {6}[p. 6] d'],
    [
      'Roman ones first',
      '<p>a<b role="doc-pagebreak" title="iv"></b>b<b role="doc-pagebreak" title="1"></b>c</p>',
      'a{iv}b{1}c',
    ],
    [
      'by which a site is leafed through',
      '<ul><li class="pagenum">1</li><li class="pagenum"><a href="?p=2">2</a></li><li class="pagenum"><a href="?p=3">3</a></li><li class="pagenum"><a href="?p=4">4</a></li></ul><p>a</p>',
      '2\n3\n4\n\na',
    ],
    [
      'that a converter counted',
      '<p>a<a id="page_001"></a>b<a id="page_002"></a>c<a id="page_003"></a>d</p>',
      'abcd',
    ],
    [
      'an anchor about a whole chapter',
      '<p>a</p><a name="page_7"><p>One paragraph of it, and a long one.</p></a><p>b',
      'a\n\nOne paragraph of it, and a long one.\n\nb',
    ],
  ];
  for (const [name, html, expected] of cases) it(name, () => check(html, expected));

  it('of notes gathered at the end are not told', () => {
    const page = (n: number): string => `<b role="doc-pagebreak" title="${n}"></b>`;
    check(
      `<p>a${page(1)}b<span class="sidenote">n</span>${page(2)}c</p><section role="doc-endnotes">m${page(3)}o</section>`,
      'a{1}b{2}c\n‖n\n\nm{3}o',
    );
  });
});

describe('the encoding of a saved page', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it('is what its mark says', () => {
    const units = Uint16Array.from('\ufeff<p>für 港</p>', (unit) => unit.charCodeAt(0));
    check(new Uint8Array(units.buffer), 'für 港');
    check(bytesOf('\ufeff<meta charset="latin1"><p>für'), 'für');
  });
  it('is Windows-1252 where it is no UTF-8', () => check(latin('<p>f\xfcr \x93so\x94'), 'für “so”'));
  it('is what it declares', () =>
    check(
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>\xd0\xcf\xd2\xd4'),
      'порт',
    ));
  it('is UTF-8 where that is sound, whatever it declares', () =>
    check('<meta charset="iso-8859-1"><p>für', 'für'));
  it('is UTF-8 though a character is cut', () =>
    check(Uint8Array.of(...bytesOf('<meta charset="utf-8"><p>für '), 0xe6), 'für \ufffd'));
  it('leaves images undecoded', () =>
    check(
      `<p>a<img src="data:image/png;base64,${'iVBOR/+0'.repeat(1000)}==">b, c;base64 d`,
      'ab, c;base64 d',
    ));
});

describe('a hostile page', () => {
  const statusOf = (html: string): string => readHtml(bytesOf(html)).status;
  it('of very many elements within each other', () =>
    assert.equal(statusOf('<b>'.repeat(200_000)), 'broken'));
  it('of very many elements that end what never began', () =>
    assert.equal(statusOf(`${'<i>'.repeat(900)}${'</b>'.repeat(100_000)}a`), 'read'));
  it('of very many that close themselves', () =>
    assert.equal(statusOf(`<?xml version="1.0"?><p>a${'<title/>'.repeat(60_000)}`), 'read'));
  it('with entities that grow', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><p>x &b;</p></html>`;
    assert.ok(workOf(readHtml(bytesOf(bomb))).text.length < 200);
  });
  it('without words', () => assert.equal(statusOf('<html><img src="a.png"></html>'), 'no-words'));
});
