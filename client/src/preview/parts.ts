/** Spans and divs of ours as tokens, with marks for their standing. */
import type MarkdownIt from 'markdown-it';
import type { Attributes } from '../../../server/src/facts/model.ts';
import { labelOf } from './labels.ts';

export type Token = ReturnType<MarkdownIt['parse']>[number];

/** The `meta` of an opening and closing token; the mark between them is filled in later. */
export interface Part {
  readonly attributes: Attributes;
  readonly mark: Token;
}

/** The classes of our syntax. */
const kinds: ReadonlySet<string> = new Set(['claim', 'quote', 'actor']);

/** The kind of a part: its first class of ours; null for none. */
export function kindOf(attributes: Attributes): string | null {
  return attributes.classes.find(({ text }) => kinds.has(text))?.text ?? null;
}

/** The first value of a key, with white space folded; null when it is absent or empty. */
export function valueOf(attributes: Attributes, key: string): string | null {
  const value = attributes.pairs.find((pair) => pair.key.text === key)?.value.text;
  return value?.trim().replace(/\s+/g, ' ') || null;
}

/** Makes `opening` the start of a part with these attributes, whose standing `mark` shows. */
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

/** Sets the description of a part for tooltip and screen reader. */
export function describe(opening: Token, label: string): void {
  opening.attrSet('title', label);
  opening.attrSet('aria-label', label);
}

/** The part that a token opens; null for none. */
export function partOf(token: Token): Part | null {
  return (token.meta as { sicetnon?: Part } | null)?.sicetnon ?? null;
}

/** Renders a mark: its words, or nothing. */
export function markRenderer(this: unknown, tokens: Token[], index: number): string {
  const { content, info } = tokens[index]!;
  // Both are our own text, but everything written into HTML is escaped.
  return content === ''
    ? ''
    : `<span class="sicetnon-mark sicetnon-mark-${escapeText(info)}">${escapeText(content)}</span>`;
}

/** Renders a key or label literally: in text tokens the preview would linkify URLs. */
export function nameRenderer(this: unknown, tokens: Token[], index: number): string {
  return escapeText(tokens[index]!.content);
}

/** Escapes text for HTML. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
