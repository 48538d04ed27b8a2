import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentText } from '../../../../server/src/text/document-text.ts';
import { readFacts } from '../../../../server/src/facts/read.ts';
import { parseTree } from '../../../../server/src/syntax/tree.ts';
import { hashedNames } from '../../../../server/src/text/hashed-names.ts';
import { hashedSought, NameHasher } from '../../../../server/src/store/names/sought-names.ts';
import { namesSoughtBesides, namesSoughtBy } from '../../../../server/src/workspace/names-sought.ts';
import { summarise } from '../../../../server/src/workspace/summary.ts';
import { runs } from '../../../support/runs.ts';

function summaryOf(words: string) {
  const text = DocumentText.of(words);
  return summarise('a.md', text, readFacts(parseTree(text.text)), null);
}

describe('the names that a document waits for', () => {
  const key = fc.nat({ max: 2000 }).map((number) => `key${number}`);
  const sentence = fc.oneof(
    key.map((name) => `He said so [@${name}, p. 3].`),
    key.map((name) => `“The sea was full of ships” [@${name}].`),
    key.map((name) => `[The union]{.actor ref="${name}"} won.`),
    fc.tuple(key, key).map(([by, about]) => `[It won]{.claim by="@${by}" about="${about}"}.`),
  );
  const document = fc.record({ source: key, sentences: fc.array(sentence, { maxLength: 900, size: 'max' }) });

  it('are hashed each once, one document after the other', () => {
    const hasher = new NameHasher();
    fc.assert(
      fc.property(document, ({ source, sentences }) => {
        const summary = summaryOf(`---\nsource: ${source}\n---\n\n${sentences.join(' ')}\n`);
        const names = new Set([...namesSoughtBy(summary), ...namesSoughtBesides(summary)]);
        assert.deepEqual(hashedSought(summary, hasher), hashedNames(names));
      }),
      { numRuns: runs(12) },
    );
  });
});
