import assert from 'node:assert/strict';
import {
  quotationsAsHtml,
  quotationsAsJson,
  quotationsAsText,
  type QuotationAt,
} from '../../../server/src/cli/quotation-report.ts';
import { workspaceFrom } from '../../support/check.ts';

const FILES = {
  'sicetnon.yaml': 'bibliography: [works.bib]\n',
  'works.bib': `@article{meyer2011, author={Meyer, Lotte}, title={The dockers}, year=2011, file={:meyer.pdf:PDF}}
@book{novak1998, author={Novak, Petr}, title={Ports}, year=1998}
`,
  'meyer.pdf':
    '[7]\nThe gangs were hired at the gate each morning.\f[8]\nThey were paid by the day and in no other way.',
  'notes.md': `“The gangs were hired at the gate each morning” [@meyer2011, p. 7].

“They were paid by the week and in no other way” [@meyer2011, p. 8]. “The gangs were hired at the gate” [@meyer2011, p. 8].

“The sea was full of ships that came to port” [@novak1998, p. 3]. “Nobody <1 knew> where the harbour was or why” [@meyer2011, p. 7].
`,
};

const all = async (): Promise<QuotationAt[]> =>
  (await workspaceFrom(FILES))
    .reportedQuotations('notes.md')
    .map((each) => ({ ...each, path: 'notes.md', line: each.line + 1 }));

describe('the report on quotations', () => {
  it('tells each by its work, with its verdict', async () => {
    assert.equal(
      quotationsAsText(await all()),
      `Meyer (2011)
  verified  notes.md:1  “The gangs were hired at the gate each morning”
  altered  notes.md:3  “They were paid by the week and in no other way”
      the text says: “They were paid by the day and in no other way”
  elsewhere (p. 7)  notes.md:3  “The gangs were hired at the gate”
  absent  notes.md:5  “Nobody <1 knew> where the harbour was or why”

Novak (1998)
  not checked: no text of its work  notes.md:5  “The sea was full of ships that came to port”

5 quotations: 1 verified, 1 altered, 1 elsewhere, 1 absent, 1 without a text to check against.
`,
    );
  });

  it('is data as well', async () => {
    const { summary, works } = JSON.parse(quotationsAsJson(await all())) as {
      summary: string;
      works: { work: string; quotations: Record<string, unknown>[] }[];
    };
    assert.match(summary, /^5 quotations: /);
    assert.deepEqual(
      works.map(({ work }) => work),
      ['meyer2011', 'novak1998'],
    );
    const [, altered] = works[0]!.quotations;
    assert.deepEqual(altered, {
      path: 'notes.md',
      line: 3,
      words: 'They were paid by the week and in no other way',
      named: '8',
      outcome: 'altered',
      reason: null,
      place: 'p. 8',
      file: 'meyer.pdf',
      nearest: 'They were paid by the day and in no other way',
      difference: altered!['difference'],
    });
    assert.match(altered['difference'] as string, /day/);
  });

  it('is a page in which no text is anything else, and which fetches nothing', async () => {
    const page = quotationsAsHtml(await all());
    assert.match(page, /Nobody &#60;1 knew&#62; where/);
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /<script|https?:|<img|<link/);
    assert.equal(page.match(/<tr>/g)!.length, 5 + 2);
  });

  it('tells works that are called the same by their keys', async () => {
    const [first, ...others] = await all();
    const label = 'Meyer (2011)';
    const text = quotationsAsText([
      first!,
      ...others.map((each) => ({ ...each, label, work: 'meyer2011b' })),
    ]);
    assert.match(text, /^Meyer \(2011\) \(@meyer2011\)$/m);
    assert.match(text, /^Meyer \(2011\) \(@meyer2011b\)$/m);
  });

  it('counts by work, and names the file that each was compared with', async () => {
    const page = quotationsAsHtml(await all());
    assert.match(page, /<p>4 quotations: 1 verified, 1 altered, 1 elsewhere, 1 absent\.<\/p>/);
    assert.equal(page.match(/<p>/g)!.length, 2);
    assert.match(page, /cited: 8<br>in the text: p\. 8<br>meyer\.pdf<\/td>/);
  });

  it('says so where there are none', () => {
    assert.equal(quotationsAsText([]), 'No quotations.\n');
  });
});
