/** Braces, brackets and fences of ours of which nothing became a part. */
import { readAttributes } from '../syntax/attributes.ts';
import { encloses, firstFrom, type TextRange } from '../text/range.ts';
import { wordTable } from '../text/word-table.ts';
import { readLoosely, type LooseAttributes } from './loose-attributes.ts';
import type { Slip, SlipKind } from './model.ts';
import { inWords, isMeant, LONGEST_WORDS, OURS, ourClass, slip, unclosed, type ReadStretch } from './slip.ts';

/** Colons, blanks and a word before the brace of a fence. */
const LONGEST_LEAD = 60;
const FENCE_BEFORE = /:{2,}[ \t]*[\p{L}-]*[ \t]*$/u;
/** So far the end of a div is looked for. */
const LONGEST_DIV = 5000;
const ANY_OF_OURS = /claim|quote|actor/i;
/** What somebody who writes Chinese or Japanese gets from the keyboard without meaning to. */
const WIDE = /｛|：{3}|\{[。．]|\{[^{}\n]{1,80}[＃＝]/;
const WIDE_SIGNS = wordTable<string>({
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '＃': '#',
  '＝': '=',
  '：': ':',
  '．': '.',
  '。': '.',
  '，': ',',
  '＂': '"',
});

/** The slips in a stretch of running text, which may be several lines. */
export function slipsInProse({ text, opaque }: ReadStretch, prose: TextRange): Slip[] {
  const words = text.slice(prose.from, prose.to);
  const isWide = WIDE.test(words);
  const isHidden = (at: number): boolean => {
    const over = opaque[firstFrom(opaque, at + 1) - 1];
    return over !== undefined && encloses(over, { from: at, to: at + 1 });
  };
  if (!isWide && !words.includes('{') && !words.includes(':::') && !TARGET_BEGINS.test(words)) return [];
  const by = prose.from;
  const found = slipsInWords(
    isWide ? words.replace(/[｛｝［］＃＝：．。，＂]/g, (sign) => WIDE_SIGNS[sign]!) : words,
    (at) => isHidden(at + by),
  );
  return found.map(({ kind, range, fixes }) => ({
    kind,
    range: shifted(range, by),
    fixes: fixes.map((edits) => edits.map((edit) => ({ ...edit, range: shifted(edit.range, by) }))),
  }));
}

function shifted({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by };
}

function slipsInWords(text: string, isHidden: (at: number) => boolean): Slip[] {
  const slips: Slip[] = [
    ...slipsInFences(text, isHidden),
    ...gluedFences(text, isHidden),
    ...slipsInTargets(text, isHidden),
  ];
  let next = text.indexOf('{');
  while (next >= 0) {
    const at = next;
    next = text.indexOf('{', at + 1);
    // No attributes go on over another brace: so each character is looked at for one brace alone.
    const limit = Math.min(text.length, at + LONGEST_WORDS, next < 0 ? Infinity : next);
    const isFenced = FENCE_BEFORE.test(text.slice(Math.max(0, at - LONGEST_LEAD), at));
    if (!isFenced && !ANY_OF_OURS.test(text.slice(at, limit))) continue;
    if (isHidden(at) || isEscaped(text, at)) continue;
    const found = (isFenced ? fenceAt(text, at, limit) : null) ?? spanAt(text, at, limit);
    if (!found) continue;
    slips.push(found);
    if (next >= 0 && next < found.range.to) next = text.indexOf('{', found.range.to);
  }
  return slips;
}

/** Whether a backslash makes the brace at `at` a character like any other. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charAt(from - 1) === '\\') from--;
  return (at - from) % 2 === 1;
}

// ------------------------------------------------------------------------------------------------- fences

/** `::: claim {#x}`, `::: {claim}`, `:: {.claim}`, one with words on its line, one right below a paragraph. */
function fenceAt(text: string, brace: number, limit: number): Slip | null {
  const before = Math.max(0, brace - LONGEST_LEAD);
  const lineStart = before + text.slice(before, brace).lastIndexOf('\n') + 1;
  if (lineStart === before && before > 0) return null;
  const lead = /^[ \t>]*(:{2,})[ \t]*([\p{L}-]*)[ \t]*$/u.exec(text.slice(lineStart, brace));
  if (!lead) return null;
  const lineEnd = text.indexOf('\n', brace);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const loose = readLoosely(text, brace, Math.min(end, limit));
  if (!loose) return null;
  const rest = text.slice(loose.to, end).replace(/^\}/, '');
  const hasWords = rest.replace(/[:\s]/g, '') !== '';
  if (hasWords && !(loose.closed && loose.exact)) return null;
  const name = OURS.exec(lead[2]!)?.[1]?.toLowerCase() ?? ourClass(loose);
  if (!name || !(loose.dotted || isMeant(loose))) return null;
  const from = text.indexOf(':', lineStart);
  const isGlued = hasWordsBefore(text, lineStart);
  const isShort = lead[1]!.length === 2;
  const written = `${isShort ? ':::' : lead[1]!} ${inWords(loose, name)}${hasWords ? '\n' : ''}`;
  const insert = isGlued ? `\n${written}` : written;
  const to = hasWords ? loose.to + (/^ */.exec(rest)?.[0].length ?? 0) : end - rest.length;
  const edits = [{ range: { from, to }, insert }];
  const closing = isShort ? /^[ \t>]*(::)[ \t]*$/m.exec(text.slice(end, end + LONGEST_DIV)) : null;
  if (closing) {
    const at = end + closing.index + closing[0].indexOf('::');
    edits.push({ range: { from: at, to: at + 2 }, insert: ':::' });
  }
  return slip(isGlued ? 'fence-glued' : 'fence', { from, to: loose.to }, edits);
}

/** `::: {.other}` right below a paragraph, whosever class it is. */
function gluedFences(text: string, isHidden: (at: number) => boolean): Slip[] {
  const slips: Slip[] = [];
  for (const match of text.matchAll(
    /\n([ \t>]{0,20})(:{3,20}[ \t]*\{[.#][^\n{}]{1,200}\})[ \t:]*(?=\n|$)/g,
  )) {
    const from = match.index + 1 + match[1]!.length;
    const brace = text.indexOf('{', from);
    const found = readAttributes(text, brace, text.length);
    if (!found || isHidden(from) || found.attributes.classes.some(({ text: name }) => OURS.test(name)))
      continue;
    slips.push(slip('fence-glued', { from, to: found.end }, [{ range: { from, to: from }, insert: '\n' }]));
  }
  return slips;
}

function hasWordsBefore(text: string, at: number): boolean {
  const first = text.search(/\S/);
  return first >= 0 && first < at;
}

/** `::: claim #x`, `::: #x .claim`: without braces a fence takes one class and no more. */
function slipsInFences(text: string, isHidden: (at: number) => boolean): Slip[] {
  const slips: Slip[] = [];
  if (!text.includes(':::')) return slips;
  for (const match of text.matchAll(/^[ \t>]{0,20}(:{3,20})[ \t]*([^\s:{}][^\n{}]{0,200})$/gm)) {
    const [line, colons, rest] = match as unknown as [string, string, string];
    const loose = readLoosely(`{${rest.replace(/[\s:]+$/, '')}}`, 0, rest.length + 2);
    const name = loose?.closed ? ourClass(loose) : null;
    if (!loose || !name || !isMeant(loose)) continue;
    const from = match.index + line.indexOf(':');
    if (isHidden(from)) continue;
    const isGlued = hasWordsBefore(text, match.index);
    const range = { from, to: match.index + line.trimEnd().length };
    const insert = `${isGlued ? '\n' : ''}${colons} ${inWords(loose, name)}`;
    slips.push(slip(isGlued ? 'fence-glued' : 'fence', range, [{ range, insert }]));
  }
  return slips;
}

// ------------------------------------------------------------------------------------------------- spans

function spanAt(text: string, brace: number, limit: number): Slip | null {
  const blank = text.slice(brace, limit).indexOf('\n\n');
  const loose = readLoosely(text, brace, blank < 0 ? limit : brace + blank);
  const name = loose && ourClass(loose);
  if (!loose || !name || !(loose.exact ? true : isMeant(loose))) return null;
  // `{{.claim}}`
  const isDoubled = text.startsWith(']{', brace - 2);
  const start = isDoubled && text.charAt(brace - 1) === '{' ? brace - 1 : brace;
  const behind = start < brace && text.charAt(loose.to) === '}' ? loose.to + 1 : loose.to;
  let end = start;
  while (end > 0 && /[ \t\n]/.test(text.charAt(end - 1))) end--;
  const written = inWords(loose, name);
  if (text.charAt(end - 1) !== ']')
    return withoutBracket(text, { from: start, to: behind }, end, loose, written);
  if (start - end > 2) return null;
  const isOpened = unclosed(text, Math.max(0, end - 1 - LONGEST_WORDS), end - 1) !== null;
  const kind: SlipKind = !isOpened
    ? 'bracket-missing'
    : !loose.closed
      ? 'brace-open'
      : start > end
        ? 'gap'
        : 'attributes';
  const range = { from: end, to: behind };
  return isOpened ? slip(kind, range, [{ range, insert: written }]) : { kind, range, fixes: [] };
}

/** Quotation marks that tell by themselves where the words begin. */
const OPENERS = wordTable<string>({ '”': '“', '»': '«', '’': '‘', '」': '「' });

/** Attributes at `range` without a bracket that is closed right before them, that is at `end`. */
function withoutBracket(
  text: string,
  range: TextRange,
  end: number,
  loose: LooseAttributes,
  written: string,
): Slip | null {
  const open = unclosed(text, Math.max(0, range.from - LONGEST_WORDS), range.from);
  const isMarked = loose.exact && loose.closed;
  if (isMarked && text.charAt(range.to) === '[' && (end < range.from || end === 0))
    return beforeTheirWords(text, range, written);
  const last = text.charAt(end - 1);
  if (open !== null && !(isMarked && last === ')' && isMeant(loose)))
    return slip('bracket-open', { from: open, to: open + 1 }, [
      { range: { from: end, to: range.to }, insert: `]${written}` },
    ]);
  if (!isMarked || end === 0 || range.from - end > 2) return null;
  if (!isMeant(loose) && (end < range.from || !/[)\p{Pf}"」*]/u.test(last))) return null;
  const opener = OPENERS[last];
  const from = opener === undefined ? -1 : text.lastIndexOf(opener, end - 2);
  const edits = [
    { range: { from, to: from }, insert: '[' },
    { range: { from: end, to: range.to }, insert: `]${written}` },
  ];
  return { kind: 'bracket-missing', range, fixes: from < 0 ? [] : [edits] };
}

/** `{.claim #a}[nobody came]` */
function beforeTheirWords(text: string, range: TextRange, written: string): Slip | null {
  const to = Math.min(text.length, range.to + LONGEST_WORDS);
  if (/[\^@]|-@/.test(text.slice(range.to + 1, range.to + 3))) return null;
  let depth = 0;
  for (let at = range.to; at < to; at++) {
    const letter = text.charAt(at);
    if (letter === '[') depth++;
    else if (letter === ']' && --depth === 0) {
      if (/[({[:]/.test(text.charAt(at + 1))) return null;
      const insert = text.slice(range.to, at + 1) + written;
      return slip('order', range, [{ range: { from: range.from, to: at + 1 }, insert }]);
    }
  }
  return null;
}

const TARGET_BEGINS = /\](?:\(|\[|<)\{?[ \t]*\.(?:claim|quote|actor)\b/i;
const TARGET =
  /\](?:\((\{?[ \t]*\.(?:claim|quote|actor)\b[^()\n]{0,300})\)|\[(\{?[ \t]*\.(?:claim|quote|actor)\b[^[\]\n]{0,300})\]|<(\{?[ \t]*\.(?:claim|quote|actor)\b[^<>\n]{0,300})>)/gi;

/** `[nobody came](.claim #a)`: the attributes in parentheses, as the address of a link is. */
function slipsInTargets(text: string, isHidden: (at: number) => boolean): Slip[] {
  const slips: Slip[] = [];
  if (!TARGET_BEGINS.test(text)) return slips;
  for (const match of text.matchAll(TARGET)) {
    const inner = (match[1] ?? match[2] ?? match[3])!.replace(/^\{|\}$/g, '');
    const loose = readLoosely(`{${inner}}`, 0, inner.length + 2);
    const name = loose?.closed ? ourClass(loose) : null;
    if (!loose || !name || match.index === 0 || isHidden(match.index - 1)) continue;
    const range = { from: match.index + 1, to: match.index + match[0].length };
    slips.push(slip('attributes', range, [{ range, insert: inWords(loose, name) }]));
  }
  return slips;
}
