import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { readFacts } from '../../server/src/facts/read.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { corpus } from '../support/corpus.ts';
import { registryWith, shippedExtensions } from '../support/textmate.ts';
import { kindsOf } from '../unit/syntaxes/kinds.ts';

interface Tally {
  found: number;
  readonly missed: string[];
  readonly invented: string[];
}

/** Compares what the grammar colours in a text with what the checker reads in it, for one kind of token. */
function compare(
  tally: Tally,
  where: string,
  text: string,
  read: readonly { from: number; to: number }[],
  coloured: readonly { from: number; to: number }[],
): void {
  const words = ({ from, to }: { from: number; to: number }): string =>
    `${where}:${from} ${text.slice(from, to)}`;
  const touch = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
    a.from < b.to && b.from < a.to;
  for (const one of read)
    if (coloured.some((each) => touch(each, one))) tally.found++;
    else tally.missed.push(words(one));
  for (const one of coloured) if (!read.some((each) => touch(each, one))) tally.invented.push(words(one));
}

const tally = (): Tally => ({ found: 0, missed: [], invented: [] });

for (const folder of ['annotated', 'wild'])
  describe(`the colours of the ${folder} texts`, function () {
    let grammar: IGrammar;
    const citations = tally();
    const notes = tally();

    before(async function () {
      const texts = corpus(this, folder);
      grammar = (await (await registryWith(shippedExtensions(this))).loadGrammar('text.html.markdown'))!;
      for (const file of readdirSync(texts, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.md')) continue;
        const { text } = DocumentText.of(readFileSync(path.join(texts, file), 'utf8'));
        // Longer lines the editor does not colour, and longer texts would only take longer.
        if (text.length > 300_000 || /.{20000}/.test(text)) continue;
        const facts = readFacts(parseTree(text));
        const attributes = facts.parts.map((part) => part.attributes.range);
        const kinds = kindsOf(grammar, text).filter(
          ({ from }) => !attributes.some((range) => range.from <= from && from < range.to),
        );
        const of = (tag: string): typeof kinds => kinds.filter((each) => each.tag === tag);
        const named = facts.citations.map(({ keyRange }) => ({ from: keyRange.from - 1, to: keyRange.to }));
        compare(citations, file, text, named, of('citekey'));
        const marked = [...facts.markers, ...facts.definitions, ...facts.inlineNotes].map(
          ({ range }) => range,
        );
        compare(notes, file, text, marked, of('note'));
      }
    });

    it('show every citation whose key has a year, and nothing else as one', () => {
      assert.ok(citations.found > 30, String(citations.found));
      // Other keys look like handles and scopes of packages: the server colours those that it knows.
      const missed = citations.missed.filter((one) => /@\S*?(?:1\d|20)\d\d(?!\d)/.test(one));
      assert.deepEqual([missed, citations.invented], [[], []]);
    });

    it('show every note but what VS Code itself takes for code, and nothing else as one', () => {
      // A block quotation that goes on, lazily, in a line indented by four.
      assert.ok(notes.missed.length <= notes.found / 1000, notes.missed.join('\n'));
      assert.deepEqual(notes.invented, []);
    });
  });
