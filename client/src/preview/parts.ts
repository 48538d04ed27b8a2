/** Attributed parts, spans and divs alike, as tokens: what they are, and the marks that show their standing. */
import type MarkdownIt from 'markdown-it';
import type { Attributes } from '../../../server/src/facts/model.ts';
import { labelOf } from './labels.ts';

export type Token = ReturnType<MarkdownIt['parse']>[number];

/** What opens and what closes a part carries this in its `meta`; the mark between them is filled in later. */
export interface Part {
  readonly attributes: Attributes;
  readonly mark: Token;
}

/** The kinds of parts that the notation knows, by their class. */
const kinds: ReadonlySet<string> = new Set(['claim', 'quote', 'actor']);

/** The kind of a part by the first class of the notation that it bears; null when it bears none. */
export function kindOf(attributes: Attributes): string | null {
  return attributes.classes.find(({ text }) => kinds.has(text))?.text ?? null;
}

/** The first value given for a key, white space folded; null when there is none or it is empty. */
export function valueOf(attributes: Attributes, key: string): string | null {
  const value = attributes.pairs.find((pair) => pair.key.text === key)?.value.text;
  return value?.trim().replace(/\s+/g, ' ') || null;
}

/** Makes `opening` the beginning of a part with these attributes, whose standing `mark` will show. */
export function dress(opening: Token, attributes: Attributes, mark: Token): void {
  const kind = kindOf(attributes);
  const classes = attributes.classes.map(({ text }) => text);
  if (kind) classes.push(`sicetnon-${kind}`);
  if (classes.length) opening.attrSet('class', classes.join(' '));
  if (attributes.id) opening.attrSet('id', attributes.id.text);
  if (kind) {
    opening.attrSet('role', 'group');
    describe(opening, labelOf(kind, attributes));
  }
  const part: Part = { attributes, mark };
  opening.meta = { sicetnon: part };
}

/** Says the same of a part to the mouse and to a screen reader. */
export function describe(opening: Token, label: string): void {
  opening.attrSet('title', label);
  opening.attrSet('aria-label', label);
}

/** The part that a token opens; null when it opens none. */
export function partOf(token: Token): Part | null {
  return (token.meta as { sicetnon?: Part } | null)?.sicetnon ?? null;
}

/** Renders a mark: the words that were put in it, or nothing. */
export function markRenderer(this: unknown, tokens: Token[], index: number): string {
  const { content, info } = tokens[index]!;
  // Both are words of ours, but what is written into a page is escaped wherever it comes from.
  return content === ''
    ? ''
    : `<span class="sicetnon-mark sicetnon-mark-${escape(info)}">${escape(content)}</span>`;
}

/** Renders a key or label as it stands: in what is mere text the preview makes links of addresses. */
export function nameRenderer(this: unknown, tokens: Token[], index: number): string {
  return escape(tokens[index]!.content);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
