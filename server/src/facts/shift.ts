/** Moves the facts of a block to its place in the document. */
import type { TextRange } from '../text/range.ts';
import type {
  ActorMark,
  Attribution,
  Attributes,
  AttributedPart,
  Claim,
  DocumentFacts,
  PandocCitation,
  Quotation,
  Suppression,
  Token,
} from './model.ts';

const range = (one: TextRange, by: number): TextRange => ({ from: one.from + by, to: one.to + by });
const token = (one: Token, by: number): Token => ({ text: one.text, range: range(one.range, by) });
const tokens = (all: readonly Token[], by: number): readonly Token[] =>
  all.length === 0 ? all : all.map((one) => token(one, by));
/** Most lists of most blocks are empty, and need no copy. */
const all = <One>(list: readonly One[], move: (one: One) => One): readonly One[] =>
  list.length === 0 ? list : list.map(move);
const maybe = (one: Token | null, by: number): Token | null => one && token(one, by);

function attributes(one: Attributes, by: number): Attributes {
  return {
    range: range(one.range, by),
    id: maybe(one.id, by),
    classes: tokens(one.classes, by),
    pairs: one.pairs.map(({ key, value }) => ({ key: token(key, by), value: token(value, by) })),
  };
}

function part(one: AttributedPart, by: number): AttributedPart {
  return {
    kind: one.kind,
    range: range(one.range, by),
    contentRange: range(one.contentRange, by),
    attributes: attributes(one.attributes, by),
  };
}

/** A citation moved by `by` offsets, with its group moved by `groups`. */
export function shiftCitation(one: PandocCitation, by: number, groups: number): PandocCitation {
  return {
    mode: one.mode,
    key: one.key,
    keyRange: range(one.keyRange, by),
    intent: one.intent,
    range: range(one.range, by),
    prefixRange: range(one.prefixRange, by),
    suffixRange: range(one.suffixRange, by),
    ...(one.doubt && { doubt: one.doubt }),
    locator: one.locator && { ...one.locator, range: range(one.locator.range, by) },
    group: one.group + groups,
    inNote: one.inNote,
  };
}

/** The tokens from attributes are shared. */
function claim(one: Claim, by: number): Claim {
  const moved = attributes(one.attributes, by);
  const value = (token: Token | null): Token | null => {
    const index = token ? one.attributes.pairs.findIndex((pair) => pair.value === token) : -1;
    return index < 0 ? maybe(token, by) : moved.pairs[index]!.value;
  };
  return {
    kind: one.kind,
    text: one.text,
    inNote: one.inNote,
    id: moved.id,
    range: range(one.range, by),
    contentRange: range(one.contentRange, by),
    attributes: moved,
    by: tokens(one.by, by),
    via: tokens(one.via, by),
    about: tokens(one.about, by),
    relations: all(one.relations, ({ kind, address }) => ({ kind, address: token(address, by) })),
    evidence: all(one.evidence, (item) => ({ ...item, target: token(item.target, by) })),
    says: value(one.says),
    when: value(one.when),
    where: value(one.where),
    status: value(one.status),
    certainty: value(one.certainty),
    sentence: range(one.sentence, by),
  };
}

function actorMark(one: ActorMark, by: number): ActorMark {
  return {
    range: range(one.range, by),
    contentRange: range(one.contentRange, by),
    text: one.text,
    refs: tokens(one.refs, by),
  };
}

/** An attribution moved by `by` offsets. */
export function shiftAttribution(one: Attribution, by: number): Attribution {
  return {
    kind: one.kind,
    name: one.name,
    range: range(one.range, by),
    at: maybe(one.at, by),
    loose: one.loose,
  };
}

function quotation(one: Quotation, by: number): Quotation {
  return {
    kind: one.kind,
    range: range(one.range, by),
    contentRange: range(one.contentRange, by),
    from: maybe(one.from, by),
    at: maybe(one.at, by),
    attributions: all(one.attributions, (each) => shiftAttribution(each, by)),
    disclaimer: one.disclaimer,
  };
}

function suppression(one: Suppression, by: number): Suppression {
  return { kind: one.kind, rules: tokens(one.rules, by), reason: one.reason, range: range(one.range, by) };
}

/** The lists that documents and blocks share. */
export type FactLists = Omit<DocumentFacts, 'frontMatter'>;
export type ListName = keyof FactLists;

/**
 * The table of facts: each list of a document or block, and how one item is moved by `by` offsets, after
 * `groups` groups of citations. Everything else that enumerates the lists uses this table.
 */
export const MOVES: {
  readonly [Name in ListName]: (
    one: FactLists[Name][number],
    by: number,
    groups: number,
  ) => FactLists[Name][number];
} = {
  headings: (one, by) => ({ ...one, range: range(one.range, by) }),
  markers: (one, by) => ({ label: one.label, range: range(one.range, by), inNote: one.inNote }),
  definitions: (one, by) => ({
    label: one.label,
    labelRange: range(one.labelRange, by),
    range: range(one.range, by),
    bodyRange: range(one.bodyRange, by),
  }),
  inlineNotes: (one, by) => ({ range: range(one.range, by), bodyRange: range(one.bodyRange, by) }),
  citations: shiftCitation,
  parts: part,
  claims: claim,
  claimNames: token,
  actorMarks: actorMark,
  quotations: quotation,
  placeholders: (one, by) => ({ range: range(one.range, by) }),
  slips: ({ kind, range: place, fixes }, by) => ({
    kind,
    range: range(place, by),
    fixes: fixes.map((edits) => edits.map((edit) => ({ range: range(edit.range, by), insert: edit.insert }))),
  }),
  lost: ({ kind, key, range: place, insert }, by) => ({
    kind,
    key: token(key, by),
    range: range(place, by),
    insert,
  }),
  suppressions: suppression,
  inclusions: ({ target, range: place }, by) => ({ target: token(target, by), range: range(place, by) }),
  built: token,
  labels: token,
  unread: (one, by) => ({ range: range(one.range, by), reason: one.reason }),
  opaque: range,
};

/** The names of the lists. */
export const LIST_NAMES = Object.keys(MOVES) as readonly ListName[];
