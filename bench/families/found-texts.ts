/** Found texts: notes and their markers, references, author-year citations, ibid., short titles, page furniture. */
import { each, families, parts, plain, prose, times } from './family.ts';

const NAMES = ['Weaver', 'Fuller', 'Carder', 'Dyer', 'Tucker', 'Walker', 'Shearer', 'Draper'];
/** A different family name for every number. */
const family = (i: number): string => {
  let name = '';
  for (let rest = i; ; rest = Math.floor(rest / 26)) {
    name += String.fromCharCode(97 + (rest % 26));
    if (rest < 26) break;
  }
  return `Ba${name}son`;
};
const year = (i: number): number => 1900 + (i % 100);
const reference = (i: number): string =>
  `${family(i)} A (${year(i)}) Title ${i}. *Town Studies* ${i}(1): 10–40.\n\n`;
const references = (n: number, write = reference): string => parts('# References', each(n, write));
const notes = (n: number, write: (i: number) => string): string =>
  parts(
    each(n, (i) => `Words are said.<sup>${i + 1}</sup>\n\n`),
    '# Notes',
    each(n, (i) => `${i + 1}. ${write(i)}\n`),
  );
/** Another two of five thousand Chinese characters for every number. */
const han = (i: number): string =>
  String.fromCharCode(0x4e00 + ((i * 37) % 5000), 0x4e00 + ((i * 91) % 5000));
const work = (i: number): string => `${NAMES[i % 8]!}, *Cloth and Town ${i}*, 1999, p. ${i}.`;

/** Citations that resolve to nothing, by `names` with years that works by `author` do not have. */
const unresolved = (n: number, names: (i: number) => string, author: string): string =>
  parts(
    each(n, (i) => `So it was (${names(i)}, ${1400 + (i % 400)}).\n\n`),
    references(n, (i) => `${author} (${year(i)}) Title ${i}. Leiden: Burrow.\n\n`),
  );

export const foundFamilies = [
  ...families('found', {
    references: (n) => references(n),
    'references, cited': (n) =>
      parts(
        each(n, (i) => `So it was (${family(i)}, ${year(i)}: 12).\n\n`),
        references(n),
      ),
    'references, cited in one paragraph': (n) =>
      parts(
        each(n, (i) => `So it was (${family(i)}, ${year(i)}: 12). `),
        references(n),
      ),
    'references, cited in one parenthesis': (n) =>
      parts(`So (${each(n, (i) => `${family(i)}, ${year(i)}; `)})`, references(n)),
    'references of one author': (n) =>
      references(n, (i) => `Weaver A (${year(i)}) Title ${i}. Leiden: Burrow.\n\n`),
    'references of one author and year': (n) =>
      parts(
        times(n, 'So it was (Weaver, 1999).\n\n'),
        references(n, (i) => `Weaver A (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'references, the same again': (n) => references(n, () => reference(0)),
    'references, cited but not listed': (n) =>
      parts(
        each(n, (i) => `So it was (${family(i)}, ${year(i)}).\n\n`),
        references(3),
      ),
    'references with many authors': (n) =>
      references(1, () => `${times(n, 'Weaver A, ')}and Dyer B (1999) Title. Leiden: Burrow.\n\n`),
    'references by the same dash': (n) =>
      references(n, (i) => (i ? `——— (${year(i)}) Title.\n\n` : reference(0))),
    'references without years': (n) =>
      references(n, (i) => `${family(i)} A. Title ${i}. Leiden: Burrow.\n\n`),
    'references, numbered': (n) =>
      parts(
        each(n, (i) => `So it was [${i + 1}].\n\n`),
        references(n, (i) => `[${i + 1}] ${reference(i)}`),
      ),
    'references as a list': (n) => references(n, (i) => `- ${reference(i)}`),
    'references, Chinese': (n) =>
      parts(
        '# 参考文献',
        each(n, (i) => `王${i}（${year(i)}）《書》。\n\n`),
      ),
    'headings of references': (n) => times(n, '# References\n\n'),
    'headings and references': (n) =>
      times(n, `# References\n\n${reference(0)}# Words\n\nWords (Baason, 1900).\n\n`),
    'years in parentheses': (n) => parts(times(n, 'So (1999) it was.\n\n'), references(3)),
    'years without words': (n) => parts(times(n, '(1999) '), references(3)),
    'parentheses, unclosed': (n) => parts(times(n, '(Weaver, 1999 '), references(3)),
    'parentheses, nested': (n) => parts('('.repeat(n) + 'Weaver, 1999' + ')'.repeat(n), references(3)),
    'semicolons in parentheses': (n) => parts(`(${times(n, 'Weaver, 1999; ')}`, references(3)),
    'names joined': (n) => parts(`${times(n, 'Weaver, ')}and Dyer (1999) say.`, references(3)),
    'names joined by and': (n) => parts(`${times(n, 'Weaver and ')}Dyer (1999) say.`, references(3)),
    'capitals without years': (n) => parts(times(n, 'Weaver Dyer '), references(3)),
    possessives: (n) => parts(times(n, 'Weaver’s (1999) view. '), references(3)),
    'et al.': (n) => parts(times(n, 'Weaver et al. (1999) say so. '), references(3)),
    'cited in': (n) => parts(times(n, '(Weaver, cited in Dyer, 1999) '), references(3)),
    'pages after names': (n) => parts(times(n, 'Weaver (1999) said (1999: 14) and (p. 15). '), references(3)),
    'locators without end': (n) => parts(`(Weaver, 1999: ${each(n, (i) => `${i}, `)})`, references(3)),
    notes: (n) => notes(n, work),
    'notes, nothing quoted or slanted': (n) => notes(n, (i) => `Leaf ${i}.`),
    'notes, ibid.': (n) => notes(n, (i) => (i ? 'Ibid., p. 4.' : work(0))),
    'notes, ibid. before all': (n) => notes(n, () => 'Ibid.'),
    'notes, op. cit.': (n) => notes(n, (i) => (i % 2 ? `${NAMES[i % 8]!}, op. cit., p. 4.` : work(i))),
    'notes, op. cit. of nobody': (n) => notes(n, (i) => (i % 2 ? `${family(i)}, op. cit., p. 4.` : work(i))),
    'notes, loc. cit.': (n) => notes(n, (i) => (i % 2 ? 'Loc. cit.' : work(i))),
    'notes, idem': (n) => notes(n, (i) => (i % 2 ? 'Id., *Looms*, 1988, p. 3.' : work(i))),
    'notes, supra': (n) => notes(n, (i) => (i ? 'See supra note 1, at 14.' : work(0))),
    'notes, supra to the one before': (n) =>
      notes(n, (i) => (i ? `Weaver, supra note ${i}, at 14.` : work(0))),
    'notes, short titles': (n) => notes(n, (i) => (i % 2 ? `${NAMES[i % 8]!}, *Cloth*, p. ${i}.` : work(i))),
    'notes, short titles of one work': (n) =>
      notes(n, (i) => (i ? 'Weaver, *Cloth and Town*, p. 3.' : work(0))),
    'notes, works of one author': (n) => notes(n, (i) => `Weaver, *Cloth ${i}*, 1999, p. ${i}.`),
    'notes, many works in one': (n) => notes(3, () => each(n, (i) => `${work(i)}; `)),
    'notes, titles without italics': (n) => notes(n, (i) => `${NAMES[i % 8]!}, “Cloth ${i}”, p. ${i}.`),
    'notes, no markers': (n) =>
      parts(
        prose(80),
        '# Notes',
        each(n, (i) => `${i + 1}. ${work(i)}\n`),
      ),
    'notes, the same number': (n) =>
      parts(times(n, 'Words.<sup>1</sup> '), '# Notes', times(n, '1. Words.\n')),
    'notes, out of order': (n) =>
      parts(
        each(n, (i) => `Words.<sup>${n - i}</sup> `),
        '# Notes',
        each(n, (i) => `${n - i}. a\n`),
      ),
    'notes, lists again and again': (n) =>
      times(n, 'Words.<sup>1</sup>\n\n# Notes\n\n1. Words.\n\n# More\n\n'),
    'notes, several to a paragraph': (n) =>
      parts(
        each(n, (i) => `Words.<sup>${i + 1}</sup> `),
        '# Notes',
        each(n, (i) => `${i + 1}. a\n\n`),
      ),
    'markers without notes': (n) => each(n, (i) => `Words.<sup>${i + 1}</sup> `),
    'markers in brackets': (n) =>
      parts(
        each(n, (i) => `Words.[${i + 1}] `),
        '# Notes',
        each(n, (i) => `[${i + 1}] a\n\n`),
      ),
    'markers raised': (n) =>
      parts(
        each(n, (i) => `Words.^${i + 1}^ `),
        '# Notes',
        each(n, (i) => `${i + 1}. a\n`),
      ),
    'markers in Unicode': (n) =>
      parts(
        times(n, 'Words.¹² '),
        '# Notes',
        each(20, (i) => `${i + 1}. a\n`),
      ),
    'markers of one note': (n) => parts(times(n, 'Words.<sup>1</sup> '), '# Notes', '1. a\n2. b'),
    digits: (n) => parts(times(n, '12 '), '# Notes', '1. a\n2. b'),
    'one number of very many digits': (n) => times(n, '2011'),
    'raised digits': (n) => times(n, '¹'),
    'numbers in brackets': (n) => times(n, '[12] '),
    'sup tags, unclosed': (n) => parts(times(n, '<sup>1 '), '# Notes', '1. a\n2. b'),
    'page furniture': (n) => each(n, (i) => `Words and words.\n\n${i + 1}\n\nThe Town Clerk\n\n`),
    'page marks': (n) => each(n, (i) => `Words and words. [p. ${i + 1}] `),
    'plain text': (n) =>
      plain(
        parts(
          each(n, (i) => `So (${family(i)}, ${year(i)}) it was.\n\n`),
          references(n),
        ),
      ),
    'plain text, notes': (n) => plain(notes(n, work)),
    'headings of notes': (n) => times(n, '# Notes\n\n'),
    'numbered paragraphs': (n) => each(n, (i) => `${i + 1}. Words and words.\n\n`),
    'short titles in prose': (n) =>
      parts(times(n, 'So *Cloth and Town* says (Weaver, *Cloth*, 12). '), references(3)),
    'undated names in prose': (n) => parts(times(n, 'So Baason says. '), references(n)),
    'references, cited with a second author': (n) =>
      unresolved(n, (i) => `Weaver & Dyer${i % 7}`, 'Weaver A'),
    'references, cited with other years': (n) => unresolved(n, () => 'Weaver', 'Weaver A'),
    'references of a body, cited with other years': (n) => unresolved(n, () => 'Town Report', 'Town Report'),
    'references, half of them uncited': (n) =>
      parts(
        each(n >> 1, (i) => `So it was (${family(i)}, ${year(i)}).\n\n`),
        references(n),
      ),
    'references, Chinese, half of them cited by other names': (n) =>
      parts(
        each(n, (i) => `他们来了（${han(i)}某，${1990 + (i % 30)}）。\n\n`),
        '# 参考文献',
        each(n, (i) => `${han(i)}. 码头工人史${han(i + 7)}[M]. 上海: 出版社, ${1960 + (i % 30)}.\n\n`),
      ),
    'references with a translation in brackets': (n) =>
      parts(
        '他们来了 (Weaver, 1999).',
        references(n, (i) => `Weaver A, 1999. Title ${i}. Leiden. [郭艳, 1999. 码头${han(i)}. 上海.]\n\n`),
      ),
    'notes, half of them not called': (n) =>
      parts(
        each(n, (i) => (i % 2 ? 'Words and words. ' : `Words.${(i % 900) + 1} `)),
        '# Notes',
        each(n, (i) => `${(i % 900) + 1}. Words and words of it.\n`),
      ),
    'notes, half of them not called, before a long text': (n) =>
      parts(
        each(Math.min(900, n), (i) => (i % 2 ? 'Words and words. ' : `Words.${i + 1} `)),
        '# Notes',
        each(Math.min(900, n), (i) => `${i + 1}. Words and words of it.\n`),
        '# After',
        times(n, 'Words that go on and on about looms and dyes in towns.\n\n'),
      ),
    'notes, supra to a long one': (n) =>
      notes(n, (i) => (i ? 'Dyer, supra note 1, at 9.' : `Weaver, ${times(n, 'cloth and town ')}, 1999.`)),
    'citations that are nearly known, of one year': (n) =>
      parts(
        each(n, (i) => `So it was (${family(i).replace('son', 'sun')}, 1999).\n\n`),
        references(n, (i) => `${family(i * 7)} A (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'acronyms of nobody, of one year': (n) =>
      parts(
        each(n, (i) => `So it was (T${family(i).slice(1, -3).toUpperCase()}, 1999).\n\n`),
        references(n, (i) => `Town Guildhall${family(i)} (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'citations of two, beside entries that are none': (n) =>
      parts(
        each(n, (i) => `So it was (${family(i)} and ${family(i + 1)}, 1999).\n\n`),
        references(
          n,
          (i) => `WEAVER, Anna. Looms ${i}.\n\nDyer A (${year(i)}) Title ${i}. Leiden: Burrow.\n\n`,
        ),
      ),
    'bodies that end in the name of one author': (n) =>
      parts(
        each(n, (i) => `So it was (Town ${family(i)} report of Weaver, 1400).\n\n`),
        references(n, (i) => `Weaver A (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'given names of one author': (n) => unresolved(n, (i) => `${family(i)} Weaver`, 'Weaver A'),
    'bodies that share their first words': (n) =>
      parts(
        each(n, (i) => `So it was (Town Guild of ${family(i)}, 1999).\n\n`),
        references(n, (i) => `Town Guild of ${family(i)}x (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'second authors of one author': (n) =>
      parts(
        each(n, (i) => `So it was (Weaver and ${family(i)}, 1999).\n\n`),
        references(n, (i) => `Weaver A and ${family(i)}x B (1999) Title ${i}. Leiden: Burrow.\n\n`),
      ),
    'an entry that is long, and many years': (n) =>
      parts(
        each(n, (i) => `So it was (Weaver, ${1400 + (i % 599)}${'abc'[i % 3]!}).\n\n`),
        references(1, () => `Weaver A (1999) ${times(n, 'Title ')}. Leiden: Burrow.\n\n`),
      ),
    'notes, short forms in one': (n) => notes(3, (i) => (i ? times(n, 'Ibid., p. 3, and more. ') : work(0))),
    'notes, short forms behind one with many works': (n) =>
      notes(3, (i) => (i ? times(n, 'Ibid., p. 3. ') : each(n, (k) => `${work(k)}; `))),
    'notes, places alone': (n) => notes(n, (i) => (i ? `P. ${i}.` : work(0))),
    'years, misread': (n) => times(n, 'l9l8 loll Ill 2o08 '),
  }),
];
