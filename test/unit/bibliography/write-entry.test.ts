import assert from 'node:assert/strict';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { writtenEntry } from '../../../server/src/bibliography/write-entry.ts';

describe('a work written into a bibliography', () => {
  const item = {
    id: 'lee',
    type: 'book',
    title: 'Ships',
    issued: { 'date-parts': [[850, 5, 6]] },
  };
  it('has the days of its date in BibTeX', () => {
    assert.match(writtenEntry('bibtex', item)!, /date\s*= \{0850-05-06\}/);
  });
  it('may come from a file of another format', () => {
    const entry = readBibliography('a.json', JSON.stringify([item])).entries[0]!;
    assert.match(writtenEntry('bibtex', entry)!, /^@book\{lee,\s+title\s*= \{Ships\}/);
    const tex = readBibliography('a.bib', '@book{lee, title = {H$_2$O}, custom = {x}}').entries[0]!;
    assert.match(writtenEntry('bibtex', tex)!, /H\$_2\$O[^]*custom/);
    assert.equal((JSON.parse(writtenEntry('csl-json', tex)!) as { id: string }).id, 'lee');
  });
});
