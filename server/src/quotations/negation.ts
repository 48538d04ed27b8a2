/** Words that turn a sentence round or limit it: to leave one out is to say something else. */
import { languageOf } from './language.ts';
import { wordTable } from '../text/word-table.ts';

/** Those that deny. */
const DENIALS = wordTable<string>({
  en: 'not cannot never no nor neither none nobody nothing nowhere hardly scarcely barely seldom rarely without',
  de: 'nicht kein keine keiner keinen keinem keines nie niemals nimmer niemand niemanden niemandem nichts nirgends nirgendwo ohne kaum weder keineswegs keinesfalls',
  fr: 'ne n pas jamais rien aucun aucune aucuns aucunes sans guère ni nullement non',
  es: 'no nunca jamás nadie nada ningún ninguno ninguna ningunos ni sin tampoco apenas',
  it: 'non mai né nessuno nessun nessuna niente nulla senza neppure nemmeno neanche appena',
  pt: 'não nunca jamais ninguém nada nenhum nenhuma nem sem tampouco mal',
});
/** Those that limit. */
const LIMITS = wordTable<string>({
  en: 'except only unless merely until provided supposedly allegedly if',
  de: 'außer nur bloß lediglich angeblich sofern falls',
  fr: 'sauf sinon seulement excepté hormis uniquement prétendument si',
  es: 'salvo excepto sólo solo solamente únicamente supuestamente si',
  it: 'tranne salvo eccetto solo soltanto solamente presunto se',
  pt: 'salvo exceto só apenas somente supostamente se',
});
/** Those that set what follows against what stands before: they limit that, or merely go on. */
const TURNS = wordTable<string>({
  en: 'but',
  de: 'sondern aber jedoch',
  fr: 'mais',
  es: 'pero sino',
  it: 'ma però bensì',
  pt: 'mas porém senão',
});
/** What says no more than yes, or does not limit what it stands beside. */
const HARMLESS =
  /\b(?:not (?:far|long|least|to mention|to say|unlike|surprisingly|infrequently|uncommonly)|no (?:doubt|less)|if (?:so|any|anything)|or not|(?:as|even) if|nicht (?:weit|lange|zuletzt|selten)|non loin|sans doute|no lejos|sin duda|non lontano|senza dubbio|não longe|sem dúvida)(?![\p{L}])/giu;

const WORD = /[\p{L}\p{M}]+/gu;

function sets(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));
}

const DENYING = sets(DENIALS);
const LIMITING = sets(LIMITS);
const TURNING = sets(TURNS);

/** Whether `words`, of a text in `language`, hold one that denies. Null: in whichever of the six languages. */
export function denies(words: string, language: string | null): boolean {
  return holds(words, language, DENYING);
}

/** Whether they hold one that denies or limits, by itself. */
export function deniesOrLimits(words: string, language: string | null): boolean {
  return deniesAtAll(words, language) || holds(words.replace(HARMLESS, ' '), language, LIMITING);
}

/** As `denies`, set phrases such as *not far* left aside. */
export function deniesAtAll(words: string, language: string | null): boolean {
  return denies(words.replace(HARMLESS, ' '), language);
}

/** Whether they hold one that sets what follows against what stands before. */
export function turns(words: string, language: string | null): boolean {
  return holds(words, language, TURNING);
}

function holds(
  words: string,
  language: string | null,
  lists: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const plain = words.toLowerCase().replace(/[’'´`]/g, "'");
  const known = language ?? languageOf(plain) ?? 'en';
  const list = lists.get(known);
  if (!list) return false;
  if (known === 'en' && lists === DENYING && /n't\b/.test(plain)) return true;
  return (plain.match(WORD) ?? []).some((word) => list.has(word));
}
