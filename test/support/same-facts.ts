import assert from 'node:assert/strict';
import { plainFacts } from '../../server/src/facts/plain-facts.ts';
import { readFacts, readFactsOnce } from '../../server/src/facts/read.ts';
import { parseOnce, parseTree } from '../../server/src/syntax/tree.ts';

/** Checks that a text read once (`parseOnce`) has the same facts as one whose blocks are kept. */
export function sameFactsWhenReadOnce(text: string): void {
  assert.deepEqual(plainFacts(readFactsOnce(parseOnce(text))), plainFacts(readFacts(parseTree(text))));
}
