/**
 * Lists of names in BibTeX: `Last, First and von Last, Jr, First and {A Body}`. Pandoc’s `toNameList` and
 * `latexNames`.
 */
import { foldSpace, latexToText } from './latex-text.ts';

/** The parts of one name, as text. A body has only a `literal`. */
export interface NameParts {
  readonly family?: string;
  readonly given?: string;
  readonly particle?: string;
  readonly suffix?: string;
  readonly literal?: string;
  /** Whether the particle is part of the family name, where the name says so itself. */
  readonly usesPrefix?: boolean;
}

/** `and others`: further authors that the entry does not name. Pandoc passes the word on to styles. */
export const OTHERS: NameParts = { literal: 'others' };

/** Splits a list at ` and ` outside braces; a final `others` is kept. */
export function splitNames(list: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  const add = (to: number): void => {
    const name = list.slice(from, to).trim();
    if (name !== '') names.push(name);
  };
  for (let at = 0; at < list.length; at++) {
    const letter = list[at]!;
    if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (
      depth === 0 &&
      (letter === 'a' || letter === 'A') &&
      isSpace(list[at - 1]) &&
      /^and$/i.test(list.slice(at, at + 3)) &&
      isSpace(list[at + 3])
    ) {
      add(at);
      from = at + 3;
      at += 2;
    }
  }
  add(list.length);
  return names;
}

const LETTER = /(\\(?:ae|AE|oe|OE|aa|AA|o|O|l|L|ss|i|j|dh|DH|th|TH|dj|DJ|ng|NG)) (?=\p{L})/gu;

/** Parses one name in any of BibTeX's forms (O. Patashnik, BibTeXing, section 4), or in biblatex's `family=…`. */
export function parseName(name: string): NameParts {
  if (/^others$/i.test(name)) return OTHERS;
  if (isOneGroup(name)) return { literal: latexToText(name) };
  // The blank after a command that is a letter is none: `Fl\\ae n\\o`.
  const parts = splitOutsideBraces(name.replace(LETTER, '{$1}'), ',');
  const keyed = keyedName(parts);
  if (keyed) return keyed;
  if (parts.length === 1) return firstVonLast(splitWords(parts[0]!));
  const vonLast = splitWords(parts[0]!);
  const lower = leadingParticles(vonLast, vonLast.length - 1);
  const given = parts.length > 2 ? parts.slice(2).join(',') : parts[1]!;
  const [first, behind] = lower === 0 ? withoutParticles(given) : [given, ''];
  return compact({
    particle: latexToText(lower === 0 ? behind : vonLast.slice(0, lower).join(' ')),
    family: latexToText(vonLast.slice(lower).join(' ')),
    suffix: parts.length > 2 ? latexToText(parts[1]!) : '',
    given: latexToText(first),
  });
}

/** `Dick van` of `Dijk, Dick van`: given names, and the particles after them. */
function withoutParticles(given: string): [string, string] {
  const words = splitWords(given);
  let end = words.length;
  while (end > 0 && isParticle(words[end - 1]!)) end--;
  return end === 0 ? [given, ''] : [words.slice(0, end).join(' '), words.slice(end).join(' ')];
}

function firstVonLast(words: string[]): NameParts {
  if (words.length === 1) return compact({ family: latexToText(words[0]!) });
  let von = 0;
  while (von < words.length - 1 && !isParticle(words[von]!)) von++;
  const noParticle = von >= words.length - 1;
  const last = noParticle
    ? words.length - 1
    : von + leadingParticles(words.slice(von), words.length - von - 1);
  const given = noParticle ? words.slice(0, -1) : words.slice(0, von);
  return compact({
    given: latexToText(given.join(' ')),
    particle: latexToText(noParticle ? '' : words.slice(von, last).join(' ')),
    family: latexToText(words.slice(last).join(' ')),
  });
}

/** How many leading words are particles: up to the last lower-case one before `limit`. */
function leadingParticles(words: readonly string[], limit: number): number {
  let count = 0;
  for (let i = 0; i < limit; i++) if (isParticle(words[i]!)) count = i + 1;
  return words.length > 0 && isParticle(words[0]!) ? count : 0;
}

/** A word is a particle when its first letter is lower case. */
function isParticle(word: string): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false;
  const letter = /\p{L}/u.exec(latexToText(word))?.[0];
  return letter !== undefined && letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

function keyedName(parts: readonly string[]): NameParts | null {
  const values = new Map<string, string>();
  for (const part of parts) {
    const found =
      /^\s*"?(family|given|prefix|suffix|given-i|useprefix|juniorcomma|nodelimiters?)\s*=\s*([^]*)$/.exec(
        part,
      );
    if (!found) return null;
    values.set(found[1]!, latexToText(found[2]!.replace(/"\s*$/, '')));
  }
  const prefix = values.get('useprefix');
  return {
    ...compact({
      family: values.get('family') ?? '',
      given: values.get('given') ?? '',
      particle: values.get('prefix') ?? '',
      suffix: values.get('suffix') ?? '',
    }),
    ...(prefix === undefined ? {} : { usesPrefix: /^true$/i.test(prefix.trim()) }),
  };
}

function compact(parts: NameParts): NameParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

function isOneGroup(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < name.length - 1; at++) {
    if (name[at] === '{') depth++;
    else if (name[at] === '}' && --depth === 0) return false;
  }
  return true;
}

function splitWords(text: string): string[] {
  return splitOutsideBraces(foldSpace(text.replace(/(?<!\\)~/g, ' ')), ' ').filter((word) => word !== '');
}

function splitOutsideBraces(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '{') depth++;
    else if (letter === '}') depth--;
    else if (letter === separator && depth <= 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

function isSpace(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\n' || letter === '\t' || letter === '~';
}
