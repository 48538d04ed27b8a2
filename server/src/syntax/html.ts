/** HTML tags and comments, as leniently as Pandoc reads them. */
import type { Attributes, Token } from './model.ts';
import { decodeEntities } from '../text/entities.ts';
import { isSpaceCharacter, letterLengthAt, wordLengthAt } from './characters.ts';
import type { Reading } from './reading.ts';

export interface HtmlTag {
  readonly end: number;
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  /** `<br/>` */
  readonly alone: boolean;
  readonly pairs: readonly { readonly key: Token; readonly value: Token }[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const BLOCK_TAGS = words(
  `address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset
   figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta noframes nav
   ol output p pre section summary table tbody textarea thead tfoot ul frameset li td th tr script style
   calloutlist bibliolist glosslist itemizedlist orderedlist segmentedlist simplelist variablelist caution
   important note tip warning literallayout programlisting programlistingco screen screenco screenshot synopsis
   example informalexample informalfigure informaltable para simpara formalpara equation informalequation
   mediaobject qandaset procedure task cmdsynopsis funcsynopsis classsynopsis epigraph msgset sidebar title
   case switch default`,
);

const EITHER_TAGS = words(
  `audio applet button iframe embed del ins progress map area noscript script object svg video source`,
);

const VERBATIM_TAGS = words('pre style script textarea');

/** Whether the tag may begin a block. Pandoc’s `isBlockTag`. */
export function isBlockTag(tag: HtmlTag): boolean {
  return BLOCK_TAGS.has(tag.name) || EITHER_TAGS.has(tag.name) || tag.name.startsWith('?');
}

/** Whether the tag may occur in running text. Pandoc’s `isInlineTag`. */
export function isInlineTag(tag: HtmlTag): boolean {
  if (tag.name !== 'script') return !BLOCK_TAGS.has(tag.name);
  return (
    tag.closes || tag.pairs.some(({ key, value }) => key.text === 'type' && value.text.startsWith('math/tex'))
  );
}

/** Whether the content of the element is verbatim. */
export function isVerbatimTag(tag: HtmlTag): boolean {
  return VERBATIM_TAGS.has(tag.name);
}

/** A comment `<!-- … -->` at `at`: its end, or -1. */
export function commentAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  if (text.charCodeAt(at + 1) !== 33 || !text.startsWith('<!--', at)) return -1;
  const close = reading.find('-->', at + 4);
  if (close >= 0 && close + 3 <= limit) return close + 3;
  reading.lookedTo(limit);
  return -1;
}

/**
 * A tag at `at`: opening, closing or a processing instruction; null when there is none. Pandoc’s `htmlTag`.
 */
export function tagAt(reading: Reading, at: number, limit: number): HtmlTag | null {
  const { text } = reading;
  if (reading.refusesEffort(at)) return null;
  let i = at + 1;
  const instruction = text.charCodeAt(i) === 63;
  const closes = text.charCodeAt(i) === 47;
  if (instruction || closes) i++;
  const nameEnd = nameEndAt(text, i, limit);
  if (nameEnd < 0 || text.charCodeAt(nameEnd - 1) === 58) return null;
  const name = (instruction ? '?' : '') + text.slice(i, nameEnd).toLowerCase();
  if (instruction || closes) {
    const close = reading.find('>', nameEnd);
    if (close < 0 || close >= limit) return unclosed(reading, at, nameEnd, limit);
    return { end: close + 1, name, closes, alone: false, pairs: [] };
  }
  return openTag(reading, at, nameEnd, limit, name);
}

/** Reports that nothing closes what begins at `at`, and that the search went up to `to`. */
function unclosed(reading: Reading, at: number, to: number, limit: number): null {
  reading.lookedTo(limit);
  reading.effort.spend(to - at);
  return null;
}

/** The end of a tag's or attribute's name; -1 where none begins, or an invalid character follows. */
function nameEndAt(text: string, at: number, limit: number): number {
  let i = at + letterLengthAt(text, at);
  if (i === at) return -1;
  while (i < limit) {
    const code = text.charCodeAt(i);
    const length = code === 58 || code === 45 || code === 95 ? 1 : wordLengthAt(text, i);
    if (length === 0) break;
    i += length;
  }
  const code = text.charCodeAt(i);
  return i >= limit || isSpaceCharacter(code) || code === 47 || code === 62 || code === 61 ? i : -1;
}

function openTag(reading: Reading, at: number, from: number, limit: number, name: string): HtmlTag | null {
  const { text } = reading;
  const pairs: { key: Token; value: Token }[] = [];
  let i = from;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code === 62) return { end: i + 1, name, closes: false, alone: text.charCodeAt(i - 1) === 47, pairs };
    if (code === 47 || isSpaceCharacter(code)) {
      i++;
      continue;
    }
    const keyEnd = nameEndAt(text, i, limit);
    if (keyEnd < 0) return null;
    const key = { text: text.slice(i, keyEnd).toLowerCase(), range: { from: i, to: keyEnd } };
    i = keyEnd;
    let equals = i;
    while (equals < limit && isSpaceCharacter(text.charCodeAt(equals))) equals++;
    if (text.charCodeAt(equals) !== 61) {
      pairs.push({ key, value: { text: '', range: { from: i, to: i } } });
      continue;
    }
    i = equals + 1;
    while (i < limit && isSpaceCharacter(text.charCodeAt(i))) i++;
    const value = attributeValue(reading, i, limit);
    if (!value) return unclosed(reading, at, i, limit);
    pairs.push({ key, value: value.token });
    i = value.end;
  }
  return unclosed(reading, at, limit, limit);
}

function attributeValue(reading: Reading, at: number, limit: number): { token: Token; end: number } | null {
  const { text } = reading;
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = reading.find(quote, at + 1);
    if (close < 0 || close >= limit) return null;
    const token = { text: decodeEntities(text.slice(at + 1, close)), range: { from: at + 1, to: close } };
    return { token, end: close + 1 };
  }
  let end = at;
  while (end < limit && text.charCodeAt(end) !== 62 && !isSpaceCharacter(text.charCodeAt(end))) end++;
  return { token: { text: decodeEntities(text.slice(at, end)), range: { from: at, to: end } }, end };
}

/** The attributes of a `<span>` or `<div>` in the form of Pandoc's. */
export function attributesOfTag(tag: HtmlTag, at: number): Attributes {
  let id: Token | null = null;
  const classes: Token[] = [];
  const pairs: { key: Token; value: Token }[] = [];
  for (const pair of tag.pairs) {
    if (pair.key.text === 'id') id ??= pair.value;
    else if (pair.key.text === 'class') {
      for (const match of pair.value.text.matchAll(/\S+/g)) {
        const from = pair.value.range.from + match.index;
        classes.push({ text: match[0], range: { from, to: from + match[0].length } });
      }
    } else pairs.push(pair);
  }
  return { range: { from: at, to: tag.end }, id, classes, pairs };
}

/** Whether the element whose content is being read is closed at `at`. */
export function closesElement(reading: Reading, at: number, limit: number): boolean {
  if (reading.htmlTag === null || reading.text.charCodeAt(at) !== 60) return false;
  const tag = reading.text.charCodeAt(at + 1) === 47 ? tagAt(reading, at, limit) : null;
  return tag !== null && tag.closes && tag.name === reading.htmlTag;
}

/**
 * The offset after the tag that closes the element opened at `at` by `open`, with nested elements of its name
 * counted. Pandoc’s `htmlInBalanced`.
 */
export function elementEnd(reading: Reading, open: HtmlTag, limit: number): number {
  const { text } = reading;
  let depth = 1;
  for (let i = text.indexOf('<', open.end); i >= 0 && i < limit; i = text.indexOf('<', i)) {
    const comment = open.name === 'script' || open.name === 'style' ? -1 : commentAt(reading, i, limit);
    const tag =
      comment < 0 &&
      text
        .substr(i + 1, open.name.length + 1)
        .toLowerCase()
        .includes(open.name)
        ? tagAt(reading, i, limit)
        : null;
    if (comment >= 0) i = comment;
    else if (tag && tag.name === open.name) {
      depth += tag.closes ? -1 : 1;
      if (depth === 0) return tag.end;
      i = tag.end;
    } else i++;
  }
  unclosed(reading, open.end, limit, limit);
  return -1;
}
