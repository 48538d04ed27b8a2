import assert from 'node:assert/strict';
import { sourceAt } from '../../../../server/src/features/source/source-at.ts';
import { pageInWords } from '../../../../server/src/features/source/page-in-words.ts';
import { pageToShow } from '../../../../server/src/service/source-pages.ts';
import { LineIndex } from '../../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../../support/check.ts';

const WORKS = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@article{meyer2011, author={Meyer, Lotte}, title={Quays}, year=2011, file={papers/meyer.pdf}}
@article{lee2012, author={Lee, Ann}, title={Cranes}, year=2012}
@book{roux1950, author={Roux, Jean}, title={Ports}, year=1950, file={papers/roux.pdf}}
//- sources/roux.md
---
source: roux1950
---

The port was closed for the winter, and nobody came.
//- papers/meyer.pdf
[41]
The gangs were hired at the gate each morning.
*[42]
They were paid by the day and in no other way.
`.replace('*[42]', '\f[42]');

/** What stands behind the cursor, in words: the text or the file, its passage, the page that is shown. */
async function behind(text: string): Promise<string | null> {
  const { service, files } = await workspaceOf(`${WORKS}//- notes.md\n${text}\n`);
  const file = files.find(({ path }) => path === 'notes.md')!;
  service.open(file.path, file.text);
  await service.settle();
  await service.verifyQuotations();
  const at = LineIndex.of(file.text).positions({ from: file.cursor!, to: file.cursor! }).start;
  const here = sourceAt(service.request('notes.md', at)!);
  if (!here) return null;
  if (here.kind === 'nothing') return `nothing of ${here.work}`;
  if (here.kind === 'text') {
    const words = files.find(({ path }) => path === here.path)!.text.slice(here.range.from, here.range.to);
    return `${here.path}: ${words}`;
  }
  const opened = await service.sources.open(here.path);
  assert.ok(opened.status === 'read');
  const words = here.passage ? opened.value.work.text.slice(here.passage.from, here.passage.to) : '';
  return `${here.path}, ${pageInWords(opened.value, pageToShow(opened.value, here.passage, here.page))}: ${words}`;
}

describe('what stands behind a citation or a quotation', () => {
  for (const [what, text, expected] of [
    [
      'the passage that a quotation was found at',
      'She says “paid by the ‸day” [@meyer2011, p. 42].',
      'papers/meyer.pdf, p. 42 (page 2 of the file): paid by the day',
    ],
    [
      'the nearest passage of one that is not word for word',
      'She says “The gangs were h‸ired at the harbour each morning” [@meyer2011, p. 41].',
      'papers/meyer.pdf, p. 41 (page 1 of the file): The gangs were hired at the gate each morning',
    ],
    [
      'the passage of the quotation that a citation is for',
      'She says “paid by the day” [@mey‸er2011, p. 42].',
      'papers/meyer.pdf, p. 42 (page 2 of the file): paid by the day',
    ],
    [
      'the page that is cited',
      'So it was [@mey‸er2011, p. 42].',
      'papers/meyer.pdf, p. 42 (page 2 of the file): ',
    ],
    [
      'the first page where none is',
      'So it was [@mey‸er2011].',
      'papers/meyer.pdf, p. 41 (page 1 of the file): ',
    ],
    [
      'the page of a quotation that stands nowhere',
      'She says “nothing of the kind was ev‸er said by anybody” [@meyer2011, p. 42].',
      'papers/meyer.pdf, p. 42 (page 2 of the file): ',
    ],
    ['a text of the workspace before its file', 'So [@rou‸x1950].', 'sources/roux.md: '],
    [
      'a passage of it',
      'He says “closed for the win‸ter” [@roux1950].',
      'sources/roux.md: closed for the winter',
    ],
    [
      'the page of a citation by name and year',
      'The gangs were hired early (Mey‸er 2011, p. 42).',
      'papers/meyer.pdf, p. 42 (page 2 of the file): ',
    ],
    ['nothing, where no file is named', 'So [@le‸e2012, p. 3].', 'nothing of lee2012'],
    [
      'nothing, of a quotation whose work has no file',
      'She says “qu‸ite so” [@lee2012].',
      'nothing of lee2012',
    ],
    ['no work at all', 'So it w‸as [@meyer2011].', null],
    ['no work that nobody knows', 'So [@nob‸ody1900].', null],
  ] as const)
    it(`is ${what}`, async () => assert.equal(await behind(text), expected));

  it('is looked for where nobody searched for a quotation yet', async () => {
    const { service } = await workspaceOf(WORKS);
    const text = 'She says “the gangs were hired at the harbour” [@meyer2011].';
    service.open('fresh.md', text);
    await service.settle();
    const at = LineIndex.of(text).positions({ from: 20, to: 20 }).start;
    const here = sourceAt(service.request('fresh.md', at)!);
    assert.ok(here?.kind === 'file' && here.passage === null && here.words !== null);
    const opened = await service.sources.open(here.path);
    assert.ok(opened.status === 'read');
    const passageOf = (words: string) => {
      const range = service.sources.passageOf(opened.value, words);
      return range && opened.value.work.text.slice(range.from, range.to);
    };
    assert.equal(passageOf(here.words), 'The gangs were hired at the gate');
    assert.equal(passageOf('in no other way'), 'in no other way');
    assert.equal(passageOf('Nothing of this sort was ever printed on any page'), null);
  });
});
