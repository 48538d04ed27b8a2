import { folded, foldedWords } from './folding.ts';
import { CONNECTORS, NOT_A_NAME, PARTICLES } from './name-words.ts';
import type { ReferenceIndex } from './reference-match.ts';
import type { TextRange } from '../text/range.ts';

/** Names that end at an offset of the prose, read backwards as far as possible. */
export interface NameChain {
  /** Names in the order of the text; each is a list of words. */
  readonly units: readonly (readonly TextRange[])[];
  readonly etAl: boolean;
  /** After the names, without `et al.` and a possessive. */
  readonly namesTo: number;
  /** After everything, with `et al.` and the possessive. */
  readonly to: number;
  readonly possessive: boolean;
}

/** The names chosen out of a chain. */
export interface ChosenNames {
  readonly range: TextRange;
  readonly names: readonly string[];
  readonly etAl: boolean;
  readonly possessive: boolean;
  /** Works that match the names and the year. */
  readonly exact: readonly number[];
  readonly near: readonly number[];
}

const ET_AL =
  /(?:,\s*)?(?:\be[tl]\.?\s+al(?:ii|ia)?\b(?:\s?\.)?|\by\s+cols?\.|\bu\.\s?a\.|\band\s+(?:others|colleagues|co-?(?:authors|workers))|\bund\s+andere[rn]?|\bet\s+coll\.|\bet\s+autres|\be\s+outros|\by\s+otros|\be\s+altri|\ben\s+anderen|等人?)\s*$/iu;
/** Scripts that set no words apart: where a Latin letter follows, another word begins. */
const SCRIPTS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u');
const LETTER = `(?![${SCRIPTS}])[\\p{L}\\p{M}]`;
const TOKEN = new RegExp(
  String.raw`(?:\p{Lu}\.[ -]?){1,4}(?=\s?\p{Lu}\p{L})|d['’](?=\p{Lu}\p{Ll})|[${SCRIPTS}]+|${LETTER}(?:${LETTER}|['’ʼ´‐‑-](?=\p{L}))*\.?|\d+|[^\s\p{L}]`,
  'gu',
);
/** ‘Weaver u. Dyer’, ‘Weaver a. Dyer’ */
const SHORT_CONNECTOR = /^[au]\.$/;
const REACH = 220;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the names that end at `end`: `Weaver, Dyer, Fuller and Carder`, `Lee and Shen’s`, `Cheng et al.`, `Xu Yi`.
 * `floor` bounds the search; `listed`: commas alone may separate the names. Null if no name ends there.
 */
export function namesBefore(text: string, end: number, floor: number, listed = false): NameChain | null {
  const from = Math.max(floor, end - REACH);
  let slice = text.slice(from, end);
  const blank = slice.search(/\n[ \t]*\n(?![^]*\n[ \t]*\n)/);
  const skipped = blank < 0 ? 0 : blank;
  slice = slice.trimEnd();
  // An apostrophe after a letter other than s closes a quotation.
  const possessive = /\p{L}(?:['’ʼ]s|(?<=s)['’ʼ])$/u.test(slice);
  const to = from + slice.length;
  if (possessive) slice = slice.replace(/['’ʼ]s?$/, '');
  // Only the last words are searched.
  const tail = Math.max(0, slice.length - 30);
  const others = ET_AL.exec(slice.slice(tail));
  if (others) slice = slice.slice(0, tail + others.index).trimEnd();
  const namesTo = from + slice.length;
  const tokens: Token[] = [];
  TOKEN.lastIndex = skipped;
  for (let match = TOKEN.exec(slice); match; match = TOKEN.exec(slice)) {
    tokens.push({
      text: match[0],
      from: from + match.index,
      to: from + match.index + match[0].trimEnd().length,
    });
  }
  const units = unitsBackward(tokens, listed || others !== null);
  return units.length === 0 ? null : { units, etAl: others !== null, namesTo, to, possessive };
}

function unitsBackward(tokens: readonly Token[], etAl: boolean): TextRange[][] {
  const units: TextRange[][] = [];
  let i = tokens.length - 1;
  let listed = etAl;
  while (units.length < 10) {
    const unit: TextRange[] = [];
    while (i >= 0 && unit.length < 6 && partOfName(tokens[i]!.text, unit.length > 0)) {
      // ‘z. B. Weaver’
      if (/^\p{Lu}\.\s?$/u.test(tokens[i]!.text) && /^\p{Ll}\.$/u.test(tokens[i - 1]?.text ?? '')) break;
      if (unit.length > 0 && areGlued(tokens[i]!, tokens[i + 1]!)) break;
      // A full stop after a word ends a sentence; after an initial it does not.
      if (unit.length > 0 && /\p{L}{3,}\.$/u.test(tokens[i]!.text)) break;
      unit.unshift({ from: tokens[i]!.from, to: tokens[i]!.to });
      i--;
    }
    while (
      unit.length > 0 &&
      unit[0] &&
      tokens[i + 1] &&
      !/^\p{Lu}|^\p{Lo}|^(?:v[ao]n|d[eiu]|al|el|ten|ter|d['’])/u.test(tokens[i + 1]!.text)
    ) {
      unit.shift();
      i++;
    }
    if (unit.length === 0) break;
    units.unshift(unit);
    const joint = tokens[i];
    if (!joint) break;
    if (CONNECTORS.has(joint.text.toLowerCase()) || SHORT_CONNECTOR.test(joint.text)) {
      listed = true;
      i--;
      if (/^[,，]$/.test(tokens[i]?.text ?? '')) i--;
    } else if (joint.text === '/' || joint.text === ';' || (/^[,，、]$/.test(joint.text) && listed)) i--;
    else break;
  }
  return units;
}

/** Whether two words of two scripts stand together without a space: `而Smith` is a word and a name. */
function areGlued(one: Token, next: Token): boolean {
  if (UNSPACED.test(one.text) === UNSPACED.test(next.text)) return false;
  // ‘而 Smith’ with a space, as many type it; ‘Xu Yi 徐毅’ is one name in two scripts.
  return one.to === next.from || UNSPACED.test(one.text);
}

function partOfName(token: string, followed: boolean): boolean {
  if (/^[\p{Lu}\p{Lt}\p{Lo}]/u.test(token)) return true;
  return (
    followed && /^\p{Ll}/u.test(token) && PARTICLES.has(folded(token)) && !CONNECTORS.has(token.toLowerCase())
  );
}

/**
 * Chooses the longest names of a chain that match a work of `index` with that year: ‘Drawing on
 * Williams’ contains one name, ‘Tanner, and Weaver and Dyer’ two that belong together. If no work
 * matches, capitalised words at the start of the sentence are dropped.
 */
export function chooseNames(
  text: string,
  chain: NameChain,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const words = chain.units.map((unit) => unit.map((word) => text.slice(word.from, word.to)));
  for (let u = 0; u < chain.units.length; u++) {
    if (u > 0 && areBySlash(text, chain.units[u - 1]!, chain.units[u]!)) continue;
    const rest = words.slice(u + 1).map((unit) => unit.join(' '));
    for (const w of startsOf(words[u]!)) {
      const names = [words[u]!.slice(w).join(' '), ...rest];
      const { exact } = index.match(names, chain.etAl, year, suffix);
      if (exact.length > 0) return chosen(chain, chain.units[u]![w]!.from, names, exact, []);
    }
  }
  const genitive = germanGenitive(text, chain, words, index, year, suffix);
  if (genitive) return genitive;
  const body = bodyBefore(text, chain.namesTo, index, year, suffix);
  if (body) return chosen(chain, body.from, [body.name], body.exact, []);
  const plain = plainNames(text, chain, index, year, suffix);
  if (!plain || plain.names.length > 1 || plain.etAl) return plain;
  const [only, ...others] = index.ledBy(plain.names[0]!, year, suffix);
  return only === undefined || others.length > 0 ? plain : { ...plain, exact: [only], near: [] };
}

/** ‘Weaver/Dyer (2003)’ is no work by Dyer. */
function areBySlash(text: string, before: readonly TextRange[], unit: readonly TextRange[]): boolean {
  const last = before.at(-1)!;
  return (
    text.slice(last.to, unit[0]!.from) === '/' &&
    before.some(({ from, to }) => !isCommon(text.slice(from, to)))
  );
}

const GERMAN = /(?<!\p{L})(?:der|die|das|den|dem|des|und|von|nach|mit|bei|eine[nmrs]?)(?!\p{L})/gu;

/** ‘in den Empfehlungen Dyers (2003)’: a German genitive, if Dyer has such a work and nobody is called Dyers. */
function germanGenitive(
  text: string,
  { units, etAl, to, possessive }: NameChain,
  words: readonly (readonly string[])[],
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const unit = units.at(-1)!;
  const last = words.at(-1)!.at(-1)!;
  if (etAl || possessive || !/\p{Ll}{3}s$/u.test(last) || index.worksOf(last).length > 0) return null;
  const { exact } = index.match([last.slice(0, -1)], false, year, suffix);
  if (exact.length === 0) return null;
  const { from } = unit.at(-1)!;
  if ((text.slice(Math.max(0, from - 200), from).match(GERMAN) ?? []).length < 3) return null;
  return { range: { from, to }, names: [last.slice(0, -1)], etAl, possessive: true, exact, near: [] };
}

/**
 * The possible starts of the first name. Common words come last: ‘As Weaver’ is no A. S. Weaver, but He Xuefeng is a
 * name.
 */
function startsOf(words: readonly string[]): number[] {
  const all = words.map((_, w) => w);
  const common = (w: number): boolean => isCommon(words[w]!);
  return [...all.filter((w) => !common(w)), ...all.filter(common)];
}

/** The names as written, if no known work matches. */
export function plainNames(
  text: string,
  chain: NameChain,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  // ‘*Wool*, Weaver et al.’: the words before the comma are hardly a second author.
  for (let u = chain.etAl ? chain.units.length - 1 : 0; u < chain.units.length; u++) {
    const unit = chain.units[u]!;
    let w = 0;
    while (w < unit.length && isCommon(text.slice(unit[w]!.from, unit[w]!.to))) w++;
    if (w === unit.length) continue;
    const names = [unit.slice(w), ...chain.units.slice(u + 1)].map((part) =>
      text.slice(part[0]!.from, part[part.length - 1]!.to).replace(/\s+/g, ' '),
    );
    const { near } = index.match(names, chain.etAl, year, suffix);
    return chosen(chain, unit[w]!.from, names, [], near);
  }
  return null;
}

function isCommon(word: string): boolean {
  return NOT_A_NAME.has(folded(word).replace(/\.$/, ''));
}

function chosen(
  chain: NameChain,
  from: number,
  names: readonly string[],
  exact: readonly number[],
  near: readonly number[],
): ChosenNames {
  return {
    range: { from, to: chain.to },
    names,
    etAl: chain.etAl,
    possessive: chain.possessive,
    exact,
    near,
  };
}

/** As `chooseNames`, for a listed organisation whose name ends with a lower-case word; `floor` bounds its start. */
export function bodyNamed(
  text: string,
  end: number,
  floor: number,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const body = bodyBefore(text, end, index, year, suffix);
  if (!body || body.from < floor) return null;
  return {
    range: { from: body.from, to: end },
    names: [body.name],
    etAl: false,
    possessive: false,
    exact: body.exact,
    near: [],
  };
}

/** An organisation of several words, some in lower case, that ends at `end`. */
function bodyBefore(
  text: string,
  end: number,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): { from: number; name: string; exact: readonly number[] } | null {
  const from = Math.max(0, end - 160);
  const slice = text.slice(from, end);
  const last = foldedWords(slice).pop();
  if (last === undefined || !index.knows(last)) return null;
  const starts = /(?<![\p{L}\p{N}/-])[\p{Lu}\p{Lo}]/gu;
  for (let match = starts.exec(slice); match; match = starts.exec(slice)) {
    const name = slice.slice(match.index);
    if (/[.;:!?]\s/.test(name)) continue;
    const { exact } = index.match([name], false, year, suffix);
    if (exact.length > 0) return { from: from + match.index, name: name.replace(/\s+/g, ' '), exact };
  }
  return null;
}

/** Chinese and Japanese names that end at `end`. Without spaces between words, only names of known works are found. */
export function hanNamesBefore(
  text: string,
  end: number,
  index: ReferenceIndex,
  year: string | null,
  suffix: string,
): ChosenNames | null {
  const from = Math.max(0, end - 30);
  let slice = text.slice(from, end).trimEnd();
  const others = /等人?$/.exec(slice);
  if (others) slice = slice.slice(0, others.index);
  if (!/\p{Script=Han}$/u.test(slice)) return null;
  const run = /[\p{Script=Han}、·]+$/u.exec(slice)![0];
  for (let at = 0; at < run.length - 1; at++) {
    const names = run.slice(at).split(/[、和与與及]/u);
    if (names.some((name) => name.length < 2 || name.length > (name.includes('·') ? 14 : 6))) continue;
    const { exact } = index.match(names, others !== null, year, suffix);
    if (exact.length === 0) continue;
    const start = from + slice.length - run.length + at;
    return {
      range: { from: start, to: end },
      names,
      etAl: others !== null,
      possessive: false,
      exact,
      near: [],
    };
  }
  return null;
}

/** Words that lead to a name in a Chinese sentence and are no part of one. */
const BEFORE_HAN_NAME =
  /^(?:还有|例如|比如|譬如|诸如|其中|以及|根据|依据|按照|基于|参考|参照|借鉴|采用|使用|运用|正如|因此|此外|另外|后来|随后|同样|同时|国内|学者|我国|而且|并且|但是|由于|例|如|而|但|据|在|对|及|被|且|即|则|将|与|自|从|由|以|用|見|见)+(?=[\p{Script=Han}·]{2,})/u;
/** The end of the name of an organisation. */
const HAN_BODY = /(?:组|室|会|會|中心|局|部|院|所|社|厅|署|团|党|处|司|公司|大学|研究院|政府)$/u;
const HAN_ONLY = /^[\p{Script=Han}·]+$/u;

/**
 * Names that match no work, of which a Chinese one is cut out of its sentence; null if where it begins is uncertain,
 * since nothing sets its words apart.
 */
export function withoutHanWords(chosen: ChosenNames | null): ChosenNames | null {
  const [first] = chosen?.names ?? [];
  if (!chosen || first === undefined || chosen.exact.length > 0 || !HAN_ONLY.test(first)) return chosen;
  const lead = BEFORE_HAN_NAME.exec(first)?.[0].length ?? 0;
  const name = first.slice(lead);
  const isName = name.includes('·') ? name.length <= 14 : name.length <= 4 || HAN_BODY.test(name);
  if (!isName) return null;
  if (lead === 0) return chosen;
  return {
    ...chosen,
    range: { from: chosen.range.from + lead, to: chosen.range.to },
    names: [name, ...chosen.names.slice(1)],
  };
}
