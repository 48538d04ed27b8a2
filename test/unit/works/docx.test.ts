import assert from 'node:assert/strict';
import { readDocx } from '../../../server/src/works/docx.ts';
import { bytesOf, docx, drawn, nested, office, workOf, zipped } from './made-files.ts';

const t = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;

describe('the text of a DOCX', () => {
  const cases: [string, string, string][] = [
    ['paragraphs of several runs', p(t('The po'), t('rt &amp; ')) + p(t('was')), 'The port &\n\nwas'],
    [
      'tabs, breaks and hyphens',
      p(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>',
      ),
      'a b\nc\u2011de',
    ],
    [
      'as its changes leave it',
      p(
        t('a'),
        `<w:ins>${t('b')}</w:ins>`,
        `<w:del><w:r><w:delText>c</w:delText></w:r></w:del>`,
        `<w:moveFrom>${t('d')}</w:moveFrom>`,
        `<w:moveTo>${t('e')}</w:moveTo>`,
      ),
      'abe',
    ],
    [
      'without the instructions of fields',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>ADDIN ZOTERO</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>',
        t('(A 1990)'),
      ),
      '(A 1990)',
    ],
    [
      'without what is hidden',
      p(
        t('a'),
        t('b', '<w:vanish/>'),
        t('c', '<w:vanish w:val="0"/>'),
        t('d', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      ),
      'acd',
    ],
    [
      'tables in their place',
      `${p(t('a'))}<w:tbl><w:tr><w:tc>${p(t('b'))}</w:tc><w:tc>${p(t('c'))}</w:tc></w:tr></w:tbl>${p(t('d'))}`,
      'a\n\nb\n\nc\n\nd',
    ],
    [
      'a box after the paragraph that it hangs on, once',
      p(
        t('a '),
        `<w:r><mc:AlternateContent><mc:Choice>${box(p(t('x')) + p(t('y', '<w:b/>')))}</mc:Choice><mc:Fallback>${box(p(t('x')))}</mc:Fallback></mc:AlternateContent></w:r>`,
        t('b'),
      ),
      'a b\n\nx\n\ny',
    ],
    ['no page where the last printer broke one', p('<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>'), 'a'],
    [
      'a large first letter with its word',
      p('<w:pPr><w:framePr w:dropCap="drop"/></w:pPr>', t('T')) + p(t('he port')),
      'The port',
    ],
    [
      'powers',
      p(
        '<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>',
      ),
      '10⁶',
    ],
    [
      'raised numbers',
      p(
        t('shut.'),
        t('12', '<w:vertAlign w:val="superscript"/>'),
        t(' XIX'),
        t('e', '<w:vertAlign w:val="superscript"/>'),
      ),
      'shut.¹² XIXe',
    ],
  ];
  for (const [name, body, expected] of cases)
    it(name, () => assert.equal(drawn(workOf(readDocx(docx(body)))), expected));

  const notes = {
    'word/footnotes.xml': office(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${p(t('—'))}</w:footnote><w:footnote w:id="7">${p('<w:r><w:footnoteRef/></w:r>', t('second'))}</w:footnote><w:footnote w:id="3">${p(t('first'))}${p(t('goes on'))}</w:footnote>`,
    ),
    'word/endnotes.xml': office('endnotes', `<w:endnote w:id="3">${p(t('end'))}</w:endnote>`),
  };
  it('has its notes last, in the order of their marks', () =>
    assert.equal(
      drawn(
        workOf(
          readDocx(
            docx(
              p(
                t('a'),
                '<w:r><w:footnoteReference w:id="3"/></w:r>',
                t('b'),
                '<w:r><w:footnoteReference w:id="7"/></w:r>',
                '<w:r><w:endnoteReference w:id="3"/></w:r>',
              ),
              notes,
            ),
          ),
        ),
      ),
      'a¹b²¹\n‖¹first\n\ngoes on\n\n²second\n\n¹end',
    ));
  it('is the same under other prefixes', () => {
    const file = zipped({
      'word/document.xml': `<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body>${p(t('a'), t('b', '<w:vanish w:val="1"/>')).replaceAll('w:', 'ns0:')}</ns0:body></ns0:document>`,
    });
    assert.equal(drawn(workOf(readDocx(file))), 'a');
  });
  it('is the part that its relations name', () =>
    assert.equal(
      drawn(
        workOf(
          readDocx(
            zipped({
              '_rels/.rels':
                '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>',
              'word/document2.xml': office('document', p(t('a'))),
            }),
          ),
        ),
      ),
      'a',
    ));
});

describe('a DOCX that cannot be read', () => {
  const statusOf = (file: Uint8Array): string => readDocx(file).status;
  it('without its text', () =>
    assert.equal(statusOf(zipped({ '[Content_Types].xml': '<Types/>' })), 'broken'));
  it('whose text lies outside', () =>
    assert.equal(
      statusOf(
        zipped({
          '_rels/.rels':
            '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>',
        }),
      ),
      'broken',
    ));
  it('that is no XML', () => assert.equal(statusOf(docx('<w:p>')), 'broken'));
  it('with entities of its own', () =>
    assert.equal(
      statusOf(
        zipped({
          'word/document.xml': `<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document>${p(t('&b;'))}</w:document>`,
        }),
      ),
      'broken',
    ));
  it('of very many elements within each other', () =>
    assert.equal(statusOf(docx(nested('w:sdt', 50_000))), 'broken'));
  it('of boxes within boxes', () =>
    assert.equal(
      statusOf(docx('<w:p><w:txbxContent>'.repeat(100) + '</w:txbxContent></w:p>'.repeat(100))),
      'broken',
    ));
  it('that grows without end', () => assert.equal(statusOf(docx(p(t('a'.repeat(60_000_000))))), 'large'));
  it('that is encrypted', () =>
    assert.equal(statusOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), 'password'));
  it('that is empty', () => assert.equal(statusOf(docx('')), 'no-words'));
  it('that is none', () => assert.equal(statusOf(bytesOf('text')), 'broken'));
});
