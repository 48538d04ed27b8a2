/** Names in notes: before a title, or alone. */
import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import { BODY_WORDS, MONTHS, NOT_A_NAME, NO_AUTHOR } from './name-words.ts';
import { proseName } from './names.ts';
import type { TextRange } from '../text/range.ts';

const INTRODUCTION =
  /^(?:[\s,;:(]*(?:see|also|but|and|or|for (?:example|instance|a|an)|e\.g\.|cf\.?|compare|voir(?: aussi)?|siehe(?: auch)?|s\.|vgl\.(?: auch| dazu)?|dazu|auch|ver|véase|vid\.|vedi|vedasi|vegg(?:a|ansi|asi)|si (?:vegg?ano|vegga|vedano?|veda|confront(?:i|ino)|riscontr(?:i|ino))|confront(?:isi|insi|ino)|riscontr(?:isi|insi|ino)|anche|cfr\.?|d['’]après|véanse|presso|(?:ebenso|ähnlich|anders|abweichend|übereinstimmend|so|ferner)(?:(?: schon| namentlich| insbesondere| auch| z\. ?b\.)|(?!,))|quoted (?:by|in|from)|cited (?:by|in|from)|as|in|by|dans|cité (?:par|dans)|cit(?:ato|ata|ado|ada|\.)? (?:in|da|en|por|em)|zit(?:iert)?\. n(?:ach|\.)|bei|apud|according to|selon|nach|example|especially|notably|on this point|here)(?![\p{L}])[\s,:]*)+/iu;

/** The length of the words that introduce a source: ‘See also ’, ‘vgl. dazu ’. */
export function introductionOf(words: string): number {
  const { length } = INTRODUCTION.exec(words)?.[0] ?? '';
  // ‘S. Meyer’ has an initial, ‘s. Meyer’ is *siehe*.
  const initial = words.slice(0, length).search(/(?<![\p{L}\p{M}])S\.\s+$/u);
  return initial < 0 ? length : initial;
}

/** `words` without an introduction such as ‘See also ’. */
export function withoutIntroduction(words: string): string {
  return words.slice(introductionOf(words));
}

/** The names in the words before a title: `See also Anita Chan and Wang Hongzhen, `. */
export function namesOf(head: string): FoundName[] {
  const words = withoutIntroduction(head.replace(/\s+/g, ' '))
    .replace(/^Il\s(?=\p{Lu})/u, '')
    .replace(/^.*\b(?:by|von|par)\s(?=(?:\p{Lu}[\p{L}'’.-]*\s){2,4}(?:in|dans)\s*$)/u, '')
    .replace(/\s(?:in|dans)\s*$/u, '')
    .replace(
      /[,\s]*[([]?\b(?:eds?|dirs?|hrsg|hg|coords?|trans|a cura di|a\.\s?c\.\s?d)\b\.?[)\]]?[\s,:.]*$/iu,
      '',
    )
    .replace(/[\s,:(]+$/, '')
    .replace(/,?\s(?:et\.? al(?:ii)?\.?|and others|u\.\s?a\.|et coll\.)$/u, '');
  if (words === '' || words.length > 160) return [];
  const names = words
    .split(/\s*,\s+(?:and|et|und|y|e)\s+|\s+(?:and|et|und|y|e|&)\s+|\s*,\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isName = (name: string): boolean =>
    /^[\p{Lu}\p{Lo}]|^(?:v[ao]n|d[eu])\s/u.test(name) &&
    name.split(' ').length <= 6 &&
    !/\d|\s\p{Ll}{4,}\s(?:.*\s)?\p{Ll}{4,}\s/u.test(name);
  if (!names.every(isName)) {
    const last = names[names.length - 1]!;
    return names.length > 1 && isName(last) && last.split(' ').length <= 4 ? [proseName(last)] : [];
  }
  return names.map(proseName);
}

/** ‘According to Zhu Min, …; *Silk*’: the person mentioned before a title without a name. */
export function personIn(text: string, part: TextRange): { range: TextRange; name: FoundName } | null {
  const words = text.slice(part.from, part.to);
  const lead = introductionOf(words);
  const match = /^((?:\p{Lu}[\p{L}'’.-]*\s?){2,4}),/u.exec(words.slice(lead));
  if (!match || NOT_A_NAME.has(folded(match[1]!.split(' ')[0]!))) return null;
  return { range: { from: part.from + lead, to: part.to }, name: proseName(match[1]!) };
}

const PARTICLE = String.raw`v[ao]n|de[rnl]?|d[iaou]s?|della?|l[ae]s?|al|el|ten|ter|zu[mr]?|y|af`;
/** A person's name, with given name or initials first. */
const PERSON = new RegExp(
  String.raw`^(?:(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:[ -]?\p{Lu}\.)*|${PARTICLE})\s){1,5}(?:d[’']|[dl]e[’'])?\p{Lu}[\p{L}'’-]+$`,
  'u',
);
const INITIALS_FIRST = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+\s?(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}'’-]+$/u;
const FAMILY = new RegExp(String.raw`^(?:(?:${PARTICLE})\s){0,2}\p{Lu}[\p{L}\p{M}'’-]+$`, 'u');

/** The number of a volume: ‘II, 215’. */
const ROMAN = /^(?=[IVXL])X{0,3}(?:L?X{0,3})(?:I[XV]|V?I{0,3})$/;

/** Whether some words are a person's given and family name, in this order. */
export function isPerson(words: string): boolean {
  if (areVarious(words)) return true;
  return PERSON.test(words) && !ROMAN.test(words.slice(words.lastIndexOf(' ') + 1)) && isNoOtherWord(words);
}

/** ‘AA.VV.’, ‘VV. AA.’: the authors of a collection, unnamed, as Italian and Spanish notes have it. */
export function areVarious(words: string): boolean {
  return /^(?:AA\.?\s?VV\.?|VV\.?\s?AA\.?)$/i.test(words);
}

/** Whether some words are initials and a family name. */
export function hasInitials(words: string): boolean {
  return INITIALS_FIRST.test(words);
}

/** Whether some words may be only a family name. */
export function isFamily(words: string): boolean {
  if (areVarious(words)) return true;
  return FAMILY.test(words) && !ROMAN.test(words) && isNoOtherWord(words);
}

function isNoOtherWord(words: string): boolean {
  const own = foldedWords(words);
  if (NOT_A_NAME.has(own[0] ?? '') && !/^\p{Lu}\.?\s/u.test(words)) return false;
  return !own.some((word) => MONTHS.has(word) || NO_AUTHOR.has(word) || BODY_WORDS.has(word));
}

/** Words between the names of a note's authors. */
const JOINTS = /\s*\/\s*|\s*;\s*|,?\s+(?:and|und|u\.|et|y|e|&)\s+/u;

/** The names in words that consist of names: `Lena Meyer/Carl Adler`, `Adler u. Sorg`; null where they do not. */
export function namesOnly(words: string): FoundName[] | null {
  const bare = words
    .replace(/\s+/g, ' ')
    .replace(
      /\s*[([]\s?(?:eds?|editors?|dirs?|hrsg|hg|coords?|orgs?|a cura di|a\.\s?c\.\s?d)\b\.?\s?[)\]]\s*$/iu,
      '',
    )
    .replace(/,?\s(?:et\.? al(?:ii)?\.?|and others|u\.\s?a\.|et coll\.)$/u, '')
    .trim();
  if (bare.length === 0 || bare.length > 200) return null;
  const names = upright(bare.split(JOINTS).flatMap((part) => part.split(/\s*,\s+/u)));
  if (names.length > 12) return null;
  const isAlone = names.map((name) => isFamily(name));
  if (!names.every((name, i) => isAlone[i]! || isPerson(name) || hasInitials(name))) return null;
  // ‘Bernd Sorg, Ships: An Archaeology’ has a title after the comma.
  if (bare.includes(',') && !isAlone[0] && isAlone.at(-1)!) return null;
  return names.map(proseName);
}

/** `Adler`, `Lena D.` → `Lena D. Adler`, for clearly inverted names. */
function upright(names: readonly string[]): string[] {
  const whole: string[] = [];
  for (const name of names) {
    const family = whole.at(-1);
    const isGiven = /^\p{Lu}[\p{L}'’-]*\.?(?:[\s-]\p{Lu}\.)+$|^(?:\p{Lu}\.[ -]?)+$/u.test(name);
    if (isGiven && family !== undefined && isFamily(family)) whole[whole.length - 1] = `${name} ${family}`;
    else whole.push(name);
  }
  return whole;
}

/** A locator, or a page at the end of some words, perhaps after a volume: ‘, II:497–99’. */
const PLACE =
  /(?:[,:;]|\s|^)\s?(?:pp?\.|S\.|ss?\.|pagg?\.|págs?\.|fols?\.|ff?\.|Bl\.|Sp\.|cols?\.|nn?\.|Nr\.|no\.|vols?\.|t\.|Bd\.|chaps?\.|ch\.|caps?\.|Kap\.|§+|paras?\.?|f\.|lib\.)\s?(?:\d|[ivxlcIVXLC]+\b)|\bpassim\b|第\s?\d|,\s(?:[ivxIVX]+:\s?)?\d{1,4}(?:[–-]\d{1,4})?(?:\s(?:y|e|et|and|und)\s\d{1,4})?(?:\s?ff?\.?)?[.\s]*$/u;

/** Whether some words contain a locator. */
export function hasPlace(words: string): boolean {
  return PLACE.test(words);
}

const PLACE_ALONE =
  /^(?:(?:see|cf\.?|vgl\.?|voir|siehe)\s)?(?:pages?|pp?\.|S\.|págs?\.|pagg?\.|ff?\.|fols?\.|Bl\.|§{1,2})\s?(?:\d|[ivxlc]+\b)[\divxlc,.\s–—-]{0,40}(?:ff?\.?|sqq?\.?)?[.\s]*$/iu;

/** Whether a note consists of a locator: ‘Page 144.’, ‘S. 3–5.’ */
export function isPlaceAlone(body: string): boolean {
  return PLACE_ALONE.test(body.slice(0, 80).trim()) && body.trim().length <= 80;
}

/** Whether a note only says where a case is reported: ‘[1988] QB 135.’. The text that calls it names the case. */
export function isReportAlone(body: string): boolean {
  return body.length < LONGEST_REPORT && /\d/.test(body) && !/\p{Lu}\p{Ll}{2}/u.test(body);
}

const LONGEST_REPORT = 80;

/**
 * Whether a note is surely a remark without a source: some words of a sentence, none of them a number, a name, a
 * quotation or in parentheses.
 */
export function isRemark(body: string): boolean {
  return (
    body.trim().length >= SHORTEST_REMARK &&
    !/[\p{N}"“«„‘‚_*()[\]&§\uFFFC]|\p{L}[\s,;]\s?\p{Lu}|\p{Lu}{2}/u.test(body)
  );
}

const SHORTEST_REMARK = 12;
