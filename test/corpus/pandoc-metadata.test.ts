import assert from 'node:assert/strict';
import { readFacts } from '../../server/src/facts/read.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { currentPandoc } from '../support/pandoc.ts';

/** Metadata with what may be read in more than one way. */
const YAML: readonly string[] = [
  'title: a\ntitle: b [@x]',
  'abstract: "A text [@x] run for\nthe good [@y]."\nk: 1',
  "a: 1\nabstract: 'A text\nfor: good [@x]'",
  'abstract: >\n  One line [@a\n  ].\n\n  Three @b.',
  'abstract: |\n  One line @a\n\n  ```\n  @code\n  ```\n\n      @indented',
  'abstract: One\n\n  Two [@x]',
  'abstract: "a\\u0040x [\\x40y] \\\n  @z \\\\@w"',
  "abstract: 'it''s [@x]'",
  'abstract: >-\n  folded\n    more @x\n  back @y',
  'abstract: |2\n    [@x]\n  [@y]',
  'keywords: [a,\nb, "[@x]"]',
  'title: a\n\tb [@x]',
  'author:\n- name: A\n  note: "[@x]"\n- B [@y]',
  'title: "1. One @x"\nabstract: |\n  1. One [@y]\n  2. Two',
  'abstract: &a "[@x]"\nsummary: *a',
];

describe('metadata, as the current Pandoc reads it', () => {
  it('has the same citations', async () => {
    const pandoc = await currentPandoc();
    for (const yaml of YAML) {
      const text = `---\n${yaml}\n---\n\nBody.\n`;
      const read = readFacts(parseTree(text));
      assert.deepEqual(
        read.frontMatter?.problems.filter(({ mild }) => !mild),
        [],
        yaml,
      );
      const wanted = (await pandoc.metadataCitations(text)).sort();
      const found = new Set(read.citations.map(({ key }) => key));
      assert.deepEqual([...found].sort(), [...new Set(wanted)], yaml);
    }
  });

  const refused: readonly string[] = [
    'title: %a',
    'title: @a b',
    'title: a: b',
    'title: "a" b',
    'title: *a*',
    'title: "a',
    'title: `r x`',
    'title: "a \\d b"',
    'author: a\n  name: b',
    'abstract: |\nAt the margin\nb: c',
    'author:\n  - name: a\n   affil: b',
  ];
  it('is refused where it is called invalid', async () => {
    const pandoc = await currentPandoc();
    for (const yaml of refused) {
      const text = `---\n${yaml}\n---\n\nBody.\n`;
      assert.equal(await pandoc.tree(text), null, yaml);
      assert.equal(readFacts(parseTree(text)).frontMatter!.problems.length, 1, yaml);
    }
  });
});
