import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { LIST_NAMES, type DocumentFacts } from '../../../server/src/facts/fact-lists.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';
import { draw, parseFixture, type DrawnRange } from '../../support/fixture.ts';

/** Checks that the ranges which `pick` takes from the facts are those drawn in the fixture. */
function drawn(fixture: string, pick: (facts: DocumentFacts) => (readonly [string, TextRange])[]): void {
  const { text } = parseFixture(fixture)[0]!;
  const ranges: DrawnRange[] = pick(readFacts(parseTree(text))).map(([tag, range]) => ({
    tag,
    from: range.from,
    to: range.to,
  }));
  assert.equal(draw(text, ranges), fixture);
}

describe('notes', () => {
  const notes = (facts: DocumentFacts) => [
    ...facts.markers.map((one) => [one.inNote === null ? 'm' : `in ${one.inNote}`, one.range] as const),
    ...facts.definitions.map((one) => ['d', one.range] as const),
    ...facts.inlineNotes.map((one) => ['i', one.range] as const),
  ];

  it('are markers, definitions with their continuation, and inline notes', () =>
    drawn(
      `So⟦m|[^1]⟧ and ⟦i|^[an [inner] note]⟧.

⟦d|[^1]: The note
goes on

    and on.⟧

After.
`,
      notes,
    ));

  it('stand in lists and quotations too', () =>
    drawn('- so⟦m|[^a]⟧\n\n  ⟦d|[^a]: note⟧\n\n> ⟦d|[^b]: note⟧\n', notes));

  it('are not in code, not escaped, not raised', () =>
    drawn('`[^1]` \\[^1] [^0 9] x^15^\n\n    [^2]: code\n', notes));

  it('may hold markers, which stay as they are', () =>
    drawn('⟦m|[^a]⟧\n\n⟦d|[^a]: see ⟦in a|[^b]⟧⟧\n', notes));

  it('end where the next begins', () => drawn('⟦d|[^a]: one⟧\n⟦d|[^b]: two⟧\n', notes));
});

describe('claims', () => {
  const sentences = (facts: DocumentFacts) => facts.claims.map((one) => ['s', one.sentence] as const);

  it('reach to the end of their sentence, with the citation in it', () =>
    drawn('Before. ⟦s|[They won]{.claim #a} in the end [@b, p. 3].⟧ After it.\n', sentences));

  it('reach over a citation or marker behind the full stop', () =>
    drawn('⟦s|[They won.]{.claim #a} [@b]⟧ More. ⟦s|[And lost]{.claim #c}.[^1]⟧ More.\n', sentences));

  it('name others over the end of a line', () =>
    drawn(
      '[They won]{.claim about="⟦w|guild⟧\n⟦w|town⟧" evidence="@⟦e|ash⟧,\np. 3; @⟦e|cole⟧"}.\n',
      ({ claims }) => [
        ...claims.flatMap(({ about }) => about.map(({ range }) => ['w', range] as const)),
        ...claims.flatMap(({ evidence }) => evidence.map(({ target }) => ['e', target.range] as const)),
      ],
    ));

  it('are not ended by abbreviations and initials', () =>
    drawn('⟦s|[They won]{.claim}, cf. J. A. Smith et al., pp. 3-4, as e.g. here.⟧ After it.\n', sentences));

  it('end with their paragraph at the latest', () =>
    drawn('⟦s|[They won]{.claim}, and so on⟧\n\nAfter it.\n', sentences));

  it('end where sentences of other scripts end', () =>
    drawn('⟦s|[他们赢了]{.claim}又输了。⟧后来。\n', sentences));

  it('are divs as well', () => drawn('⟦s|::: {.claim #x}\nWords. More.\n:::⟧\n\nAfter.\n', sentences));

  it('have their attributes split into words', () => {
    const text =
      '[*They* won]{.claim #a by="@lee acftu" about="x y" says="x.won = yes; y.won = no" supports="#b k#c" contradicts=f.md#d evidence="@lee, p. 176; #b; @{x y}"}';
    const [claim] = readFacts(parseTree(text)).claims;
    const words = (tokens: readonly { text: string; range: TextRange }[]) =>
      tokens.map((one) =>
        text.slice(one.range.from, one.range.to) === one.text ? one.text : `${one.text} elsewhere`,
      );
    assert.equal(claim!.text, 'They won');
    assert.deepEqual(words(claim!.by), ['lee', 'acftu']);
    assert.deepEqual(words(claim!.about), ['x', 'y']);
    assert.deepEqual(
      claim!.relations.map(({ kind, address }) => [kind, ...words([address])]),
      [
        ['supports', '#b'],
        ['supports', 'k#c'],
        ['contradicts', 'f.md#d'],
      ],
    );
    assert.deepEqual(
      claim!.evidence.slice(0, 2).map(({ kind, target, locator }) => [kind, ...words([target]), locator]),
      [
        ['citation', 'lee', 'p. 176'],
        ['claim', '#b', null],
      ],
    );
    assert.equal(claim!.says!.text, 'x.won = yes; y.won = no');
  });

  it('nest, cross emphasis, hold notes, and stand in notes', () => {
    const text = '[a *b [c]{.claim #i} d*^[e [f]{.claim #n}]]{.claim #o}\n\n[^1]: [g]{.claim #d}\n';
    assert.deepEqual(
      readFacts(parseTree(text)).claims.map(({ id, text: words, inNote }) => [id?.text, words, inNote]),
      [
        ['o', 'a b c d', null],
        ['i', 'c', null],
        ['n', 'f', ''],
        ['d', 'g', '1'],
      ],
    );
  });
});

describe('actor marks', () => {
  it('name the actors they mean', () => {
    const [mark] = readFacts(parseTree('[the union]{.actor ref="@acftu lngo"} spoke')).actorMarks;
    assert.equal(mark!.text, 'the union');
    assert.deepEqual(
      mark!.refs.map(({ text }) => text),
      ['acftu', 'lngo'],
    );
  });
});

describe('quotations', () => {
  const quotations = (facts: DocumentFacts) =>
    facts.quotations.map(
      (one) =>
        [`${one.kind} ${one.from?.text ?? ''} ${one.at?.text ?? ''}`.trim(), one.contentRange] as const,
    );

  it('are marked', () =>
    drawn('[“⟦marked lee2011 p. 176|a machine⟧”]{.quote from="@lee2011" at="p. 176"}\n', quotations));

  for (const [open, close] of ['“”', '„“', '«»', '""', '「」', '『』'])
    it(`are found in ${open} ${close} when a citation follows in the sentence`, () =>
      drawn(`He says ${open}⟦inline a p. 3|so it was⟧${close}, he does [@a, p. 3].\n`, quotations));

  it('are found when the citation stands behind the full stop', () =>
    drawn('“⟦inline a|So it was.⟧” [@a]\n', quotations));

  it('are not found when no citation follows in the sentence', () =>
    drawn('He says “so it was”. Another one came.\n\nAnd [@a] disagrees.\n', quotations));

  it('are block quotations that end in a citation, or that one follows', () =>
    drawn(
      '> ⟦block a p. 2|Words of\n> another⟧ [@a, p. 2]\n\nText.\n\n> ⟦block b|More words⟧\n\n[@b]\n',
      quotations,
    ));
});

describe('placeholders', () => {
  const places = (facts: DocumentFacts) => facts.placeholders.map((one) => ['p', one.range] as const);

  it('are found in any case, not in code and not as links', () =>
    drawn(
      'So ⟦p|[citation needed]⟧ ⟦p|[Citation Needed]⟧ ⟦p|[?]⟧ ⟦p|[@]⟧ ⟦p|[@TODO]⟧ `[?]` [?](u) [x?]\n',
      places,
    ));
});

describe('suppressions', () => {
  it('are comments that name rules and give a reason', () => {
    const text =
      '<!-- sicetnon-disable-next-line claim-unsupported, x: field notes -->\n\n<!-- sicetnon-disable-file -->\n\n<!-- else -->\n';
    assert.deepEqual(
      readFacts(parseTree(text)).suppressions.map(({ kind, rules, reason }) => [
        kind,
        rules.map((rule) => text.slice(rule.range.from, rule.range.to)),
        reason,
      ]),
      [
        ['disable-next-line', ['claim-unsupported', 'x'], 'field notes'],
        ['disable-file', [], null],
      ],
    );
  });
});

describe('headings and front matter', () => {
  it('are read with their levels and names', () => {
    const text = '---\ntitle: T\nsource: "@k"\n---\n\n# One *two* {#one}\n\nTwo\n---\n\n### Three ###\n';
    const { headings, frontMatter } = readFacts(parseTree(text));
    assert.deepEqual(
      headings.map(({ level, text: words, id }) => [level, words, id]),
      [
        [1, 'One two', 'one'],
        [2, 'Two', null],
        [3, 'Three', null],
      ],
    );
    assert.equal(frontMatter?.source?.text, 'k');
  });
});

it('every list of the table of facts is read', () => {
  const facts = readFacts(
    parseTree(`# A heading {#s}

A note[^a] and one in place^[Here.], a work [@lee2011, p. 3] and none [@todo], ${'`code`'} and a gap in [words] {.claim}.

[They “won it all” at last [@lee2011]]{.claim #c} for [the union]{.actor ref="acftu"}, with @fig:one glued@lee2011.

[^a]: The note.

<!-- sicetnon-disable-next-line claim-open -- for now -->

![A plan](plan.png){#fig:plan}

{{< include part.md >}}

${'```{r}'}
write_bib(file = "made.bib")
${'```'}

${'> '.repeat(300)}deep
`),
  );
  assert.deepEqual(
    LIST_NAMES.filter((name) => facts[name].length === 0),
    [],
  );
});
