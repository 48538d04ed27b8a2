import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandPage, commandPageFile } from '../../../scripts/generate-command-page.ts';

describe('the page on the command line', () => {
  it('is as the table of commands has it (npm run generate)', () => {
    assert.equal(readFileSync(commandPageFile, 'utf8'), commandPage());
  });
});
