import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { corpus } from '../support/corpus.ts';
import { sameFactsWhenReadOnce } from '../support/same-facts.ts';

describe('real documents that are read once', () => {
  for (const set of ['annotated', 'seeds', 'wild'])
    it(`have the facts of those whose blocks are kept: ${set}`, function () {
      const folder = corpus(this, set);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const texts = files.filter((file) => /\.(?:md|qmd|txt)$/.test(file));
      if (texts.length === 0) throw new Error(`There are no texts in ${set}.`);
      for (const file of texts)
        sameFactsWhenReadOnce(DocumentText.of(readFileSync(path.join(folder, file), 'utf8')).text);
    });
});
