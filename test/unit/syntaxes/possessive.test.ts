import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../syntaxes/', import.meta.url);

describe('the patterns of the grammars', () => {
  it('repeat no interval: to Oniguruma a plus after braces does that, and is not possessive', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 0);
    for (const name of files)
      assert.doesNotMatch(readFileSync(new URL(name, folder), 'utf8'), /\{\d+,\d*\}[+*]/, name);
  });
});
