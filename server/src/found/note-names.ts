/** Names in notes: before a title, or alone. */
import { folded } from './folding.ts';
import type { FoundName } from './model.ts';
import { NOT_A_NAME } from './name-words.ts';
import { proseName } from './names.ts';
import type { TextRange } from '../text/range.ts';

const INTRODUCTION =
  /^(?:[\s,;:(]*(?:see|also|but|and|or|for (?:example|instance|a|an)|e\.g\.|cf\.?|compare|voir(?: aussi)?|siehe(?: auch)?|s\.|vgl\.(?: auch| dazu)?|dazu|auch|ver|véase|vid\.|vedi|anche|cfr\.?|quoted (?:by|in|from)|cited (?:by|in|from)|as|in|by|dans|cité (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|bei|apud|according to|selon|nach|example|especially|notably|on this point|here)(?![\p{L}])[\s,:]*)+/iu;

/** How many characters of `words` introduce a source: ‘See also ’, ‘vgl. dazu ’. */
export function introductionOf(words: string): number {
  return INTRODUCTION.exec(words)?.[0].length ?? 0;
}

/** `words` without what introduces a source. */
export function withoutIntroduction(words: string): string {
  return words.replace(INTRODUCTION, '');
}

/** The names in the words before a title: `See also Anita Chan and Wang Hongzhen, `. */
export function namesOf(head: string): FoundName[] {
  const words = head
    .replace(/\s+/g, ' ')
    .replace(INTRODUCTION, '')
    .replace(/^.*\b(?:by|von|par)\s(?=(?:\p{Lu}[\p{L}'’.-]*\s){2,4}(?:in|dans)\s*$)/u, '')
    .replace(/\s(?:in|dans)\s*$/u, '')
    .replace(/[,\s]*[([]?\b(?:eds?|dirs?|hrsg|hg|coords?|trans|a cura di)\b\.?[)\]]?[\s,:.]*$/iu, '')
    .replace(/[\s,:(]+$/, '')
    .replace(/,?\s(?:et\.? al(?:ii)?\.?|and others|u\.\s?a\.|et coll\.)$/u, '');
  if (words === '' || words.length > 160) return [];
  const names = words
    .split(/\s*,\s+(?:and|et|und|y|e)\s+|\s+(?:and|et|und|y|e|&)\s+|\s*,\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isName = (name: string): boolean =>
    /^[\p{Lu}\p{Lo}]|^(?:v[ao]n|d[eu])\s/u.test(name) && name.split(' ').length <= 6 && !/\d/.test(name);
  if (!names.every(isName)) {
    const last = names[names.length - 1]!;
    return names.length > 1 && isName(last) && last.split(' ').length <= 4 ? [proseName(last)] : [];
  }
  return names.map(proseName);
}

/** ‘According to Zhu Min, …; *Silk*’: the person spoken of before a title without a name. */
export function personIn(text: string, part: TextRange): { range: TextRange; name: FoundName } | null {
  const words = text.slice(part.from, part.to);
  const lead = introductionOf(words);
  const match = /^((?:\p{Lu}[\p{L}'’.-]*\s?){2,4}),/u.exec(words.slice(lead));
  if (!match || NOT_A_NAME.has(folded(match[1]!.split(' ')[0]!))) return null;
  return { range: { from: part.from + lead, to: part.to }, name: proseName(match[1]!) };
}
