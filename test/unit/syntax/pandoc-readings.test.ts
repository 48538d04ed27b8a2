import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readOurselves } from '../../support/pandoc.ts';

/** Short texts that are easily misread, with what Pandoc 2.17.1.1 reads in them. */
interface Reading {
  readonly name: string;
  readonly text: string;
  readonly citations: readonly (readonly unknown[])[];
  readonly notes: number;
  readonly literalMarkers: readonly string[];
  readonly spans: readonly unknown[];
  readonly divs: readonly unknown[];
}

const readings = JSON.parse(
  readFileSync(new URL('../../fixtures/pandoc-readings.json', import.meta.url), 'utf8'),
) as Reading[];

describe('short texts, as Pandoc reads them', () => {
  for (const { name, text, ...expected } of readings)
    it(name, () => {
      const read = readOurselves(text);
      const found = {
        citations: read.citations.map((one) => [
          one.mode,
          one.key,
          one.prefix,
          one.suffix,
          one.inNote,
          one.group,
        ]),
        notes: read.notes.length,
        literalMarkers: read.literalMarkers,
        spans: read.spans,
        divs: read.divs,
      };
      assert.deepEqual(found, expected);
    });
});
