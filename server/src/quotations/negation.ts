/** Words that negate or limit a sentence: leaving one out changes the meaning. */
import { languageOf } from './language.ts';
import { wordTable } from '../text/word-table.ts';

/** Negations. */
const DENIALS = wordTable<string>({
  en: 'not cannot never no nor neither none nobody nothing nowhere hardly scarcely barely seldom rarely without',
  de: 'nicht kein keine keiner keinen keinem keines nie niemals nimmer niemand niemanden niemandem nichts nirgends nirgendwo ohne kaum weder keineswegs keinesfalls',
  fr: 'ne n pas jamais rien aucun aucune aucuns aucunes sans guère ni nullement non',
  es: 'no nunca jamás nadie nada ningún ninguno ninguna ningunos ni sin tampoco apenas',
  it: 'non mai né nessuno nessun nessuna niente nulla senza neppure nemmeno neanche appena',
  pt: 'não nunca jamais ninguém nada nenhum nenhuma nem sem tampouco mal',
});
/** Words that limit. */
const LIMITS = wordTable<string>({
  en: 'except only unless merely until provided supposedly allegedly if',
  de: 'außer nur bloß lediglich angeblich sofern falls',
  fr: 'sauf sinon seulement excepté hormis uniquement prétendument si',
  es: 'salvo excepto sólo solo solamente únicamente supuestamente si',
  it: 'tranne salvo eccetto solo soltanto solamente presunto se',
  pt: 'salvo exceto só apenas somente supostamente se',
});
/** Adversative words: they limit what precedes them, or merely continue. */
const TURNS = wordTable<string>({
  en: 'but',
  de: 'sondern aber jedoch',
  fr: 'mais',
  es: 'pero sino',
  it: 'ma però bensì',
  pt: 'mas porém senão',
});
/** The same of Chinese, which has no blanks between words: without the words that merely begin or end like them. */
const HAN = {
  denials:
    /不(?![仅但只断久少同止论管过惜妨料禁免时安满幸凡朽愧])|(?<![淹沉埋出覆吞湮])没(?![收落])|未(?![来婚央])|无(?![论疑锡线数穷限比边上意])|非(?![常洲议])|莫(?![大名])|(?<![切])勿|否认/u,
  limits:
    /除[了非去却外]|之外|以外|仅|只(?=[有是能会在限要对为得因])|唯[有独一]|惟[有独]|据说|据称|所谓|如果|假如|倘若|要是/u,
  turns: /但|可是|然而|不过|却|而是/u,
};
/** A word in quotation marks is spoken of, and negates nothing. */
const MENTIONED = /[“"«]\p{L}+[,.]?[”"»]/gu;
/** Phrases in which such words neither negate nor limit. */
const HARMLESS =
  /\b(?:not (?:far|long|least|to mention|to say|unlike|surprisingly|infrequently|uncommonly)|no (?:doubt|less)|if (?:so|any|anything)|or not|(?:as|even|or|and) if|nicht (?:weit|lange|zuletzt|selten)|non loin|sans doute|no lejos|sin duda|non lontano|senza dubbio|não longe|sem dúvida)(?![\p{L}])/giu;

const WORD = /[\p{L}\p{M}]+/gu;

function sets(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));
}

const DENYING = sets(DENIALS);
const LIMITING = sets(LIMITS);
const TURNING = sets(TURNS);

/** Negations that are words of no other language. */
const UNMISTAKABLE = new Set(
  `nicht kein keine keiner keinen keinem keines niemals niemand niemanden niemandem nichts nirgends keineswegs
  keinesfalls pas jamais rien aucun aucune guère nullement nunca jamás nadie ningún ninguno ninguna tampoco non
  nessuno nessun nessuna niente neppure nemmeno neanche não ninguém nenhum nenhuma`.split(/\s+/),
);

/** Whether `words` in `language` contain a negation. Null: in the language that they are in, as far as that is certain. */
export function denies(words: string, language: string | null): boolean {
  return holds(words, language, DENYING, HAN.denials);
}

/** Whether they contain a word that negates or limits on its own. */
export function deniesOrLimits(words: string, language: string | null): boolean {
  return deniesAtAll(words, language) || holds(harmful(words), language, LIMITING, HAN.limits);
}

/** As `denies`, without set phrases such as *not far*. */
export function deniesAtAll(words: string, language: string | null): boolean {
  return denies(harmful(words), language);
}

function harmful(words: string): string {
  return words.replace(MENTIONED, ' ').replace(HARMLESS, ' ');
}

/** Whether they contain an adversative word. */
export function turns(words: string, language: string | null): boolean {
  return holds(words, language, TURNING, HAN.turns);
}

function holds(
  words: string,
  language: string | null,
  lists: ReadonlyMap<string, ReadonlySet<string>>,
  han: RegExp,
): boolean {
  const plain = words.toLowerCase().replace(/[’'´`]/g, "'");
  const sure = language ?? languageOf(plain);
  const known = sure ?? 'en';
  if (known === 'zh') return han.test(plain);
  const list = lists.get(known);
  if (!list) return false;
  if (known === 'en' && lists === DENYING && /n't\b/.test(plain)) return true;
  const others = sure === null && lists === DENYING ? UNMISTAKABLE : null;
  return (plain.match(WORD) ?? []).some((word) => list.has(word) || others?.has(word) === true);
}
