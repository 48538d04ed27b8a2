/** Bibliographies: BibTeX, CSL-JSON, CSL-YAML, RIS. */
import { each, families, nested, times, type Files } from './family.ts';

const works = (file: string, content: string, text = 'See [@k0].\n'): Files => ({
  'text.md': text,
  'sicetnon.yaml': `bibliography: [${file}]\n`,
  [file]: content,
});
const bib = (content: string, text?: string): Files => works('works.bib', content, text);
const json = (content: string): Files => works('works.json', content);
const entry = (fields: string): string => `@book{k0, title = {A}, ${fields}}\n`;

export const bibliographyFamilies = [
  ...families('bibtex', {
    entries: (n) => bib(each(n, (i) => `@book{k${i}, title = {A}, author = {B, C}, year = 1999}\n`)),
    'entries, all cited': (n) =>
      bib(
        each(n, (i) => `@book{k${i}, title = {A}, author = {B, C}, year = 1999}\n`),
        each(n, (i) => `See [@k${i}].\n\n`),
      ),
    'entries of one key': (n) => bib(times(n, '@book{k0, title = {A}}\n')),
    'entries, unclosed': (n) => bib(each(n, (i) => `@book{k${i}, title = {A},\n`)),
    'entries, braces unclosed': (n) => bib(each(n, (i) => `@book{k${i}, title = {A\n`)),
    'entries, quotation marks unclosed': (n) => bib(each(n, (i) => `@book{k${i}, title = "A\n`)),
    'entries, keys alone': (n) => bib(each(n, (i) => `@book{k${i}`)),
    signs: (n) => bib(times(n, '@')),
    'signs with names': (n) => bib(times(n, '@a ')),
    'signs with braces': (n) => bib(times(n, '@a{')),
    'signs with parentheses': (n) => bib(times(n, '@a(')),
    braces: (n) => bib(times(n, '{')),
    'braces in a value': (n) => bib(entry(`note = {${nested(n, '{', '}')}}`)),
    'a long value': (n) => bib(entry(`note = {${times(n, 'a ')}}`)),
    'a long key': (n) => bib(`@book{${times(n, 'k')}, title = {A}}`),
    fields: (n) => bib(entry(each(n, (i) => `f${i} = {a}, `))),
    'fields, the same again': (n) => bib(entry(times(n, 'note = {a}, '))),
    'fields without values': (n) => bib(entry(times(n, 'note, '))),
    names: (n) => bib(entry(`author = {${times(n, 'B, C and ')}D, E}`)),
    'names, commas': (n) => bib(entry(`author = {${times(n, ', ')}}`)),
    strings: (n) => bib(each(n, (i) => `@string{s${i} = "a"}\n`) + entry('note = s1')),
    'strings of strings': (n) =>
      bib(
        `@string{s0 = "a"}\n${each(n, (i) => `@string{s${i + 1} = s${i} # "a"}\n`)}` + entry(`note = s${n}`),
      ),
    'strings that double': (n) =>
      bib(
        `@string{s0 = "a"}\n${each(n, (i) => `@string{s${i + 1} = s${i} # s${i}}\n`)}` +
          entry(`note = s${n}`),
      ),
    'strings joined': (n) => bib(entry(`note = ${times(n, '"a" # ')}"b"`)),
    comments: (n) => bib(times(n, '@comment{a}\n')),
    'comments, unclosed': (n) => bib(times(n, '@comment{a\n')),
    preambles: (n) => bib(times(n, '@preamble{"a"}\n')),
    'per cent signs': (n) => bib(times(n, '% a\n')),
    'words between': (n) => bib(times(n, 'words ') + entry('')),
    'crossref in a chain': (n) => bib(each(n, (i) => `@book{k${i}, crossref = {k${i + 1}}}\n`)),
    'crossref to one': (n) =>
      bib('@book{p, title = {A}}\n' + each(n, (i) => `@incollection{k${i}, crossref = {p}}\n`)),
    'crossref in a circle': (n) => bib(each(n, (i) => `@book{k${i}, crossref = {k${(i + 1) % n}}}\n`)),
    'crossref to nothing': (n) => bib(each(n, (i) => `@book{k${i}, crossref = {x${i}}}\n`)),
    'xdata in a chain': (n) => bib(each(n, (i) => `@xdata{k${i}, xdata = {k${i + 1}}}\n`)),
    'xdata of one': (n) =>
      bib(each(n, (i) => `@xdata{x${i}, note = {a}}\n`) + entry(`xdata = {${each(n, (i) => `x${i},`)}}`)),
    'citations of nothing': (n) =>
      bib(
        entry(''),
        each(n, (i) => `See [@x${i}].\n\n`),
      ),
    'citations of one': (n) => bib(entry(''), times(n, 'See [@k0, p. 3].\n\n')),
    'near keys': (n) =>
      bib(
        each(n, (i) => `@book{smith${1000 + i}, title = {A}}\n`),
        each(Math.min(n, 20), (i) => `See [@smyth${1000 + i}].\n\n`),
      ),
  }),
  ...families('csl', {
    items: (n) => json(`[${each(n, (i) => `{"id":"k${i}","title":"A"},`)}{"id":"z"}]`),
    'items of one id': (n) => json(`[${times(n, '{"id":"k0","title":"A"},')}{"id":"z"}]`),
    'items, unclosed': (n) => json(`[${times(n, '{"id":"k0","title":"A",')}`),
    'arrays, nested': (n) => json(`[{"id":"k0","x":${nested(n, '[', ']', '')}}]`),
    'objects, nested': (n) => json(`[{"id":"k0","x":${nested(n, '{"a":', '}', '1')}}]`),
    'brackets, unclosed': (n) => json(times(n, '[')),
    fields: (n) => json(`[{"id":"k0"${each(n, (i) => `,"f${i}":"a"`)}}]`),
    names: (n) => json(`[{"id":"k0","author":[${times(n, '{"family":"A"},')}{"family":"B"}]}]`),
    'a long value': (n) => json(`[{"id":"k0","title":"${times(n, 'a ')}"}]`),
    escapes: (n) => json(`[{"id":"k0","title":"${times(n, '\\n')}"}]`),
    'quotation marks': (n) => json(times(n, '"')),
    'strings, unclosed': (n) => json(`[${times(n, '{"id":"k0')}`),
    'yaml, items': (n) => works('works.yaml', `references:\n${each(n, (i) => `- id: k${i}\n  title: A\n`)}`),
    'yaml, broken': (n) => works('works.yaml', `references:\n${times(n, '- id: "k0\n')}`),
  }),
  ...families('ris', {
    entries: (n) =>
      works(
        'works.ris',
        each(n, (i) => `TY  - BOOK\nID  - k${i}\nTI  - A\nER  - \n\n`),
      ),
    'entries, unclosed': (n) =>
      works(
        'works.ris',
        each(n, (i) => `TY  - BOOK\nID  - k${i}\nTI  - A\n`),
      ),
    names: (n) => works('works.ris', `TY  - BOOK\nID  - k0\n${times(n, 'AU  - A, B\n')}ER  - \n`),
    'lines continued': (n) =>
      works('works.ris', `TY  - BOOK\nID  - k0\nTI  - A\n${times(n, 'words\n')}ER  - \n`),
    'ends alone': (n) => works('works.ris', times(n, 'ER  - \n')),
    'tags nobody knows': (n) => works('works.ris', `TY  - BOOK\nID  - k0\n${times(n, 'ZZ  - A\n')}ER  - \n`),
    'lines without tags': (n) => works('works.ris', times(n, 'words\n')),
  }),
];
