import assert from 'node:assert/strict';
import { findQuotation } from '../../server/src/quotations/find-quotation.ts';
import { prepareSource } from '../../server/src/quotations/prepare-source.ts';
import { draw, parseFixture } from './fixture.ts';

/** Checks that a quotation is found exactly at the ranges drawn in the source, one for each part, and nowhere else. */
export function isFoundAt(quotation: string, drawn: string): void {
  const { text, ranges } = parseFixture(drawn)[0]!;
  const match = findQuotation(prepareSource(text, []), quotation);
  assert.equal(match.status, 'exact', JSON.stringify(match));
  if (match.status !== 'exact') return;
  const all = match.occurrences.flat().map((range) => ({ ...range, tag: 'q' }));
  assert.equal(draw(text, all), draw(text, ranges));
}
