import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readFactsOnce } from '../../server/src/facts/read.ts';
import { parseOnce } from '../../server/src/syntax/tree.ts';
import { corpus } from '../support/corpus.ts';

describe('the real texts', function () {
  this.timeout(180_000);

  it('are read to their ends: none is nested too deep, and none tries our patience', function () {
    const folder = corpus(this);
    let texts = 0;
    const unread: string[] = [];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:md|qmd|markdown|txt)$/i.test(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
      texts++;
      for (const { range, reason } of readFactsOnce(parseOnce(text)).unread)
        unread.push(`${file}:${range.from} ${reason}`);
    }
    assert.ok(texts > 100, `${texts} texts`);
    assert.deepEqual(unread, []);
  });
});
