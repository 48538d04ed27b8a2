import assert from 'node:assert/strict';
import { checkConversion } from '../../support/check-conversion.ts';
import { workspaceFrom } from '../../support/check.ts';

const ALL = 'Convert to Pandoc, with a bibliography in CSL-JSON';
const BIBLATEX = 'Convert to Pandoc, with a bibliography in BibLaTeX';
const TXT = '//- sicetnon.yaml\ninclude: ["**/*.txt", "**/*.md"]\n//- port.txt\n';

/** The text without what was put before and after it. */
function body(text: string): string {
  return text.replace(/^---\n[^]*?\n---\n\n/, '').replace(/\n<!-- Left as it was[^]*$/, '');
}

const LIST = `REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`;

const kinds: (readonly [what: string, before: string, after: string])[] = [
  [
    'raised numbers and a list, with ibid. and op. cit.',
    'Won.¹ Paid.² Wept.³ So.⁴\n\nNOTES\n\n1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.\n2. Ibid., p. 7.\n3. Carl Adler, Ships (Kiel: Sea Press, 2001), p. 1.\n4. Meyer, op. cit., p. 9.\n',
    'Won.[^1] Paid.[^2] Wept.[^3] So.[^4]\n\nNOTES\n\n[^1]: Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.\n[^2]: [@meyer2009, p. 7].\n[^3]: Carl Adler, Ships (Kiel: Sea Press, 2001), p. 1.\n[^4]: [@meyer2009, p. 9].\n',
  ],
  [
    'notes of Gutenberg’s in place',
    'Won.[1] Paid.[2]\n\n[Footnote 1: Lena Meyer, _Dockers of the Delta_ (Hamburg: Harbour Press, 2009), p. 4.]\n\n[Footnote 2: So they say:\n\nat length.]\n\nAnd more.\n',
    'Won.[^1] Paid.[^2]\n\n[^1]: Lena Meyer, _Dockers of the Delta_ (Hamburg: Harbour Press, 2009), p. 4.\n\n[^2]: So they say:\n\n    at length.\n\nAnd more.\n',
  ],
  [
    'notes at the feet of pages',
    'Guilds wove.1 And dyed.2\n\n1 See the rolls.\n2 So they said.\n\nThey wove again.3 And again.4\n\n3 See the ledgers.\n4 So they said again.\n\nAnd dyed no more.\n',
    'Guilds wove.[^1] And dyed.[^2]\n\n[^1]: See the rolls.\n[^2]: So they said.\n\nThey wove again.[^3] And again.[^4]\n\n[^3]: See the ledgers.\n[^4]: So they said again.\n\nAnd dyed no more.\n',
  ],
  [
    'numbers that conversion has stacked apart from their notes',
    'Guilds wove.1 And dyed.2 And sold.3\n\nNotes\n\n1\n2\n\n3\n\nSee the rolls of the town, which\nMeyer has printed.\nSo they said.\nThe ledgers say nothing.\n',
    'Guilds wove.[^1] And dyed.[^2] And sold.[^3]\n\nNotes\n\n\n\n\n\n\n[^1]: See the rolls of the town, which\nMeyer has printed.\n[^2]: So they said.\n[^3]: The ledgers say nothing.\n',
  ],
  [
    'numbers in parentheses',
    'Guilds wove (1). And dyed (2). And sold (3).\n\nNotes\n\n(1) See the rolls.\n(2) So they said.\n(3) At length.\n',
    'Guilds wove [^1]. And dyed [^2]. And sold [^3].\n\nNotes\n\n[^1]: See the rolls.\n[^2]: So they said.\n[^3]: At length.\n',
  ],
  [
    'numbers in brackets with a colon',
    'Guilds wove.[1] And dyed.[2] And sold.[3]\n\nNotes\n\n[1]: See the rolls.\n[2]: So they said.\n[3]: At length.\n',
    'Guilds wove.[^1] And dyed.[^2] And sold.[^3]\n\nNotes\n\n[^1]: See the rolls.\n[^2]: So they said.\n[^3]: At length.\n',
  ],
  [
    'circled numbers',
    '工资付了①。没有人哭②。\n\n注释\n\n①梁淑燕，《码头工人》，北京：海港出版社，2009年，第4页。\n②陈明说过。\n',
    '工资付了[^1]。没有人哭[^2]。\n\n注释\n\n[^1]: 梁淑燕，《码头工人》，北京：海港出版社，2009年，第4页。\n[^2]: 陈明说过。\n',
  ],
  [
    'numbers with a word in Chinese brackets',
    '工资付了[注1]。没有人哭[注2]。\n\n注释\n\n[注1]梁淑燕说过。\n[注2]陈明说过。\n',
    '工资付了[^1]。没有人哭[^2]。\n\n注释\n\n[^1]: 梁淑燕说过。\n[^2]: 陈明说过。\n',
  ],
  [
    'names and years, in the text and in parentheses',
    `The owners gave way (Lee and Shen, 2011: 174; Meyer, 2009). Meyer (2009: 4) doubts it.\n\n${LIST}`,
    `The owners gave way [@leeShen2011, p. 174; @meyer2009]. @meyer2009 [p. 4] doubts it.\n\n${LIST}`,
  ],
  [
    'numbers of a list of references',
    'It rose [1]. It fell [2, 3]. It lay [1–3]. It went [2, p. 7].\n\nReferences\n\n[1] L. Meyer, “Dockers,” Quarterly of Ports, vol. 4, no. 2, pp. 1–9, 2009.\n[2] C. Adler, “Ships,” Quarterly of Ports, vol. 5, no. 1, pp. 3–8, 2010.\n[3] U. Roth, “Hooks,” Quarterly of Ports, vol. 6, no. 1, pp. 3–8, 2011.\n',
    'It rose [@meyer2009]. It fell [@adler2010; @roth2011]. It lay [@meyer2009; @adler2010; @roth2011]. It went [@adler2010, p. 7].\n\nReferences\n\n[1] L. Meyer, “Dockers,” Quarterly of Ports, vol. 4, no. 2, pp. 1–9, 2009.\n[2] C. Adler, “Ships,” Quarterly of Ports, vol. 5, no. 1, pp. 3–8, 2010.\n[3] U. Roth, “Hooks,” Quarterly of Ports, vol. 6, no. 1, pp. 3–8, 2011.\n',
  ],
  [
    'what would be markup, once a plain text is none any more',
    'He paid `twice\\ and <never> $a$ &amp; [so.¹ It went.²\n\n    1998. A year.\n\n7. Seven.\n\n3. Three.\n4. Four.\n6. Six.\n\nNotes\n\n1. See [the] rolls.\n2. So they said.\n',
    'He paid \\`twice\\\\ and \\<never> \\$a$ \\&amp; \\[so.[^1] It went.[^2]\n\n1998. A year.\n\n7\\. Seven.\n\n3. Three.\n4. Four.\n6\\. Six.\n\nNotes\n\n[^1]: See [the] rolls.\n[^2]: So they said.\n',
  ],
];

kinds.push(
  [
    'notes side by side, which would be printed as one number',
    'Won.[1][2] Paid.[3]\n\nNotes\n\n[1] So they said.\n[2] At length.\n[3] And again.\n',
    'Won.[^1] [^2] Paid.[^3]\n\nNotes\n\n[^1]: So they said.\n[^2]: At length.\n[^3]: And again.\n',
  ],
  [
    'a hyphen on a line of its own, which would make a heading of the line above it',
    'Won.[1]\nTables of\n-\nships.\n\nNotes\n\n[1] So they said.\n',
    'Won.[^1]\nTables of\n\\-\nships.\n\nNotes\n\n[^1]: So they said.\n',
  ],
  [
    'two works of one author, of which the first has no page',
    `As Meyer (2009, 2010) says.\n\n${LIST}Meyer L (2010) Docks. Hamburg: Harbour Press.\n`,
    `As @meyer2009 [-@meyer2010] says.\n\n${LIST}Meyer L (2010) Docks. Hamburg: Harbour Press.\n`,
  ],
);

describe('Convert to Pandoc', () => {
  for (const [what, before, after] of kinds)
    it(`converts ${what}`, async () => {
      const title = /Meyer(?! has)|梁淑燕，/.test(before) ? ALL : 'Convert to Pandoc';
      const { text } = await checkConversion(TXT + before, title);
      assert.equal(body(text), after);
    });

  it('makes a bibliography of the references, names it, and lets Pandoc print none beside that of the text', async () => {
    const { text, files } = await checkConversion(`${TXT}The owners gave way (Meyer, 2009).\n\n${LIST}`, ALL);
    assert.ok(text.startsWith('---\nbibliography: port-works.json\nsuppress-bibliography: true\n---\n\n'));
    assert.deepEqual(JSON.parse(files['port-works.json']!), [
      {
        id: 'leeShen2011',
        type: 'article-journal',
        author: [
          { family: 'Lee', given: 'CK' },
          { family: 'Shen', given: 'Y' },
        ],
        title: 'The dockers of the delta',
        'container-title': 'Quarterly of Ports',
        issued: { 'date-parts': [[2011]] },
        volume: '4',
        issue: '2',
        page: '173–187',
        annote: 'Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.',
      },
      {
        id: 'meyer2009',
        type: 'book',
        author: [{ family: 'Meyer', given: 'L' }],
        title: 'Dockers',
        issued: { 'date-parts': [[2009]] },
        'publisher-place': 'Hamburg',
        publisher: 'Harbour Press',
        annote: 'Meyer L (2009) Dockers. Hamburg: Harbour Press.',
      },
    ]);
  });

  it('writes BibLaTeX, each work below its words', async () => {
    const { files } = await checkConversion(`${TXT}The owners gave way (Meyer, 2009).\n\n${LIST}`, BIBLATEX);
    assert.match(
      files['port-works.bib']!,
      /% List of references: Meyer L \(2009\) Dockers\. Hamburg: Harbour Press\.\n@book\{meyer2009,\n/,
    );
  });

  it('takes the keys of a bibliography where it has the work, and adds to what the front matter names', async () => {
    const { text, files } = await checkConversion(
      `//- works.bib
@book{dockers, author = {Meyer, Lena}, title = {Dockers}, year = {2009}}
//- port.md
---
bibliography: works.bib
---

Owners gave way (Lee and Shen, 2011: 174; Meyer, 2009).

${LIST}`,
      ALL,
    );
    assert.match(
      text,
      /^---\nbibliography: \[works\.bib, port-works\.json\]\nsuppress-bibliography: true\n---\n/,
    );
    assert.match(text, /\[@leeShen2011, p\. 174; @dockers\]/);
    assert.equal((JSON.parse(files['port-works.json']!) as unknown[]).length, 1);
  });

  it('lists what it left', async () => {
    const { text } = await checkConversion(
      `${TXT}Won.¹ Paid.² Wept.³\n\nNOTES\n\n1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.\n2. So they -- say.\n3. Ibid., p. 7.\n`,
      ALL,
    );
    assert.match(
      text,
      /\n<!-- Left as it was in the conversion to Pandoc\.\n\n[^]*- So they – say\.[^]*-->\n$/,
    );
  });

  it('leaves a citation of quoted words without a page, for which a finding would ask', async () => {
    const { text } = await checkConversion(
      `${TXT}She writes of “a sea that was full of ships that never came” (Meyer, 2009). So do others (Meyer, 2009).\n\n${LIST}`,
      ALL,
    );
    assert.match(text, /never came” \(Meyer, 2009\)\. So do others \[@meyer2009\]\./);
  });

  it('converts short forms by themselves', async () => {
    const { text } = await checkConversion(
      `${TXT}Won.¹ Paid.²\n\nNOTES\n\n1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.\n2. Ibid., p. 7.\n`,
      'Convert ibid. and other short forms to Pandoc citations, with a bibliography in CSL-JSON',
    );
    assert.match(text, /^Won\.¹ Paid\.²$/m);
    assert.match(text, /^2\. \[@meyer2009, p\. 7\]\.$/m);
  });

  it('is offered in a plain text of a folder without a project, which gets no other actions', async () => {
    const text = `The owners gave way (Meyer, 2009).\n\n${LIST}`;
    const service = await workspaceFrom({ 'port.txt': text });
    service.open('port.txt', text);
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const titles = service.actions('port.txt', nowhere, () => true).map(({ title }) => title);
    assert.ok(titles.includes(ALL), titles.join('\n'));
    assert.ok(
      titles.every((title) => title.startsWith('Convert ')),
      titles.join('\n'),
    );
  });
});
