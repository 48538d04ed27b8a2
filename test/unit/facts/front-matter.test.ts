import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../server/src/facts/front-matter.ts';
import type { FrontMatter } from '../../../server/src/facts/model.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

function read(text: string): FrontMatter {
  const facts = readFrontMatter(text);
  assert.ok(facts, 'there is front matter');
  return facts;
}

/** Checks where the tokens and problems of a front matter stand, drawn with their names. */
function check(drawn: string): FrontMatter {
  const { text } = parseFixture(drawn)[0]!;
  const facts = read(text);
  const tokens = [
    ...(facts.source ? [{ tag: 'source', ...facts.source }] : []),
    ...(facts.csl ? [{ tag: 'csl', ...facts.csl }] : []),
    ...facts.bibliography.map((token) => ({ tag: 'bibliography', ...token })),
    ...facts.nocite.map((token) => ({ tag: 'nocite', ...token })),
    ...facts.references.map(({ id }) => ({ tag: 'id', ...id })),
  ];
  for (const { text: words, range } of tokens) assert.equal(text.slice(range.from, range.to), words);
  const ranges = [...tokens, ...facts.problems.map((problem) => ({ tag: '!', ...problem }))];
  assert.equal(
    draw(
      text,
      ranges.map(({ tag, range }) => ({ tag, ...range })),
    ),
    drawn,
  );
  return facts;
}

describe('front matter', () => {
  it('is read with the place of each word', () => {
    const facts = check(`---
title: "Dyers: a review"
lang: en
source: ⟦source|lin1998⟧
bibliography: [⟦bibliography|a.bib⟧, "⟦bibliography|b c.json⟧"]
csl: ⟦csl|apa.csl⟧
nocite: |
  @⟦nocite|lin1998⟧, [-@⟦nocite|chan:2004⟧; see @{⟦nocite|odd key⟧}], @⟦nocite|*⟧ and mail me at a@b.org
references:
  - id: ⟦id|wu2001⟧
    type: book
    title: A Book
author: somebody
---

text
`);
    assert.equal(facts.title, 'Dyers: a review');
    assert.equal(facts.lang, 'en');
    assert.deepEqual(facts.references[0]!.item, { id: 'wu2001', type: 'book', title: 'A Book' });
  });

  it('takes a single bibliography, a leading @, and other ways to write the same', () => {
    check(
      '---\nbibliography: ⟦bibliography|a.bib⟧\nsource: "@⟦source|lin⟧"\ncitation-style: ⟦csl|a.csl⟧\n...\n',
    );
    check('---\nbibliography:\n- ⟦bibliography|a.bib⟧\n- ⟦bibliography|b.bib⟧\nnocite: "@⟦nocite|*⟧"\n---\n');
    check('---\nbibliography: {main: ⟦bibliography|a.bib⟧, more: [⟦bibliography|b.bib⟧]}\n---\n');
    check('---\nnocite:\n  - "@⟦nocite|a⟧"\n  - \'@⟦nocite|b⟧.\'\n---\n');
  });

  it('reaches from the first line to the closing one, as in Pandoc', () => {
    const closed = [
      '---\na: 1\n---',
      '---\na: 1\n...',
      '---  \na: 1\n---\t ',
      '---\n---',
      '---\n# only a comment\n---',
      '---\na: |\n  ---\n---',
    ];
    for (const block of closed)
      for (const rest of ['', '\n', '\n\ntext\n---\n'])
        assert.deepEqual(read(block + rest).range, { from: 0, to: block.length }, JSON.stringify(block));
  });

  it('is not what merely looks like it', () => {
    for (const text of [
      '',
      '---',
      '---\n',
      '---\n\na: 1\n---\n',
      '---\n \na: 1\n---\n',
      '---\na: 1\n',
      '---\na: 1\n----\n',
      '----\na: 1\n---\n',
      '--- a\na: 1\n---\n',
      '\n---\na: 1\n---\n',
      ' ---\na: 1\n---\n',
      'text\n\n---\na: 1\n---\n',
    ])
      assert.equal(readFrontMatter(text), null, JSON.stringify(text));
  });

  it('says what is wrong and reads the rest', () => {
    const facts = check(
      '---\ntitle: ⟦!|Dyers: a review⟧\nsource: ⟦!|[a, b]⟧\nbibliography: ⟦bibliography|a.bib⟧\nlang: ⟦!|"en⟧\n---\n',
    );
    assert.equal(facts.title, 'Dyers: a review');
    assert.equal(facts.lang, 'en');
    assert.match(facts.problems[1]!.message, /`source` must be one word or phrase, not a list/);
  });

  it('says what is wrong with references', () => {
    const facts = check(
      '---\nreferences:\n- ⟦!|title⟧: A\n- id: ⟦id|b⟧\n- ⟦!|c⟧\n- id: ⟦!|[d]⟧\n- id: ⟦id|2004⟧\n---\n',
    );
    assert.match(facts.problems[0]!.message, /no `id`/);
    check('---\nreferences: ⟦!|words⟧\n---\n');
    check('---\nreferences:\nsource:\nbibliography:\n---\n');
  });

  it('says that words are not entries', () => {
    const facts = check('---\n⟦!|Some words.⟧\n---\n');
    assert.match(facts.problems[0]!.message, /form `key: value`/);
  });

  it('leaves the keys of others alone', () => {
    check(
      '---\ntitle: {a: b}\nparams: {x: [1, 2]}\nformat:\n  html:\n    toc: true\nauthor:\n- name: A\n---\n',
    );
  });

  it('throws on no text whatever', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'title: ',
        'source: ',
        'nocite: ',
        'references:\n',
        '- id: ',
        '@a',
        '@{',
        '"',
        '[',
        '\n',
        '---\n',
        '...\n',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = `---\n${pieces.join('')}\n---\n`;
        const facts = readFrontMatter(text);
        for (const { range } of [...(facts?.problems ?? []), ...(facts?.nocite ?? [])])
          assert.ok(0 <= range.from && range.from <= range.to && range.to <= text.length);
      }),
      { numRuns: runs(400) },
    );
  });
});
