import assert from 'node:assert/strict';
import { readEpub } from '../../../server/src/works/epub.ts';
import { ZIP_LIMITS } from '../../../server/src/works/zip.ts';
import { bytesOf, drawn, nested, epub, workOf, xhtml, zipped } from './made-files.ts';

function check(file: Uint8Array, expected: string): void {
  assert.equal(drawn(workOf(readEpub(file))), expected);
}

function statusOf(file: Uint8Array): string {
  return readEpub(file).status;
}

describe('the text of an EPUB', () => {
  it('is that of its chapters in their order', () =>
    check(epub({ chapters: ['<p>a&nbsp;b</p>', '<p>c</p>'] }), 'a b\n\nc'));
  it('has its notes last', () =>
    check(
      epub({
        chapters: [
          '<p>shut<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1">A note.</aside>',
          '<p>c</p>',
        ],
      }),
      'shut¹\n\nc\n‖A note.',
    ));
  it('has the pages that its navigation lists', () =>
    check(
      epub({
        chapters: ['<p>a<span id="p2"/>b</p>', '<p id="p4">c</p>'],
        nav: '<nav epub:type="toc"><ol><li><a href="text/c%200.xhtml">9</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="text/c%200.xhtml">1</a></li><li><a href="text/c%200.xhtml#p2">2</a></li><li><a href="text/c%201.xhtml#p4">4</a></li></ol></nav>',
      }),
      '{1}a{2}b{4}\n\nc',
    ));
  it('has the pages that the navigation of EPUB 2 lists', () =>
    check(
      epub({
        chapters: ['<p>a<a id="x"/>b</p>'],
        ncx: '<ncx><pageList><pageTarget type="normal" value="17"><navLabel><text>17</text></navLabel><content src="text/c%200.xhtml#x"/></pageTarget></pageList></ncx>',
      }),
      'a{17}b',
    ));
});

describe('an EPUB that cannot be read', () => {
  const one = { chapters: ['<p>a</p>'] };
  const encrypted = (algorithm: string, path: string): string =>
    `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`;

  it('whose text is encrypted', () =>
    assert.equal(
      statusOf(
        epub({
          ...one,
          encryption: encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/text/c%200.xhtml'),
        }),
      ),
      'password',
    ));
  it('is not one whose fonts are', () =>
    assert.equal(
      statusOf(
        epub({
          ...one,
          encryption: encrypted('http://www.idpf.org/2008/embedding', 'OEBPS/text/c%200.xhtml'),
        }),
      ),
      'read',
    ));
  it('without a container, a package, a spine, a part', () => {
    const damages: Readonly<Record<string, string>>[] = [
      { 'META-INF/container.xml': '' },
      { 'META-INF/container.xml': '<container><rootfile full-path="none.opf"/></container>' },
      { 'OEBPS/content.opf': '<package/>' },
      {
        'OEBPS/content.opf':
          '<package><item id="a" href="none.xhtml" media-type="text/html"/><itemref idref="a"/></package>',
      },
    ];
    for (const more of damages) assert.equal(statusOf(epub({ ...one, more })), 'broken');
  });
  it('that leads out of the archive', () => {
    for (const href of [
      '../../../../etc/passwd.html',
      'file:///etc/passwd.html',
      'https://example.org/a.html',
      '//example.org/a.html',
      '..%2f..%2f..%2fetc/a.html',
      '..\\..\\..\\a.html',
    ])
      assert.equal(
        statusOf(
          epub({
            ...one,
            more: {
              'OEBPS/content.opf': `<package><item id="a" href="${href}" media-type="text/html"/><itemref idref="a"/></package>`,
              '../../../../etc/passwd.html': xhtml('<p>secret</p>'),
            },
          }),
        ),
        'broken',
        href,
      );
  });
  it('that is cut short, or damaged, at any place', () => {
    const whole = epub({ chapters: ['<p>The port was shut in winter, and open in spring.</p>'.repeat(30)] });
    const text = workOf(readEpub(whole)).text;
    for (let at = 0; at < whole.length; at += 13) {
      assert.equal(statusOf(whole.slice(0, at)), 'broken', `cut at ${at}`);
      const damaged = whole.slice();
      damaged[at]! ^= 0x41;
      const reading = readEpub(damaged);
      if (reading.status === 'read') assert.equal(reading.work.text, text, `damaged at ${at}`);
    }
  });
  it('that grows without end', () => {
    const bomb = epub({ ...one, more: { 'OEBPS/text/c 0.xhtml': xhtml('a'.repeat(30_000_000)) } });
    assert.ok(bomb.length < 100_000);
    assert.equal(statusOf(bomb), 'large');
  });
  it('that says it is smaller than it is', () => {
    const bomb = epub({ ...one, more: { 'OEBPS/text/c 0.xhtml': xhtml('a'.repeat(3_000_000)) } });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1000, true);
    assert.equal(statusOf(bomb), 'large');
  });
  it('of more, or larger, parts than are read', () => {
    const file = epub({ chapters: ['<p>a</p>', '<p>b</p>'] });
    assert.equal(readEpub(file, { ...ZIP_LIMITS, entries: 3 }).status, 'large');
    assert.equal(readEpub(file, { ...ZIP_LIMITS, perEntry: 100 }).status, 'large');
    assert.equal(readEpub(file, { ...ZIP_LIMITS, inflated: 500 }).status, 'large');
  });
  it('of elements deep within each other', () => {
    assert.equal(statusOf(epub({ chapters: [nested('b', 50_000)] })), 'broken');
    assert.equal(statusOf(epub({ ...one, more: { 'OEBPS/content.opf': nested('a', 50_000) } })), 'broken');
  });
  it('that is none', () => {
    for (const file of [
      new Uint8Array(),
      bytesOf('PK\u0003\u0004'),
      bytesOf('no archive'),
      zipped({ a: 'b' }),
    ])
      assert.equal(statusOf(file), 'broken');
  });
});
