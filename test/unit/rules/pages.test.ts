import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePages } from '../../../scripts/rule-pages.ts';
import { allRules } from '../../../server/src/rules/registry.ts';

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url));

describe('the pages of the rules', () => {
  const pages = rulePages(allRules);

  it('are what the rules say (npm run generate)', () => {
    for (const [file, content] of pages) {
      const target = path.join(DOCS, file);
      assert.ok(existsSync(target), `${file} is missing`);
      assert.equal(readFileSync(target, 'utf8'), content, `${file} is stale`);
    }
  });

  it('are no more than there are rules', () => {
    assert.deepEqual(
      readdirSync(path.join(DOCS, 'rules')).sort(),
      [...pages.keys()].map((file) => path.basename(file)).sort(),
    );
  });
});
