/** Language detection by script and function words. */
import { wordTable } from '../text/word-table.ts';

/** Frequent words of each language that few of the others have. */
const LITTLE_WORDS = wordTable<string>({
  en: `the of and to in that is was for it with as his he on be at by had not are but from or have an they which one
    you were her all she there would their we him been has when who will no more if out so what up its about into than
    them can only other time some could these two may first then do any like my now over such our me even most after
    also did many must before through where much should well people own just because each those how too under very
    make both being again never same another`,
  de: `der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    daß sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr
    durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir ich ihr ihm ihn
    kein keine doch diese dieser dieses wieder`,
  fr: `le la les de des du et un une est en que qui dans pour pas sur au par avec il ne se ce plus elle sont aux ont
    mais nous ou leur cette été ses son sa comme fait être était deux même aussi entre ces après sans lui leurs tout
    avait bien peut sous dont où si je vous on d l c qu s n`,
  es: `el la los las de del y que en un una es por con no para se su lo como más al pero sus le ya o este sí porque esta
    entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros
    ese eso ante ellos e esto antes algunos qué unos yo otro fue era han había`,
  it: `il lo la i gli le di del della dei delle degli e che in un una è per con non si da come più al alla nel nella ma
    anche sono dal dalla sul sulla loro suo sua questo questa essere era ha hanno o se ci tra fra dopo quando molto
    quella quello così tutti ogni senza fu sia`,
  pt: `o a os as de do da dos das e que em um uma é por com não para se seu sua no na nos nas como mais ao aos à às mas
    foi são ou quando muito também já está eu pelo pela até isso ela ele entre depois sem mesmo havia têm era ser`,
  nl: `de het een en van in is dat op te zijn met voor niet aan er om hij ook als dan maar bij of uit nog naar heeft hun
    was worden door over wordt ze die deze tot je kan meer had geen werd dit zo veel wij wel`,
  sv: `och att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när hade de där`,
  da: `og at det som en på er af for med den til ikke om et han men var jeg sig fra vi så kan når havde de der blev`,
  pl: `i w na z do się nie to że jest o jak po co ale od za przez dla są był była tak czy tylko jego już który która którzy które
    przed nad pod jej ich aby gdy oraz lub bez ze we również może być było były nim niego każdy każda swoją swój swojego
    wszyscy nikt kto lecz gdzie kiedy wtedy między więc a go mu tego tej tym jako`,
  la: `et in est non ad cum ut sed quod qui per ex ab si quae esse sunt de enim nec atque autem etiam eius quam hoc`,
});

const LANGUAGES = Object.keys(LITTLE_WORDS);
/** Function word → the languages that have it, as bits. */
const BY_WORD = ((): ReadonlyMap<string, number> => {
  const languages = new Map<string, number>();
  LANGUAGES.forEach((language, i) => {
    for (const word of LITTLE_WORDS[language]!.split(/\s+/))
      languages.set(word, (languages.get(word) ?? 0) | (1 << i));
  });
  return languages;
})();

const SCRIPTS: readonly [language: string, letters: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
];
const WORD = /\p{L}+/gu;
/** How much of a text is examined, in UTF-16 units. */
const SAMPLE = 12_000;
/** The required ratio of the best score to the next. */
const LEAD = 1.4;

/**
 * The language of `words` as a code, or the name of a script that several languages share; null where that is
 * uncertain. Two function words are the minimum.
 */
export function languageOf(words: string): string | null {
  const sample = words.length > SAMPLE ? words.slice(0, SAMPLE) : words;
  const all = sample.toLowerCase().match(WORD) ?? [];
  const inScript = scriptOf(sample, all.length);
  if (inScript) return inScript;
  const counts = new Array<number>(LANGUAGES.length).fill(0);
  for (const word of all) {
    const bits = BY_WORD.get(word);
    if (bits !== undefined) for (let i = 0; i < counts.length; i++) if (bits & (1 << i)) counts[i]!++;
  }
  let best = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[best]!) best = i;
  const next = Math.max(...counts.filter((_, i) => i !== best));
  const enough = counts[best]! >= 2 && counts[best]! >= all.length * 0.15;
  return enough && counts[best]! >= next * LEAD && counts[best]! > next ? LANGUAGES[best]! : null;
}

function scriptOf(sample: string, words: number): string | null {
  for (const [language, letters] of SCRIPTS) {
    const count = sample.match(letters)?.length ?? 0;
    const spaceless = language === 'ja' || language === 'zh';
    // A character counts as half a word; kana among Han is Japanese.
    if (count > 0 && count >= (spaceless ? words / 3 : words * 1.5)) return language;
  }
  return null;
}

/** The language of a BCP 47 tag in the terms of `languageOf`; null for an unknown one. */
export function languageOfTag(tag: string): string | null {
  const language = tag.toLowerCase().split('-')[0]!;
  if (LANGUAGES.includes(language) || ['ja', 'zh', 'ko'].includes(language)) return language;
  if (['ru', 'uk', 'bg', 'sr', 'be'].includes(language)) return 'cyrillic';
  if (language === 'el' || language === 'grc') return 'greek';
  if (['ar', 'fa', 'ur'].includes(language)) return 'arabic';
  return language === 'he'
    ? 'hebrew'
    : language === 'nb' || language === 'no' || language === 'nn'
      ? 'da'
      : null;
}
