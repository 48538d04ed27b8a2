import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { plainFacts } from '../../../server/src/facts/plain-facts.ts';
import { comesToHoldMarkdown, holdsMarkdown } from '../../../server/src/syntax/plain-prose.ts';
import { parseFile } from '../../../server/src/syntax/tree.ts';
import { DocumentText } from '../../../server/src/text/document-text.ts';
import { check } from '../../support/check.ts';

const kinds = (text: string, path = 'found.txt'): string[] =>
  parseFile(path, text).blocks.flatMap(({ block }) => block.nodes.map(({ kind }) => kind));

const PLAIN = [
  "In Bremen the boat is called the `barge'. Others\ndisagree, and it was the `lighter'' after all.",
  '    Indented as a page is set.\n\n        And further in.',
  'He paid $5 and then $7. <b>Nobody</b> wept.',
  'Lena Meyer and Carl Adler\n{lmeyer,cadler}@weser.example',
  'Write to [lmeyer@weser.example] or lmeyer@weser.example.',
  '* * *\n\n1. One\n2. Two',
  'cito [?] and [citation]{sic}',
  "The query is //div[@type='act']/sp[@who = '#lena'].",
  'The Mid[^e]wiwin of the Ojibwa is called m[^a]-n[^a]-d[^o].',
];
const MARKDOWN = [
  'Won.[^1]\n\n[^1]: Meyer.',
  'Won [@meyer2009, p. 4].',
  'As @meyer2009 says.',
  '[It was won]{.claim by=meyer2009}.',
  '::: {.quote}\nWon.\n:::',
  'Won. <!-- sicetnon-disable-next-line -->',
  '---\nbibliography: works.bib\n---\n\nWon.',
];

describe('plain text files', () => {
  for (const text of PLAIN)
    it(`are prose: ${text.slice(0, 30)}`, () => {
      assert.ok(!holdsMarkdown(text));
      assert.deepEqual([...new Set(kinds(text))], ['prose']);
    });

  for (const text of MARKDOWN)
    it(`are Markdown where they say so: ${text.slice(0, 30)}`, () => {
      assert.ok(holdsMarkdown(text));
      assert.deepEqual(kinds(text), kinds(text, 'found.md'));
    });

  it('become Markdown and prose again by edits, as when they are read anew', () => {
    for (const sign of MARKDOWN.slice(0, 6)) {
      let document = DocumentText.of(`One \`two.\n\nThree.\n\n${'Four five six. '.repeat(60)}\n`);
      let syntax = parseFile('found.txt', document.text);
      const at = 18;
      for (const splice of [
        { from: at, to: at, insert: `\n\n${sign}\n\n` },
        { from: at, to: at + sign.length + 4, insert: '' },
      ]) {
        const text = document.text.slice(0, splice.from) + splice.insert + document.text.slice(splice.to);
        document = DocumentText.of(text);
        syntax = syntax.apply(document.words, [splice]);
        assert.deepEqual(plainFacts(readFacts(syntax)), plainFacts(readFacts(parseFile('found.txt', text))));
      }
    }
  });

  it('are looked at around a change only', () => {
    const far = `${'Words. '.repeat(100)}[@meyer2009]${' words.'.repeat(100)}`;
    assert.ok(!comesToHoldMarkdown(far, 0, 5));
    assert.ok(comesToHoldMarkdown(far, far.indexOf('@'), far.indexOf('@') + 1));
  });

  it('are read as found: quotation marks of backticks, indentation, addresses, queries of an editor', () =>
    check(`//- sicetnon.yaml
{}
//- quotes.txt
In Bremen the boat is called the \`barge'. Others
disagree (Meyer, 2009). As Adler (2014) and (Meyer, 2009: 3) show, the
owners paid. Still others (⟦reference-undefined|Sorg and Lim, 2012⟧) found
that in Hamburg it was the \`lighter'' after all.

References

Adler C (2014) Owners. Bremen: Weser.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
//- indented.txt
    The dockers won (Meyer, 2009), and the owners paid. As Adler
(2014) shows, nobody wept at the time.

       In the second strike the scale was that of Sorg and

Lim's (2011) study of ships.

References

Adler C (2014) Owners. Bremen: Weser.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
Sorg B and Lim T (2011) Ships. Quarterly of Ports 4(2): 173-187.
//- edition.txt
causam quam et Caepio L. Saturnini rogatione e civitate est cito [?]
//- address.txt
Lena Meyer and Carl Adler
{lmeyer,cadler}@weser.example

The dockers won (Sorg, 2001).

References

Sorg, B. (2001). Ships. Bremen: Weser.
`));
});
