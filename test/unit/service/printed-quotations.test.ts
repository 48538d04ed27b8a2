import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

const signal = new AbortController().signal;
const PROJECT = '//- sicetnon.yaml\nbibliography: [works.bib]\nrules: {entry-uncited: off}\n';
const OTHER = '@book{other, title = {Other}}\n';
const ENTRY = '@article{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms}, date = {2001}}\n';
const TWIN = '@article{kilner2001b, author = {Kilner, Ada}, title = {The coats}, date = {2001}}\n';
const SOURCE = `---
source: kilner2001
---

In the winter of 1911 the ledger was burnt, by whom was never established.
`;
const NOTES = '“the ledger was stolen, by whom was never established” (Kilner, 2001).\n';

/** What is found in the notes of a workspace, then after each change of a file. */
async function followed(files: string, changes: readonly [path: string, text: string][]) {
  const { service, fileSystem } = await workspaceOf(`${PROJECT}${files}//- notes.md\n${NOTES}`);
  const codes = async () => {
    await service.verifyQuotations(() => Promise.resolve(), signal);
    return service.check('notes.md').findings.map(({ code }) => code);
  };
  const found = [await codes()];
  for (const [path, text] of changes) {
    service.takeStale();
    fileSystem.write(path, text);
    await service.refresh([path], signal);
    found.push(await codes());
    assert.ok(service.takeStale().has('notes.md'), `${path} concerns the notes`);
  }
  return found;
}

describe('a quotation that is attributed in the manner of print', () => {
  it('is compared as soon as a bibliography has its work, and as long as it means no other', async () => {
    const found = await followed(`//- works.bib\n${OTHER}//- source.md\n${SOURCE}`, [
      ['works.bib', ENTRY],
      ['works.bib', ENTRY + TWIN],
      ['works.bib', ENTRY],
      ['works.bib', OTHER],
    ]);
    assert.deepEqual(found, [[], ['quote-mismatch'], [], ['quote-mismatch'], []]);
  });

  it('is compared as soon as the text of its work is there', async () => {
    const found = await followed(`//- works.bib\n${ENTRY}//- source.md\nNothing yet.\n`, [
      ['source.md', SOURCE],
      ['source.md', SOURCE.replace('burnt', 'stolen')],
    ]);
    assert.deepEqual(found, [[], ['quote-mismatch'], []]);
  });
});
