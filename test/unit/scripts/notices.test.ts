import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  bundledFiles,
  chosenLicence,
  noticesFile,
  noticesText,
  packagesOf,
  refusals,
  stylesOf,
} from '../../../scripts/notices.ts';
import type { BundledPackage } from '../../../scripts/notices.ts';

const file = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

describe('THIRD-PARTY-NOTICES.txt', function () {
  let files: string[];
  before(async () => {
    files = await bundledFiles();
  });

  it('has every package, style and locale that is bundled (else: npm run generate)', () => {
    assert.equal(readFileSync(noticesFile, 'utf8'), noticesText(packagesOf(files), stylesOf(files)));
  });

  it('names nothing that may not be shipped', () => {
    assert.deepEqual(refusals(packagesOf(files), stylesOf(files)), []);
  });

  it('knows what is bundled', () => {
    const names = packagesOf(files).map(({ name }) => name);
    for (const name of ['citeproc', 'yaml', 'vscode-languageserver', 'd3-force', '@retorquere/bibtex-parser'])
      assert.ok(names.includes(name), name);
    assert.ok(!names.includes('pandoc-wasm'), 'what only tests run stays out');
    assert.equal(stylesOf(files).length, 12);
  });

  it('is shipped, with the attribution that citeproc asks for where a person sees it', () => {
    assert.ok(file('.vscodeignore').split('\n').includes('!THIRD-PARTY-NOTICES.txt'));
    for (const place of ['THIRD-PARTY-NOTICES.txt', 'README.md', 'client/src/attribution.ts']) {
      assert.ok(file(place).includes('Citations by CSL (citeproc-js)'), place);
      assert.ok(file(place).includes('http://citationstyles.org/'), place);
    }
  });

  it('refuses what is not free enough, unknown, or without a text', () => {
    const made = (licence: string, text = 'As is.'): BundledPackage => ({
      name: 'x',
      version: '1.0.0',
      licence,
      author: '',
      home: '',
      text,
    });
    for (const licence of ['GPL-3.0-or-later', 'AGPL-1.0', '', 'SEE LICENSE IN X', 'MIT AND GPL-2.0-only'])
      assert.equal(refusals([made(licence)], []).length, 1, licence);
    for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'CPAL-1.0 OR AGPL-1.0', 'MIT AND ISC'])
      assert.deepEqual(refusals([made(licence)], []), [], licence);
    assert.equal(refusals([made('Apache-2.0', '')], []).length, 1, 'no text');
    assert.deepEqual(refusals([made('MIT', '')], []), [], 'a text that is always the same');
    assert.equal(
      refusals([], [{ title: 'T', authors: [], licence: '' }]).length,
      1,
      'a style without rights',
    );
    assert.equal(chosenLicence('CPAL-1.0 OR AGPL-1.0'), 'CPAL-1.0');
  });
});
