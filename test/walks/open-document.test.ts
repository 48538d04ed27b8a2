import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFacts } from '../../server/src/facts/read.ts';
import { mayHoldFoundIn } from '../../server/src/found/may-hold.ts';
import { movedRecord, recordsOf } from '../../server/src/reasoning/records.ts';
import { blockRules, documentRules } from '../../server/src/rules/registry.ts';
import type { Finding } from '../../server/src/checking/rule.ts';
import { runBlockRules, runDocumentRules } from '../../server/src/checking/runner.ts';
import { actorsStatedOf } from '../../server/src/service/stated-actors.ts';
import { ReadDocument } from '../../server/src/service/document-view.ts';
import { OpenDocument } from '../../server/src/service/open-document.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { namesSoughtBesides, namesSoughtBy } from '../../server/src/workspace/names-sought.ts';
import { namedIn, summarise } from '../../server/src/workspace/summary.ts';
import { strictLogger } from '../support/check.ts';
import { markdown } from '../support/markdown-pieces.ts';
import { runs } from '../support/runs.ts';

const PATH = 'notes/a.md';

/** Blocks that speak of one another, and of what rules on single blocks report. */
const BLOCKS = [
  '[Wages rose]{.claim #wages about="union" says="firm.members = 3; trusted" by="meyer2011"}.[^a]',
  '[They fell]{.claim #wages status="opened" evidence="@adler2014, p. 3 #wages"} [@meyer2011, p. 4].',
  'It was so [citation needed], says @adler2014 [p. 9].[^b]^[See @meyer2011.]',
  '[^a]: See @meyer2011, and [a claim]{.claim about="firm" when="1905"}.',
  '[^a]: Another note, *The Title*, 1998.',
  '[^b]: [Open]{.claim status="open"}, ibid.',
  '::: {.claim #div about="union"}\nIn a div.[^b] [@nobody]\n\n> Quoted [@adler2014].\n\n:::',
  '[union]{.actor ref="union" rel="x"} and [@todo]',
  '> It is a quotation.\n\n[@meyer2011, p. 3]',
  '"Some words quoted" [@adler2014].',
  '(@one) An example, as @one says.\n\nAs @one [Wages] says.',
  '# Wages',
  'References',
  'A number¹ and <sup>',
  '<!-- sicetnon-disable-next-line claim-open -->',
  '<div>\nin HTML</div> Notes',
  'Plain words.',
];
const FRONT = '---\nnocite: "@lonely"\nreferences: [{id: own, type: book}]\n---\n\n';

const text = fc
  .tuple(
    fc.constantFrom('', FRONT),
    fc.array(fc.oneof({ arbitrary: fc.constantFrom(...BLOCKS), weight: 4 }, markdown), {
      minLength: 2,
      maxLength: 14,
    }),
  )
  .map(([front, blocks]) => front + blocks.join('\n\n') + '\n');

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.nat(40)),
  insert: fc.oneof(
    fc.constantFrom('x', ' ', '\n', '\n\n', '[', ']', '{', '"', '@', '#', ':::\n', '> ', '[^a]', '[^b]: '),
    fc.constantFrom(...BLOCKS.map((block) => `\n\n${block}\n\n`)),
  ),
});

const inOrder = (findings: readonly Finding[]) =>
  findings.map((finding) => JSON.stringify(finding)).sort((a, b) => (a < b ? -1 : 1));

/** All that an open document says, beside what would come of its text at once. */
function compare(open: OpenDocument, sought: Set<string>, source: string | null, all: string): void {
  const document = DocumentText.of(all);
  const facts = readFacts(parseTree(all));
  const summary = summarise(PATH, document, facts, null, () => actorsStatedOf(facts));
  assert.deepEqual(
    inOrder(open.blockFindings()),
    inOrder(runBlockRules(blockRules, PATH, { facts, text: document }, strictLogger)),
  );
  const view = new ReadDocument(PATH, document, parseTree(all), facts, strictLogger, false);
  assert.deepEqual(
    inOrder(open.wholeFindings(view)),
    inOrder(runDocumentRules(documentRules, view, strictLogger)),
  );
  assert.deepEqual(
    [...sought].sort(),
    [...new Set([...namesSoughtBy(summary), ...namesSoughtBesides(summary)])].sort(),
  );
  const { records, starts } = open.claims(source, facts, document);
  assert.deepEqual(
    records.map((record, i) => movedRecord(record, starts?.[i] ?? 0)),
    recordsOf(PATH, source, facts, all),
  );
  const bodies = facts.definitions.map(({ bodyRange }) => bodyRange);
  if (mayHoldFoundIn(all, bodies, facts.citations.length > 0)) assert.ok(open.mayHoldFound());
  assert.deepEqual(namedIn(PATH, facts, [], facts.frontMatter?.nocite).cited, summary.cited);
}

describe('what is kept of an open document block by block', function () {
  it('is what comes of its text at once, whatever is edited', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, 'meyer2011'),
        (start, edits, source) => {
          const open = new OpenDocument(PATH, strictLogger);
          let all = start;
          let syntax = parseTree(all);
          let sought = new Set<string>();
          const take = () => {
            const facts = readFacts(syntax);
            const document = DocumentText.of(all);
            open.take(document, syntax, facts);
            const summary = summarise(PATH, document, facts, null, () => actorsStatedOf(facts));
            sought = new Set(open.namesSought(namesSoughtBesides(summary)) ?? sought);
            compare(open, sought, source, all);
          };
          take();
          for (const together of edits) {
            const splices = together.map(({ at, cut, insert }) => {
              const from = Math.floor(at * all.length);
              const to = Math.min(all.length, from + cut);
              all = all.slice(0, from) + insert + all.slice(to);
              return { from, to, insert };
            });
            syntax = syntax.apply(all, splices);
            take();
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
