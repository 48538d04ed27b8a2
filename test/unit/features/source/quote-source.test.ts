import assert from 'node:assert/strict';
import { selectionAfter, spliced } from '../../../../server/src/features/actions/splices.ts';
import { quoteSource } from '../../../../server/src/features/source/quote-source.ts';
import { printedOver } from '../../../../server/src/works/portions.ts';
import { quotableAt } from '../../../../server/src/works/quotable.ts';
import { LineIndex } from '../../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../../support/check.ts';

const WORK = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@article{meyer2011, author={Meyer, Lotte}, title={Quays}, year=2011, file={papers/meyer.pdf}}
@article{odd:key/, author={Odd, Ann}, title={Odd}, year=2012, file={papers/odd.pdf}}
//- papers/odd.pdf
[3]
Nobody counted the crates.
*[4]
They were paid by the hour, and whoever asked
*[5]
was sent home before noon.
//- papers/meyer.pdf
[41]
The gangs were hired at the gate each morn-
ing, and nobody knew¹ at dawn who would eat
at night. The “pay book” of the firm says so.
He wrote: “They were paid by the day.”
*[42]
A well-known story, and a well-
known end of it. Costs [in all] were 3 * 4 @ a time.
`.replaceAll('*[', '\f[');

/** Quotes the words from the file of `work`, and checks the text; nothing may be found wrong with it afterwards. */
async function checkQuote(text: string, words: string, expected: string, work = 'meyer2011') {
  const { service, files } = await workspaceOf(`${WORK}//- notes.md\n${text}`);
  const file = files.find(({ path }) => path === 'notes.md')!;
  service.open(file.path, file.text);
  await service.settle();
  const at = file.cursor ?? file.text.length;
  const range = LineIndex.of(file.text).positions({ from: at, to: at });
  const opened = await service.sources.open(`papers/${work === 'meyer2011' ? 'meyer' : 'odd'}.pdf`);
  assert.ok(opened.status === 'read');
  const { work: source, portions } = opened.value;
  const from = source.text.indexOf(words);
  assert.ok(from >= 0, source.text);
  const quotable = quotableAt(source, { from, to: from + words.length });
  assert.ok(quotable);
  const outcome = quoteSource(service.actionRequest('notes.md', range)!, {
    work,
    words: quotable.words,
    pages: printedOver(portions, quotable.range),
    holds: (written) => service.sources.holds(opened.value, written),
  });
  assert.ok(outcome.status === 'done', outcome.status === 'refused' ? outcome.why : '');
  const own = outcome.edits.filter(({ path }) => path === 'notes.md');
  const after = spliced(file.text, own).text;
  const cursor = selectionAfter(own)!;
  assert.equal(`${after.slice(0, cursor.from)}‸${after.slice(cursor.to)}`, expected);
  service.open('notes.md', after);
  await service.settle();
  await service.verifyQuotations();
  const report = service.reportedQuotations('notes.md');
  assert.deepEqual(
    report.map(({ outcome }) => outcome),
    report.map(() => 'verified'),
    JSON.stringify(report),
  );
  assert.ok(report.length > 0);
  assert.deepEqual(
    service.check('notes.md').findings.map(({ code, message }) => `${code}: ${message}`),
    [],
  );
}

describe('quoting what is selected on a page of a work', () => {
  it('writes it to the letter, with its citation and printed page', () =>
    checkQuote(
      'As is known:‸',
      'The gangs were hired at the gate each morn-\ning',
      'As is known: “The gangs were hired at the gate each morning” [@meyer2011, p. 41]‸',
    ));

  it('joins words that a line end divides, and keeps a hyphen that is theirs', async () => {
    await checkQuote(
      'So ‸.',
      'hired at the gate each morn-\ning, and nobody knew',
      'So “hired at the gate each morning, and nobody knew” [@meyer2011, p. 41]‸.',
    );
    await checkQuote(
      'So ‸.',
      'A well-known story, and a well-\nknown end',
      'So “A well-known story, and a well-known end” [@meyer2011, p. 42]‸.',
    );
  });

  it('names both pages where it runs over the end of one', async () => {
    await checkQuote(
      'So ‸.',
      'by the hour, and whoever asked\nwas sent home',
      'So “by the hour, and whoever asked was sent home” [@{odd:key/}, pp. 4-5]‸.',
      'odd:key/',
    );
    await checkQuote(
      '---\nlang: de\n---\n\nSo ‸.',
      'by the hour, and whoever asked\nwas sent home',
      '---\nlang: de\n---\n\nSo „by the hour, and whoever asked was sent home“ [@{odd:key/}, S. 4-5]‸.',
      'odd:key/',
    );
  });

  it('leaves the numbers of notes out, and completes the words at its ends', () =>
    checkQuote(
      'x‸ y',
      'ody knew¹ at dawn who would e',
      'x “nobody knew at dawn who would eat” [@meyer2011, p. 41]‸ y',
    ));

  it('takes what is selected half over the end of a line for whole words', () =>
    checkQuote('‸', 'at the gate each morn-\n', '“at the gate each morning” [@meyer2011, p. 41]‸'));

  it('turns quotation marks in it into inner ones, and marks a quotation in which one is not closed', async () => {
    await checkQuote(
      '‸',
      'The “pay book” of the firm says so.',
      '“The ‘pay book’ of the firm says so.” [@meyer2011, p. 41]‸',
    );
    await checkQuote(
      '‸',
      'He wrote: “They were paid',
      '[He wrote: “They were paid]{.quote from="@meyer2011" at="p. 41"} [@meyer2011, p. 41]‸',
    );
  });

  it('has no sign of it read as markup', () =>
    checkQuote(
      '‸',
      'Costs [in all] were 3 * 4 @ a time.',
      '“Costs \\[in all\\] were 3 \\* 4 \\@ a time.” [@meyer2011, p. 42]‸',
    ));

  it('follows the document: its marks, its language, its word for a page', async () => {
    await checkQuote(
      '---\nlang: de\n---\n\nWie man weiß: ‸',
      'nobody knew¹ at dawn',
      '---\nlang: de\n---\n\nWie man weiß: „nobody knew at dawn“ [@meyer2011, S. 41]‸',
    );
    await checkQuote(
      '---\nlang: fr\n---\n\nOn sait : ‸',
      'The “pay book” of the firm',
      '---\nlang: fr\n---\n\nOn sait : «\u00a0The “pay book” of the firm\u00a0» [@meyer2011, p. 41]‸',
    );
    await checkQuote(
      'He says «Nobody counted the crates» [@{odd:key/}, p. 3]. ‸',
      'nobody knew¹ at dawn',
      'He says «Nobody counted the crates» [@{odd:key/}, p. 3]. «nobody knew at dawn» [@meyer2011, p. 41]‸',
    );
  });

  it('writes keys as Pandoc reads them', () =>
    checkQuote('‸', 'Nobody counted', '“Nobody counted” [@{odd:key/}, p. 3]‸', 'odd:key/'));

  it('stands after the quotation in which the cursor is, and its citation', async () => {
    await checkQuote(
      'One “nobody knew‸ at dawn” [@meyer2011, p. 41].',
      'A well-known story',
      'One “nobody knew at dawn” [@meyer2011, p. 41] “A well-known story” [@meyer2011, p. 42]‸.',
    );
  });

  it('takes no other quotation its citation', async () => {
    const text = 'One @meyer2011 [p. 41] has “nobody knew‸ at dawn”.';
    await assert.rejects(checkQuote(text, 'A well-known story', ''), /would be taken for that of another/);
    await checkQuote(
      'One @meyer2011 [p. 41] has “nobody knew at dawn”. So: ‸',
      'A well-known story',
      'One @meyer2011 [p. 41] has “nobody knew at dawn”. So: “A well-known story” [@meyer2011, p. 42]‸',
    );
  });

  it('is refused where a quotation cannot stand', async () => {
    for (const text of ['```\n‸\n```\n', '`a‸b`\n'])
      await assert.rejects(checkQuote(text, 'nobody knew¹ at dawn', ''), /A quotation cannot stand here/);
  });
});
