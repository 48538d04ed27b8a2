/** Constructs within each other and mixed: what real notes are made of, but very much of it, and not always closed. */
import { each, families, nested, parts, plain, prose, times, type Files } from './family.ts';

const BIB = '@book{k0, title = {A}, author = {Weaver, Ann}, year = 1999}\n';
const cited = (text: string, more: Files = {}): Files => ({
  'text.md': text,
  'sicetnon.yaml': 'bibliography: [works.bib]\n',
  'works.bib': BIB,
  ...more,
});
const quoting = (text: string, source: string): Files =>
  cited(text, {
    'sicetnon.yaml': 'bibliography: [works.bib]\nsources: {source.txt: k0}\n',
    'source.txt': source,
  });
/** `n` levels of indentation at most: what is nested by indentation grows with the square. */
const deep = (n: number): number => Math.ceil(Math.sqrt(n));

export const mixtureFamilies = [
  ...families('mixed blocks', {
    'notes within lists within quotations': (n) =>
      each(n, (i) => `> - [^a${i}]: words\n>\n>     - more[^a${i}]\n\n`),
    'divs within notes': (n) => each(n, (i) => `a[^${i}]\n\n[^${i}]: ::: b\n    words\n    :::\n\n`),
    'quotations and lists, nested in turn': (n) =>
      each(deep(n), (i) => `${times(i % 2 ? i : i + 1, '> - ')}words\n\n`),
    'quotations and lists, on one line': (n) => `${times(n, '> - ')}words\n`,
    'quotations and divs, nested in turn': (n) => each(deep(n), (i) => `${times(i, '> ')}::: a\n`),
    'divs within list items': (n) => each(n, (i) => `- ::: {.claim #c${i}}\n  words\n  :::\n`),
    'divs within list items, unclosed': (n) => each(n, (i) => `- ::: {.claim #c${i}}\n  words\n`),
    'list items of fences, unclosed': (n) => times(n, '- ```\n  words\n'),
    'list items of HTML, unclosed': (n) => times(n, '- <div>\n  words\n'),
    'list items of tables': (n) => times(n, '- a|b\n  -|-\n  c|d\n\n'),
    'tables of notes': (n) => `a|b\n-|-\n${each(n, (i) => `x^[n ${i}]|y[^${i}]\n`)}`,
    'tables of claims': (n) => `a|b\n-|-\n${each(n, (i) => `[x]{.claim #c${i} about="g"}|[@k${i}, p. 3]\n`)}`,
    'cells unclosed': (n) => `a|b\n-|-\n${times(n, '[x`|"y$\n')}`,
    'grids within grids': (n) => nested(deep(n), '+---+\n| ', ' |\n+---+\n'),
    'definition lists of notes': (n) => each(n, (i) => `term[^${i}]\n:   [^${i}]: words\n\n`),
    'line blocks of claims': (n) => each(n, (i) => `| [x]{.claim #c${i}} [@k, p. ${i}]\n`),
    'comments around claims': (n) => each(n, (i) => `<!--\n[x]{.claim #c${i}}\n-->\n\n`),
    'comments within paragraphs, unclosed at the end': (n) => `${times(n, 'words <!-- a --> ')}<!-- words`,
    'headings of claims': (n) => each(n, (i) => `## [x]{.claim #c${i}} [@k${i}] {#h${i}}\n\n`),
    'headings within quotations': (n) => times(n, '> # a {.b}\n> words\n\n'),
    'fences within divs, unclosed': (n) => times(n, '::: a\n```\n'),
    'raw blocks': (n) => times(n, '```{=html}\n<div>\n```\n\n'),
    'cells of Quarto': (n): Files => ({
      'text.qmd': each(n, (i) => `\`\`\`{r}\n#| label: fig-${i}\n#| fig-cap: "[@k${i}]"\nplot()\n\`\`\`\n\n`),
    }),
    'front matter again and again, with references': (n) =>
      each(n, (i) => `---\nreferences:\n- id: r${i}\n---\n\n[@r${i}]\n\n`),
    'front matter of abstracts': (n) =>
      `---\nabstract: |\n${each(n, (i) => `  Words [@k${i}]^[note].\n\n`)}---\n`,
    'front matter of nested lists': (n) =>
      `---\na:\n${each(deep(n), (i) => `${times(i, '  ')}- b:\n`)}---\n\nWords.\n`,
    'one note, called and defined in itself': (n) => `a[^a]\n\n[^a]: ${times(n, 'b[^a] ')}\n`,
    'notes that call each other': (n) => each(n, (i) => `[^${i}]: a[^${i + 1}]\n\n`),
    'inline notes within inline notes of notes': (n) => `a${nested(n, '^[b [^c] ', ']')}`,
    'examples and references to them': (n) => each(n, (i) => `(@e${i}) a as in (@e${i - 1})\n\n`),
    'abbreviations, unclosed': (n) => times(n, '*[a]: b\n'),
    'lines with carriage returns': (n) => times(n, 'words [@a]\r\n\r\n'),
    'carriage returns alone': (n) => times(n, 'words [@a]\r\r'),
    'byte order marks': (n) => times(n, '\ufeff[@a]\ufeff\n'),
    zeros: (n) => times(n, '\u0000[@a\u0000]\n'),
    'marks of direction': (n) => times(n, '\u202e[@a]\u202c \u2066b '),
    'combining marks': (n) => `[@a${times(n, '\u0301')}]`,
    'separators of lines': (n) => times(n, 'a\u2028b\u2029c\u0085'),
  }),
  ...families('mixed inlines', {
    'claims within claims, with citations': (n) =>
      nested(Math.min(n, 4000), '[a ', ' [@k0]]{.claim}') + times(n, 'a '),
    'claims that cross emphasis': (n) => times(n, '*a [b* c]{.claim} **d '),
    'claims with notes': (n) => each(n, (i) => `[a^[b [c]{.claim #d${i}}.]]{.claim #c${i}} `),
    'claims, the last brace missing': (n) => each(n, (i) => `[a]{.claim #c${i} says="x = 1" `),
    'claims, quotation marks in values': (n) => each(n, (i) => `[a]{.claim #c${i} says="x = \\"1\\""} `),
    'claims, single quotation marks unclosed': (n) => times(n, "[a]{.claim by='b} "),
    'citations with prefixes and suffixes': (n) =>
      times(n, '[see *e.g.* -@k0, p. [3], and **so on**; cf. @k1, {pp. 1, 2}, more] '),
    'citations in text, with brackets unclosed': (n) => times(n, '@k0 [p. 3 '),
    'citations, semicolons alone': (n) => `[@k0${times(n, ';')}]`,
    'citations, hyphens': (n) => `[@k0, ${times(n, '1-')}]`,
    'citations, en dashes and commas': (n) => `[@k0, pp. ${times(n, '1–2, ')}]`,
    'citations, Roman pages': (n) => `[@k0, pp. ${times(n, 'xiv–xvi, ')}]`,
    'citations, letters for pages': (n) => `[@k0, p. ${times(n, 'iv')}]`,
    'citations by intent': (n) => times(n, '[@disagreesWith:k0; @agreesWith:k1] '),
    'links within citations': (n) => times(n, '[@k0, [p. 3](http://a.b)] '),
    'addresses in angles, unclosed': (n) => times(n, '<http://a.b/c '),
    'images of images': (n) => nested(n, '![', '](a.png)'),
    'mathematics and money': (n) => times(n, 'it cost $5 and $x$ '),
    apostrophes: (n) => times(n, "the weavers' and dyers' 'tis "),
    'quotation marks of all languages, unclosed': (n) => times(n, '«a ‹b „c ‚d “e ‘f 「g 『h 《i "j '),
    'quotation marks of all languages, nested': (n) => nested(n, '«‹„“‘「『', '』」’”“›»'),
    'quotation marks, turned': (n) => times(n, '»a« ›b‹ ”c” '),
    'quotation marks, German and English in turn': (n) => times(n, '„a” “b“ '),
    'quotation marks with citations, unclosed': (n) => times(n, '“a [@k0] '),
    'ellipses in brackets': (n) => times(n, '“a [...] b […] c” [@k0] '),
    'shortcodes of Quarto': (n): Files => ({ 'text.qmd': times(n, '{{< include a.qmd >}} [@k] ') }),
    'references of characters in citations': (n) => times(n, '[@k0, p.&nbsp;3&ndash;4] '),
    'backslashes in citations': (n) => times(n, '[@k0, p.\\ 3\\; \\[4\\]] '),
    'tags of many names, unclosed': (n) => each(n, (i) => `<a${i} b="c"> `),
    'spans of HTML': (n) => each(n, (i) => `<span class="claim" id="c${i}">a</span> `),
    'spans of HTML, nested': (n) => nested(n, '<span class="claim">', '</span>'),
  }),
  ...families('mixed quotations', {
    'a source of two words in turn, and ellipses': (n) =>
      quoting('It says “guild market … guild town … market guild” [@k0].\n', times(n, 'guild market ')),
    'ellipses, each piece everywhere': (n) =>
      quoting(
        `It says “${times(Math.min(n, 40), 'the guild … ')}the end” [@k0].\n`,
        times(n, 'the guild of the town held '),
      ),
    'ellipses, many quotations': (n) =>
      quoting(
        times(n, 'It says “the guild … of the town … its market” [@k0].\n\n'),
        times(400, 'the guild of the town held its market and '),
      ),
    'nearly the words, everywhere': (n) =>
      quoting(
        'It says “the guild of the town keeps its market by the river” [@k0].\n',
        times(n, 'the guild of the town kept its market by the rivers '),
      ),
    'nearly the words, many times': (n) =>
      quoting(
        each(n, (i) => `It says “the guild of the town ${i} kept its market” [@k0].\n\n`),
        times(600, 'the guild of the town held its market. '),
      ),
    'interpolations of many words': (n) =>
      quoting(`It says “the [${times(n, 'old ')}] guild” [@k0].\n`, prose(4000)),
    'brackets unclosed within': (n) => quoting(`It says “${times(n, 'the [old guild ')}” [@k0].\n`, prose(n)),
    'a source of pages that fall': (n) =>
      quoting(
        'It says “the guild” [@k0, p. 3].\n',
        each(n, (i) => `[p. ${n - i}] the guild of the town\n\n`),
      ),
    'a source of one page, again and again': (n) =>
      quoting(
        times(20, 'It says “the guild of old” [@k0, p. 3].\n\n'),
        times(n, '[p. 3] the guild of the town\n\n'),
      ),
    'a source of quotation marks': (n) => quoting('It says “the guild” [@k0].\n', times(n, '“‘«the guild ')),
    'a source of Chinese': (n) => quoting('它说“行會在河邊開市” [@k0].\n', times(n, '行會在城裏開市')),
    'a source of one long word': (n) => quoting('It says “the guild” [@k0].\n', times(n, 'guild')),
    'a source of hyphens': (n) => quoting('It says “the guild” [@k0].\n', times(n, 'gu-\n')),
    'works quoted in one sentence': (n) =>
      quoting(`It says “the guild of the town” [${times(n, '@k0; ')}@k0].\n`, prose(400)),
    'block quotations with citations in each line': (n) =>
      quoting(times(n, '> the guild of the town [@k0]\n'), prose(400)),
    'block quotations, nested': (n) =>
      quoting(`${each(deep(n), (i) => `${times(i + 1, '>')} the guild\n`)}\n[@k0]\n`, prose(400)),
    'marked quotations': (n) =>
      quoting(
        each(n, (i) => `[“the guild of the town”]{.quote from="@k0" at="p. ${i}"}\n\n`),
        prose(400),
      ),
    'quotations of Chinese marks within each other': (n) =>
      quoting(
        `它说${nested(Math.min(n, 2000), '「行會『', '』河邊」')} [@k0].\n${times(n, '行會')}\n`,
        times(400, '行會在城裏'),
      ),
    'commands of LaTeX': (n) =>
      quoting(times(n, String.raw`\enquote{the guild of the town} [@k0] `), prose(400)),
    'commands of LaTeX, unclosed': (n) =>
      quoting(times(n, String.raw`\enquote{the guild [@k0] `), prose(400)),
    'commands of LaTeX, nested': (n) =>
      quoting(`${nested(n, String.raw`\enquote{the `, '}')} [@k0]`, prose(400)),
    'tags of quotations': (n) => quoting(times(n, '<q>the guild of the town</q> [@k0] '), prose(400)),
    'tags of quotations, unclosed': (n) => quoting(times(n, '<q>the guild of the town [@k0] '), prose(400)),
    'tags of quotations, their attributes unclosed': (n) => quoting(times(n, '<q cite="a'), prose(400)),
    'entities of quotation marks': (n) =>
      quoting(times(n, '&ldquo;the guild of the town&rdquo; [@k0] '), prose(400)),
    'entities of quotation marks, unclosed': (n) =>
      quoting(times(n, '&ldquo;the guild &bdquo; [@k0] '), prose(400)),
    'entities and quotation marks in turn': (n) =>
      quoting(times(n, '&ldquo;the guild&rdquo; [@k0] “of the town” [@k0] '), prose(400)),
    'works written out after the words': (n) =>
      quoting(times(n, '“the guild of old,” Weaver, *A*, p. 3. '), prose(400)),
    'works written out before the words': (n) =>
      quoting(times(n, 'Weaver, *A*, p. 3: “the guild of old.” '), prose(400)),
    'names of works that do not end': (n) => quoting(times(n, '“the guild,” Weaver, *A of the '), prose(400)),
    'names and commas before the words': (n) =>
      quoting(`${times(n, 'Weaver, ')}*A*, p. 3: “the guild”`, prose(400)),
    'the same work again and again': (n) =>
      quoting(
        `So it was (Weaver 1999: 2). ${times(n, 'It says “the guild of old” (ibid.: 3). ')}`,
        prose(400),
      ),
    'the same work, in paragraphs': (n) =>
      quoting(`So it was [@k0].\n\n${times(n, 'It says “the guild of old” (ibid.).\n\n')}`, prose(400)),
    'the same work, of which none is cited': (n) =>
      quoting(times(n, 'It says “the guild of old” (ibid., p. 3). '), prose(400)),
    'pages alone': (n) =>
      quoting(`So it was (Weaver 1999). ${times(n, 'It says “the guild” (p. 3). ')}`, prose(400)),
    'signed blocks': (n) =>
      quoting(times(n, '> the guild of old\n>\n> — Ann Weaver, *A*, p. 3\n\n'), prose(400)),
    'blocks with labels': (n) =>
      quoting(times(n, 'It says [@k0]:\n\n> **Article 5.** the guild of old\n\n'), prose(400)),
    'asterisks before blocks': (n) => quoting(`It says [@k0]:\n\n> ${times(n, '**a')}\n`, prose(400)),
    verse: (n) => quoting(`It says “${times(n, 'the guild / of the town // ')}” [@k0].\n`, prose(n)),
  }),
  ...families('mixed found', {
    'idem and ibid. in turn': (n) =>
      parts(
        each(n, (i) => `Words.<sup>${i + 1}</sup>\n\n`),
        '# Notes',
        each(
          n,
          (i) =>
            `${i + 1}. ${i % 7 ? ['Ibid.', 'Idem, p. 3.', 'Op. cit., p. 4.'][i % 3]! : `Weaver ${i}, *Cloth*, 1999.`}\n`,
        ),
      ),
    'supra in a chain': (n) =>
      parts(
        each(n, (i) => `Words.<sup>${i + 1}</sup>\n\n`),
        '# Notes',
        each(n, (i) => `${i + 1}. ${i ? `See note ${i}, above.` : 'Weaver, *Cloth*, 1999.'}\n`),
      ),
    'supra in a circle': (n) =>
      parts(
        each(n, (i) => `Words.<sup>${i + 1}</sup>\n\n`),
        '# Notes',
        each(n, (i) => `${i + 1}. Weaver (n ${n - i}), at 4.\n`),
      ),
    'notes by chapter': (n) =>
      plain(
        each(
          n,
          (i) =>
            `CHAPTER ${i + 1}\n\nWords are said.1 And more.2\n\nNOTES\n\n1. Weaver, Cloth ${i}, p. 3.\n2. Ibid.\n\n`,
        ),
      ),
    'notes at page feet': (n) =>
      plain(each(n, (i) => `Words are said here.${i + 1}\n\n${i + 1} Weaver, Cloth, p. ${i}.\n\n`)),
    'notes in place': (n) =>
      plain(
        each(n, (i) => `Words are said here.[${i + 1}]\n\n[Footnote ${i + 1}: Weaver, Cloth, p. 3.]\n\n`),
      ),
    'two lists of references': (n) =>
      parts(
        each(n, (i) => `So it was (Ba${i}son 1999).\n\n`),
        '# Primary sources',
        each(n, (i) => `Weaver A (1999) Title ${i}. Leiden: Burrow.\n\n`),
        '# Secondary sources',
        each(n, (i) => `Dyer A (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'references in one paragraph': (n) =>
      parts(
        'So it was (Weaver, 1999).',
        '# References',
        each(n, (i) => `Weaver A (${1900 + (i % 100)}) Title ${i}. Leiden: Burrow. `),
      ),
    'references on lines without blank ones': (n) =>
      parts(
        'So it was (Weaver, 1999).',
        '# References',
        each(n, (i) => `Weaver A (${1900 + (i % 100)}) Title ${i}.\n   Leiden: Burrow.\n`),
      ),
    'references of sentences without end': (n) =>
      parts('So it was (Weaver, 1999).', '# References', `Weaver A (1999) ${times(n, 'and, (1999) ')}`),
    'references of capitals': (n) =>
      parts(
        each(n, (i) => `So it was (WEAVER, ${1900 + (i % 100)}).\n\n`),
        '# References',
        each(n, (i) => `WEAVER, Ann, TITLE ${i}, ${1900 + (i % 100)}.\n\n`),
      ),
    'references with particles': (n) =>
      parts(
        times(n, 'So it was (van der Weaver and de la Dyer, 1999).\n\n'),
        '# References',
        each(n, (i) => `van der Weaver${i} A and de la Dyer B (1999) Title. Leiden: Burrow.\n\n`),
      ),
    'names that all begin alike': (n) =>
      parts(
        each(n, (i) => `So it was (Weaver${times(i % 9, 'a')}, 1999).\n\n`),
        '# References',
        each(n, (i) => `Weaver${times(i % 11, 'a')} A (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'letters after years': (n) =>
      parts(
        each(n, (i) => `So it was (Weaver, 1999${'abcdefghijklmnopqrstuvwxyz'[i % 26]!}).\n\n`),
        '# References',
        each(n, (i) => `Weaver A (1999${'abcdefghijklmnopqrstuvwxyz'[i % 26]!}) Title ${i}.\n\n`),
      ),
    'numbers in ranges': (n) =>
      parts(
        each(n, (i) => `So it was [${i + 1}–${i + 3}, ${n - i}].\n\n`),
        '# References',
        each(n, (i) => `[${i + 1}] Weaver A. Title ${i}. Leiden: Burrow, 1999.\n\n`),
      ),
    'numbers in a range of all': (n) =>
      parts(
        times(n, `So it was [1–${n}].\n\n`),
        '# References',
        each(n, (i) => `[${i + 1}] Weaver A. Title ${i}. Leiden: Burrow, 1999.\n\n`),
      ),
    'calls without spaces': (n) =>
      plain(`${each(n, (i) => `word${i + 1}`)}\n\nNotes\n\n${each(n, (i) => `${i + 1}. Words.\n`)}`),
    'pages alone in parentheses': (n) =>
      parts(
        times(n, 'Weaver says so (1999). And (14). And (p. 15). '),
        '# References',
        'Weaver A (1999) Title.\n',
      ),
    'quotations without works': (n) => plain(times(n, '“the guild of the town” (Weaver 1999: 3) and so ')),
    'a found text with a bibliography': (n) =>
      cited(each(n, (i) => `So it was (Weaver ${1900 + (i % 100)}: ${i}).\n\n`)),
  }),
];
