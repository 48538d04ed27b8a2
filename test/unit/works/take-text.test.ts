import assert from 'node:assert/strict';
import type { WorkText } from '../../../server/src/works/model.ts';
import { readDocx } from '../../../server/src/works/docx.ts';
import { readHtml } from '../../../server/src/works/html.ts';
import { fileNameOf, takenText } from '../../../server/src/works/take-text.ts';
import { bytesOf, docx, workOf } from './made-files.ts';

/** A text of pages, each with its folio, and what stands at their feet. */
function work(pages: readonly (readonly [folio: string | null, body: string, notes?: string])[]): WorkText {
  const sheets: { from: number; to: number; index: number }[] = [];
  let text = '';
  const add = (part: string, index: number) => {
    sheets.push({ from: text.length, to: text.length + part.length + 1, index });
    text += `${part}\n`;
  };
  pages.forEach(([, body], index) => add(body, index));
  const notesFrom = text.length;
  pages.forEach(([, , notes], index) => notes !== undefined && add(notes, index));
  return { format: 'pdf', text, quality: 'set', sheets, folios: pages.map(([folio]) => folio), notesFrom };
}

const body = (text: WorkText): string =>
  takenText(text, { key: 'meyer2011', file: 'meyer.pdf' }).replace(/^---[^]*?---\n\n/, '');

describe('a text that is taken into the workspace', () => {
  it('says whose text it is', () => {
    assert.match(
      takenText(work([[null, 'Words.']]), { key: 'meyer2011', file: 'a "b".pdf' }),
      /^---\nsource: "meyer2011"\n# Taken from the file "a \\"b\\"\.pdf"\.\n---\n\nWords\.\n$/,
    );
    assert.doesNotMatch(takenText(work([[null, 'Words.']]), { key: null, file: 'a.pdf' }), /source:/);
  });

  it('has its pages marked, and sentences whole that run over them', () => {
    assert.equal(
      body(
        work([
          ['7', 'The gangs were hired\nat the gate each'],
          ['8', 'morning. So they\nsay.\n\nAnd more.'],
        ]),
      ),
      '[p. 7] The gangs were hired at the gate each [p. 8] morning. So they say.\n\nAnd more.\n',
    );
    assert.equal(body(work([['xii', 'A preface.']])), '[p. xii] A preface.\n');
    assert.equal(body(work([['A-7', 'A preface.']])), 'A preface.\n');
  });

  it('has words whole that were divided, and keeps hyphens of their own', () => {
    assert.equal(
      body(
        work([
          [
            null,
            'The dock-\nworkers of a well-known port, a well-\nknown one: Ein-\nund Ausfuhr, mid-\nEuropean.',
          ],
        ]),
      ),
      'The dockworkers of a well-known port, a well-known one: Ein- und Ausfuhr, mid- European.\n',
    );
  });

  it('leaves nothing out that stands on no page', () => {
    const all = 'A title\n\nOn page seven.\nBetween.\nNotes of a web page\n';
    const text: WorkText = {
      ...work([]),
      format: 'html',
      text: all,
      notesFrom: all.indexOf('Notes'),
      folios: ['7'],
      sheets: [{ from: 9, to: 24, index: 0 }],
    };
    assert.equal(body(text), 'A title\n\n[p. 7] On page seven.\n\nBetween.\n\nNotes of a web page\n');
    assert.equal(
      body({ ...text, sheets: [], folios: [] }),
      'A title\n\nOn page seven. Between.\n\nNotes of a web page\n',
    );
  });

  it('has as notes what one marker on the page tells of, and the rest as it stands', () => {
    assert.equal(
      body(
        work([
          ['7', 'So they said.¹ They did not.²', '1 See the rolls.\nThey are kept.\n2 Not so.\n3 Of nobody.'],
        ]),
      ),
      '[p. 7] So they said.[^1-1] They did not.[^1-2]\n\n[^1-1]: See the rolls. They are kept.\n\n[^1-2]: Not so. 3 Of nobody.\n',
    );
    assert.equal(
      body(work([['7', 'So they said.¹ They did not.¹', '1 See the rolls.']])),
      '[p. 7] So they said.¹ They did not.¹\n\n1 See the rolls.\n',
    );
  });

  it('holds nothing that would be markup', () => {
    assert.equal(
      body(
        work([[null, '# not a heading *nor* [this] @key $x$\n\n- no list\n\n1. nor this\n\n(a) nor that']]),
      ),
      '\\# not a heading \\*nor\\* \\[this\\] \\@key \\$x\\$\n\n\\- no list\n\n1\\. nor this\n\n(a\\) nor that\n',
    );
  });

  it('keeps headings and emphasis of a page of the web', () => {
    const html = `<h1>The Gate</h1><p>So <em>nobody</em> <i>knew</i>, <b>they <em>say</em></b>; un<strong>heard</strong>of.
<p><em>- no list</em><h2 id="x">1. The <em>Quay</em></h2><p><cite>Ports*</cite><h2><b>Strong</b></h2><p>and <em></em>so on`;
    assert.equal(
      body(workOf(readHtml(bytesOf(html)))),
      '# The Gate\n\nSo *nobody knew*, **they say**; un**heard**of.\n\n*- no list*\n\n## 1. The *Quay*\n\n*Ports\\**\n\n## Strong\n\nand so on\n',
    );
  });

  it('keeps them beside pages and notes', () => {
    const html = `<article><p>One <em>word<h2><a role="doc-pagebreak" aria-label="7"></a>A head</h2><p>Shut<sup>1</sup> <em>up</em>
<a role="doc-pagebreak" aria-label="8"></a><em>down</em>.</p><aside>A <b>box</b></aside></article>`;
    assert.equal(
      body(workOf(readHtml(bytesOf(html)))),
      'One word\n\n## [p. 7] A head\n\nShut¹ *up [p. 8] down*.\n\nA **box**\n',
    );
  });

  it('keeps those of a DOCX', () => {
    const run = (words: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const paragraph = (style: string, ...runs: string[]) =>
      `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs.join('')}</w:p>`;
    const text =
      paragraph('Title', run('Ports')) +
      paragraph('berschrift2', run('Das Tor', '<w:b/>')) +
      paragraph(
        'BodyText',
        run('nobody '),
        run('kn', '<w:i/>'),
        run('ew', '<w:i/>'),
        run(' at ', '<w:i w:val="0"/>'),
        run('dawn', '<w:rStyle w:val="Strong"/>'),
      );
    assert.equal(body(workOf(readDocx(docx(text)))), '# Ports\n\n## Das Tor\n\nnobody *knew* at **dawn**\n');
  });

  it('is called by the citekey, as far as that is safe', () => {
    assert.equal(fileNameOf('meyer2011'), 'meyer2011.md');
    assert.equal(fileNameOf('../../etc/passwd'), 'etc-passwd.md');
    assert.equal(fileNameOf('DBLP:conf/x'), 'DBLP-conf-x.md');
    assert.equal(fileNameOf('con'), 'text-con.md');
    assert.equal(fileNameOf('///'), 'text-.md');
  });
});
