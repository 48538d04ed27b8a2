import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { corpus } from '../support/corpus.ts';
import { pandocVersion, readOurselves, readWithPandoc } from '../support/pandoc.ts';
import { NO_PANDOC, skip } from '../support/skip.ts';

const FILES = [
  'sources/anon-commoning.md',
  'sources/froissart2005.md',
  'sources/froissart2011ngos.md',
  'sources/pringle2018.md',
  'sources/ye2020.md',
  'notes/review.md',
];

describe('the annotated workspace, as the installed Pandoc reads it', () => {
  for (const file of FILES)
    it(`reads every span, div, citation and note of ${file}`, function () {
      const path = corpus(this, 'annotated', file);
      if (pandocVersion() === null) {
        skip(this, NO_PANDOC);
      }
      const { text } = DocumentText.of(readFileSync(path, 'utf8'));
      const expected = readWithPandoc(text);
      assert.ok(expected, 'Pandoc reads the file');
      const found = readOurselves(text);
      assert.ok(expected.spans.length + expected.divs.length > 0, 'the file is annotated');
      assert.deepEqual(found.spans, expected.spans);
      assert.deepEqual(found.divs, expected.divs);
      assert.deepEqual(found.citations, expected.citations);
      assert.deepEqual(found.notes, expected.notes);
    });
});
