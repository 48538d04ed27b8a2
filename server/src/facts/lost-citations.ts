/** Citations that Pandoc loses, truncates or invents. A bibliography decides whether they were meant. */
import { locatorLanguages } from '../pages/locator-terms.ts';
import { plainKeyEnd } from '../syntax/citations.ts';
import { firstFrom, type TextRange } from '../text/range.ts';
import type { LostCitation, PandocCitation } from './model.ts';
import { OpenBrackets } from './open-brackets.ts';

/** A block with the ranges of what was recognised in it, sorted. */
export interface CitingBlock {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly prose: readonly TextRange[];
  readonly opaque: readonly TextRange[];
  readonly citations: readonly PandocCitation[];
  /** The labels of example list items. */
  readonly examples: readonly TextRange[];
  /** Links and images with a target, and their words. */
  readonly links: readonly { readonly range: TextRange; readonly contentRange: TextRange }[];
}

/** Longer strings are no keys, in UTF-16 units. */
const LONGEST_KEY = 300;
/** How far a URL is searched for on either side, in UTF-16 units. */
const LONGEST_WORDS = 2000;

/** The lost citations in a block with an `@`, in order. */
export function lostIn(block: CitingBlock): LostCitation[] {
  const { text, citations, examples } = block;
  const brackets = new OpenBrackets(text);
  return [
    ...examples.map((label) => takenByExample(text, label)),
    ...gluedIn(block),
    ...targetsIn(block),
    ...citations.flatMap((citation) => misreadAt(block, citation, brackets)),
  ].sort((a, b) => a.range.from - b.range.from);
}

/**
 * `(@key)` or `@key.` at the start of a paragraph, which Pandoc reads as an example list item whose label
 * holds for the whole text.
 */
function takenByExample(text: string, label: TextRange): LostCitation {
  // Includes the `@` before the label, and a parenthesis on one side or both, or a full stop.
  const from = label.from - (text.charAt(label.from - 2) === '(' ? 2 : 1);
  const isEnclosed = from < label.from - 1;
  const stop = text.charAt(label.to);
  const key = text.slice(label.from, label.to);
  return {
    kind: 'example',
    key: { text: key, range: label },
    range: { from, to: label.to + 1 },
    insert: isEnclosed ? `[@${key}]` : stop === ')' ? `[@${key}])` : `[@${key}].`,
  };
}

/** `work@key`: no key can begin after a letter or digit. */
function* gluedIn({ text, to, from, prose, opaque }: CitingBlock): Generator<LostCitation> {
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue;
    // What stands in the blocks of a div is read with them.
    if ((prose[firstFrom(prose, at + 1) - 1]?.to ?? 0) <= at) continue;
    const end = plainKeyEnd(text, at + 1, Math.min(to, at + LONGEST_KEY));
    const hidden = opaque[firstFrom(opaque, at + 1) - 1];
    if (end === at + 1 || (hidden && at < hidden.to)) continue;
    yield {
      kind: 'glued',
      key: { text: text.slice(at + 1, end), range: { from: at + 1, to: end } },
      range: { from: at, to: end },
      insert: ` ${text.slice(at, end)}`,
    };
  }
}

/** `[words](@key)`: the address of a link cites nothing. */
function targetsIn({ text, links }: CitingBlock): LostCitation[] {
  return links.flatMap(({ range, contentRange }) => {
    const sign = contentRange.to + 2;
    if (!text.startsWith('](@', contentRange.to) || text.charAt(range.from - 1) === '!') return [];
    const end = plainKeyEnd(text, sign + 1, Math.min(range.to, sign + LONGEST_KEY));
    if (end === sign + 1 || end !== range.to - 1) return [];
    const words = text.slice(contentRange.from, contentRange.to);
    const key = text.slice(sign + 1, end);
    const insert = PLACE.test(words) ? `[@${key}, ${words}]` : `${words} [@${key}]`;
    return [{ kind: 'target', key: { text: key, range: { from: sign + 1, to: end } }, range, insert }];
  });
}

/** A page or the like, as one writes it after a key. */
const PLACE =
  /^(?:(?:pp?|S|s|ch|chap|cap|vol|sec|para|fol|n|no|л|с)\.?|§{1,2}|Kap\.|Bd\.|Abs\.)\s?[\divxlc][\divxlc ,–-]*$/;

const PAGES = new Set(locatorLanguages().flatMap(([, { page }]) => page?.split('|') ?? []));

/** The page that begins what follows a key, with its comma: `, p. 3`; empty where there is none. */
function placeAfter(words: string): string {
  const [place = '', term, end] =
    /^,\s?(?:(\p{L}+\.?)\s?)?[\divxlc]+(?:[-–]{1,2}[\divxlc]+)?(?=([\s,;.:)])|$)/u.exec(words) ?? [];
  // A bare number before a word may count what follows.
  return (term === undefined ? end?.trim() !== '' : PAGES.has(term.toLowerCase())) ? place : '';
}

/** `[@key][@other]`, `[@key](p. 3)`: of two brackets side by side Pandoc reads the first as the words of a link. */
function besideBracket({ text, to }: CitingBlock, { keyRange, key }: PandocCitation): LostCitation | null {
  const before = text.slice(Math.max(0, keyRange.from - LONGEST_KEY), keyRange.from);
  const open = before.lastIndexOf('[');
  if (open < 0 || /[\]\\\n]/.test(before.slice(open)) || /[\\!^]$/.test(before.slice(0, open))) return null;
  const behind = /^[^[\]\\\n]{0,200}\](?=[[(])/.exec(
    text.slice(keyRange.to, Math.min(to, keyRange.to + LONGEST_KEY)),
  );
  if (!behind) return null;
  const from = keyRange.from - before.length + open;
  const close = keyRange.to + behind[0].length - 1;
  const next = /^\[([^[\]\n]{1,300})\](?![[({:])|^\(([^()\n]{1,60})\)/.exec(
    text.slice(close + 1, Math.min(to, close + 400)),
  );
  const words = next?.[1] ?? next?.[2];
  if (!next || words === undefined || words.startsWith('^')) return null;
  const isCitation = next[1] !== undefined && /(?:^|[\s-])@/.test(words);
  if (!isCitation && !PLACE.test(words)) return null;
  const range = { from, to: close + 1 + next[0].length };
  const insert = `${text.slice(from, close)}${isCitation ? ';' : ','} ${words}]`;
  return { kind: 'neighbour', key: { text: key, range: keyRange }, range, insert };
}

/** The longest bracket that may have been meant as a citation, in UTF-16 units. */
const LONGEST_BRACKET = 600;
/** The longest words between semicolons that are a place, a work or a remark, in UTF-16 units. */
const LONGEST_PART = 80;
/** A key whose `@` was forgotten. */
const BARE_KEY = /^[\p{L}_][\w\p{L}:.-]*\d[\w\p{L}:-]*$/u;
const SIGN = /(?:^|[\s([-])@[\p{L}\p{N}_{]/u;

/**
 * `[@key; p. 3]`, `[Lee 2011; @key]`, `[@key;]`: between semicolons Pandoc expects a key, else it prints the bracket.
 * Reported at the first key of the bracket.
 */
function withoutKey({ text, prose }: CitingBlock, { keyRange, key }: PandocCitation): LostCitation | null {
  const home = prose.findLast(({ from, to }) => from <= keyRange.from && keyRange.from < to);
  if (!home) return null;
  const begin = Math.max(home.from, keyRange.from - LONGEST_BRACKET);
  const open = begin + text.slice(begin, keyRange.from).lastIndexOf('[');
  if (open < begin || /[\\!^\]]/.test(text.charAt(open - 1))) return null;
  const ahead = text.slice(open + 1, keyRange.from - 1);
  const behind = /^[^[\]\\`$]*\](?![[({:])/.exec(
    text.slice(keyRange.to, Math.min(home.to, keyRange.to + LONGEST_BRACKET)),
  );
  if (!behind || /[\]\\`$]/.test(ahead) || SIGN.test(ahead)) return null;
  const to = keyRange.to + behind[0].length;
  const [first = '', ...others] = text.slice(open + 1, to - 1).split(';');
  const isCited = (part: string): boolean => SIGN.test(part);
  const loose = [first, ...others].filter((part) => !isCited(part));
  if (loose.length === 0 || loose.some((part) => part.trim().length > LONGEST_PART)) return null;
  let insert = first;
  let isOpen = isCited(first);
  for (const part of others) {
    const isBare = BARE_KEY.test(part.trim());
    if (part.trim() === '') continue;
    if (isBare) insert += `; @${part.trim()}`;
    else insert += `${isCited(part) && isOpen ? ';' : insert.trim() === '' ? '' : ','}${part}`;
    isOpen ||= isCited(part);
  }
  return {
    kind: 'part',
    key: { text: key, range: keyRange },
    range: { from: open, to },
    insert: `[${insert.trim()}]`,
  };
}

function misreadAt(block: CitingBlock, citation: PandocCitation, brackets: OpenBrackets): LostCitation[] {
  const { text } = block;
  const { keyRange, key } = citation;
  const sign = keyRange.from - 1;
  if (text.charAt(sign) !== '@') return [];
  const address = citation.doubt === 'address' ? addressAround(block, sign) : null;
  const token = { text: key, range: keyRange };
  if (address)
    return [
      {
        kind: 'address',
        key: token,
        range: address,
        insert: `<${text.slice(address.from, address.to)}>`,
      },
    ];
  const lost: LostCitation[] = [];
  const rest = /^[^\s;[\]{}]+/.exec(
    text.slice(keyRange.to, Math.min(block.to, keyRange.to + LONGEST_KEY)),
  )?.[0];
  // Some punctuation, quotation marks and an English genitive may follow any key.
  // In brackets a full stop right before the end belongs to the key, if to anything: `[@Chambers.]`.
  const isEnd =
    rest !== undefined && /^[.:_-]{1,2}$/.test(rest) && /[\];]/.test(text.charAt(keyRange.to + rest.length));
  if (rest && (isEnd || !/^(?:['’]s\b)?[.,:!?)*_'’"”»-]{0,3}$/.test(rest))) {
    const range = { from: keyRange.from, to: keyRange.to + rest.length };
    lost.push({ kind: 'key', key: { text: key + rest, range }, range, insert: `{${key}${rest}}` });
  }
  const open = text.charAt(sign - 1) === '-' ? sign - 2 : sign - 1;
  if (citation.mode !== 'NormalCitation' && text.charAt(open) === '[' && text.charAt(open - 1) !== '\\')
    if (isOpen(block, open, brackets))
      lost.push({
        kind: 'bracket',
        key: token,
        range: { from: open, to: open + 1 },
        insert: placeAfter(text.slice(keyRange.to, Math.min(block.to, keyRange.to + LONGEST_PART))),
      });
  const beside = citation.mode === 'NormalCitation' ? null : besideBracket(block, citation);
  if (beside) lost.push(beside);
  const parted = citation.mode === 'NormalCitation' ? null : withoutKey(block, citation);
  if (parted) lost.push(parted);
  return lost;
}

/** The URL around an `@`, without final punctuation. */
function addressAround({ text, from, to }: CitingBlock, sign: number): TextRange | null {
  let begin = sign;
  while (begin > Math.max(from, sign - LONGEST_WORDS) && !/[\s<>[\]()"]/.test(text.charAt(begin - 1)))
    begin--;
  const scheme = text.slice(begin, sign).search(/\b[a-z][a-z\d+.-]*:\/\//i);
  if (scheme < 0) return null;
  const after = /^[^\s<>[\]()"]*/.exec(text.slice(sign, Math.min(to, sign + LONGEST_WORDS)))![0];
  const end = sign + after.replace(/[.,;:!?*_]+$/, '').length;
  return { from: begin + scheme, to: end };
}

/** Whether a bracket is unclosed within its running text. */
function isOpen({ prose }: CitingBlock, open: number, brackets: OpenBrackets): boolean {
  const home = prose.findLast(({ from, to }) => from <= open && open < to);
  return home !== undefined && brackets.isOpen(open, home);
}
