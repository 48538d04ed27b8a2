import type { Attributes } from '../facts/model.ts';
import { parseSays } from '../reasoning/says.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import { bisect } from '../text/bisect.ts';
import { foundLinks } from './found-links.ts';
import type { FeatureRequest } from './request.ts';

/** The token types; their order is the protocol's legend. */
export const TOKEN_TYPES = [
  'citekey',
  'note',
  'claim',
  'actor',
  'property',
  'attribute',
  'value',
  'placeholder',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

export interface SemanticToken {
  readonly type: TokenType;
  readonly range: TextRange;
}

/** What is needed to compute tokens. */
type Coloured = Pick<FeatureRequest, 'view' | 'library' | 'reasoning'>;

/**
 * The names in a document and the attributes that contain them, sorted, disjoint and each on one line. In found texts
 * note calls, citations and *ibid.* With `within` only those that touch it. Where nobody cites, possible handles,
 * decorators and table cells are left out.
 */
export function semanticTokens(
  { view, library, reasoning }: Coloured,
  within: TextRange = { from: 0, to: view.text.length },
): SemanticToken[] {
  const { path, text, facts } = view;
  const names: SemanticToken[] = [];
  const add = (type: TokenType, range: TextRange) => {
    if (range.from < range.to && overlaps(range, within)) names.push({ type, range });
  };
  // A certainly unknown key is a citation only in brackets: in running text it may be a social media handle.
  const canJudge = library.canJudgeCitations(path);
  for (const { key, keyRange, mode } of facts.citations)
    if ((canJudge && mode !== 'AuthorInText') || library.entries(path, key).length > 0)
      add('citekey', keyRange);
  if (library.isScholarly(path) || reasoning.claimsIn(path).length > 0)
    for (const { range } of facts.placeholders) add('placeholder', range);
  for (const { kind, range } of foundLinks(view, library)) add(kind === 'note' ? 'note' : 'citekey', range);
  for (const { range } of facts.markers) add('note', { from: range.from + 2, to: range.to - 1 });
  for (const { labelRange } of facts.definitions) add('note', labelRange);
  for (const { refs } of facts.actorMarks) for (const { range } of refs) add('actor', range);
  for (const quotation of facts.quotations)
    if (quotation.kind === 'marked' && quotation.from) add('citekey', quotation.from.range);
  for (const claim of facts.claims) {
    if (!overlaps(claim.attributes.range, within)) continue;
    if (claim.id) add('claim', claim.id.range);
    for (const { range } of [...claim.about, ...claim.by, ...claim.via]) add('actor', range);
    for (const { address } of claim.relations) add('claim', address.range);
    for (const { kind, target } of claim.evidence) add(kind === 'claim' ? 'claim' : 'citekey', target.range);
    for (const { actor, property } of claim.says ? parseSays(claim.says).propositions : []) {
      if (actor) add('actor', actor.range);
      add('property', property.range);
    }
  }
  names.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  const known = new Set(['claim', 'actor', 'quote']);
  const attributes = facts.parts.filter(
    ({ attributes: { classes, range } }) =>
      overlaps(range, within) && classes.some((each) => known.has(each.text)),
  );
  const tokens = [...names, ...attributes.flatMap((part) => attributeTokens(part.attributes, names))];
  return withoutOverlaps(tokens).flatMap((token) => byLine(token, text.text));
}

/** Attribute keys, and the parts of values that no name covers. */
function attributeTokens({ pairs }: Attributes, names: readonly SemanticToken[]): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const { key, value } of pairs) {
    tokens.push({ type: 'attribute', range: key.range });
    let { from } = value.range;
    for (const { range } of namesIn(names, value.range)) {
      if (from < range.from) tokens.push({ type: 'value', range: { from, to: range.from } });
      from = Math.max(from, range.to);
    }
    if (from < value.range.to) tokens.push({ type: 'value', range: { from, to: value.range.to } });
  }
  return tokens;
}

/** The names in a range. */
function namesIn(names: readonly SemanticToken[], { from, to }: TextRange): SemanticToken[] {
  const low = bisect(names.length, (i) => names[i]!.range.from >= from);
  const found: SemanticToken[] = [];
  for (let i = low; i < names.length && names[i]!.range.from < to; i++) found.push(names[i]!);
  return found;
}

function withoutOverlaps(tokens: SemanticToken[]): SemanticToken[] {
  tokens.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  let end = 0;
  return tokens.filter(({ range }) => {
    if (range.from < end) return false;
    end = range.to;
    return true;
  });
}

function byLine({ type, range }: SemanticToken, text: string): SemanticToken[] {
  const words = text.slice(range.from, range.to);
  if (!words.includes('\n')) return [{ type, range }];
  const tokens: SemanticToken[] = [];
  for (const match of words.matchAll(/[^\s](?:[^\n]*[^\s])?/g)) {
    const from = range.from + match.index;
    tokens.push({ type, range: { from, to: from + match[0].length } });
  }
  return tokens;
}
