/** Names that are common words too, such as May, and what shows that one is meant as a name. */
import { MARK, NO_GAP, WORD, type WordSequence } from './words.ts';

function set(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Months and days, in languages that give them a capital. */
const DATES = set(`january february march april may june july august september october november december
  januar februar märz mai juni juli oktober dezember jänner monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag sonntag spring summer autumn fall winter easter christmas`);

/** Words that begin sentences and titles, and are names of people too. */
const WORDS =
  set(`baker bar bell best bill bird bishop black block blue bond bread brown bush butler carpenter chance clay cook
  cooper cross day dear drew driver east faith farmer few field fields fish fisher ford fox frank gardener gay
  glass gold good grace grant gray green grey guy hand hands hardy head heath hill holly hope hunter ivy jack
  joy knight lake lamb lane law long lord love major mark marsh mason miller moody moon noble north old park
  pat pepper pope porter price pride province read reed rich river rivers rose rush sage savage self sharp
  shepherd short silver singer small south star stone strong sue sun swift taylor turner waters weaver west
  white will wise wolf wood woods wright young`);

/** Before a name of a person. */
const TITLES =
  set(`mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess president premier
  minister secretary chairman chairwoman chair comrade judge justice senator governor mayor general colonel captain
  bishop father sister brother herr frau madame monsieur mme m señor señora don signor signora`);

/** After the name of somebody who speaks or writes. */
const SAYING =
  set(`said says argued argues wrote writes claimed claims told tells asked asks answered answers announced
  announces explained explains insisted insists replied replies noted notes added adds suggested suggests maintained
  maintains resigned resigns stated states`);

/** Whether a name of one word, written with a capital, is a common word or a part of a date. */
export function isCommonWord(name: string): boolean {
  const lower = name.toLowerCase();
  return name !== lower && name !== name.toUpperCase() && (DATES.has(lower) || WORDS.has(lower));
}

/**
 * Whether the word at `at`, a common one with a capital, is a name where it stands: after a title or initial, before a
 * verb of saying or a possessive; or, if it is no part of a date, within a sentence.
 */
export function isNameHere(text: string, words: WordSequence, at: number): boolean {
  const word = words.texts[at]!;
  const first = word.charAt(0);
  if (first === first.toLowerCase() || (word.length > 1 && word === word.toUpperCase())) return false;
  const before = wordBefore(words, at);
  if (before !== null && (TITLES.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before))) return true;
  if (words.gaps[at + 1] !== NO_GAP && SAYING.has(words.texts[at + 1] ?? '')) return true;
  if (isPossessive(words, at)) return true;
  return !DATES.has(word.toLowerCase()) && isWithinSentence(text, words, at);
}

/** The word before, with nothing but a space or a full stop of an abbreviation between. */
function wordBefore(words: WordSequence, at: number): string | null {
  const isStopped = words.kinds[at - 1] === MARK && words.texts[at - 1] === '.';
  const place = isStopped ? at - 2 : at - 1;
  const word = words.kinds[place] === WORD ? words.texts[place]! : null;
  if (word === null || !isStopped) return word;
  return TITLES.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) ? word : null;
}

function isPossessive(words: WordSequence, at: number): boolean {
  return (
    words.kinds[at + 1] === MARK &&
    words.texts[at + 1] === "'" &&
    words.gaps[at + 1] === 0 &&
    words.texts[at + 2] === 's' &&
    words.gaps[at + 2] === 0
  );
}

/** Before a noun, at the beginning of a sentence too. */
const ARTICLES = set('the a an this that our their its his her der die das le la les el los il lo');

/**
 * Whether a word in lower case, an article or an opening parenthesis comes right before, so that the capital is no
 * matter of the sentence.
 */
function isWithinSentence(text: string, words: WordSequence, at: number): boolean {
  const before = words.texts[at - 1];
  if (before === undefined) return false;
  if (words.kinds[at - 1] === MARK) return before === '(';
  if (words.kinds[at - 1] !== WORD) return false;
  return ARTICLES.has(before.toLowerCase()) || /\p{Ll}/u.test(text.charAt(words.starts[at - 1]!));
}
