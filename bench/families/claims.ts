/** Claims that contradict, imply and support each other, and the project's declarations. */
import { each, families, times, type Files } from './family.ts';

const PROPERTIES = `properties:
  members: {type: quantity, unit: person, tolerance: 5%}
  trusted: {type: boolean}
  founded: {type: date}
`;
const project = (text: string, yaml = PROPERTIES): Files => ({ 'text.md': text, 'sicetnon.yaml': yaml });
const claim = (i: number, attributes: string): string => `[Words ${i}]{.claim #c${i} ${attributes}}.\n\n`;
const of = (says: string, rest = ''): string => `about="guild" says="${says}" ${rest}`;
const addresses = (n: number): string => each(n, (i) => `#c${i} `);

export const claimFamilies = [
  ...families('conflicts', {
    'claims that all contradict each other': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${i * i + 1}`, `by="s${i}"`)))),
    'claims that all contradict each other, of one asserter': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${i * i + 1}`)))),
    'claims that all contradict each other, undeclared': (n) =>
      each(n, (i) => claim(i, of(`members = ${i}`, `by="s${i}"`))),
    'claims of two opinions': (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i}"`)))),
    'claims of one opinion and one against': (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i ? 'yes' : 'no'}`, `by="s${i}"`)))),
    'claims that agree': (n) => project(each(n, (i) => claim(i, of('trusted = yes', `by="s${i}"`)))),
    'claims of words of their own': (n) => each(n, (i) => claim(i, of(`kind = k${i}`, `by="s${i}"`))),
    'claims of years of their own': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${i}`, `when="${String(i % 9000).padStart(4, '0')}"`)))),
    'claims of places of their own': (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `where="p${i}"`)))),
    'claims of dates that exclude each other': (n) =>
      project(each(n, (i) => claim(i, of(`founded = ${1000 + (i % 1000)}`, `by="s${i}"`)))),
    'claims that one claim contradicts': (n) =>
      `[Words]{.claim #c contradicts="${addresses(n)}"}.\n\n` + each(n, (i) => claim(i, '')),
    'claims that contradict one': (n) =>
      '[Words]{.claim #c}.\n\n' + each(n, (i) => claim(i, 'contradicts="#c"')),
    'claims that each contradict the next': (n) => each(n, (i) => claim(i, `contradicts="#c${i + 1}"`)),
    'a claim that resolves all': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${i}`, `by="s${i}"`))) +
          `[Verdict]{.claim #v resolves="${addresses(n)}"}.\n`,
      ),
    'a claim that resolves all and prefers half': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${i}`, `by="s${i}"`))) +
          `[Verdict]{.claim #v resolves="${addresses(n)}" prefers="${addresses(n >> 1)}"}.\n`,
      ),
    'claims that each resolve two': (n) => each(n, (i) => claim(i, `resolves="#c${i + 1} #c${i + 2}"`)),
  }),
  ...families('consequences', {
    'a chain of implications': (n) => each(n, (i) => claim(i, `implies="#c${i + 1}"`)),
    'a chain of implications to a contradiction': (n) =>
      project(
        each(n, (i) => claim(i, `implies="#c${i + 1}"`)) +
          claim(n, of('trusted = no')) +
          claim(n + 1, of('trusted = yes')),
      ),
    'a chain of implications that all contradict': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${i * i}`, `implies="#c${i + 1}"`)))),
    'a circle of implications': (n) => each(n, (i) => claim(i, `implies="#c${(i + 1) % n}"`)),
    'a claim that implies all': (n) =>
      `[Words]{.claim #c implies="${addresses(n)}"}.\n\n` + each(n, (i) => claim(i, '')),
    'claims that imply one': (n) => '[Words]{.claim #c}.\n\n' + each(n, (i) => claim(i, 'implies="#c"')),
    'opposed claims that all imply one': (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i}" implies="#c0"`)))),
  }),
  ...families('support', {
    'a circle of support': (n) => each(n, (i) => claim(i, `supports="#c${(i + 1) % n}"`)),
    'small circles of support': (n) => each(n, (i) => claim(i, `supports="#c${i ^ 1}"`)),
    'a circle of support by evidence': (n) => each(n, (i) => claim(i, `evidence="#c${(i + 1) % n}"`)),
    'claims that support and contradict one': (n) =>
      '[Words]{.claim #c}.\n\n' + each(n, (i) => claim(i, 'supports="#c" contradicts="#c"')),
    'a claim that supports and contradicts all': (n) =>
      `[Words]{.claim #c supports="${addresses(n)}" contradicts="${addresses(n)}"}.\n\n` +
      each(n, (i) => claim(i, '')),
    'a chain of rejected claims': (n) => each(n, (i) => claim(i, `supports="#c${i + 1}" status="rejected"`)),
    'a chain with one work at its head': (n) =>
      `[Words]{.claim #c supports="#c0"} [@k0].\n\n` + each(n, (i) => claim(i, `supports="#c${i + 1}"`)),
  }),
  ...families('what one claim says', {
    'parts of a says, the same again': (n) => claim(0, of(times(n, 'trusted = yes; '))),
    'parts of a says, of two opinions': (n) =>
      project(claim(0, of(times(n, 'trusted = yes; trusted = no; ')))),
    'parts of a says': (n) => claim(0, of(each(n, (i) => `p${i} = yes; `))),
    'parts of a says, broken': (n) => claim(0, of(times(n, 'odd words; '))),
    'signs of a says': (n) => claim(0, of(times(n, '='))),
    'actors that a claim is about': (n) =>
      claim(0, `about="${each(n, (i) => `a${i} `)}" says="trusted = no"`),
    'actors and parts': (n) =>
      claim(0, `about="${each(n, (i) => `a${i} `)}" says="${each(n, (i) => `p${i} = yes; `)}"`),
    'asserters of a claim': (n) => claim(0, `by="${each(n, (i) => `s${i} `)}" says="guild.trusted = no"`),
    'asserters of two claims': (n) =>
      project(
        claim(0, of('trusted = no', `by="${each(n, (i) => `s${i} `)}"`)) +
          claim(1, of('trusted = yes', `by="${each(n, (i) => `t${i} `)}"`)),
      ),
    'evidence of a claim': (n) => claim(0, `evidence="${each(n, (i) => `#c${i}; `)}"`),
    'addresses of other files': (n) => claim(0, `supports="${each(n, (i) => `f${i}.md#c${i} `)}"`),
    'a long value': (n) => claim(0, of(`members = ${times(n, '1,')}`)),
    'a long date': (n) => claim(0, of('trusted = no', `when="${times(n, '1996-')}"`)),
    'a long date of unknown digits': (n) => claim(0, of('trusted = no', `when="${times(n, 'X')}"`)),
    'a long list of dates': (n) => claim(0, of('trusted = no', `when="[${times(n, '1996,')}]"`)),
    'a long place': (n) => claim(0, of('trusted = no', `where="${times(n, 'p ')}"`)),
    'a long unit': (n) => claim(0, of(`members = 3 ${times(n, 'x ')}`)),
    'a long word for a status': (n) => claim(0, `status="${times(n, 'x')}"`),
  }),
  ...families('vocabularies', {
    'places in a chain': (n) =>
      project(
        claim(0, of('trusted = no', 'where="p0"')) + claim(1, of('trusted = yes', `where="p${n}"`)),
        `places:\n${each(n, (i) => `  p${i}: p${i + 1}\n`)}`,
      ),
    'places in a chain, written backwards': (n) =>
      project('Words.\n', `places:\n${each(n, (i) => `  p${n - i}: p${n - i - 1}\n`)}`),
    'places in a circle': (n) =>
      project('Words.\n', `places:\n${each(n, (i) => `  p${i}: p${(i + 1) % n}\n`)}`),
    'places in one': (n) => project('Words.\n', `places:\n${each(n, (i) => `  p${i}: q\n`)}`),
    'claims of places in a chain': (n) =>
      project(
        each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i}" where="p${i}"`))),
        `places:\n${each(n, (i) => `  p${i}: p${i + 1}\n`)}`,
      ),
    properties: (n) =>
      project(claim(0, of('p0 = yes')), `properties:\n${each(n, (i) => `  p${i}: {type: boolean}\n`)}`),
    'properties, undeclared': (n) =>
      project(
        each(n, (i) => claim(i, of(`q${i} = yes`))),
        PROPERTIES,
      ),
    'properties, nearly declared': (n) =>
      project(
        each(n, (i) => claim(i, of(`p${i}x = yes`))),
        `properties:\n${each(n, (i) => `  p${i}: {type: boolean}\n`)}`,
      ),
    'values of a choice': (n) =>
      project(
        claim(0, of('form = v0')),
        `properties:\n  form: {type: choice, of: [${each(n, (i) => `v${i}, `)}]}\n`,
      ),
    'values of a choice, claimed': (n) =>
      project(
        each(n, (i) => claim(i, of(`form = v${i}`, `by="s${i}"`))),
        `properties:\n  form: {type: choice, of: [${each(n, (i) => `v${i}, `)}]}\n`,
      ),
    'values of a choice, none of them claimed': (n) =>
      project(
        each(n, (i) => claim(i, of(`form = w${i}`))),
        `properties:\n  form: {type: choice, of: [${each(n, (i) => `v${i}, `)}]}\n`,
      ),
    'contrary values': (n) =>
      project(
        each(n, (i) => claim(i, of(`form = v${i}`, `by="s${i}"`))),
        `properties:\n  form: {type: choice, many: true, of: [${each(n + 1, (i) => `v${i}, `)}], contrary: [${each(n, (i) => `[v${i}, v${i + 1}], `)}]}\n`,
      ),
    'rules that do not exist': (n) =>
      project('Words.\n', `rules:\n${each(n, (i) => `  claim-opem${i}: hint\n`)}`),
    'relations in a register': (n) => ({
      'text.md': 'Words.\n',
      'sicetnon.yaml': 'actors: [actors.yaml]\n',
      'actors.yaml': each(n, (i) => `a${i}:\n  name: Aa${i}\n  relations: {part-of: [a${i + 1}]}\n`),
    }),
    'relations of one actor': (n) => ({
      'text.md': 'Words.\n',
      'sicetnon.yaml': 'actors: [actors.yaml]\n',
      'actors.yaml': `a:\n  name: Aa\n  relations: {part-of: [${each(n, (i) => `a${i}, `)}]}\n`,
    }),
  }),
  ...families('globs', {
    'stars and one letter': (n) => ({
      [`${times(200, 'a')}.md`]: 'Words.\n',
      'sicetnon.yaml': `include: ["${times(n, '*a')}b"]\n`,
    }),
    'groups in groups': (n) => ({
      [`${times(200, 'a')}.md`]: 'Words.\n',
      'sicetnon.yaml': `exclude: ["${times(n, '+(')}a${times(n, ')')}"]\n`,
    }),
    patterns: (n) => project('Words.\n', `exclude:\n${each(n, (i) => `  - "*${i}*.md"\n`)}`),
    'files by patterns': (n) => ({
      'text.md': 'Words.\n',
      'sicetnon.yaml': 'exclude: ["**/*a*a*a*a*a*a*a*a*b?"]\n',
      ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`${times(40, 'a')}${i}.md`, ''])),
    }),
  }),
];
