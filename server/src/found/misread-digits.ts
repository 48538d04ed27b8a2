import { wordTable } from '../text/word-table.ts';

/** Letters that character recognition reads in the place of raised digits. */
const READ_AS = wordTable<string>({
  '°': '0',
  Q: '0',
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  i: '1',
  u: '11',
  n: '11',
  Z: '2',
  s: '5',
  é: '6',
  S: '8',
  B: '8',
});

/** These letters, for a character class. */
export const MISREAD = Object.keys(READ_AS).join('');

/** The decimal digits that some misread ones stand for. */
export function digitsOfMisread(written: string): string {
  return [...written].map((sign) => READ_AS[sign] ?? sign).join('');
}

/** The source of a regular expression for a number, whose digits may be misread. */
export function patternOfMisread(digits: string): string {
  const pair = digits.includes('11') ? digits.replace('11', '\0') : digits;
  return [...pair]
    .map((digit) => (digit === '\0' ? '(?:[1lIi]{2}|[un])' : `[${digit}${signsOf(digit)}]`))
    .join('');
}

function signsOf(digit: string): string {
  return Object.keys(READ_AS)
    .filter((sign) => READ_AS[sign] === digit)
    .join('');
}
