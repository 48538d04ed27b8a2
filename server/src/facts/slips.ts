/** Failed or unintended spans and divs of ours, because of a small mistake. */
import { encloses, firstFrom, type TextRange } from '../text/range.ts';
import { readLoosely, type LooseAttributes } from './loose-attributes.ts';
import type { AttributedPart, Slip, SlipKind, Token } from './model.ts';

/** A range of a text and what was recognised in it. */
export interface ReadStretch {
  readonly text: string;
  readonly prose: readonly TextRange[];
  readonly parts: readonly AttributedPart[];
  readonly opaque: readonly TextRange[];
}

const OURS = /^(claim|quote|actor)s?$/i;
/** Attributes that are only used by us. */
export const OUR_ATTRIBUTES: ReadonlySet<string> = new Set(
  `about says by when where evidence supports implies qualifies contradicts resolves prefers status certainty from at
   ref`.split(/\s+/),
);
/** The largest distance from a bracket to its brace, in UTF-16 units. */
const LONGEST_WORDS = 2000;
/** The largest length of colons, spaces and a word before the brace of a fence. */
const LONGEST_LEAD = 60;
const FENCE_BEFORE = /:{3,}[ \t]*[\p{L}-]*[ \t]*$/u;
const ANY_OF_OURS = /claim|quote|actor/i;

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
  if (!isOurs && (hasOurs || (isNamed && /^(?:claim|actor)s?$/i.test(attributes.classes[0]!.text))))
    for (const token of attributes.classes) {
      const name = OURS.exec(token.text)?.[1];
      if (name)
        slips.push(
          slip('class', token.range, [{ range: nameRange(text, token), insert: name.toLowerCase() }]),
        );
    }
  if (!isOurs) return slips;
  for (const { value } of attributes.pairs)
    if (/^[“”„«]/.test(value.text) || /[“”»]$/.test(value.text))
      slips.push(
        slip('quotes', value.range, [{ range: value.range, insert: `"${withoutQuotes(value.text)}"` }]),
      );
  const names = [
    ...text.slice(attributes.range.from, attributes.range.to).matchAll(/"[^"]*"|[\s{](#[^\s}]+)/g),
  ]
    .filter((match) => match[1] !== undefined)
    .map((match) => {
      const from = attributes.range.from + match.index + 1;
      return { from, to: from + match[1]!.length };
    });
  if (names.length > 1) {
    const [first, second] = names as [TextRange, TextRange];
    slips.push({
      kind: 'names',
      range: second,
      fixes: [second, first].map((gone) => [{ range: { from: gone.from - 1, to: gone.to }, insert: '' }]),
    });
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

function opening(text: string, from: number): number {
  let at = from;
  while (/[ \t]/.test(text.charAt(at))) at++;
  return at;
}

function closing(text: string, { from, to }: TextRange): string {
  const colons = /:{3,}/.exec(text.slice(from, to))?.[0] ?? ':::';
  return `${text.slice(from, to).endsWith('\n') ? '' : '\n'}${colons}\n`;
}

/** The name without its dot, whether or not the token's range includes it. */
function nameRange(text: string, { range }: Token): TextRange {
  return text.charAt(range.from) === '.' ? { from: range.from + 1, to: range.to } : range;
}

function withoutQuotes(words: string): string {
  return words.replace(/[“”„«»"]/g, '').trim();
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

/** The last `[` in a range that no `]` in it closes. */
function unclosed(text: string, from: number, to: number): number | null {
  let depth = 0;
  for (let at = to - 1; at >= from; at--) {
    const letter = text.charAt(at);
    if (text.charAt(at - 1) === '\\') continue;
    if (letter === ']') depth++;
    else if (letter === '[' && --depth < 0) return at;
  }
  return null;
}

function balance(words: string): number {
  let depth = 0;
  for (const letter of words) {
    if (letter === '[') depth++;
    else if (letter === ']' && --depth < 0) return depth;
  }
  return depth;
}

// ------------------------------------------------------------------------------------ what became no part

function slipsInProse({ text, opaque }: ReadStretch, prose: TextRange): Slip[] {
  const slips: Slip[] = [];
  let next = text.indexOf('{', prose.from);
  while (next >= 0 && next < prose.to) {
    const at = next;
    next = text.indexOf('{', at + 1);
    // Attributes never extend over another brace, so each character is scanned for one brace only.
    const limit = Math.min(prose.to, at + LONGEST_WORDS, next < 0 ? Infinity : next);
    const lead = text.slice(Math.max(prose.from, at - LONGEST_LEAD), at);
    const isFenced = FENCE_BEFORE.test(lead);
    if (!isFenced && !ANY_OF_OURS.test(text.slice(at, limit))) continue;
    const over = opaque[firstFrom(opaque, at + 1) - 1];
    if (over && encloses(over, { from: at, to: at + 1 })) continue;
    const found = (isFenced ? fenceAt(text, at, prose, limit) : null) ?? spanAt(text, at, prose, limit);
    if (!found) continue;
    slips.push(found);
    if (next >= 0 && next < found.range.to) next = text.indexOf('{', found.range.to);
  }
  return slips;
}

/** `::: claim {#x}`, `::: {claim}`, and a fence directly below a paragraph. */
function fenceAt(text: string, brace: number, prose: TextRange, limit: number): Slip | null {
  const before = Math.max(prose.from, brace - LONGEST_LEAD);
  const lineStart = before + text.slice(before, brace).lastIndexOf('\n') + 1;
  if (lineStart === before && before > prose.from) return null;
  const lead = /^[ \t>]*(:{3,})[ \t]*([\p{L}-]*)[ \t]*$/u.exec(text.slice(lineStart, brace));
  if (!lead) return null;
  const lineEnd = text.indexOf('\n', brace);
  const end = lineEnd < 0 || lineEnd > prose.to ? prose.to : lineEnd;
  const loose = readLoosely(text, brace, Math.min(end, limit));
  if (!loose || text.slice(loose.to, end).replace(/[:\s]/g, '') !== '') return null;
  const name = OURS.exec(lead[2]!)?.[1]?.toLowerCase() ?? ourClass(loose);
  if (!name || !(loose.dotted || isMeant(loose))) return null;
  const from = text.indexOf(':', lineStart);
  const isGlued = text.slice(prose.from, lineStart).trim() !== '';
  const written = `${lead[1]!} ${inWords(loose, name)}`;
  const insert = isGlued ? `\n${written}` : written;
  return slip(isGlued ? 'fence-glued' : 'fence', { from, to: loose.to }, [
    { range: { from, to: loose.to }, insert },
  ]);
}

function spanAt(text: string, brace: number, prose: TextRange, limit: number): Slip | null {
  const blank = text.slice(brace, limit).indexOf('\n\n');
  const loose = readLoosely(text, brace, blank < 0 ? limit : brace + blank);
  const name = loose && ourClass(loose);
  if (!loose || !name || !(loose.exact ? true : isMeant(loose))) return null;
  let end = brace;
  while (end > prose.from && /[ \t\n]/.test(text.charAt(end - 1))) end--;
  const written = inWords(loose, name);
  if (text.charAt(brace - 1) === ')' && loose.exact && loose.closed && isMeant(loose))
    return { kind: 'bracket-missing', range: { from: brace, to: loose.to }, fixes: [] };
  if (text.charAt(end - 1) !== ']') {
    const open = unclosed(text, Math.max(prose.from, brace - LONGEST_WORDS), brace);
    if (open === null) return null;
    const range = { from: end, to: loose.to };
    return slip('bracket-open', { from: open, to: open + 1 }, [{ range, insert: `]${written}` }]);
  }
  if (brace - end > 2) return null;
  const isOpened = unclosed(text, Math.max(prose.from, end - 1 - LONGEST_WORDS), end - 1) !== null;
  const kind: SlipKind = !isOpened
    ? 'bracket-missing'
    : !loose.closed
      ? 'brace-open'
      : brace > end
        ? 'gap'
        : 'attributes';
  const range = { from: end, to: loose.to };
  return isOpened ? slip(kind, range, [{ range, insert: written }]) : { kind, range, fixes: [] };
}

/** The class of ours that is named, in whatever spelling; null for none. */
function ourClass({ classes }: LooseAttributes): string | null {
  for (const one of classes) {
    const name = OURS.exec(one)?.[1];
    if (name) return name.toLowerCase();
  }
  return null;
}

/** Whether there is also an id or an attribute of ours: a word in braces alone may be anything. */
function isMeant({ id, pairs }: LooseAttributes): boolean {
  return id !== null || pairs.some(([key]) => OUR_ATTRIBUTES.has(key));
}

function inWords({ classes, id, pairs }: LooseAttributes, name: string): string {
  const others = classes.filter((one) => !OURS.test(one)).map((one) => `.${one}`);
  const said = pairs.map(([key, value]) => `${key}="${value}"`);
  return `{${[`.${name}`, ...others, ...(id === null ? [] : [`#${id}`]), ...said].join(' ')}}`;
}

function slip(kind: SlipKind, range: TextRange, edits: Slip['fixes'][number]): Slip {
  return { kind, range, fixes: [edits] };
}
