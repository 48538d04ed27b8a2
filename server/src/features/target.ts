import type { Claim, NoteDefinition, PandocCitation, Token } from '../facts/model.ts';
import { parseSays } from '../reasoning/says.ts';
import { encloses, touches, type TextRange } from '../text/range.ts';
import type { Library } from '../workspace/library.ts';
import { foundTargetAt, noteWorkAt, type FoundTarget } from './found-target.ts';
import type { DocumentView } from '../checking/rule.ts';

/** What is at a position: the target of hovers, definitions and so on. */
export type Target =
  | {
      readonly kind: 'citekey';
      readonly range: TextRange;
      readonly key: string;
      readonly citation: PandocCitation | null;
    }
  | { readonly kind: 'note'; readonly range: TextRange; readonly label: string }
  | { readonly kind: 'note-definition'; readonly range: TextRange; readonly definition: NoteDefinition }
  | { readonly kind: 'actor'; readonly range: TextRange; readonly ids: readonly string[] }
  | {
      readonly kind: 'mention';
      readonly range: TextRange;
      /** Several where the name is ambiguous. */
      readonly ids: readonly string[];
      readonly name: string;
    }
  | { readonly kind: 'asserter'; readonly range: TextRange; readonly id: string }
  | { readonly kind: 'address'; readonly range: TextRange; readonly address: string }
  | { readonly kind: 'property'; readonly range: TextRange; readonly name: string }
  | { readonly kind: 'claim'; readonly range: TextRange; readonly claim: Claim }
  | {
      /** Words quoted from a work whose text is in the workspace. */
      readonly kind: 'quotation';
      readonly range: TextRange;
      /** Index in the quotations of the document's summary. */
      readonly index: number;
    }
  | FoundTarget;

/** An offset in a document, with its library. */
interface Place {
  readonly view: DocumentView;
  readonly offset: number;
  readonly library: Library;
}

/** Finds one kind of target; in the chain the innermost comes first. */
type Finder = (view: DocumentView, offset: number, library: Library) => Target | null;

/**
 * The target at `offset`: that of the first finder in the chain, from the smallest things to the largest; or null.
 */
export function targetAt({ view, offset, library }: Place): Target | null {
  for (const find of FINDERS) {
    const target = find(view, offset, library);
    if (target) return target;
  }
  return null;
}

const FINDERS: readonly Finder[] = [
  citation,
  marker,
  frontMatter,
  attribute,
  mark,
  definition,
  mention,
  foundTargetAt,
  quotationAround,
  claimAround,
  noteWorkAt,
];

function citation({ facts }: DocumentView, offset: number): Target | null {
  const items = facts.citations.filter(
    (item) => touches(item.range, offset) || touches(item.keyRange, offset),
  );
  const item = items.find((each) => touches(each.keyRange, offset)) ?? items[0];
  return item ? { kind: 'citekey', range: item.keyRange, key: item.key, citation: item } : null;
}

function marker({ facts }: DocumentView, offset: number): Target | null {
  const found = facts.markers.find((each) => touches(each.range, offset));
  return found ? { kind: 'note', range: found.range, label: found.label } : null;
}

/** Works in the front matter: those in `nocite` and `references`, and the source. */
function frontMatter({ facts }: DocumentView, offset: number): Target | null {
  const { frontMatter: head } = facts;
  if (!head || !touches(head.range, offset)) return null;
  const named = [
    ...head.nocite,
    ...head.references.map(({ id }) => id),
    ...(head.source ? [head.source] : []),
  ];
  const token = named.find(({ range }) => touches(range, offset));
  return token ? { kind: 'citekey', range: token.range, key: token.text, citation: null } : null;
}

function attribute({ facts }: DocumentView, offset: number): Target | null {
  for (const claim of facts.claims) {
    if (!touches(claim.attributes.range, offset)) continue;
    const at = (token: Token) => touches(token.range, offset);
    for (const { address } of claim.relations)
      if (at(address)) return { kind: 'address', range: address.range, address: address.text };
    for (const { kind, target } of claim.evidence)
      if (at(target))
        return kind === 'claim'
          ? { kind: 'address', range: target.range, address: target.text }
          : { kind: 'citekey', range: target.range, key: target.text, citation: null };
    for (const token of claim.about)
      if (at(token)) return { kind: 'actor', range: token.range, ids: [token.text] };
    for (const token of [...claim.by, ...claim.via])
      if (at(token)) return { kind: 'asserter', range: token.range, id: token.text };
    const stated = claim.says && touches(claim.says.range, offset) && statedAt(claim.says, offset);
    if (stated) return stated;
    return {
      kind: 'claim',
      range: claim.id && at(claim.id) ? claim.id.range : claim.attributes.range,
      claim,
    };
  }
  for (const quotation of facts.quotations)
    if (quotation.kind === 'marked' && quotation.from && touches(quotation.from.range, offset))
      return { kind: 'citekey', range: quotation.from.range, key: quotation.from.text, citation: null };
  return null;
}

/** The property in `says` at `offset`, or the actor before it. */
function statedAt(says: Token, offset: number): Target | null {
  for (const { actor, property } of parseSays(says).propositions) {
    if (actor && touches(actor.range, offset))
      return { kind: 'actor', range: actor.range, ids: [actor.text] };
    if (touches(property.range, offset))
      return { kind: 'property', range: property.range, name: property.text };
  }
  return null;
}

function mark({ facts }: DocumentView, offset: number): Target | null {
  const found = facts.actorMarks.find((each) => touches(each.range, offset));
  const ref = found?.refs.find(({ range }) => touches(range, offset));
  if (ref) return { kind: 'actor', range: ref.range, ids: [ref.text] };
  return found ? { kind: 'actor', range: found.range, ids: found.refs.map((ref) => ref.text) } : null;
}

function mention(view: DocumentView, offset: number, library: Library): Target | null {
  const found = library.hasRegister ? library.mentions.at(view, offset) : null;
  return found && { kind: 'mention', range: found.range, ids: found.ids, name: found.matched };
}

function definition({ facts }: DocumentView, offset: number): Target | null {
  const found = facts.definitions.find(
    (each) => each.range.from <= offset && offset <= each.labelRange.to + 2 && touches(each.range, offset),
  );
  return found ? { kind: 'note-definition', range: found.labelRange, definition: found } : null;
}

function quotationAround({ path, facts }: DocumentView, offset: number, library: Library): Target | null {
  const quotations = library.inPrint.quotationsOf(path);
  const index = quotations.findLastIndex(
    ({ range, works }) =>
      touches(range, offset) && works.some(({ text }) => library.workTexts.has(path, text)),
  );
  const range = quotations[index]?.range;
  if (!range) return null;
  const claimWithin = facts.claims.some(
    (claim) => touches(claim.range, offset) && encloses(range, claim.range),
  );
  return claimWithin ? null : { kind: 'quotation', range, index };
}

function claimAround({ facts }: DocumentView, offset: number): Target | null {
  let innermost: Claim | null = null;
  for (const claim of facts.claims)
    if (touches(claim.range, offset) && (!innermost || claim.range.from >= innermost.range.from))
      innermost = claim;
  return innermost ? { kind: 'claim', range: innermost.range, claim: innermost } : null;
}
