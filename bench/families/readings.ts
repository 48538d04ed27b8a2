/** Sound texts: claims, citations, suppressions, quotations and their sources. */
import { each, families, prose, times, type Files } from './family.ts';

const BIB = '@book{k0, title = {A}, author = {Weaver, Ann}, year = 1999}\n';
/** A text with the work that it quotes. */
const quoting = (text: string, source: string): Files => ({
  'text.md': text,
  'sicetnon.yaml': 'bibliography: [works.bib]\nsources: {source.txt: k0}\n',
  'works.bib': BIB,
  'source.txt': source,
});
/** `n` different words. */
const various = (n: number): string => each(n, (i) => `w${i.toString(36)}a `);
const disable = (rule: string): string => `<!-- sicetnon-disable ${rule} -->`;
const enable = (rule: string): string => `<!-- sicetnon-enable ${rule} -->`;
const next = (rule: string): string => `<!-- sicetnon-disable-next-line ${rule} -->`;

export const readingFamilies = [
  ...families('suppressions', {
    'for the next line': (n) => times(n, `${next('citation-undefined')}\nWords [@a].\n\n`),
    'for the next line, idle': (n) => times(n, `${next('citation-undefined')}\nWords.\n\n`),
    'for the next line, one above the other': (n) =>
      times(n, `${next('citation-undefined')}\n`) + 'Words [@a].\n',
    'opened and closed': (n) =>
      times(n, `${disable('footnote-undefined')}\n\nWords[^a].\n\n${enable('footnote-undefined')}\n\n`),
    opened: (n) => times(n, `${disable('footnote-undefined')}\n\nWords[^a].\n\n`),
    'opened, never closed by others': (n) =>
      times(n, `${disable('footnote-undefined')}\n\nWords[^a].\n\n${enable('claim-open')}\n\n`),
    closed: (n) => times(n, `${enable('footnote-undefined')}\n\n`),
    'of many rules': (n) => `${disable(each(n, (i) => `r${i} `))}\n\nWords[^a].\n`,
    'of many rules, each by itself': (n) => each(n, (i) => `${disable(`r${i}`)}\n\nWords[^a].\n\n`),
    'of many rules, closed together': (n) =>
      each(n, (i) => `${disable(`r${i}`)}\n\n`) + enable(each(n, (i) => `r${i} `)),
    'of a file': (n) => times(n, `<!-- sicetnon-disable-file footnote-undefined -->\n\nWords[^a].\n\n`),
    unclosed: (n) => times(n, '<!-- sicetnon-disable '),
    'with reasons': (n) =>
      times(n, '<!-- sicetnon-disable-next-line citation-undefined: words and words -->\nWords [@a].\n\n'),
    'findings under one': (n) =>
      `${disable('footnote-undefined')}\n\n${each(n, (i) => `Words[^a${i}].\n\n`)}`,
    'findings beside one': (n) => `${disable('claim-open')}\n\n${each(n, (i) => `Words[^a${i}].\n\n`)}`,
  }),
  ...families('claims', {
    claims: (n) => each(n, (i) => `[Words]{.claim #c${i}}.\n\n`),
    'claims in one paragraph': (n) => each(n, (i) => `[Words]{.claim #c${i}}. `),
    'claims of one name': (n) => times(n, '[Words]{.claim #c}.\n\n'),
    'claims without names': (n) => times(n, '[Words]{.claim}. '),
    'claims that support one': (n) =>
      '[Words]{.claim #c}.\n\n' + each(n, (i) => `[Words]{.claim #c${i} supports="#c"}.\n\n`),
    'claims that support nothing': (n) => each(n, (i) => `[Words]{.claim #c${i} supports="#x${i}"}.\n\n`),
    'claims in a chain': (n) => each(n, (i) => `[Words]{.claim #c${i} supports="#c${i + 1}"}.\n\n`),
    'one claim of many': (n) => `[Words]{.claim #c supports="${each(n, (i) => `#x${i} `)}"}.\n`,
    'one claim with much evidence': (n) => `[Words]{.claim #c evidence="${each(n, (i) => `@k${i}; `)}"}.\n`,
    'divs of claims': (n) => each(n, (i) => `::: {.claim #c${i}}\nWords.\n:::\n\n`),
    'citations behind a claim': (n) => `[Words]{.claim #c} ${times(n, '[@k0] ')}.\n`,
    placeholders: (n) => times(n, 'Words [citation needed]. '),
    sentences: (n) => times(n, 'Words of p. 3 and so on, e.g. these. '),
    locators: (n) => `[@k0, ${each(n, (i) => `pp. ${i}-${i + 1}, `)}]`,
    'locators of letters': (n) => `[@k0, ${times(n, 'p')}]`,
    'locators of braces': (n) => `[@k0, {${times(n, '{')}]`,
    'attributes nearly known': (n) => each(n, (i) => `[Words]{.claim #c${i} abuot="a"}.\n\n`),
  }),
  ...families('quotations', {
    quotations: (n) => quoting(times(n, 'It says “the guild of the town” [@k0].\n\n'), prose(200)),
    'quotations, all different': (n) =>
      quoting(
        each(
          n,
          (i) =>
            `It says “w${i.toString(36)}a w${(i + 1).toString(36)}a w${(i + 2).toString(36)}a” [@k0].\n\n`,
        ),
        various(n + 3),
      ),
    'quotations, all absent': (n) =>
      quoting(
        each(n, (i) => `It says “a w${i}b of none c${i}” [@k0].\n\n`),
        various(200),
      ),
    'quotations, all altered': (n) =>
      quoting(
        each(n, (i) => `It says “the guilds of the town w${i}” [@k0].\n\n`),
        prose(400),
      ),
    'a long quotation': (n) => quoting(`It says “${various(n)}” [@k0].\n`, various(n)),
    'a long quotation, altered': (n) =>
      quoting(`It says “${various(n)} x ${various(n)}” [@k0].\n`, various(2 * n)),
    'a long quotation, absent': (n) =>
      quoting(`It says “${times(n, 'none of these ')}” [@k0].\n`, various(n)),
    'a source, repeating itself': (n) =>
      quoting('It says “the guild of the city held” [@k0].\n', prose(8 * n)),
    'a source of one letter': (n) => quoting('It says “aaaa aaaa aaab” [@k0].\n', times(n, 'aaaa ')),
    'a source and a quotation, repeating': (n) => quoting(`It says “${prose(n)} x” [@k0].\n`, prose(8 * n)),
    ellipses: (n) => quoting(`It says “${times(n, 'the guild … ')}the town” [@k0].\n`, prose(8 * n)),
    'ellipses of different words': (n) =>
      quoting(`It says “${each(n, (i) => `w${i.toString(36)}a … `)}end” [@k0].\n`, various(n)),
    'ellipses of absent words': (n) => quoting(`It says “${times(n, 'none … ')}end” [@k0].\n`, prose(8 * n)),
    brackets: (n) => quoting(`It says “${times(n, 'the [old] guild ')}” [@k0].\n`, prose(8 * n)),
    'brackets, empty': (n) => quoting(`It says “${times(n, '[…] ')}” [@k0].\n`, prose(n)),
    sic: (n) => quoting(`It says “${times(n, 'guild [sic] ')}” [@k0].\n`, prose(n)),
    'notes within': (n) =>
      quoting(`It says “${times(n, 'the^[My italics.] guild ')}” [@k0].\n`, prose(8 * n)),
    'pages of a source': (n) =>
      quoting(
        'It says “the guild” [@k0, p. 3].\n',
        each(n, (i) => `[p. ${i + 1}] ${prose(8)}\n\n`),
      ),
    'pages alone on lines': (n) =>
      quoting(
        'It says “the guild” [@k0, p. 3].\n',
        each(n, (i) => `${i + 1}\n\n${prose(8)}\n\n`),
      ),
    'running heads': (n) =>
      quoting(
        'It says “the guild” [@k0, p. 3].\n',
        each(n, (i) => `${i + 1} THE GUILD\n\n${prose(24)}\n\n\f`),
      ),
    'hyphens at line ends': (n) => quoting('It says “the guild” [@k0].\n', times(n, 'the gu-\nild held ')),
    'short lines': (n) => quoting('It says “the guild” [@k0].\n', times(n, 'the guild\nheld\n')),
    'marks of a source': (n) => quoting('It says “the guild” [@k0].\n', times(n, '*the* [guild](a) `b` ')),
    'block quotations': (n) => quoting(times(n, '> the guild of the town\n\n[@k0]\n\n'), prose(200)),
    'quotation marks within': (n) => quoting(`It says “${times(n, '‘the’ guild ')}” [@k0].\n`, prose(8 * n)),
    'quotations without citations': (n) => quoting(times(n, '“the guild of the town” '), prose(200)),
    'quotations before one citation': (n) => quoting(`${times(n, '“the guild” and ')} [@k0].\n`, prose(200)),
  }),
];
