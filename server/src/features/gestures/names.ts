/** Ids and values for attributes and registers. */
import { plainText } from '../../facts/plain-text.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { TextRange } from '../../text/range.ts';
import { normalized } from '../../text/normalized.ts';

/** Words without meaning for a claim's id. Negations are not among them. */
const LITTLE: ReadonlySet<string> = new Set(
  `a an the this that these those it its he she they we i his her their our there here and or but nor so as if than then
   of in on at to by for from with into over under upon about between within is are was were be been being has have had
   do does did will would can could may might shall should must also only very more most some any all such which who whom
   whose what when where while because though although der die das den dem des ein eine einer und oder von im in zu mit
   ist sind war le la les un une des du de et ou est sont el los las una y en es que se`.split(/\s+/),
);

/** How many words an id has, and the length of a word, since some scripts have no spaces. */
const MOST_WORDS = 3;
const LONGEST_WORD = 16;

/** An id from the first meaningful words: letters and digits of any script, joined by hyphens. */
export function nameOf(words: string, fallback: string): string {
  // Citations in a claim are no part of what it says.
  const all =
    normalized(words.replace(/\[[^[\]@]*@[^[\]]*\]/g, ' '), 'NFC')
      .toLowerCase()
      .replace(/(\p{L})['’](\p{L})/gu, '$1$2')
      .match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const telling = all.filter((word) => !LITTLE.has(word));
  const chosen = (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
  return chosen.map((word) => [...word].slice(0, LONGEST_WORD).join('')).join('-') || fallback;
}

/** A range as plain text on one line. */
export function wordsOf({ text }: DocumentView, range: TextRange): string {
  return plainText(text.text, range).replace(/\s+/g, ' ').trim();
}

/** A quoted attribute value. */
export function attributeValue(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return `"${plain.replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;')}"`;
}

/** A YAML value, quoted where it would otherwise have another meaning. */
export function yamlValue(words: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{M}\p{N} .,()’'-]*$/u.test(words) && !/^(?:true|false|yes|no|on|off|null)$/i.test(words);
  return isPlain ? words : JSON.stringify(words);
}
