import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFacts } from '../../server/src/facts/read.ts';
import { convertCitations } from '../../server/src/features/actions/citation-conversion.ts';
import { convertNotes } from '../../server/src/features/actions/note-conversion.ts';
import { spliced } from '../../server/src/features/actions/splices.ts';
import { readFound } from '../../server/src/found/read-found.ts';
import { resolveFound } from '../../server/src/found/resolve.ts';
import type { DocumentView } from '../../server/src/checking/rule.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { corpus } from '../support/corpus.ts';
import { pandocVersion, readWithPandoc } from '../support/pandoc.ts';
import { NO_PANDOC, skip } from '../support/skip.ts';

const FROISSART = ['seeds', '001_745949b5e5c4f0ba.txt'] as const;
const PRINGLE = ['seeds', '003_14713b8384fd24aa.txt'] as const;

function viewOf(file: string): DocumentView {
  const text = DocumentText.of(readFileSync(file, 'utf8'));
  const facts = readFacts(parseTree(text.text));
  const found = readFound(text.text, { opaque: facts.opaque, hasPandocNotes: false });
  return { path: file, text, facts, found };
}

/** The words alone: Pandoc prints quotation marks and dashes in its own way, and no targets of links. */
function letters(words: string): string {
  return words.replace(/\]\([^()]*\)/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

describe('Converting real texts', function () {
  for (const [file, count] of [
    [FROISSART, 53],
    [PRINGLE, 12],
  ] as const)
    it(`makes Pandoc footnotes of all ${count} notes of a converted article`, function () {
      const view = viewOf(corpus(this, ...file));
      const { splices, count: converted } = convertNotes(view, () => true);
      assert.equal(converted, count);
      if (pandocVersion() === null) return skip(this, NO_PANDOC);
      const { notes, literalMarkers } = readWithPandoc(spliced(view.text.text, splices).text)!;
      assert.deepEqual(literalMarkers, []);
      const written = view.found.markers.map(({ definition }) =>
        letters(view.text.slice(view.found.noteDefinitions[definition!]!.bodyRange)),
      );
      assert.deepEqual(notes.map(letters), written);
    });

  it('makes Pandoc citations of the dated citations of an article, all but one among other words', function () {
    const view = viewOf(corpus(this, ...PRINGLE));
    const known = view.found.references.map(({ key, names, year, yearSuffix, title }) => ({
      key,
      names: names.map(({ family, given }) => (given === null ? family : `${family}, ${given}`)),
      year: year === null ? null : year + yearSuffix,
      title,
    }));
    const plans = convertCitations(view, resolveFound(view.found, known), () => true);
    const written = plans.flatMap(({ items }) => items.map(({ key, mode }) => `${mode} ${key}`));
    assert.equal(written.length, view.found.citations.length - 1);
    if (pandocVersion() === null) return skip(this, NO_PANDOC);
    const read = readWithPandoc(spliced(view.text.text, plans).text)!.citations;
    assert.deepEqual(
      read.map(({ key, mode }) => `${mode} ${key}`),
      written,
    );
  });
});
