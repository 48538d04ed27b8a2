import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordTable } from '../../../server/src/text/word-table.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('a table of words', () => {
  it('knows its own words and none that objects inherit', () => {
    const table = wordTable<number>({ one: 1, constructor: 2 });
    assert.deepEqual({ ...table }, { one: 1, constructor: 2 });
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      assert.equal(table[name], name === 'constructor' ? 2 : undefined, name);
  });

  it('is what all tables are that texts are looked up in', () => {
    // Names of the environment; nothing is looked up in it.
    const free = new Set(['client/src/server-process.ts']);
    for (const folder of ['server/src', 'client/src', 'client/webviews'])
      for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
        const file = path.posix.join(folder, name.split(path.sep).join('/'));
        if (!file.endsWith('.ts') || free.has(file)) continue;
        assert.doesNotMatch(
          readFileSync(path.join(root, file), 'utf8'),
          /^(?:export )?const \w+: Readonly<Record<string, [^=]*> = \{/m,
          file,
        );
      }
  });
});
