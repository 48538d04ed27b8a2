import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isCrossReference } from '../../server/src/facts/citations.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { ourBlocks, pandocBlocks } from '../support/block-structure.ts';
import { corpus } from '../support/corpus.ts';
import { currentPandoc, fromPandoc, readOurselves, type ReadDocument } from '../support/pandoc.ts';

/** A record of what Pandoc reads in one document. */
interface Recorded {
  path: string;
  citations: { key: string; mode: string; prefix: string; suffix: string; in_note: boolean; group: number }[];
  notes: number;
  note_texts: string[];
  literal_note_markers: { label: string }[];
  spans: { id: string; classes: string[]; attrs: [string, string][] }[];
  divs: { id: string; classes: string[]; attrs: [string, string][] }[];
}

/** Documents on which Pandoc 2.17, which was recorded, differs from the current one, with the reason. */
const EXCUSED: ReadonlyMap<string, string> = new Map([
  ['AgrDataSci+gosset/inst/paper/paper.Rmd', 'since Pandoc 3 a note goes before a superscript'],
  ['malramsay64+phd-thesis/04_Machine_Learning/introduction.md', 'white space alone is no suffix'],
]);

/** The current Pandoc runs slowly as WebAssembly; SICETNON_EVERY=1 takes them all. */
const EVERY = Number(process.env['SICETNON_EVERY'] ?? 6);

const withoutSpace = (text: string) => text.replace(/\s/g, '');

describe('real documents, as Pandoc reads them', () => {
  for (const set of ['footnotes', 'citations'])
    it(`agrees on every document of ${set}: citations, notes, spans, divs`, function () {
      const folder = corpus(this, 'wild', set);
      const file = corpus(this, 'wild', `${set}.pandoc.json`);
      const { docs } = JSON.parse(readFileSync(file, 'utf8')) as { docs: Recorded[] };
      const agreed = { citations: 0, affixes: 0, notes: 0, beginnings: 0, literal: 0, spans: 0, divs: 0 };
      const faults: string[] = [];
      for (const recorded of docs) {
        const { text } = DocumentText.of(readFileSync(`${folder}/${recorded.path}`, 'utf8'));
        const expected = comparable(recorded);
        const found = comparedWith(readOurselves(text));
        for (const name of Object.keys(agreed) as (keyof typeof agreed)[]) {
          const fault = difference(expected[name], found[name]);
          if (fault === null) agreed[name]++;
          else if (!EXCUSED.has(recorded.path)) faults.push(`${recorded.path}, ${name}: ${fault}`);
        }
      }
      console.log(`      of ${docs.length} documents agree: ${JSON.stringify(agreed)}`);
      assert.deepEqual(faults, []);
    });

  it('has the blocks that the current Pandoc has, in every sixth document', async function () {
    const pandoc = await currentPandoc();
    const faults: string[] = [];
    let compared = 0;
    for (const set of ['footnotes', 'citations']) {
      const { docs } = JSON.parse(readFileSync(corpus(this, 'wild', `${set}.pandoc.json`), 'utf8')) as {
        docs: Recorded[];
      };
      for (const { path } of docs.filter((_, index) => index % EVERY === 0)) {
        const { text } = DocumentText.of(readFileSync(corpus(this, 'wild', set, path), 'utf8'));
        const blocks = await pandoc.tree(text);
        if (!blocks) continue;
        compared++;
        const expected = pandocBlocks(blocks);
        const found = ourBlocks(text);
        if (expected.body !== found.body) faults.push(`${path}:\n${expected.body}\n${found.body}`);
        for (const note of expected.notes) if (!found.notes.includes(note)) faults.push(`${path}: ${note}`);
      }
    }
    console.log(`      ${compared} documents compared`);
    assert.deepEqual(faults, []);
  });

  for (const [path, why] of EXCUSED)
    it(`agrees on ${path} with the current Pandoc: ${why}`, async function () {
      const { text } = DocumentText.of(readFileSync(corpus(this, 'wild', 'citations', path), 'utf8'));
      const tree = await (await currentPandoc()).tree(text);
      assert.ok(tree);
      assert.deepEqual(readOurselves(text), fromPandoc(tree));
    });
});

function difference(expected: readonly string[], found: readonly string[]): string | null {
  const at = expected.findIndex((one, index) => one !== found[index]);
  if (at < 0 && expected.length === found.length) return null;
  const index = at < 0 ? expected.length : at;
  return `number ${index} of ${expected.length} is ${expected[index]} to Pandoc, ${found[index]} to us`;
}

function comparable(recorded: Recorded) {
  const citations = recorded.citations.filter((one) => !isCrossReference(one.key));
  const groups = new Map<number, number>();
  for (const { group } of citations) if (!groups.has(group)) groups.set(group, groups.size);
  const part = (one: Recorded['spans'][number]) => JSON.stringify([one.id, one.classes, one.attrs]);
  return {
    citations: citations.map((one) => `${one.mode} ${one.key} ${one.in_note} ${groups.get(one.group)}`),
    affixes: citations.map((one) => `${one.prefix}|${one.suffix}`),
    notes: [String(recorded.notes)],
    beginnings: recorded.note_texts.map((text) => withoutSpace(text).slice(0, 90)),
    literal: recorded.literal_note_markers.map(({ label }) => label),
    spans: recorded.spans.map(part),
    divs: recorded.divs.map(part),
  };
}

function comparedWith(read: ReadDocument) {
  const part = (one: ReadDocument['spans'][number]) => JSON.stringify([one.id, one.classes, one.attributes]);
  return {
    citations: read.citations.map((one) => `${one.mode} ${one.key} ${one.inNote} ${one.group}`),
    affixes: read.citations.map((one) => `${one.prefix}|${one.suffix}`),
    notes: [String(read.notes.length)],
    beginnings: read.notes.map((text) => text.slice(0, 90)),
    literal: read.literalMarkers,
    spans: read.spans.map(part),
    divs: read.divs.map(part),
  };
}
