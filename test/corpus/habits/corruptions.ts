/** Errors in quotations, each as a function of a passage and its context. */
import { FORMS } from './habits.ts';
import { pick, type Dice, type Work } from './passages.ts';

export interface Place {
  readonly work: Work;
  /** The index of the passage among the sentences of the work. */
  readonly at: number;
  readonly roll: Dice;
  readonly others: readonly Work[];
}

/** The corrupted quotation; null where the passage is unsuitable. */
export type Corruption = (passage: string, place: Place) => string | null;

const words = (passage: string): string[] => passage.split(' ');
const STRANGE = ['velvet', 'zeppelin', 'marmalade', 'quixotic', 'tangerine', 'obelisk', 'gramophone'];

function at(passage: string, index: number, change: (word: string) => string): string {
  const list = words(passage);
  const i = index < 0 ? list.length + index : index;
  return [...list.slice(0, i), change(list[i]!), ...list.slice(i + 1)]
    .filter((word) => word !== '')
    .join(' ');
}

const middle = (passage: string): number => Math.floor(words(passage).length / 2);
const strange = (roll: Dice) => () => pick(roll, STRANGE);
const short = (passage: string, count: number, from = 2): string =>
  words(passage)
    .slice(from, from + count)
    .join(' ')
    .replace(/[,;.]$/, '');

/** A passage of the same work far from this one. */
function far({ work, at: here }: Place): string | null {
  const index = here < work.sentences.length / 2 ? work.sentences.length - 2 : 1;
  const other = work.sentences[index];
  if (
    !other ||
    Math.abs(work.text.indexOf(other.slice(0, 30)) - work.text.indexOf(work.sentences[here]!.slice(0, 30))) <
      9000
  )
    return null;
  return other;
}

function invented(roll: Dice, count: number): string {
  const nouns = [
    'the gardens of the moon',
    'a hundred painted elephants',
    'their grandmother’s violin',
    'the last astronomer',
    'an orchard of glass',
    'the drowned cathedral',
  ];
  const verbs = [
    'was praised by',
    'could not forget',
    'had swallowed',
    'will be the end of',
    'danced around',
    'was hidden from',
  ];
  const said = `${pick(roll, nouns)} ${pick(roll, verbs)} ${pick(roll, nouns)}, and that was the reason why ${pick(roll, nouns)} ${pick(roll, verbs)} ${pick(roll, nouns)}`;
  return words(said).slice(0, count).join(' ').replace(/,$/, '');
}

export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'another word': (p, { roll }) => at(p, middle(p), strange(roll)),
  'another word near the head': (p, { roll }) => at(p, 2, strange(roll)),
  'another word near the end': (p, { roll }) => at(p, -3, strange(roll)),
  'another first word': (p, { roll }) => at(p, 0, strange(roll)),
  'another last word': (p, { roll }) => at(p, -1, strange(roll)),
  'two other words': (p, { roll }) => at(at(p, 3, strange(roll)), -4, strange(roll)),
  'a word too many': (p, { roll }) => at(p, middle(p), (word) => `${word} ${pick(roll, STRANGE)}`),
  'a denial too many': (p) => at(p, middle(p), (word) => `${word} not`),
  'a denial too few': (p) => (/ (?:not|never|no) /.test(p) ? p.replace(/ (?:not|never|no) /, ' ') : null),
  'a word too few': (p) => at(p, middle(p), () => ''),
  'the middle dropped without a mark': (p) => [...words(p).slice(0, 5), ...words(p).slice(9)].join(' '),
  'two words the other way round': (p) => { const list = words(p); const i = middle(p); return list[i] === list[i + 1] ? null : [...list.slice(0, i), list[i + 1]!, list[i]!, ...list.slice(i + 2)].join(' '); },
  'a word twice': (p) => at(p, middle(p), (word) => `${word} ${word}`),
  'a letter too few': (p) => at(p, words(p).findIndex((word) => word.length > 6), (word) => word.slice(0, 2) + word.slice(3)),
  'a letter for another': (p) => at(p, words(p).findIndex((word) => word.length > 6), (word) => `${word.slice(0, 3)}q${word.slice(4)}`),
  'an ending changed': (p) => at(p, words(p).findIndex((word) => word.length > 6), (word) => `${word}ness`),
  'the singular for the plural': (p) => { const i = words(p).findIndex((word) => /^\p{L}{4,}s$/u.test(word)); return i < 0 ? null : at(p, i, (word) => word.slice(0, -1)); },
  'another article': (p) => (/ the /.test(p) ? p.replace(/ the /, ' a ') : null),
  'half of the words others': (p, { roll }) => words(p).map((word, i) => (i % 2 ? pick(roll, STRANGE) : word)).join(' '),
  'a sentence joined to another without a mark': (p, { work, at: here }) => { const next = work.sentences[here + 1]; return next ? `${words(p).slice(0, 7).join(' ')} ${words(next).slice(5, 12).join(' ')}` : null; },
  'a clause moved to the front': (p) => [...words(p).slice(-4), ...words(p).slice(0, -4)].join(' ').replace(/[.,;]/g, ''),
  'pieces in another order': (p) => `${words(p).slice(-5).join(' ')} … ${words(p).slice(0, 5).join(' ')}`,
  'pieces in another order in brackets': (p) => `${words(p).slice(-5).join(' ')} [...] ${words(p).slice(0, 5).join(' ')}`,
  'pieces from far apart': (p, place) => { const other = far(place); if (!other) return null; const ordered = place.at < place.work.sentences.length / 2 ? [p, other] : [other, p]; return `${words(ordered[0]!).slice(0, 6).join(' ')} … ${words(ordered[1]!).slice(0, 6).join(' ')}`; },
  'pieces of two works': (p, { others }) => { const other = others[0]?.sentences[3]; return other ? `${words(p).slice(0, 7).join(' ')} … ${words(other).slice(0, 7).join(' ')}` : null; },
  'single words strung together': (p) => words(p).filter((word) => word.length > 4).slice(0, 5).join(' … '),
  'a wrong word before an ellipsis': (p, { roll }) => `${words(p).slice(0, 5).join(' ')} ${pick(roll, STRANGE)} … ${words(p).slice(-5).join(' ')}`,
  'a wrong word behind an ellipsis': (p, { roll }) => `${words(p).slice(0, 5).join(' ')} … ${pick(roll, STRANGE)} ${words(p).slice(-5).join(' ')}`,
  'brackets for a denial': (p) => (/ (?:not|never) /.test(p) ? p.replace(/ (?:not|never) /, ' [indeed] ') : null),
  'brackets for twelve words': (p) => (words(p).length > 17 ? [...words(p).slice(0, 2), '[the owners]', ...words(p).slice(14)].join(' ') : null),
  'an ellipsis for a denial': (p) => { const list = words(p); const i = list.findIndex((word) => /^(?:not|never)$/.test(word)); return i < 3 || i > list.length - 4 ? null : [...list.slice(0, i), '…', ...list.slice(i + 1)].join(' '); },
  'three words but for one': (p, { roll }) => { const few = short(p, 3); return words(few).some((word) => word.length > 6) ? at(few, words(few).findIndex((word) => word.length < 7) < 0 ? 0 : words(few).findIndex((word) => word.length < 7), strange(roll)) : null; },
  'four words but for one': (p, { roll }) => at(short(p, 4), 2, strange(roll)),
  'five words but for one': (p, { roll }) => at(short(p, 5), 2, strange(roll)),
  'six words but for the last': (p, { roll }) => at(short(p, 6), -1, strange(roll)),
  'six words but for the first': (p, { roll }) => at(short(p, 6), 0, strange(roll)),
  'seven words and one too many': (p, { roll }) => at(short(p, 7), 3, (word) => `${word} ${pick(roll, STRANGE)}`),
  'words of another work': (_, { others }) => others[0]?.sentences[5] ?? null,
  'many words that nobody wrote': (_, { roll }) => invented(roll, 30),
  'ten words that nobody wrote': (_, { roll }) => invented(roll, 10),
  'five words that nobody wrote': (_, { roll }) => invented(roll, 5),
  'words of one’s own in parentheses': (p) => { const list = words(p); const i = middle(p); return [...list.slice(0, i), '(for so the zeppelins would have it, and the gramophones)', ...list.slice(i)].join(' '); },
  'an end that nobody wrote': (p, { roll }) => `${words(p).slice(0, 10).join(' ')}, and ${invented(roll, 25)}`,
  'a head that nobody wrote': (p, { roll }) => `${invented(roll, 25)}, and ${words(p).slice(-10).join(' ')}`,
  'what was heard of it': (p) => words(p).filter((word, i) => i < 4 || word.length > 3).join(' ') === p ? null : words(p).filter((word, i) => i < 4 || word.length > 3).join(' '),
  'another name': (p) => { const i = words(p).findIndex((word, j) => j > 2 && /^[A-Z][a-z]{3,}$/.test(word)); return i < 0 ? null : at(p, i, () => 'Melchior'); },
  'more for some': (p) => (/ (?:some|many|few|all|most) /.test(p) ? p.replace(/ (?:some|many|few|all|most) /, ' several ') : null),
  'hyphens taken out': (p) => (/\p{L}{3}-\p{L}{3}/u.test(p) ? p.replace(/(\p{L}{3})-(\p{L}{3})/u, '$1 and $2') : null),
}; // prettier-ignore

/** Forms with a certain attribution, which corrupted quotations are written in. */
export const CERTAIN_FORMS = Object.keys(FORMS).filter(
  (name) => !/sentence|footnote in words|split/.test(name),
);
