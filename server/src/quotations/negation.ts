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
  en: 'except only unless but merely until provided supposedly allegedly if',
  de: 'außer nur bloß lediglich sondern aber jedoch angeblich sofern falls',
  fr: 'sauf sinon seulement excepté hormis mais uniquement prétendument si',
  es: 'salvo excepto sino sólo solo solamente únicamente pero supuestamente si',
  it: 'tranne salvo eccetto solo soltanto solamente ma però presunto se',
  pt: 'salvo exceto senão só apenas somente mas porém supostamente se',
});

const WORD = /[\p{L}\p{M}]+/gu;

function sets(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));
}

const DENYING = sets(DENIALS);
const LIMITING = sets(LIMITS);

/** Whether `words`, of a text in `language`, hold one that denies. Null: in whichever of the six languages. */
export function denies(words: string, language: string | null): boolean {
  return holds(words, language, DENYING);
}

/** Whether they hold one that denies or limits. */
export function deniesOrLimits(words: string, language: string | null): boolean {
  return denies(words, language) || holds(words, language, LIMITING);
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
