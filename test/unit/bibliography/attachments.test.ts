import assert from 'node:assert/strict';
import { attachmentsOf, readFileField } from '../../../server/src/bibliography/attachments.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';

/** Each as its program writes it, and the paths that are meant. */
const FIELDS: readonly (readonly [program: string, field: string, paths: readonly string[]])[] = [
  ['a plain path', 'papers/lee 2011.pdf', ['papers/lee 2011.pdf']],
  [
    'Zotero',
    'Full Text PDF:files/12/Lee - 2011 - Ships.pdf:application/pdf',
    ['files/12/Lee - 2011 - Ships.pdf'],
  ],
  [
    'Zotero, with a snapshot',
    'PDF:files/12/a.pdf:application/pdf;Snapshot:files/13/index.html:text/html',
    ['files/12/a.pdf', 'files/13/index.html'],
  ],
  [
    'Better BibTeX',
    '/home/ada/Zotero/storage/ABCD1234/Lee.pdf',
    ['/home/ada/Zotero/storage/ABCD1234/Lee.pdf'],
  ],
  ['Better BibTeX, several', '/home/ada/a.pdf;/home/ada/b\\;c.pdf', ['/home/ada/a.pdf', '/home/ada/b;c.pdf']],
  [
    'Better BibTeX, Windows',
    'C:\\Users\\Ada\\Zotero\\storage\\X\\Lee.pdf',
    ['C:/Users/Ada/Zotero/storage/X/Lee.pdf'],
  ],
  ['Zotero, Windows', 'PDF:C\\:\\\\Users\\\\Ada\\\\a.pdf:application/pdf', ['C:/Users/Ada/a.pdf']],
  ['JabRef', ':lee2011.pdf:PDF', ['lee2011.pdf']],
  ['JabRef, with blanks', ':lee2011.pdf: PDF ', ['lee2011.pdf']],
  ['JabRef, without its type', ':lee2011.pdf: ', ['lee2011.pdf']],
  ['JabRef, described', 'Main text:sub/lee2011.pdf:PDF', ['sub/lee2011.pdf']],
  ['JabRef, a colon in a name', ':lee\\: ships.pdf:PDF', ['lee: ships.pdf']],
  ['Mendeley', ':home/ada/papers/lee.pdf:pdf', ['/home/ada/papers/lee.pdf']],
  ['Mendeley, Windows', ':C$\\backslash$:/Users/Ada/lee.pdf:pdf', ['C:/Users/Ada/lee.pdf']],
  [
    'Citavi',
    'Lee 2011 - Ships:Attachments/Lee 2011 - Ships.pdf:application/pdf',
    ['Attachments/Lee 2011 - Ships.pdf'],
  ],
  ['an underscore in LaTeX', 'papers/lee\\_2011.pdf', ['papers/lee_2011.pdf']],
  ['braces about a sign', 'papers/{\\&}co.pdf', ['papers/&co.pdf']],
  [
    'Citavi, a colon in a name',
    'art 10:Attachments/art:10.1007/s11211.pdf:application/pdf',
    ['Attachments/art:10.1007/s11211.pdf'],
  ],
  [
    'Citavi, an underscore',
    'Over{\\_}there:Attachments/Over{\\_}there.pdf:application/pdf',
    ['Attachments/Over_there.pdf'],
  ],
  ['Citavi, Windows', 'Test:Q\\:\\\\some\\\\test.pdf:pdf', ['Q:/some/test.pdf']],
  [
    'Mendeley, letters in LaTeX',
    ":home/ada/Tr{\\'{e}}panier, Su{\\~{n}}{\\'{e}}, K\\'{e}fi, Endre{\\ss}, {\\O}stby, veloc{\\c{c}}a.pdf:pdf",
    ['/home/ada/Trépanier, Suñé, Kéfi, Endreß, Østby, velocça.pdf'],
  ],
  [
    'Mendeley, every sign',
    ":C$\\backslash$:/some/path/,.;'[]`-=\\~{}!@\\#\\$\\%\\^{}\\&()\\_+.pdf:pdf".replace('.;', '.\\;'),
    ["C:/some/path/,.;'[]`-=~!@#$%^&()_+.pdf"],
  ],
  [
    'Mendeley, a line that was broken',
    ':home/ada/Bell et al. -\n   2004.pdf:pdf',
    ['/home/ada/Bell et al. - 2004.pdf'],
  ],
  [
    'Zotero, Windows unescaped',
    'Test:E:\\some\\_folder\\test2.pdf:application/pdf',
    ['E:/some/_folder/test2.pdf'],
  ],
  [
    'Better BibTeX, Windows escaped, several',
    'C\\:\\\\Users\\\\a.pdf;C\\:\\\\Users\\\\b.html',
    ['C:/Users/a.pdf', 'C:/Users/b.html'],
  ],
  [
    'JabRef, where it was found',
    'arXiv:lee explicit.pdf:PDF:https\\://arxiv.org/pdf/1109.0517.pdf',
    ['lee explicit.pdf'],
  ],
  ['JabRef, without a type', ':lee.pdf::https\\://arxiv.org/pdf/1109.0517.pdf', ['lee.pdf']],
  ['JabRef, one part alone', 'lee.pdf::;:lee.epub;::lee.docx', ['lee.pdf', 'lee.epub', 'lee.docx']],
  ['JabRef, of another type beside', ':a/lee.pdf:PDF;:a/lee.md:Markdown', ['a/lee.pdf', 'a/lee.md']],
  ['JabRef, signs escaped in a description', 'one\\:\\;:lee.pdf:PDF', ['lee.pdf']],
  [
    'addresses of the web',
    'online:http\\://arxiv.org/pdf/1510.04813v3:PDF;https://books.example.org/a.pdf',
    [],
  ],
  ['a share of another machine', ':\\\\\\\\server\\\\share\\\\a.pdf:PDF', []],
  [
    'an address of this machine',
    'file://localhost/Users/ada/My%20Papers/a.pdf',
    ['/Users/ada/My Papers/a.pdf'],
  ],
  [
    'linked files of Zotero',
    'attachments:Lee/a.pdf;PDF:attachments\\:b.pdf:application/pdf',
    ['attachments:Lee/a.pdf', 'attachments:b.pdf'],
  ],
  ['no path', '::', []],
  ['nothing', '', []],
];

describe('the files that entries name', () => {
  for (const [program, field, paths] of FIELDS)
    it(`as in ${program}`, () => {
      assert.deepEqual(
        readFileField(field).map(({ path }) => path),
        paths,
      );
    });

  it('with what they are called', () => {
    assert.deepEqual(readFileField('Snapshot:a.html:text/html'), [
      { path: 'a.html', description: 'Snapshot' },
    ]);
    const attachments = [
      { title: 'Text', path: 'a.pdf' },
      { title: 3, path: 'b.pdf' },
    ];
    const { entries } = readBibliography('a.json', JSON.stringify([{ id: 'lee', attachments }]));
    assert.deepEqual(
      attachmentsOf(entries[0]!).map(({ description }) => description),
      ['Text', ''],
    );
  });

  it('are told by BibTeX, CSL-JSON and RIS', () => {
    const told = (path: string, text: string) =>
      readBibliography(path, text).entries.flatMap((entry) => attachmentsOf(entry).map((each) => each.path));
    assert.deepEqual(told('a.bib', '@book{lee, title={Ships}, file={:lee.pdf:PDF}}'), ['lee.pdf']);
    assert.deepEqual(told('a.bib', '@book{lee, title={Ships}}'), []);
    const item = {
      id: 'lee',
      type: 'book',
      attachments: [{ title: 'PDF', path: 'lee.pdf' }, 3, null, { path: 4 }],
    };
    assert.deepEqual(told('a.json', JSON.stringify([item])), ['lee.pdf']);
    assert.deepEqual(
      told('a.ris', 'TY  - BOOK\nID  - lee\nTI  - Ships\nL1  - file:///home/ada/lee.pdf\nER  - \n'),
      ['/home/ada/lee.pdf'],
    );
  });

  it('are none where a field is longer than any list of files', () => {
    assert.deepEqual(readFileField('a'.repeat(30_000)), []);
    assert.equal(readFileField('a.pdf;'.repeat(1000)).length, 50);
  });
});
