/** Found texts once more: what is written by each convention, again and again, and pages as conversions give them. */
import { allConventions } from '../../server/src/found/conventions/registry.ts';
import { parseFixture } from '../../test/support/fixture.ts';
import { each, families, plain, times, type Family } from './family.ts';

/** A text with its small numbers raised by `by`; years stay. */
const counted = (text: string, by: number): string =>
  text.replace(/(?<!\d)\d{1,2}(?!\d)/g, (number) => `${Number(number) + by}`);

/** The fixture of a convention in two parts: its text, and its list with the heading, if it has one. */
function partsOf(fixture: string): readonly [text: string, head: string, list: string] {
  const { text } = parseFixture(fixture)[0]!;
  const paragraphs = text.trimEnd().split('\n\n');
  const at = paragraphs.findLastIndex((words) => words.length < 24 && !words.includes('\n'));
  if (at < 1) return [text.trimEnd(), '', ''];
  return [paragraphs.slice(0, at).join('\n\n'), paragraphs[at]!, paragraphs.slice(at + 1).join('\n\n')];
}

/** For each convention: its whole example again and again, and one list with very many items and calls. */
const ofConventions = Object.fromEntries(
  allConventions.flatMap(({ name, fixture }): [string, Family['make']][] => {
    const [text, head, list] = partsOf(fixture);
    const numbers = `${text} ${list}`.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
    const step = Math.max(1, ...numbers.map(Number));
    return [
      [`${name}, again and again`, (n) => times(n, `${text}\n\n${head}\n\n${list}\n\n`)],
      [
        `${name}, a long list`,
        (n) =>
          `${each(n, (i) => `${counted(text, i * step)}\n\n`)}${head}\n\n${each(n, (i) => `${counted(list, i * step)}${list.includes('\n\n') ? '\n\n' : '\n'}`)}`,
      ],
    ];
  }),
);

const LINE = 'The weavers of the town held their mar-\nket beside the river, and the dyers came';

export const conventionFamilies = [
  ...families('conventions', ofConventions),
  ...families('converted', {
    'pages with heads and feet': (n) =>
      plain(
        each(
          n,
          (i) =>
            `THE WEAVERS OF THE TOWN ${i + 1}\n\n${LINE}.${i + 1}\n${LINE}\n\n${i + 1} Ash, Cloth, p. ${i}.\n\f`,
        ),
      ),
    'pages with notes that begin at 1 again': (n) =>
      plain(each(n, (i) => `${LINE}.1\n${LINE}.2\n\n1 Ash, Cloth, p. ${i}.\n2 Ibid.\n${i + 1}\n\f`)),
    'pages in two columns': (n) =>
      plain(
        each(
          n,
          (i) =>
            `The weavers of the town      ${i + 1} Ash, Cloth, p. ${i}.\nheld their market.${i + 1}          Ibid., p. 3, and more\n`,
        ),
      ),
    'lines of one word': (n) => plain(each(n, (i) => `weavers${i + 1}\n`)),
    'lines that end in hyphens': (n) => plain(times(n, 'weav-\ners\n')),
    'numbers in columns': (n) => plain(each(n, (i) => `${i}   ${i + 1}   ${i + 2}\n`)),
    'numbers stacked apart from notes': (n) =>
      plain(
        `${each(n, (i) => `${LINE}.${i + 1}\n`)}\nNotes\n\n${each(n, (i) => `${i + 1}\n`)}\n${each(n, (i) => `Ash, Cloth ${i}, 1999, p. ${i}.\n`)}`,
      ),
    'one line': (n) => plain(each(n, (i) => `The weavers held a market.${i + 1} `)),
    'one line, with a list of notes': (n) =>
      plain(
        `${each(n, (i) => `They held it.${i + 1} `)} NOTES ${each(n, (i) => `${i + 1}. Ash, Cloth, p. ${i}. `)}`,
      ),
    'a reference to a line': (n) =>
      plain(
        `So it was (Ash, 1999).\n\nReferences\n\n${each(n, (i) => `Ash, A. (${1900 + (i % 100)}). Cloth ${i}. Town\nPress.\n`)}`,
      ),
    'references that are broken over pages': (n) =>
      plain(
        `So it was (Ash, 1999).\n\nReferences\n\n${each(n, (i) => `Ash, A. (${1900 + (i % 100)}).\n\n${i + 1}\n\fTHE WEAVERS\n\nCloth ${i}. Town Press.\n`)}`,
      ),
    'form feeds': (n) => plain(times(n, 'a\f')),
    'raised digits and letters': (n) => plain(times(n, 'word¹a ')),
    'ligatures and soft hyphens': (n) => plain(times(n, 'of\u00ADfice ﬁnds ﬂax ')),
    'dots of contents': (n) => plain(each(n, (i) => `Cloth and town ${'. '.repeat(20)} ${i}\n`)),
    'letters apart': (n) => plain(times(n, 'T H E  W E A V E R S  ')),
    'quotations over pages': (n) =>
      plain(each(n, (i) => `“The weavers of the\n\n${i + 1}\n\ftown held it” (Ash 1999, ${i}).\n`)),
  }),
];
