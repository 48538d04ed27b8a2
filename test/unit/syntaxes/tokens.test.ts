import assert from 'node:assert/strict';
import type { IGrammar, Registry } from 'vscode-textmate';
import { parseFixture } from '../../support/fixture.ts';
import { contributedGrammars, registryWith, shippedExtensions } from '../../support/textmate.ts';
import { drawKinds, scopesAt } from './kinds.ts';

/** What each line or block looks like with its tokens drawn. */
const drawn: Record<string, readonly string[]> = {
  citations: [
    'As ⟦citekey|@abbot1901⟧ has it, and ⟦citekey|-@doe:2004/b⟧, and ⟦citekey|@{odd,key:1904}⟧; ⟦citekey|@doe2004⟧.',
    '⟦citation-mark|[⟧see ⟦citekey|@a⟧, ⟦locator|pp. 3-5⟧, ⟦locator|38⟧⟦citation-mark|;⟧ also ⟦citekey|-@b⟧, ⟦locator|chap. iv⟧ *et passim*⟦citation-mark|]⟧',
    '⟦citation-mark|[⟧⟦citekey|@a⟧, ⟦locator|§ 3⟧ [in part]⟦citation-mark|;⟧ ⟦citekey|@b⟧⟦citation-mark|]⟧',
    '⟦citekey|@abbot1901⟧ ⟦citation-mark|[⟧⟦locator|p. 3⟧⟦citation-mark|]⟧ and ⟦citekey|@doe2004⟧ ⟦citation-mark|[⟧⟦locator|17⟧⟦citation-mark|]⟧',
    '⟦citekey|@abbot1901⟧ ⟦citation-mark|[⟧see ⟦citekey|@doe1904⟧⟦citation-mark|]⟧',
    '⟦citekey|@abbot1901⟧ ⟦note|[^1]⟧',
    '⟦citation-mark|[⟧⟦citekey|@⟧⟦intent|disagreesWith:⟧⟦citekey|doe2004⟧⟦citation-mark|]⟧ but ⟦citekey|@author:title1904⟧',
    'See ⟦cross-reference|@fig-map⟧ and ⟦citation-mark|[⟧⟦cross-reference|@tbl-wages⟧⟦citation-mark|]⟧, not ⟦citekey|@figure1904⟧.',
    'Write to doe@example.org, or [doe@example.org].',
    'Not \\@doe, nor `@doe`, nor [`@doe`], nor <doe@example.org>.',
    '[Words on ⟦citekey|@doe1904⟧](page.html) and *stress on ⟦citekey|@doe1904⟧* and **⟦citation-mark|[⟧⟦citekey|@doe1904⟧⟦citation-mark|]⟧**',
    '| ⟦citekey|@doe1904⟧ |',
  ],
  notes: [
    'A word.⟦note|[^1]⟧ Another.⟦note|[^long-label]⟧',
    'A word.⟦note|^[⟧Said by ⟦citekey|@doe1904⟧, [as] a [link of words](x.html), [in a bracket].⟦note|]⟧ More.',
    '⟦note|[^1]:⟧ See ⟦citekey|@doe1904⟧, ⟦citekey|@roe1904⟧ ⟦citation-mark|[⟧⟦locator|p. 1⟧⟦citation-mark|]⟧.\n\n    Also ⟦citation-mark|[⟧⟦citekey|@poe1904⟧⟦citation-mark|]⟧.',
    'A [^ label with spaces] is none.',
  ],
  spans: [
    '⟦span-mark|[⟧The mill stood idle⟦span-mark|]⟧⟦attribute-mark|{⟧⟦known-class|.claim⟧ ⟦id|#idle⟧⟦attribute-mark|}⟧.',
    '⟦span-mark|[⟧Outer ⟦span-mark|[⟧inner⟦span-mark|]⟧⟦attribute-mark|{⟧⟦known-class|.actor⟧⟦attribute-mark|}⟧ words, [aside]⟦span-mark|]⟧⟦attribute-mark|{⟧⟦known-class|.claim⟧⟦attribute-mark|}⟧',
    '⟦span-mark|[⟧Two\nlines⟦span-mark|]⟧⟦attribute-mark|{⟧⟦class|.claims⟧⟦attribute-mark|}⟧'.replace(
      '⟦span-mark|[⟧',
      '[',
    ),
    '⟦span-mark|[⟧⟦citekey|@doe1904⟧ agrees⟦span-mark|]⟧⟦attribute-mark|{⟧⟦class|.mark⟧⟦attribute-mark|}⟧',
    '`code`⟦attribute-mark|{⟧⟦class|.r⟧⟦attribute-mark|}⟧ and [a link](x.html)⟦attribute-mark|{⟧⟦class|.wide⟧⟦attribute-mark|}⟧',
    '# Heading ⟦attribute-mark|{⟧⟦id|#sec-one⟧ ⟦class|.unnumbered⟧⟦attribute-mark|}⟧',
    'In TeX \\cite[p. 3]{doe} and \\frac{.a}{#b}, code `[x]{.claim}`.',
  ],
  attributes: [
    'x]⟦attribute-mark|{⟧⟦key|about⟧⟦attribute-mark|=⟧⟦value|"⟧⟦name|mill⟧⟦value| ⟧⟦name|@weaver⟧⟦value|"⟧ ⟦key|by⟧⟦attribute-mark|=⟧⟦name|doe⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦key|says⟧⟦attribute-mark|=⟧⟦value|"⟧⟦property|idle⟧⟦value| ⟧⟦comparison|=⟧⟦value| ⟧⟦truth|no⟧⟦value|; ⟧⟦name|mill⟧⟦value|.⟧⟦property|hands⟧⟦value| ⟧⟦comparison|>=⟧⟦value| ⟧⟦number|3,000⟧⟦value|"⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦key|says⟧⟦attribute-mark|=⟧⟦value|"⟧⟦property|registered-as⟧⟦value| ⟧⟦comparison|!=⟧⟦value| guild; ⟧⟦property|hands⟧⟦value| ⟧⟦comparison|=⟧⟦value| ⟧⟦number|80⟧⟦comparison|..⟧⟦number|90⟧⟦value|"⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦key|when⟧⟦attribute-mark|=⟧⟦value|"⟧⟦date|1996/..⟧⟦value|"⟧ ⟦key|where⟧⟦attribute-mark|=⟧⟦value|"Leeds"⟧ ⟦key|at⟧⟦attribute-mark|=⟧⟦value|"⟧⟦locator|p. 17⟧⟦value|"⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦key|status⟧⟦attribute-mark|=⟧⟦choice|rejected⟧ ⟦key|certainty⟧⟦attribute-mark|=⟧⟦value|"⟧⟦choice|low⟧⟦value|"⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦key|evidence⟧⟦attribute-mark|=⟧⟦value|"⟧⟦citekey|@doe1904⟧⟦value|, ⟧⟦locator|p. 3⟧⟦value|; ⟧⟦address|#idle⟧⟦value|"⟧ ⟦key|resolves⟧⟦attribute-mark|=⟧⟦value|"⟧⟦address|#a⟧⟦value| ⟧⟦address|doe#b⟧⟦value| ⟧⟦address|../c.md#d⟧⟦value|"⟧⟦attribute-mark|}⟧',
    'x]⟦attribute-mark|{⟧⟦unknown-key|colour⟧⟦attribute-mark|=⟧⟦value|"deep \\"red\\" {x}"⟧ ⟦unknown-key|abouts⟧⟦attribute-mark|=⟧⟦value|mill⟧⟦attribute-mark|}⟧ after',
    'A claim]⟦attribute-mark|{⟧⟦known-class|.claim⟧ ⟦key|about⟧⟦attribute-mark|=⟧⟦value|"⟧⟦name|mill⟧⟦value|"⟧\n  ⟦key|says⟧⟦attribute-mark|=⟧⟦value|"⟧⟦property|idle⟧⟦value| ⟧⟦comparison|=⟧\n⟦value|  ⟧⟦truth|yes⟧⟦value|"⟧⟦attribute-mark|}⟧ as ⟦citekey|@doe1904⟧ says.\nNext.',
    '- Item]⟦attribute-mark|{⟧⟦known-class|.claim⟧\n  ⟦id|#a⟧⟦attribute-mark|}⟧ and ⟦citekey|@doe1904⟧',
    '> Quoted]⟦attribute-mark|{⟧⟦known-class|.claim⟧\n> ⟦id|#a⟧⟦attribute-mark|}⟧ and ⟦citekey|@doe1904⟧',
    'Never closed]⟦attribute-mark|{⟧⟦known-class|.claim⟧\n\nA paragraph #a of its own.',
  ].map((line) => line.replace(/^([^⟧]*?)\]⟦attribute-mark/, '$1⟦span-mark|]⟧⟦attribute-mark')),
  'brackets over two lines': [
    'So ⟦citation-mark|[⟧⟦citekey|@a⟧, ⟦locator|p. 3⟧⟦citation-mark|;⟧\n⟦citekey|@b⟧, ⟦locator|p. 4⟧⟦citation-mark|]⟧ after',
    'So ⟦note|^[⟧a note\nthat ends⟦note|]⟧ after',
  ],
  divs: [
    '⟦div-mark|:::⟧ ⟦attribute-mark|{⟧⟦known-class|.claim⟧ ⟦id|#a⟧\n⟦key|about⟧⟦attribute-mark|=⟧⟦value|"⟧⟦name|mill⟧⟦value|"⟧⟦attribute-mark|}⟧\nWords.\n⟦div-mark|:::⟧',
    '⟦div-mark|::::⟧ ⟦known-class|claim⟧ ⟦div-mark|::::⟧',
    '⟦div-mark|:::⟧ ⟦class|callout-note⟧\n⟦div-mark|::::⟧ ⟦attribute-mark|{⟧⟦known-class|.quote⟧⟦attribute-mark|}⟧\n⟦div-mark|::::⟧\n⟦div-mark|:::⟧',
    'In a line ::: is nothing, nor is :: at its start.',
  ],
  placeholders: [
    'So it is ⟦placeholder|[citation needed]⟧, [?], [@], ⟦placeholder|[@todo]⟧, ⟦placeholder|[Citation needed]⟧.',
    'A [?](help.md) is a link.',
  ],
  suppressions: [
    '⟦suppression|<!-- ⟧⟦directive|sicetnon-disable-next-line⟧⟦suppression| ⟧⟦rule|claim-unsupported⟧⟦suppression|, ⟧⟦rule|placeholder⟧⟦suppression|: by the author -->⟧',
    'In ⟦suppression|<!-- ⟧⟦directive|sicetnon-disable⟧⟦suppression| -->⟧ a line ⟦suppression|<!-- ⟧⟦directive|sicetnon-enable⟧⟦suppression| -->⟧.',
    '⟦suppression|<!-- ⟧⟦directive|sicetnon-disable-file⟧⟦suppression| ⟧⟦rule|placeholder⟧⟦suppression|: over\ntwo lines -->⟧'.replace(
      '\n',
      '⟧\n⟦suppression|',
    ),
    '<!-- a comment on sicetnon-disable and @doe1904 -->',
  ],
  'what is no citation where nobody cites': [
    'Ping @octocat or @org/team-docs, or write to [@maintainer], [@octocat, @hubot] or @john [on the list].',
    'Install [@babel/core], @types/node and [@vue/cli, or more]; ~@angular/material-2024~ is old.',
    'Decorators (@Injectable(), @Component), `@code` and @media rules, @param {string} name, @{less-variable}.',
    'Cells of [?], and tasks: [@] assigned; the patterns [^a-z] and [^0-9A-F].',
  ],
  'what is no prose': [
    '---\ntitle: On @doe1904\nnocite: "[@roe1904]"\n---',
    '```\n@doe1904 [x]{.claim}\n::: claim\n[^1]: x\n```',
    '    @doe1904 [x]{.claim}',
    '<a href="https://example.org/@doe">',
    '<https://example.org/@doe1904>',
  ],
};

describe('the grammar', () => {
  let registry: Registry;
  let grammar: IGrammar;

  before(async function () {
    registry = await registryWith(shippedExtensions(this));
    grammar = (await registry.loadGrammar('text.html.markdown'))!;
  });

  for (const [of, fixtures] of Object.entries(drawn))
    describe(`tells ${of}`, () => {
      for (const fixture of fixtures) {
        const { text } = parseFixture(fixture)[0]!;
        it(text.replace(/\n/g, '⏎'), () => assert.equal(drawKinds(grammar, text), fixture));
      }
    });

  it('is injected into every language that it is contributed to', async () => {
    const scopes = new Set(contributedGrammars().flatMap(({ injectTo }) => injectTo ?? []));
    assert.deepEqual([...scopes].sort(), ['text.html.markdown', 'text.html.quarto', 'text.html.rmarkdown']);
    for (const scope of scopes) {
      const host = (await registry.loadGrammar(scope))!;
      assert.equal(
        drawKinds(host, '::: claim\n@doe1904'),
        '⟦div-mark|:::⟧ ⟦known-class|claim⟧\n⟦citekey|@doe1904⟧',
        scope,
      );
    }
  });

  it('leaves Markdown its own: links, stress, code and headings', () => {
    for (const [text, word, scope] of [
      ['A [word](x.html)', 'x.html', 'markup.underline.link.markdown'],
      ['A [word][label]', 'label', 'constant.other.reference.link.markdown'],
      ['[label]: x.html', 'label', 'constant.other.reference.link.markdown'],
      ['A *word*', 'word', 'markup.italic.markdown'],
      ['A *word [that\nis]{.x}*, `code`', 'code', 'markup.inline.raw.string.markdown'],
      ['See [*word*, @doe1904]', 'word', 'markup.italic.markdown'],
      ['[x]{.claim\n#a} *word*', 'word', 'markup.italic.markdown'],
      ['# word', 'word', 'markup.heading.markdown'],
      ['[^1]: > word', 'word', 'markup.quote.markdown'],
    ] as const)
      assert.ok(scopesAt(grammar, text, text.indexOf(word)).includes(scope), `${scope} in ${text}`);
  });

  describe('reads what was made to tire it', () => {
    // Where work grows with the cube of the length, or faster, a line like these outlasts any patience. Rows
    // of backticks are left out: they do that to Markdown's own grammar.
    const length = 3_000;
    const units =
      '[ ] [[ [a [@ @ @a @a: @{ @{{ { ]{ ]{. ]{a=" ]{says="a {#a ^[ ^[a [^ [^a : \\ §1- 1, [a] [[a] [@a] [a]( a@ a\\[';
    for (const unit of [...units.split(' '), '[a ', '@a [', '@a [p. ', '[@a, p. 3', '[x]{.a} ', 'pp. iv-'])
      for (const lead of ['', '[@a ', '::: {says="'])
        it(`${lead}${unit}…`, () => {
          const line = (lead + unit.repeat(length)).slice(0, length);
          const { tokens, stoppedEarly } = grammar.tokenizeLine(line, null);
          assert.ok(!stoppedEarly && tokens.length > 0);
        });
  });
});
