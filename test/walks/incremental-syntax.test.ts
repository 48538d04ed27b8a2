import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainFacts } from '../../server/src/facts/plain-facts.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import type { Splice } from '../../server/src/text/document-text.ts';
import type { Block, PlacedBlock } from '../../server/src/syntax/reading.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { markdown, runningText } from '../support/markdown-pieces.ts';
import { runs } from '../support/runs.ts';

const splice = (text: string, { from, to, insert }: Splice) => text.slice(0, from) + insert + text.slice(to);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(30),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      'x',
      '\n',
      '\n\n',
      '[',
      ']',
      '`',
      ':::\n',
      '> ',
      '- ',
      '    ',
      '---\n',
      '@',
      '*',
      '"',
      '<div>',
      '<!--',
      '-->',
      '```\n',
      '$',
      '|',
      ': ',
    ),
    runningText(),
  ),
});

function spliceOf(text: string, change: { at: number; cut: number; insert: string }): Splice {
  const from = Math.floor(change.at * text.length);
  return { from, to: Math.min(text.length, from + change.cut), insert: change.insert };
}

function allBlocks(blocks: readonly PlacedBlock[], into = new Set<Block>()): Set<Block> {
  for (const { block } of blocks) {
    into.add(block);
    allBlocks(block.children, into);
  }
  return into;
}

describe('reading again after an edit', function () {
  it('comes to what reading anew comes to, whatever is edited', () => {
    fc.assert(
      fc.property(
        fc.array(markdown, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (texts, edits) => {
          let text = texts.join('\n');
          let syntax = parseTree(text);
          readFacts(syntax);
          for (const change of edits) {
            const one = spliceOf(text, change);
            text = splice(text, one);
            syntax = syntax.apply(text, [one]);
            assert.deepEqual(plainFacts(readFacts(syntax)), plainFacts(readFacts(parseTree(text))));
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('takes several splices of one change together', () => {
    fc.assert(
      fc.property(markdown, fc.array(edit, { minLength: 2, maxLength: 4 }), (start, edits) => {
        let text = start;
        const splices = edits.map((change) => {
          const one = spliceOf(text, change);
          text = splice(text, one);
          return one;
        });
        const syntax = parseTree(start);
        readFacts(syntax);
        assert.deepEqual(
          plainFacts(readFacts(syntax.apply(text, splices))),
          plainFacts(readFacts(parseTree(text))),
        );
      }),
      { numRuns: runs(100) },
    );
  });

  it('knows how far blocks looked that were told by others what there is', () => {
    const text =
      '::: a\nfoo\n\n\n# [\n\n@a\n\n\n[Words]{.claim}.[^a]\n\n(@one) As @one says.\n\nAs @one [Wages] says.\n';
    const syntax = parseTree(text);
    const at = text.indexOf('\nAs');
    const one = { from: at, to: at, insert: ']' };
    const after = splice(text, one);
    assert.deepEqual(
      plainFacts(readFacts(syntax.apply(after, [one]))),
      plainFacts(readFacts(parseTree(after))),
    );
  });

  it('looks as far as it must in a long text', () => {
    const filler = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} with words [@key${i}].`).join(
      '\n\n',
    );
    fc.assert(
      fc.property(
        markdown,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(`${filler}\n\n${filler}\n`, `${filler}\n\n:::\n\n${filler}\n\n]{.x} --> \`\n`),
        (start, edits, behind) => {
          let text = `${filler}\n\n${start}\n\n${behind}`;
          let syntax = parseTree(text);
          for (const change of edits) {
            const from = filler.length - 20 + Math.floor(change.at * (start.length + 40));
            const one = { from, to: from + change.cut, insert: change.insert };
            text = splice(text, one);
            syntax = syntax.apply(text, [one]);
            assert.deepEqual(plainFacts(readFacts(syntax)), plainFacts(readFacts(parseTree(text))));
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('keeps every block but those around the edit', () => {
    const paragraphs = Array.from(
      { length: 200 },
      (_, i) => `Paragraph ${i} with [a claim]{.claim #c${i}} [@key${i}].`,
    );
    const text = paragraphs.join('\n\n');
    const syntax = parseTree(text);
    const before = allBlocks(syntax.blocks);
    const at = text.indexOf('Paragraph 100');
    const after = allBlocks(
      syntax.apply(splice(text, { from: at, to: at, insert: 'x' }), [{ from: at, to: at, insert: 'x' }])
        .blocks,
    );
    const fresh = [...after].filter((block) => !before.has(block));
    assert.ok(fresh.length <= 4, `${fresh.length} blocks were read again`);
  });

  it('keeps what stands between edits that are taken in together, whatever each of them is', () => {
    const between = Array.from({ length: 20 }, (_, i) => `Paragraph ${i} [@key${i}].`).join('\n\n');
    fc.assert(
      fc.property(
        fc.array(markdown, { minLength: 2, maxLength: 5 }),
        fc.array(edit, { minLength: 2, maxLength: 40 }),
        (texts, edits) => {
          const start = texts.join(`\n\n${between}\n\n`);
          const before = parseTree(start);
          readFacts(before);
          let [text, oneByOne] = [start, before];
          const splices = edits.map((change) => {
            const one = spliceOf(text, change);
            text = splice(text, one);
            oneByOne = oneByOne.apply(text, [one]);
            return one;
          });
          const together = plainFacts(readFacts(before.apply(text, splices)));
          assert.deepEqual(together, plainFacts(readFacts(oneByOne)));
          assert.deepEqual(together, plainFacts(readFacts(parseTree(text))));
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('reads of a text that is edited in many places at once only these', () => {
    const paragraphs = Array.from({ length: 1000 }, (_, i) => `Paragraph ${i}, and what it says [@key${i}].`);
    let text = paragraphs.join('\n\n');
    const syntax = parseTree(text);
    const before = allBlocks(syntax.blocks);
    const splices = Array.from({ length: 50 }, (_, i) => {
      const at = text.indexOf(`Paragraph ${((i * 37) % 50) * 20},`);
      const one = { from: at, to: at, insert: 'xy' };
      text = splice(text, one);
      return one;
    });
    const fresh = [...allBlocks(syntax.apply(text, splices).blocks)].filter((block) => !before.has(block));
    assert.ok(fresh.length >= 50 && fresh.length <= 50 * 4, `${fresh.length} blocks were read again`);
  });

  it('keeps the blocks within a div when one of them is edited', () => {
    const inner = Array.from({ length: 100 }, (_, i) => `Paragraph ${i} [@k${i}].`).join('\n\n');
    const text = `::: {.chapter}\n${inner}\n\n:::\n`;
    const syntax = parseTree(text);
    const before = allBlocks(syntax.blocks);
    const at = text.indexOf('Paragraph 50');
    const one = { from: at, to: at, insert: 'x' };
    const after = allBlocks(syntax.apply(splice(text, one), [one]).blocks);
    assert.ok([...after].filter((block) => !before.has(block)).length <= 5);
  });

  it('finds nothing outside the text, and keeps what is opaque in order', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const check = (value: unknown): void => {
          if (typeof value !== 'object' || value === null) return;
          if ('from' in value && typeof (value as TextRange).from === 'number') {
            const { from, to } = value as TextRange;
            assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to} of ${text.length}`);
          }
          for (const one of Object.values(value)) check(one);
        };
        const facts = readFacts(parseTree(text));
        check(facts);
        facts.opaque.forEach((range, i) => assert.ok(i === 0 || facts.opaque[i - 1]!.from <= range.from));
      }),
      { numRuns: runs(300) },
    );
  });
});
