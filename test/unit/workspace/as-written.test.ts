/** Project files, settings of books, paths and globs, as they are written and read: each row is one. */
import { readProject } from '../../../server/src/workspace/project-file.ts';
import { bookOf, outputsOf, readSettings } from '../../../server/src/workspace/project-settings.ts';
import { FoundBibliographies, namesOne } from '../../../server/src/workspace/found-bibliographies.ts';
import { globProblem, matcherOf } from '../../../server/src/workspace/glob.ts';
import {
  extensionOf,
  folderOf,
  foldersAbove,
  isGlob,
  isOutside,
  nameOf,
  relativeTo,
  resolvePath,
} from '../../../server/src/workspace/paths.ts';
import { checkRows } from '../../support/rows.ts';

const yes = (is: boolean): string => (is ? 'yes' : 'no');
const lines = (row: string): string => row.replaceAll('¶', '\n');

describe('a project file', () => {
  /** What is read of the asked keys, and what is wrong: with the words that it is told of. */
  const told = (row: string): string => {
    const text = lines(row);
    const project = readProject(text, { ruleCodes: ['claim-circular', 'quote-absent'] });
    const problems = project.problems.map(
      ({ range, message }) => `${JSON.stringify(text.slice(range.from, range.to))} ${message}`,
    );
    const { properties, places, rules, sources, excerpts } = project;
    const read = [
      ...[...properties.values()].map((each) =>
        JSON.stringify(
          Object.entries<unknown>({ ...each }).flatMap(([key, value]) =>
            key !== 'name' &&
            value !== false &&
            value !== null &&
            value !== 0 &&
            value !== '' &&
            !(Array.isArray(value) && value.length === 0)
              ? [key, value]
              : [],
          ),
        ),
      ),
      ...[...places].map(([place, around]) => `${place} in ${around}`),
      ...[...rules].map(([code, severity]) => `${code} ${severity}`),
      ...[...sources].map(
        ([path, { text: key }]) => `${path} of ${key}${excerpts.has(path) ? ', in part' : ''}`,
      ),
      ...project.bibliography.map(({ text: path }) => path),
      ...project.actors.map(({ text: path }) => `actors ${path}`),
      ...project.papers.map(({ text: path }) => `papers ${path}`),
      ...project.knownPrefixes.map((prefix) => `keys ${prefix}`),
      ...(project.csl ? [`style ${project.csl.text}`] : []),
      ...(project.timelessSpan === null ? [] : [`${project.timelessSpan} years`]),
      ...(project.conflictEnds === 'one' ? [] : [project.conflictEnds]),
      ...(project.declaresBibliography ? ['declared'] : []),
      ...project.exclude.map((glob) => `without ${glob}`),
    ];
    return [read.join(', '), ...problems].filter(Boolean).join(' · ');
  };

  it('says where its files are', () =>
    checkRows(
      `
      bibliography: a.bib ⇒ a.bib, declared
      bibliography: [a.bib, 'b/*.bib'] ⇒ a.bib, b/*.bib, declared
      bibliography: ⇒
      bibliography: [] ⇒ declared
      bibliography: {a: b} ⇒ declared · "{a: b}" \`bibliography\` must be a list of words or phrases.
      bibliography: '!a.bib' ⇒ !a.bib, declared · "!a.bib" “!a.bib” says what is not meant. Write it under \`exclude\`, without the exclamation mark. It is passed over.
      bibliography: 'a\\\\b.bib' ⇒ a\\\\b.bib, declared
      known-prefixes: ['R-', ''] ⇒ keys R-
      known-prefixes: '!(' ⇒ keys !(
      csl: a.csl ⇒ style a.csl
      actors: ['a{1..3}.yaml'] ⇒ actors a{1..3}.yaml · "a{1..3}.yaml" “a{1..3}.yaml” counts from one end to the other. A pattern may hold *, **, ?, [a-z] and {one,other}; write out what the braces may hold. It is passed over.
      exclude: ['!drafts/**'] ⇒ without !drafts/** · "!drafts/**" “!drafts/**” says what is not meant. Write it under \`exclude\`, without the exclamation mark. It is passed over.
      include: ['+(a)'] ⇒ "+(a)" “+(a)” holds a group in parentheses. A pattern may hold *, **, ?, [a-z] and {one,other}; of several wordings each is a pattern of its own. It is passed over.
      papers: [papers, 'p*', 'a?', ''] ⇒ papers papers · "p*" \`papers\` names folders, and no patterns. · "a?" \`papers\` names folders, and no patterns.
      sources: {a.txt: key, ./b.txt: '@key'} ⇒ a.txt of key, b.txt of key
      sources: {a.txt: {work: key, excerpt: true}} ⇒ a.txt of key, in part
      sources: {a.txt: {work: key, excerpt: false}} ⇒ a.txt of key
      sources: {a.txt: {excerpt: true}} ⇒ "a.txt" Here should stand the citekey of the work whose text this file is.
      sources: {a.txt: } ⇒ "a.txt" Here should stand the citekey of the work whose text this file is.
      sources: {a.txt: '@'} ⇒ "a.txt" Here should stand the citekey of the work whose text this file is.
      sources: {a.txt: {work: key, other: 1}} ⇒ a.txt of key · "other" A source has no key \`other\`; it knows \`work\` and \`excerpt\`.
      sources: [a.txt] ⇒ "[a.txt]" \`sources\` must hold lines of the form \`key: value\`.
      nothing: 1 ⇒ "nothing" A project file has no key \`nothing\`; it knows \`bibliography\`, \`known-prefixes\`, \`csl\`, \`actors\`, \`include\`, \`exclude\`, \`sources\`, \`papers\`, \`properties\`, \`places\`, \`timeless-span\`, \`conflict-ends\` and \`rules\`.
      `,
      told,
    ));

  it('says how gravely rules are taken, and more', () =>
    checkRows(
      `
      rules: {claim-circular: error} ⇒ claim-circular error
      rules: {claim-circular: off, quote-absent: hint} ⇒ claim-circular off, quote-absent hint
      rules: {claim-circulr: warning} ⇒ claim-circulr warning · "claim-circulr" There is no rule \`claim-circulr\`; \`claim-circular\` is probably meant.
      rules: {something-else: information} ⇒ something-else information · "something-else" There is no rule \`something-else\`.
      rules: {claim-circular: grave} ⇒ "grave" The severity of a rule cannot be \`grave\`; it is \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`.
      rules: {claim-circular: } ⇒ "claim-circular" Here should stand \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`.
      rules: x ⇒ "x" \`rules\` must hold lines of the form \`key: value\`.
      timeless-span: 10 ⇒ 10 years
      timeless-span: 12345 ⇒ "12345" \`timeless-span\` is a number of years, as in \`10\`.
      timeless-span: ten ⇒ "ten" \`timeless-span\` is a number of years, as in \`10\`.
      timeless-span: -1 ⇒ "-1" \`timeless-span\` is a number of years, as in \`10\`.
      timeless-span: ⇒
      conflict-ends: both ⇒ both
      conflict-ends: one ⇒
      conflict-ends: none ⇒ "none" \`conflict-ends\` cannot be \`none\`; \`one\` is probably meant.
      conflict-ends: ⇒
      `,
      told,
    ));

  it('says which places lie in which', () =>
    checkRows(
      `
      places: {Ghent: Flanders, Flanders: Belgium} ⇒ Ghent in Flanders, Flanders in Belgium
      places: {Ghent: Ghent} ⇒ "Ghent" A place cannot lie in itself: Ghent lies in Ghent. This line is not read.
      places: {Ghent: Flanders, Flanders: Ghent} ⇒ Ghent in Flanders · "Ghent" A place cannot lie in itself: Flanders lies in Ghent lies in Flanders. This line is not read.
      places: {a: b, b: c, c: d, d: a} ⇒ a in b, b in c, c in d · "a" A place cannot lie in itself: d lies in a lies in b lies in c lies in d. This line is not read.
      places: {a: b, b: c, c: d, d: e, e: a} ⇒ a in b, b in c, c in d, d in e · "a" A place cannot lie in itself: e lies in a lies in b lies in c lies in d lies in e. This line is not read.
      places: {a: b, b: c, c: d, d: e, e: f, f: a} ⇒ a in b, b in c, c in d, d in e, e in f · "a" A place cannot lie in itself: f lies in a lies in b lies in c lies in d lies in e lies in f. This line is not read.
      places: {a: b, b: c, c: d, d: e, e: f, f: g, g: a} ⇒ a in b, b in c, c in d, d in e, e in f, f in g · "a" A place cannot lie in itself: g lies in a lies in b lies in c lies in … lies in f lies in g. This line is not read.
      places: {a: b, c: d, d: a, b: c} ⇒ a in b, c in d, d in a · "c" A place cannot lie in itself: b lies in c lies in d lies in a lies in b. This line is not read.
      places: {Ghent: [Flanders]} ⇒ "[Flanders]" The place that another lies in must be one word or phrase, not a list.
      places: x ⇒ "x" \`places\` must hold lines of the form \`key: value\`.
      `,
      told,
    ));

  it('says which properties there are', () =>
    checkRows(
      `
      properties: {a: {type: boolean}} ⇒ ["type","boolean","mood","fact"]
      properties: {a: {type: boolean, share: true, mood: norm}} ⇒ ["type","boolean","share",true,"mood","norm"]
      properties: {a: {type: date, mood: fact}} ⇒ ["type","date","mood","fact"]
      properties: {a: {type: text, mood: }} ⇒ ["type","text","mood","fact"]
      properties: {a: {type: text, mood: should}} ⇒ ["type","text","mood","fact"] · "should" \`mood\` cannot be \`should\`; it is \`fact\` or \`norm\`.
      properties: {a: {type: choice, of: [x, y]}} ⇒ ["type","choice","of",["x","y"],"mood","fact"]
      properties: {a: {type: choice}} ⇒ ["type","choice","mood","fact"] · "a" \`a\` is a choice and needs \`of\`, the list of what it can be.
      properties: {a: {type: choice, of: []}} ⇒ ["type","choice","mood","fact"] · "a" \`a\` is a choice and needs \`of\`, the list of what it can be.
      properties: {a: {type: choice, of: [x, y], many: true, contrary: [[x, y]]}} ⇒ ["type","choice","of",["x","y"],"many",true,"contrary",[["x","y"]],"mood","fact"]
      properties: {a: {type: choice, of: [x, y], many: yes, contrary: [[x, z]]}} ⇒ ["type","choice","of",["x","y"],"many",true,"contrary",[["x","z"]],"mood","fact"] · "z" \`z\` is not one of the values in \`of\`.
      properties: {a: {type: choice, of: [x, y], contrary: [[x, y]]}} ⇒ ["type","choice","of",["x","y"],"contrary",[["x","y"]],"mood","fact"] · "[[x, y]]" \`contrary\` has a use only beside \`many: true\`: without it any two values are contrary.
      properties: {a: {type: choice, of: [x, y], many: true, contrary: [[x], [x, y, z], x]}} ⇒ ["type","choice","of",["x","y"],"many",true,"mood","fact"] · "[x]" \`contrary\` is a list of pairs, as in \`[[workers, capital]]\`. · "[x, y, z]" \`contrary\` is a list of pairs, as in \`[[workers, capital]]\`. · "x" \`contrary\` is a list of pairs, as in \`[[workers, capital]]\`.
      properties: {a: {type: choice, of: [x, y], many: true, contrary: x}} ⇒ ["type","choice","of",["x","y"],"many",true,"mood","fact"] · "x" \`contrary\` is a list of pairs, as in \`[[workers, capital]]\`.
      properties: {a: {type: choice, of: [x, y], many: true, contrary: }} ⇒ ["type","choice","of",["x","y"],"many",true,"mood","fact"]
      properties: {a: {type: choice, of: [x, y], many: perhaps}} ⇒ ["type","choice","of",["x","y"],"mood","fact"] · "perhaps" \`many\` must be \`true\` or \`false\`.
      properties: {a: {type: quantity, unit: person, tolerance: 5%, additive: true}} ⇒ ["type","quantity","unit","person","tolerance",0.05,"additive",true,"mood","fact"]
      properties: {a: {type: quantity, tolerance: 0.05}} ⇒ ["type","quantity","tolerance",0.05,"mood","fact"]
      properties: {a: {type: quantity, tolerance: .5}} ⇒ ["type","quantity","tolerance",0.5,"mood","fact"]
      properties: {a: {type: quantity, tolerance: 1}} ⇒ ["type","quantity","tolerance",1,"mood","fact"]
      properties: {a: {type: quantity, tolerance: 2}} ⇒ ["type","quantity","mood","fact"] · "2" A tolerance is a share of the larger quantity, as in \`5%\` or \`0.05\`.
      properties: {a: {type: quantity, tolerance: 100 %}} ⇒ ["type","quantity","tolerance",1,"mood","fact"]
      properties: {a: {type: quantity, tolerance: 101%}} ⇒ ["type","quantity","mood","fact"] · "101%" A tolerance is a share of the larger quantity, as in \`5%\` or \`0.05\`.
      properties: {a: {type: quantity, tolerance: little}} ⇒ ["type","quantity","mood","fact"] · "little" A tolerance is a share of the larger quantity, as in \`5%\` or \`0.05\`.
      properties: {a: {type: boolean, of: [x]}} ⇒ ["type","boolean","of",["x"],"mood","fact"] · "of" \`of\` means something for the type \`choice\` only, and \`a\` is \`boolean\`.
      properties: {a: {type: boolean, unit: x, tolerance: 5%, additive: true}} ⇒ ["type","boolean","unit","x","tolerance",0.05,"mood","fact"] · "unit" \`unit\` means something for the type \`quantity\` only, and \`a\` is \`boolean\`. · "tolerance" \`tolerance\` means something for the type \`quantity\` only, and \`a\` is \`boolean\`. · "additive" \`additive\` means something for the type \`quantity\` only, and \`a\` is \`boolean\`.
      properties: {a: {type: quantity, share: true, many: true}} ⇒ ["type","quantity","many",true,"mood","fact"] · "share" \`share\` means something for the type \`boolean\` only, and \`a\` is \`quantity\`. · "many" \`many\` means something for the type \`choice\` only, and \`a\` is \`quantity\`.
      properties: {a: {type: number}} ⇒ ["type","text","mood","fact"] · "number" The type of a property cannot be \`number\`; it is \`boolean\`, \`choice\`, \`quantity\`, \`date\` or \`text\`.
      properties: {a: {}} ⇒ ["type","text","mood","fact"] · "a" \`a\` needs a type: \`boolean\`, \`choice\`, \`quantity\`, \`date\` or \`text\`.
      properties: {a: {type: }} ⇒ ["type","text","mood","fact"] · "a" \`a\` needs a type: \`boolean\`, \`choice\`, \`quantity\`, \`date\` or \`text\`.
      properties: {a: {unit: x}} ⇒ ["type","text","unit","x","mood","fact"] · "a" \`a\` needs a type: \`boolean\`, \`choice\`, \`quantity\`, \`date\` or \`text\`.
      properties: {a: boolean} ⇒ ["type","boolean","mood","fact"] · "boolean" A property is declared in braces, as in \`a: {type: boolean}\`.
      properties: {a: number} ⇒ ["type","text","mood","fact"] · "number" A property is declared in braces, as in \`a: {type: boolean}\`.
      properties: {a: } ⇒ ["type","text","mood","fact"] · "a" \`a\` needs a type: \`boolean\`, \`choice\`, \`quantity\`, \`date\` or \`text\`.
      properties: {a: {type: text, other: x}} ⇒ ["type","text","mood","fact"] · "other" A property has no key \`other\`; it knows \`type\`, \`of\`, \`many\`, \`contrary\`, \`unit\`, \`tolerance\`, \`additive\`, \`share\` and \`mood\`.
      properties: [a] ⇒ "[a]" \`properties\` must hold lines of the form \`key: value\`.
      `,
      told,
    ));
});

describe('settings of books', () => {
  const told = (row: string): string => {
    const [path = '', text = '', files = ''] = row.split(' | ');
    const settings = readSettings(path, lines(text));
    const book = bookOf(path, settings, files.split(' '));
    const { filtered, crossReferences, bibliography } = settings;
    return [
      ...bibliography.map(({ text: words, range }) => `${words}@${range.from}`),
      ...(book ? [`${settings.book} of ${book.chapters.join(' ')}`] : []),
      ...(book?.isOneText ? ['one text'] : []),
      ...(book?.hasPages ? ['pages'] : []),
      ...(filtered ? ['filtered'] : []),
      ...crossReferences.map((kind) => `@${kind}`),
      `into ${outputsOf(path, settings).join(' ')}`,
    ].join(', ');
  };

  it('of Quarto', () =>
    checkRows(
      `
      _quarto.yml | title: x ⇒ into
      _quarto.yml | bibliography: a.bib ⇒ a.bib@14, into
      _quarto.yml | filters: [x.lua] ⇒ filtered, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd, b.rmd, c.md, d.ipynb, e.txt, f.qmd.bak], appendices: [z.md]} ⇒ quarto of a.qmd b.rmd c.md d.ipynb z.md, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: html ⇒ quarto of a.qmd, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: pdf ⇒ quarto of a.qmd, one text, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: [pdf, gfm] ⇒ quarto of a.qmd, one text, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: {confluence-html: default} ⇒ quarto of a.qmd, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: docusaurus-md ⇒ quarto of a.qmd, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: hugo-md ⇒ quarto of a.qmd, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: commonmark ⇒ quarto of a.qmd, pages, into
      _quarto.yml | project: {type: book}¶book: {chapters: [a.qmd]}¶format: my-html ⇒ quarto of a.qmd, one text, into
      x/_quarto.yml | project: {type: book, output-dir: out}¶book: {chapters: [a.qmd, ../b.qmd, ../../c.qmd]} ⇒ quarto of x/a.qmd b.qmd, pages, into x/out
      x/_quarto.yml | project: {output-dir: ..} ⇒ into
      x/_quarto.yml | project: {output-dir: ../y} ⇒ into y
      x/_quarto.yml | project: {output-dir: .} ⇒ into
      x/_quarto.yml | project: {type: website}¶book: {chapters: [a.qmd]} ⇒ into
      `,
      told,
    ));

  it('of bookdown', () =>
    checkRows(
      `
      _bookdown.yml | title: x | b.Rmd index.Rmd a.rmd _c.Rmd d.md x/e.Rmd ⇒ bookdown of index.Rmd a.rmd b.Rmd, one text, into _main.Rmd _main.md
      _bookdown.yml | rmd_subdir: true | b.Rmd x/e.Rmd ⇒ bookdown of b.Rmd x/e.Rmd, one text, into _main.Rmd _main.md
      _bookdown.yml | rmd_subdir: [x] | b.Rmd x/e.Rmd ⇒ bookdown of b.Rmd x/e.Rmd, one text, into _main.Rmd _main.md
      _bookdown.yml | rmd_subdir: no | b.Rmd x/e.Rmd ⇒ bookdown of b.Rmd, one text, into _main.Rmd _main.md
      x/_bookdown.yml | rmd_subdir: true | b.Rmd x/e.Rmd xy/f.Rmd x/y/g.Rmd ⇒ bookdown of x/e.Rmd x/y/g.Rmd, one text, into x/_main.Rmd x/_main.md
      x/_bookdown.yml | output_dir: docs | x/e.Rmd ⇒ bookdown of x/e.Rmd, one text, into x/docs x/_main.Rmd x/_main.md
      _bookdown.yml | rmd_files: [b.Rmd, a.Rmd] | a.Rmd b.Rmd c.Rmd ⇒ bookdown of b.Rmd a.Rmd, one text, into _main.Rmd _main.md
      _bookdown.yml | rmd_files: {html: [a.Rmd], latex: [a.Rmd, b.Rmd]} | c.Rmd ⇒ bookdown of a.Rmd b.Rmd, one text, into _main.Rmd _main.md
      _bookdown.yml | book_filename: whole | a.Rmd ⇒ bookdown of a.Rmd, one text, into whole.Rmd whole.md _main.Rmd _main.md
      _bookdown.yml | book_filename: whole¶rmd_files: [whole.Rmd] | a.Rmd ⇒ bookdown of whole.Rmd, one text, into whole.md _main.Rmd _main.md
      _bookdown.yml | bibliography: [a.bib] | a.Rmd ⇒ a.bib@15, bookdown of a.Rmd, one text, into _main.Rmd _main.md
      `,
      told,
    ));

  it('of extensions', () =>
    checkRows(
      `
      _extensions/x/_extension.yml | contributes: {formats: {pdf: {crossref: {custom: [{kind: float, key: vid}]}}}} ⇒ filtered, @vid, into
      _extensions/x/_extension.yml | contributes: {metadata: {crossref: {custom: [{kind: float, key: vid}]}}} ⇒ filtered, @vid, into
      _extensions/x/_extension.yml | contributes: {metadata: {project: {crossref: {custom: [{kind: float, key: vid}]}}}} ⇒ filtered, @vid, into
      _extensions/x/_extension.yml | contributes: {project: {crossref: {custom: [{kind: float, key: vid}]}}} ⇒ filtered, @vid, into
      _extensions/x/_extension.yml | contributes: {filters: [x.lua]} ⇒ filtered, into
      `,
      told,
    ));
});

describe('bibliographies that lie beside a text', () => {
  it('are offered in an order', () =>
    checkRows(
      `
      a.md | b.bib a.bib ⇒ a.bib b.bib
      b.md | b.bib a.bib ⇒ b.bib a.bib
      B.qmd | b.bib a.bib ⇒ b.bib a.bib
      b.md | b.bib a.bib c/b.bib ⇒ b.bib a.bib
      c/b.md | b.bib a.bib c/b.bib ⇒ c/b.bib a.bib b.bib
      c/b.md | b.bib a.bib c/b.bib c/a.bib ⇒ c/b.bib c/a.bib a.bib b.bib
      c/x.md | a.bib c/b.json c/refs.json c/a.json c/b.bib ⇒ c/b.bib c/refs.json c/a.json c/b.json a.bib
      a.md | _quarto.yml sicetnon.yaml a.md a.txt other.json x.ris ⇒ x.ris
      `,
      (row) => {
        const [path = '', files = ''] = row.split(' | ');
        const found = new FoundBibliographies(files.split(' '), (file) => file === 'other.json');
        return found
          .beside(path)
          .map(({ declaredIn }) => declaredIn)
          .join(' ');
      },
    ));

  it('are told by their names where there are many', () =>
    checkRows(
      ['bib', 'ref', 'citation', 'works', 'librar', 'zotero', 'csl', 'source', 'literatur', 'quelle']
        .map((word) => `${word}-x.json ⇒ first of 32`)
        .join('\n'),
      (name) => {
        const others = Array.from({ length: 40 }, (_, i) => `a${i}.json`);
        const list = new FoundBibliographies([...others, name], () => false).beside('x.md');
        return `${list[0]!.declaredIn === name ? 'first' : 'not first'} of ${list.length}`;
      },
    ));

  it('are named at the top of a file', () =>
    checkRows(
      `
      bibliography: a.bib ⇒ yes
      "bibliography": ["a.bib"] ⇒ yes
      'bibliography' : a.bib ⇒ yes
      x: 1¶  bibliography: a.bib ⇒ yes
      x: 1¶     bibliography: a.bib ⇒ no
      my-bibliography: a.bib ⇒ no
      bibliography ⇒ no
      `,
      (row) => yes(namesOne(lines(row))),
    ));
});

describe('paths', () => {
  it('are taken apart', () =>
    checkRows(
      `
      a.md ⇒  |  | a.md | md
      x/y/a.B.MD ⇒ x/y | ,x,x/y | a.B.MD | md
      .hidden ⇒  |  | .hidden |
      x/.hidden.md ⇒ x | ,x | .hidden.md | md
      a ⇒  |  | a |
      `,
      (path) => [folderOf(path), foldersAbove(path).join(','), nameOf(path), extensionOf(path)].join(' | '),
    ));

  it('are put together', () =>
    checkRows(
      `
      x/y a.md ⇒ x/y/a.md
      x/y ./a.md ⇒ x/y/a.md
      x/y ../a.md ⇒ x/a.md
      x/y ../../a.md ⇒ a.md
      x/y ../../../a.md ⇒ outside
      x/y z//b\\a.md ⇒ x/y/z/b/a.md
      x/y /a.md ⇒ outside
      x/y C:/a.md ⇒ outside
      x/y https://a ⇒ outside
      x/y a:b ⇒ outside
      x/y 1a:b ⇒ x/y/1a:b
      `,
      (row) => {
        const [folder = '', path = ''] = row.split(' ');
        return resolvePath(folder, path) ?? 'outside';
      },
    ));

  it('are written from a folder', () =>
    checkRows(
      `
      x/y x/y/a.md ⇒ a.md
      x/y x/a.md ⇒ ../a.md
      x/y x/z/a.md ⇒ ../z/a.md
      x/y a.md ⇒ ../../a.md
      x/y x/y ⇒ ../y
      x /a.md ⇒ /a.md outside
      x C:/a.md ⇒ C:/a.md outside
      x C:a.md ⇒ ../C:a.md
      `,
      (row) => {
        const [folder = '', path = ''] = row.split(' ');
        return `${relativeTo(folder, path)}${isOutside(path) ? ' outside' : ''}`;
      },
    ));

  it('are globs where a sign says so', () =>
    checkRows(
      `
      a* ⇒ yes
      a? ⇒ yes
      a[b] ⇒ yes
      a{b} ⇒ yes
      !a ⇒ yes
      a b.md ⇒ no
      `,
      (path) => yes(isGlob(path)),
    ));
});

describe('globs', () => {
  it('are refused for what they hold, outside of sets', () =>
    checkRows(
      `
      @(a) ⇒ holds a group
      [@](a) ⇒ good
      a(b) ⇒ good
      {a{b}} ⇒ braces within
      [{]a{b} ⇒ good
      {a,[{]} ⇒ good
      {1..3} ⇒ counts
      {-1..3..2} ⇒ counts
      {a..b} ⇒ counts
      {a.b} ⇒ good
      {a}{1..2} ⇒ counts
      {a{b ⇒ good
      a\\b ⇒ backslash
      !a ⇒ not meant
      [!a] ⇒ good
      `,
      (pattern) =>
        globProblem(pattern) === null
          ? 'good'
          : /holds a group|braces within|counts|backslash|not meant/.exec(globProblem(pattern)!)![0],
    ));

  it('match', () =>
    checkRows(
      `
      a**/b | ab a/b axb axx/b a/x/b ⇒ a/b axx/b
      **a | a xa x/a ⇒ a xa
      **/**/a | a x/a x/y/a ⇒ a x/a x/y/a
      x/***/a | x/a x/y/a ⇒ x/y/a
      a/**b | a/b a/xb a/x/b ⇒ a/b a/xb
      {a,b/**} | a b b/x b/x/y c ⇒ a b b/x b/x/y
      {a/**,b}/c | a/c a/x/c b/c b/x/c ⇒ a/c a/x/c b/c
      [a-]x | ax -x bx ⇒ ax -x
      [a-c-e]x | ax bx -x dx ex ⇒ ax bx -x ex
      [!a-c]x | ax dx .x ⇒ dx
      [^]]x | ]x ax ⇒ ax
      [a/b]x | ax /x ⇒
      a[b | a[b ab ⇒ a[b
      {a,[}],b}x | ax }x bx ⇒ ax }x bx
      {a,b | {a,b a ⇒ {a,b
      ?? | ab a .a 中文 ⇒ ab 中文
      .?* | .ab .a ⇒ .ab .a
      x/.* | x/.a x/a ⇒ x/.a
      `,
      (row) => {
        const [pattern = '', names = ''] = row.split(' | ');
        return names
          .split(' ')
          .filter(matcherOf([pattern]))
          .join(' ');
      },
    ));

  it('are no longer than 1000 characters', () =>
    checkRows(
      `
      1000 ⇒ good
      1001 ⇒ too long
      `,
      (length) => (globProblem('a'.repeat(Number(length))) === null ? 'good' : 'too long'),
    ));
});
