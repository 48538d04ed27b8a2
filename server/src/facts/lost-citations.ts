/** Citations that Pandoc loses, cuts short or makes up; whether they were meant a bibliography tells. */
import { plainKeyEnd } from '../syntax/citations.ts';
import { firstFrom, type TextRange } from '../text/range.ts';
import type { LostCitation, PandocCitation } from './model.ts';
import { OpenBrackets } from './open-brackets.ts';

/** A block as it was read: its text, and where in it what was made out stands, sorted. */
export interface CitingBlock {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly prose: readonly TextRange[];
  readonly opaque: readonly TextRange[];
  readonly citations: readonly PandocCitation[];
  /** The labels of items of example lists. */
  readonly examples: readonly TextRange[];
}

/** What is longer is no key. */
const LONGEST_KEY = 300;
/** An address is looked for so far on either side. */
const LONGEST_WORDS = 2000;

/** The citations in a block whose text holds a sign, in order. */
export function lostIn(block: CitingBlock): LostCitation[] {
  const { text, citations, examples } = block;
  const brackets = new OpenBrackets(text);
  return [
    ...examples.map((label) => takenByExample(text, label)),
    ...gluedIn(block),
    ...citations.flatMap((citation) => misreadAt(block, citation, brackets)),
  ].sort((a, b) => a.range.from - b.range.from);
}

/** `(@key)` or `@key.` at the beginning of a paragraph, where an example list gives its label to the whole text. */
function takenByExample(text: string, label: TextRange): LostCitation {
  // The sign before the label, and a parenthesis on one side or both, or a stop.
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

/** `work@key`: after a letter or a digit no key begins. */
function* gluedIn({ text, to, from, opaque }: CitingBlock): Generator<LostCitation> {
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue;
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
  // A stop or two, quotation marks and an English genitive end any key.
  if (rest && !/^(?:['’]s\b)?[.,:!?)*_'’"”»-]{0,3}$/.test(rest)) {
    const range = { from: keyRange.from, to: keyRange.to + rest.length };
    lost.push({ kind: 'key', key: { text: key + rest, range }, range, insert: `{${key}${rest}}` });
  }
  const open = text.charAt(sign - 1) === '-' ? sign - 2 : sign - 1;
  if (citation.mode !== 'NormalCitation' && text.charAt(open) === '[' && text.charAt(open - 1) !== '\\')
    if (isOpen(block, open, brackets))
      lost.push({ kind: 'bracket', key: token, range: { from: open, to: open + 1 }, insert: '' });
  return lost;
}

/** The web address that a sign stands in, without the stop after it. */
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

/** Whether a bracket is never closed in the running text in which it stands. */
function isOpen({ prose }: CitingBlock, open: number, brackets: OpenBrackets): boolean {
  const home = prose.findLast(({ from, to }) => from <= open && open < to);
  return home !== undefined && brackets.isOpen(open, home);
}
