import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFiles, ruleList, ruleListFile } from '../../../scripts/generate-rule-list.ts';
import { rulePages } from '../../../scripts/rule-pages.ts';
import { allRules } from '../../../server/src/rules/all.ts';

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

describe('the list of the rules', () => {
  it('is what the folder has (npm run generate)', () => {
    const list = readFileSync(ruleListFile, 'utf8');
    assert.equal(ruleList(ruleFiles(), list), list, 'server/src/rules/all.ts is stale');
  });

  const line = (code: string) => `import { x } from './${code}.ts';\n`;
  const order = (codes: readonly string[], before: readonly string[]) =>
    [...ruleList(codes, before.map(line).join('')).matchAll(/'\.\/([a-z-]+)\.ts'/g)].map(([, code]) => code);

  it('keeps its order, puts what is new after its nearest relative, and drops what is gone', () => {
    const before = ['note-unused', 'quote-absent', 'note-order', 'claim-open'];
    assert.deepEqual(order(['claim-open', 'note-lost', 'note-order', 'note-unused', 'zeal'], before), [
      'note-unused',
      'note-order',
      'note-lost',
      'claim-open',
      'zeal',
    ]);
  });

  it('names each by its code', () => {
    assert.match(ruleList(['claim-rests-on-rejected'], ''), /\[\n {2}claimRestsOnRejected,\n\];\n$/);
  });
});
