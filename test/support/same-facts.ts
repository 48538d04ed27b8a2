import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../server/src/facts/model.ts';
import { readFacts, readFactsOnce } from '../../server/src/facts/read.ts';
import { parseOnce, parseTree } from '../../server/src/syntax/tree.ts';

/** Checks that a text which is read once and let go says what it says when its blocks are kept. */
export function sameFactsWhenReadOnce(text: string): void {
  assert.deepEqual(listed(readFactsOnce(parseOnce(text))), listed(readFacts(parseTree(text))));
}

function listed(facts: DocumentFacts): DocumentFacts {
  const { frontMatter, headings, markers, definitions, inlineNotes, citations, parts, claims } = facts;
  const { claimNames, actorMarks, quotations, placeholders, suppressions, unread, opaque } = facts;
  const shared = { frontMatter, headings, markers, definitions, inlineNotes, citations, parts, claims };
  return { ...shared, claimNames, actorMarks, quotations, placeholders, suppressions, unread, opaque };
}
