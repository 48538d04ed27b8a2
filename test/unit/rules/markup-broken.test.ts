import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';
import { checkAction, titlesIn } from '../../support/check-action.ts';

const OURS =
  /^(?:Write it as|Keep the first|Begin at|Close the div|Put a blank|Put the (?:words|attributes)|Put a (?:blank after|raised|backslash before each)|Delete the hyphen|Write it as words)/;
const ONLY = { only: ['markup-broken'] };

/** What is written, what its first fix makes of it. */
const SLIPS: readonly [title: string, drawn: string, mended: string][] = [
  ['raised words with a blank', 'Sold ⟦markup-broken|^[cloud services]{.x}^⟧ and ^[cloud-services]{.x}^ and ^[cloud\u00a0services]{.x}^.', 'Sold ^[cloud\\ services]{.x}^ and ^[cloud-services]{.x}^ and ^[cloud\u00a0services]{.x}^.'],
  ['curly quotation marks', '[nobody came]{.claim #a about=⟦markup-broken|“house”⟧} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a quotation mark that is never closed', '[nobody came]{.claim #a about=⟦markup-broken|"house⟧} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['another at its end', '[nobody came]{.claim #a about=⟦markup-broken|\'house"⟧} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['curly quotation marks round several words', '[nobody came]⟦markup-broken|{.claim #a says=“trusted = no”}⟧ there.', '[nobody came]{.claim #a says="trusted = no"} there.'],
  ['a blank before the brace', '[nobody came]⟦markup-broken| {.claim #a about="house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a line end before the brace', '[nobody came]⟦markup-broken|\n{.claim #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['no dot', '[nobody came]⟦markup-broken|{claim #a about="house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['no dot before a quotation', '[“nobody came”]⟦markup-broken|{quote from="@meyer2011" at="p. 3"}⟧ there.', '[“nobody came”]{.quote from="@meyer2011" at="p. 3"} there.'],
  ['a capital', '[nobody came]{.⟦markup-broken|Claim⟧ #a about="house"} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a name without its sign', '[nobody came]⟦markup-broken|{.claim a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a name without its sign before others', '[nobody came]⟦markup-broken|{.claim a about="house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a blank behind the dot', '[nobody came]⟦markup-broken|{. claim #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a blank behind the sign of the name', '[nobody came]⟦markup-broken|{.claim # a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a capital beside a name alone', '[nobody came]{.⟦markup-broken|Claim⟧ #a} there.', '[nobody came]{.claim #a} there.'],
  ['the plural beside a name alone', '[nobody came]{.⟦markup-broken|claims⟧ #a} there.', '[nobody came]{.claim #a} there.'],
  ['the plural', '[the union]{.⟦markup-broken|actors⟧ ref="house"} there.', '[the union]{.actor ref="house"} there.'],
  ['a comma behind the class', '[nobody came]⟦markup-broken|{.claim, #a about="house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['commas between attributes', '[nobody came]⟦markup-broken|{.claim #a about="house", when="2004"}⟧ there.', '[nobody came]{.claim #a about="house" when="2004"} there.'],
  ['no closing brace', '[nobody came]⟦markup-broken|{.claim #a about="house"⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['no closing brace before a citation', '[nobody came]⟦markup-broken|{.claim #a says="trusted = no"⟧ [@meyer2011].', '[nobody came]{.claim #a says="trusted = no"} [@meyer2011].'],
  ['a value of two words', '[nobody came]⟦markup-broken|{.claim #a about=house street}⟧ there.', '[nobody came]{.claim #a about="house street"} there.'],
  ['blanks round the sign', '[nobody came]⟦markup-broken|{.claim #a about = "house" says = "trusted = no"}⟧ there.', '[nobody came]{.claim #a about="house" says="trusted = no"} there.'],
  ['a colon for the sign', '[nobody came]⟦markup-broken|{.claim #a about: "house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a blank first in the value', '[nobody came]⟦markup-broken|{.claim #a says=" trusted = no"}⟧ there.', '[nobody came]{.claim #a says="trusted = no"} there.'],
  ['quotation marks in quotation marks', '[nobody came]⟦markup-broken|{.claim #a says="trusted = "no""}⟧ there.', '[nobody came]{.claim #a says="trusted = no"} there.'],
  ['two names', '[nobody came]{.claim #a ⟦markup-broken|#b⟧ about="house"} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a bracket within', 'Ten ⟦markup-broken|[⟧nobody [came]{.claim #a} there.', 'Ten [nobody came]{.claim #a} there.'],
  ['a bracket that is not closed', 'Ten ⟦markup-broken|[⟧nobody came {.claim #a about="house"} there.', 'Ten [nobody came]{.claim #a about="house"} there.'],
  ['a class before the brace of a fence', '⟦markup-broken|::: claim {#a about="house"}⟧\nA div.\n:::', '::: {.claim #a about="house"}\nA div.\n:::'],
  ['no dot in a fence', '⟦markup-broken|::: {claim #a}⟧\nA div.\n:::', '::: {.claim #a}\nA div.\n:::'],
  ['a fence right below a paragraph', 'Before it.\n⟦markup-broken|::: {.claim #a}⟧\nA div.\n:::', 'Before it.\n\n::: {.claim #a}\nA div.\n:::'],
  ['a div that is never closed', '::: ⟦markup-broken|{.claim #a}⟧\nA div.', '::: {.claim #a}\nA div.\n:::\n'],
  ['two braces', '[nobody came]⟦markup-broken|{{.claim #a}}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['two braces and a class alone', '[nobody came]⟦markup-broken|{{.claim}}⟧ there.', '[nobody came]{.claim} there.'],
  ['two braces of which one is closed', '[nobody came]⟦markup-broken|{{.claim #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['two pairs of braces', '[nobody came]{.claim}⟦markup-broken|{#a about="house"}⟧ there.', '[nobody came]{.claim #a about="house"} there.'],
  ['attributes before their words', '⟦markup-broken|{.claim #a}⟧[nobody [at all] came] there.', '[nobody [at all] came]{.claim #a} there.'],
  ['attributes in parentheses', '[nobody came]⟦markup-broken|(.claim #a)⟧ there.', '[nobody came]{.claim #a} there.'],
  ['attributes in parentheses, after a blank', '[nobody came]⟦markup-broken|( .claim #a)⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a wide stop before a class', '[nobody came]⟦markup-broken|{。claim #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a wide sign before a name', '[nobody came]⟦markup-broken|{.claim ＃a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['braces in parentheses', '[nobody came]⟦markup-broken|({.claim #a})⟧ there.', '[nobody came]{.claim #a} there.'],
  ['attributes in brackets', '[nobody came]⟦markup-broken|[.claim #a]⟧ there.', '[nobody came]{.claim #a} there.'],
  ['Kramdown’s colon', '[nobody came]⟦markup-broken|{: .claim #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a colon behind the class', '[nobody came]⟦markup-broken|{claim: #a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['two signs', '[nobody came]⟦markup-broken|{..claim ##a}⟧ there.', '[nobody came]{.claim #a} there.'],
  ['a stop behind the class', '[nobody came]{.⟦markup-broken|claim.⟧ #a} there.', '[nobody came]{.claim #a} there.'],
  ['a name that takes in the class', '[nobody came]{#⟦markup-broken|a.claim⟧ about="house"} there.', '[nobody came]{#a .claim about="house"} there.'],
  ['two classes as one', '[nobody came]{.⟦markup-broken|claim.open⟧ #a about="house"} there.', '[nobody came]{.claim .open #a about="house"} there.'],
  ['a class misspelt', '[nobody came]{.⟦markup-broken|cliam⟧ #a about="house"} there.', '[nobody came]{.claim #a about="house"} there.'],
  ['a class misspelt before a source', '[“nobody came”]{.⟦markup-broken|qoute⟧ from="@meyer2011"} there.', '[“nobody came”]{.quote from="@meyer2011"} there.'],
  ['quotation marks for brackets', 'He said “nobody came”⟦markup-broken|{.quote from="@meyer2011"}⟧.', 'He said [“nobody came”]{.quote from="@meyer2011"}.'],
  ['full-width signs', '[nobody came]⟦markup-broken|｛．claim ＃a｝⟧ there.', '[nobody came]{.claim #a} there.'],
  ['full-width colons', '⟦markup-broken|：：： {.claim #a}⟧\nA div.\n\n:::', '::: {.claim #a}\nA div.\n\n:::'],
  ['two colons', '⟦markup-broken|:: {.claim #a}⟧\nA div.\n::', '::: {.claim #a}\nA div.\n:::'],
  ['two colons and a class alone', '⟦markup-broken|:: {.claim}⟧\nA div.\n::', '::: {.claim}\nA div.\n:::'],
  ['a dot in a fence without braces', '::: ⟦markup-broken|.claim⟧\nA div.\n:::', '::: claim\nA div.\n:::'],
  ['a name in a fence without braces', '⟦markup-broken|::: claim #a⟧\nA div.\n:::', '::: {.claim #a}\nA div.\n:::'],
  ['words on the line of a fence', '⟦markup-broken|::: {.claim #a}⟧ A div.\n:::', '::: {.claim #a}\nA div.\n:::'],
  ['two closing braces in a fence', '⟦markup-broken|::: {.claim #a}⟧}\nA div.\n:::', '::: {.claim #a}\nA div.\n:::'],
  ['in a list', '- [nobody came]⟦markup-broken| {.claim #a}⟧ there.', '- [nobody came]{.claim #a} there.'],
  ['in a note', 'So.[^1]\n\n[^1]: [nobody came]⟦markup-broken|{claim #a}⟧ there.', 'So.[^1]\n\n[^1]: [nobody came]{.claim #a} there.'],
  ['a fence of other people right below a paragraph', 'Before it.\n⟦markup-broken|::: {.aside}⟧\nA div.\n:::', 'Before it.\n\n::: {.aside}\nA div.\n:::'],
  ['a comment behind the attributes of a heading', '# Works ⟦markup-broken|{.unnumbered}⟧ <!-- later -->', '# Works <!-- later --> {.unnumbered}'],
  ['a note behind the attributes of a heading', '## Works ⟦markup-broken|{#works}⟧[^1]\n\n[^1]: All of them.', '## Works [^1] {#works}\n\n[^1]: All of them.'],
  ['a hyphen below an item', '- The first\n  ⟦markup-broken|-⟧\n\nMore.', '- The first\n\nMore.'],
  ['a hyphen below a paragraph', 'He came to town.\n⟦markup-broken|-⟧\n\nMore.', 'He came to town.\n\nMore.'],
  ['a note in place before a link', 'It sailed⟦markup-broken|^[so Adler says]⟧[Figure 1](#fig-1).', 'It sailed^[so Adler says] [Figure 1](#fig-1).'],
  ['a note in place that becomes a link', 'It sailed⟦markup-broken|^[so Adler says]⟧(#fig-1).', 'It sailed^[so Adler says] (#fig-1).'],
  ['two notes side by side', 'It sailed[^a]⟦markup-broken|[^b]⟧.\n\n[^a]: One.\n\n[^b]: Two.', 'It sailed[^a]^,^[^b].\n\n[^a]: One.\n\n[^b]: Two.'],
  ['a paragraph taken for an address', 'It sailed.\n\n⟦markup-broken|[Editor]: The ship was the Mary.⟧', 'It sailed.\n\n\\[Editor]: The ship was the Mary.'],
]; // prettier-ignore

const SILENT: readonly [title: string, text: string][] = [
  ['code', 'Write `[words] {.claim #a}` so.\n\n```\n[words]{claim #a}\n::: {claim #a}\n```'],
  ['a brace that a backslash makes one like any other', 'Write [words]\\{.claim #a about="x"} for it, or \\{.claim}.'],
  ['names and classes with dots', '[words]{#fig.map} and [words]{.note.big} and [words]{#claim.a}.'],
  ['classes of other people', '[words] {.aside #a about="x"} and [words]{note #a} and [words]{.Note}.\n\n::: warning {#x}\nA div.\n:::'],
  ['apostrophes in values', '[words]{.claim #a by=O\'Neil} and [words]{.claim #b says="\'tis = yes"} and [words]{.claim #c by=Jones\'}.'],
  ['classes that only look like ours', '[words]{.quotes} and [words]{.Claim} and [words]{.claims .big}.'],
  ['mathematics', 'The set $\\{claim, #a\\}$ of {claims}, and {claim} of {a = b}.'],
  ['braces in prose', 'They [the owners] {claim it was so}, and [others] {quote it}.'],
  ['what is as it should be', '[nobody came]{.claim #a about="house" says="trusted = no"}.\n\n::: {.claim #b}\nA div.\n:::\n\n:::: {.claim #c}\n::: {.claim #d}\nInner.\n:::\n::::'],
  ['names of others in values, in marks of either kind', "[nobody came]{.claim #a supports='#b'}, [all went]{.claim #b contradicts='#a #c'} and [some]{.claim #c supports=#b}."],
  ['brackets that belong together', 'He [the owner of [the house]{.claim #a} there] came; [see @meyer2011, and [all]{.claim #b}].'],
  ['quotations of other people', '[words]{.Quote #a} and ::: and {.claim that it was so}.'],
  ['an escaped bracket', 'An \\[open bracket and [words]{.claim #a}.'],
  ['links, classes and templates of other people', '[words](./claim.md) and [words](.quotes) and [words][.net] and {{ .Claim }} and {{.claim}} and [words]{: .quote}.'],
  ['an id that begins with a digit', '[nobody came]{.claim #1 about="house"} there.'],
  ['attributes of a factor', '[words]{.factor about="x"} and [words]{.act when="x"}.'],
  ['a citation behind braces', '[words]{.claim #b}[@meyer2011] and [words]{.claim #c}[^1].\n\n[^1]: A note.'],
  ['a stroke of colons', 'std:: claim and a :: quote -> b.\n\n::: aside\nWords.\n:::'],
  ['headings as they should be', '# Works {.unnumbered}\n\n# Works <!-- later --> {#works}\n\n# The set {a, b} of words\n\n# A `{.class}` here\n\n# See [it]{.big} now\n\nTitle\n-----\n\n- one\n-\n- two'],
  ['addresses with blanks, and comments', '[a]: my file name.png\n\n[b]: /some folder/of mine here\n\n[//]: # (A comment of mine)\n\n[c]: <> (A comment of mine)\n\n[d]: http://example.org "The title of it"\n\n[e]: chapter.md "The title of it"\n\n[f]: mailto:me@example.org'],
  ['notes with something between them', 'It sailed[^a],[^b] or ^[so] [it](#x) and ^[here](#x) and x^[raised](#x)^.\n\n[^a]: One.\n\n[^b]: Two.'],
  ['rows of tables that are shorter or end with a pipe', '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |\n| 1 | 2 | |\n| 1 | `x | y` |'],
  ['templates', '{{< claim #a about="x" >}} and {% claim %} and {claim: "x"}.'],
]; // prettier-ignore

describe('markup that is broken', () => {
  for (const [title, drawn, mended] of SLIPS)
    it(`is told and mended: ${title}`, async () => {
      await check(`//- notes.md\n${drawn}\n`, ONLY);
      const at = drawn.indexOf('⟦');
      const fixture = `${drawn.slice(0, at)}‸${drawn.slice(at)}`
        .replace(/⟦[^|⟧]*\|/g, '')
        .replaceAll('⟧', '');
      const first = (await titlesIn(`//- notes.md\n${fixture}\n`)).find((each) => OURS.test(each));
      assert.equal((await checkAction(`//- notes.md\n${fixture}\n`, first!)).trimEnd(), mended.trimEnd());
    });

  it('is told in words: what Pandoc makes of it, and what to do', async () => {
    const drawn = 'Ten ⟦markup-broken|[⟧nobody [came]{.claim #a} there.';
    await check(`//- notes.md\n${drawn}\n`, {
      ...ONLY,
      messages: ['This bracket is never closed: what is annotated begins only at the next one.'],
    });
    const titles = await titlesIn('//- notes.md\nTen ‸[nobody [came]{.claim #a} there.\n');
    assert.ok(titles.includes('Begin at the first bracket'));
  });

  for (const [title, text] of SILENT)
    it(`is not told of ${title}`, () => check(`//- notes.md\n${text}\n`, ONLY).then(() => undefined));
});

describe('words that Pandoc leaves out', () => {
  it('are told: cells for which a table has no column, once where the line under its head is too short', () =>
    check(
      '//- notes.md\n| a | b |\n|---|---|\n| 1 | 2 | ⟦markup-broken|3 | 4⟧ |\n| 1 | 2 | |\n| 5 | 6 | ⟦markup-broken|7⟧ |\n\n' +
        '| a | b | ⟦markup-broken|c⟧ |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 |\n\n' +
        '| |\n|---|\n| 1 | ⟦markup-broken|2 | 3⟧ |\n| 4 | 5 |\n\n.pull-left[| a | b |\n|---|---|\n| 1 | 2 |]\n',
      ONLY,
    ));

  it('are not told of a comment that is written as the address of a link', () =>
    check(
      '//- notes.md\nThe dockers won.\n\n[//]: is to be said in the second chapter as well\n\n[comment]: The owners come in later than that\n\n⟦markup-broken|[Note]: The owners come in later than that⟧\n',
      ONLY,
    ));

  it('are told once too where a row without words ends the table, and not of a comment or of rows that a program writes', () =>
    check(
      '//- notes.md\n| |\n|---|\n| 1 | ⟦markup-broken|2⟧ |\n| 3 | 4 |\n| | |\n\n' +
        '| a | b |\n|---|---|\n| 1 | 2 | <!-- count anew --> |\n\n' +
        '| a | b |\n|---|---|\n{% for ship in ships %}| {{ ship }} | {{ port }} |\n',
      ONLY,
    ));

  it('may be written as a note, where a number is in front of them', async () => {
    const written = '//- notes.md\nIt sailed[1].\n\n‸[1]: See Adler, *Ports*.\n';
    assert.equal(
      await checkAction(written, 'Write it as a note'),
      'It sailed[1].\n\n[^1]: See Adler, *Ports*.\n',
    );
  });
});
