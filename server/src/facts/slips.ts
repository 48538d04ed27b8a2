/** Spans and divs of ours that did not become one, or not the one that was meant, for a slip of the pen. */
import { distance } from 'fastest-levenshtein';
import { encloses, type TextRange } from '../text/range.ts';
import { readLoosely } from './loose-attributes.ts';
import type { AttributedPart, Slip, Token } from './model.ts';
import { slipsInProse } from './prose-slips.ts';
import { LONGEST_WORDS, OUR_ATTRIBUTES, OURS, slip, unclosed, type ReadStretch } from './slip.ts';

/** The slips in a block, in order. */
export function slipsIn(block: ReadStretch): Slip[] {
  const slips: Slip[] = [];
  for (const part of block.parts) slips.push(...slipsOfPart(block, part));
  for (const prose of block.prose) slips.push(...slipsInProse(block, prose));
  return slips.sort((a, b) => a.range.from - b.range.from);
}

// ------------------------------------------------------------------------- what became a part, but another

function slipsOfPart({ text, prose }: ReadStretch, part: AttributedPart): Slip[] {
  const { attributes, kind, range, contentRange } = part;
  const isOurs = attributes.classes.some((token) => ['claim', 'quote', 'actor'].includes(token.text));
  const hasOurs = attributes.pairs.some(({ key }) => OUR_ATTRIBUTES.has(key.text));
  const slips: Slip[] = [];
  // A name alone suffices for a class that no one else uses.
  const isNamed = attributes.id !== null && attributes.classes.length === 1 && attributes.pairs.length === 0;
  const isMeant =
    hasOurs || (isNamed && /^(?:claim|actor)s?$/i.test(attributes.classes[0]!.text.replace(DOTS, '')));
  if (!isOurs)
    for (const token of attributes.classes) {
      const name = classMeant(token.text, isMeant, hasOurs);
      if (name) slips.push(slip('class', token.range, [{ range: nameRange(text, token), insert: name }]));
    }
  if (!isOurs && slips.length === 0) slips.push(...gluedClass(attributes, hasOurs));
  if (!isOurs) return slips;
  for (const { value } of attributes.pairs) {
    const kind = quotesOf(text, value);
    if (kind)
      slips.push(slip(kind, value.range, [{ range: value.range, insert: `"${withoutQuotes(value.text)}"` }]));
  }
  const names = [...text.slice(attributes.range.from, attributes.range.to).matchAll(/(?<=[\s{])#[^\s}]+/g)]
    .map(({ 0: name, index }) => {
      const from = attributes.range.from + index;
      return { from, to: from + name.length };
    })
    .filter(
      ({ from }) => !attributes.pairs.some(({ value: { range: of } }) => of.from <= from && from < of.to),
    );
  if (names.length > 1) {
    const [first, second] = names as [TextRange, TextRange];
    slips.push({
      kind: 'names',
      range: second,
      fixes: [second, first].map((gone) => [{ range: { from: gone.from - 1, to: gone.to }, insert: '' }]),
    });
  }
  if (kind === 'span' && text.startsWith('}{', range.to - 1)) {
    const second = readLoosely(text, range.to, range.to + LONGEST_WORDS);
    const has = second !== null && (second.dotted || second.id !== null || second.pairs.length > 0);
    if (second?.closed && has)
      slips.push(
        slip('braces', { from: range.to, to: second.to }, [
          { range: { from: range.to - 1, to: range.to + 1 }, insert: ' ' },
        ]),
      );
  }
  if (kind === 'div' && contentRange.to === range.to && text.startsWith(':', opening(text, range.from)))
    slips.push(
      slip('fence-open', attributes.range, [
        { range: { from: range.to, to: range.to }, insert: closing(text, range) },
      ]),
    );
  const home = kind === 'span' ? prose.findLast((one) => encloses(one, range)) : undefined;
  if (home) slips.push(...bracketBefore(text, range, home));
  return slips;
}

/** `{#a.claim}`, `{.claim.open}`: a name takes in a dot, so that the class after it or before it is none. */
function gluedClass({ id, classes }: AttributedPart['attributes'], hasOurs: boolean): Slip[] {
  for (const token of [...(id ? [id] : []), ...classes]) {
    const names = token.text.split('.');
    const ours = names.findIndex(
      (name) => name === 'claim' || name === 'actor' || (hasOurs && name === 'quote'),
    );
    if (names.length !== 2 || ours < 0 || names.includes('') || (ours === 0 && token === id)) continue;
    const at = token.range.to - names[1]!.length - 1;
    return [slip('class', token.range, [{ range: { from: at, to: at }, insert: ' ' }])];
  }
  return [];
}

/** A dot in front, which a fence without braces takes into the name, and full stops at its end. */
const DOTS = /^\.+|[.:]+$/g;
/** Words that are near a class of ours and may be somebody's own. */
const WORDS = new Set([
  'factor',
  'quota',
  'quite',
  'chaim',
  'claimed',
  'quoted',
  'quoter',
  'acton',
  'acto',
  'act',
]);

/** The class of ours that a class is meant as; null where it may be somebody's own. */
function classMeant(written: string, isMeant: boolean, hasOurs: boolean): string | null {
  const bare = written.replace(DOTS, '');
  const name = OURS.exec(bare)?.[1];
  if (name && (isMeant || (bare !== written && bare === name))) return name.toLowerCase();
  if (name || !hasOurs || WORDS.has(bare.toLowerCase())) return null;
  const letters = [...bare.toLowerCase()].sort().join('');
  return (
    ['claim', 'quote', 'actor'].find(
      (one) => distance(bare.toLowerCase(), one) <= 1 || [...one].sort().join('') === letters,
    ) ?? null
  );
}

function opening(text: string, from: number): number {
  let at = from;
  while (/[ \t]/.test(text.charAt(at))) at++;
  return at;
}

function closing(text: string, { from, to }: TextRange): string {
  const colons = /:{3,}/.exec(text.slice(from, to))?.[0] ?? ':::';
  return `${text.slice(from, to).endsWith('\n') ? '' : '\n'}${colons}\n`;
}

/** The name alone, whether or not the range of a class has its dot. */
function nameRange(text: string, { range, text: name }: Token): TextRange {
  return text.charAt(range.from) === '.' && !name.startsWith('.')
    ? { from: range.from + 1, to: range.to }
    : range;
}

/** What is wrong with the quotation marks of a value; null where nothing is. */
function quotesOf(text: string, { text: words, range }: Token): 'quotes' | 'quote-open' | null {
  if (/^[“”„«]/.test(words) || /[“”»]$/.test(words)) return 'quotes';
  // Between quotation marks of its own a value may hold others.
  const isBare = text.charAt(range.from - 1) === '=';
  return isBare && /^["']|"$/.test(words) ? 'quote-open' : null;
}

function withoutQuotes(words: string): string {
  return words.replace(/[“”„«»"]|^'/g, '').trim();
}

/** `[nobody [came]{.claim}`: an unclosed bracket before it in the same running text. */
function bracketBefore(text: string, span: TextRange, home: TextRange): Slip[] {
  const from = Math.max(home.from, span.from - LONGEST_WORDS);
  const open = unclosed(text, from, span.from);
  if (open === null || span.from - open < 2 || /[\^!\\]/.test(text.charAt(open + 1))) return [];
  if (balance(text.slice(span.to, Math.min(home.to, span.to + LONGEST_WORDS))) < 0) return [];
  return [
    slip('bracket', { from: open, to: open + 1 }, [
      { range: { from: span.from, to: span.from + 1 }, insert: '' },
    ]),
  ];
}

function balance(words: string): number {
  let depth = 0;
  for (const letter of words) {
    if (letter === '[') depth++;
    else if (letter === ']' && --depth < 0) return depth;
  }
  return depth;
}
