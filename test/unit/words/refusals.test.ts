import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../server/src/cli/', import.meta.url);

/** An error with a literal sentence, which `say` did not translate. */
const UNSAID = /new Error\(\s*['"`]([^'"`]*)/g;

describe('what the command line refuses', () => {
  it('is said in the reader’s language', () => {
    const found = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(UNSAID)].map(
        ([, words]) => `${name}: ${words}`,
      ),
    );
    // Caught beside where it is thrown, and told in another sentence.
    assert.deepEqual(found, ['baseline.ts: no baseline']);
  });
});
