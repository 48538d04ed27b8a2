/** YAML: front matter with aliases, nesting and long keys; registers of actors; the project file. */
import { each, families, nested, times, type Files } from './family.ts';

const front = (yaml: string): string => `---\n${yaml}\n---\n\nWords.\n`;
const register = (yaml: string, text = 'The guild of Aa0 met.\n'): Files => ({
  'text.md': text,
  'sicetnon.yaml': 'actors: [actors.yaml]\n',
  'actors.yaml': yaml,
});
/** So many files. */
const filesOf = (n: number, write: (i: number) => readonly [path: string, text: string]): Files =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => write(i)));
const project = (yaml: string): Files => ({ 'text.md': 'Words.\n', 'sicetnon.yaml': yaml });

export const yamlFamilies = [
  ...families('front matter', {
    keys: (n) => front(each(n, (i) => `k${i}: v\n`)),
    'keys, the same again': (n) => front(times(n, 'a: b\n')),
    'a long key': (n) => front(`${times(n, 'a')}: b`),
    'a long value': (n) => front(`a: ${times(n, 'b ')}`),
    'a folded value': (n) => front(`a: >\n${times(n, '  b\n')}`),
    'quotation marks unclosed': (n) => front(times(n, 'a: "b\n')),
    anchors: (n) => front(each(n, (i) => `a${i}: &x${i} b\n`)),
    'aliases of one anchor': (n) => front(`a: &x [b]\n${each(n, (i) => `c${i}: *x\n`)}`),
    'aliases that double': (n) =>
      front(`a0: &x0 [b]\n${each(n, (i) => `a${i + 1}: &x${i + 1} [*x${i}, *x${i}]\n`)}`),
    'aliases of nothing': (n) => front(each(n, (i) => `a${i}: *x${i}\n`)),
    'aliases in a chain': (n) => front(`a0: &x0 b\n${each(n, (i) => `a${i + 1}: &x${i + 1} [*x${i}]\n`)}`),
    'sequences, nested': (n) => front(`a: ${nested(n, '[', ']')}`),
    'sequences, unclosed': (n) => front(`a: ${times(n, '[')}`),
    'mappings, nested': (n) => front(`a: ${nested(n, '{a: ', '}')}`),
    'dashes, nested': (n) => front(`a:\n  ${times(n, '- ')}b`),
    items: (n) => front(`a:\n${times(n, '  - b\n')}`),
    comments: (n) => front(times(n, '# a\n') + 'a: b'),
    tags: (n) => front(each(n, (i) => `a${i}: !!b c\n`)),
    tabs: (n) => front(times(n, '\ta: b\n')),
    'broken lines': (n) => front(times(n, 'a: b: c\n')),
    signs: (n) => front(times(n, '%@`{}[]&*!|>\n')),
    'many blocks': (n) => times(n, '---\na: b\n---\n\n'),
    'never closed': (n) => times(n, '---\na: b\n'),
    bibliographies: (n) => front(`bibliography:\n${each(n, (i) => `  - b${i}.bib\n`)}`),
    references: (n) => front(`references:\n${each(n, (i) => `  - id: r${i}\n    title: a\n`)}`),
  }),
  ...families('registers', {
    actors: (n) => register(each(n, (i) => `a${i}:\n  name: Aa${i}\n`)),
    'actors, the same again': (n) => register(times(n, 'a:\n  name: Aa\n')),
    'actors of one name': (n) => register(each(n, (i) => `a${i}:\n  name: Aa0\n`)),
    'actors of one name, mentioned': (n) =>
      register(
        each(n, (i) => `a${i}:\n  name: Aa0\n`),
        times(n, 'Then Aa0 met.\n\n'),
      ),
    aliases: (n) => register(`a:\n  name: Aa\n  aliases: [${each(n, (i) => `Aa${i}, `)}]\n`),
    'aliases, the same again': (n) => register(`a:\n  name: Aa\n  aliases: [${times(n, 'Ab, ')}]\n`),
    'aliases, shared': (n) => register(each(n, (i) => `a${i}:\n  name: Aa${i}\n  aliases: [Bb]\n`)),
    'aliases, beginnings of each other': (n) =>
      register(
        `a:\n  name: Aa\n  aliases:\n${each(Math.ceil(Math.sqrt(n)), (i) => `    - ${'Aa '.repeat(i + 1)}\n`)}`,
      ),
    'a long name': (n) => register(`a:\n  name: ${times(n, 'Aa ')}\n`, times(n, 'Aa ')),
    mentions: (n) => register('a:\n  name: Aa\n', times(n, 'Aa ')),
    'mentions in paragraphs': (n) => register('a:\n  name: Aa\n', times(n, 'Then Aa met.\n\n')),
    'mentions, possessive': (n) => register('a:\n  name: Aa\n', times(n, "Aa's ")),
    'mentions, by markup': (n) => register('a:\n  name: Aa\n', times(n, '[b]{.actor ref="a"} ')),
    'mentions, of nobody': (n) =>
      register(
        'a:\n  name: Aa\n',
        each(n, (i) => `[b]{.actor ref="c${i}"} `),
      ),
    'mentions of many': (n) =>
      register(
        each(n, (i) => `a${i}:\n  name: Aa${i}\n`),
        each(n, (i) => `Then Aa${i} met.\n\n`),
      ),
    'relations to one': (n) =>
      register('b:\n  name: Bb\n' + each(n, (i) => `a${i}:\n  name: Aa${i}\n  relations: {part-of: [b]}\n`)),
    'relations in a chain': (n) =>
      register(each(n, (i) => `a${i}:\n  name: Aa${i}\n  relations: {part-of: [a${i + 1}]}\n`)),
    'relations of one': (n) =>
      register(`a:\n  name: Aa\n  relations: {part-of: [${each(n, (i) => `b${i}, `)}]}\n`),
    'works of one': (n) => register(`a:\n  name: Aa\n  works: [${each(n, (i) => `w${i}, `)}]\n`),
    'keys nobody knows': (n) => register(`a:\n  name: Aa\n${each(n, (i) => `  k${i}: v\n`)}`),
    'Chinese names': (n) =>
      register(
        each(n, (i) => `a${i}:\n  name: 行會${i}\n`),
        times(n, '行會1行會2'),
      ),
  }),
  ...families('project', {
    'keys nobody knows': (n) => project(each(n, (i) => `k${i}: v\n`)),
    properties: (n) => project(`properties:\n${each(n, (i) => `  p${i}: {type: boolean}\n`)}`),
    choices: (n) => project(`properties:\n  p: {type: choice, of: [${each(n, (i) => `c${i}, `)}]}\n`),
    rules: (n) => project(`rules:\n${each(n, (i) => `  r${i}: off\n`)}`),
    'rules, the same again': (n) => project(`rules:\n${times(n, '  claim-open: off\n')}`),
    sources: (n) => project(`sources:\n${each(n, (i) => `  s${i}.md: w${i}\n`)}`),
    'registers that are missing': (n) => project(`actors: [${each(n, (i) => `a${i}.yaml, `)}]\n`),
    registers: (n) => ({
      'text.md': 'The guild of Aa0 met.\n',
      'sicetnon.yaml': `actors: [${each(n, (i) => `a${i}.yaml, `)}]\n`,
      ...filesOf(n, (i) => [`a${i}.yaml`, `a${i}:\n  name: Aa${i}\n`]),
    }),
    'registers by a glob': (n) => ({
      'text.md': 'The guild of Aa0 met.\n',
      'sicetnon.yaml': 'actors: ["*.yaml"]\n',
      ...filesOf(n, (i) => [`a${i}.yaml`, `a${i}:\n  name: Aa${i}\n`]),
    }),
    bibliographies: (n) => ({
      'text.md': 'So it was [@k0].\n',
      'sicetnon.yaml': `bibliography: [${each(n, (i) => `b${i}.bib, `)}]\n`,
      ...filesOf(n, (i) => [`b${i}.bib`, `@book{k${i}, title = {A}}\n`]),
    }),
    'bibliographies that are missing': (n) => project(`bibliography: [${each(n, (i) => `b${i}.bib, `)}]\n`),
    'bibliographies of documents': (n) => ({
      'text.md': 'Words.\n',
      ...filesOf(n, (i) => [`f${i}/t.md`, `---\nbibliography: b.bib\n---\n\n[@k${i}]\n`]),
      ...filesOf(n, (i) => [`f${i}/b.bib`, `@book{k${i}, title = {A}}\n`]),
    }),
    places: (n) => project(`places: {${each(n, (i) => `P${i}: Q, `)}}\n`),
    nesting: (n) => project(`properties: ${nested(n, '{a: ', '}')}\n`),
    files: (n) => ({
      'text.md': 'Words[^a].\n\n[^a]: b\n',
      'sicetnon.yaml': 'include: ["**/*.md"]\n',
      ...Object.fromEntries(
        Array.from({ length: Math.ceil(n / 8) }, (_, i) => [`f${i}.md`, 'Words [@a].\n']),
      ),
    }),
  }),
];
