/** The table of facts: the lists that a document or block has, and how an item moves with its block. */
import type { TextRange } from '../text/range.ts';
import type {
  ActorMark,
  Attribution,
  Attributes,
  AttributedPart,
  Claim,
  FrontMatter,
  Heading,
  Inclusion,
  InlineNote,
  LostCitation,
  NoteDefinition,
  NoteMarker,
  PandocCitation,
  Placeholder,
  Quotation,
  Slip,
  Suppression,
  Token,
  UnreadPlace,
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
    ...(one.weak && { weak: one.weak }),
  };
}

/** A quotation moved by `by` offsets. */
export function shiftQuotation(one: Quotation, by: number): Quotation {
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

/** An item moved by `by` offsets, after `groups` groups of citations. */
type Move<One> = (one: One, by: number, groups: number) => One;

/** A row of the table. */
const list = <One>(move: Move<One>): Move<One> => move;

/**
 * The table: one row declares the name of a list, the type of its items, and how one of them is moved. The lists of
 * documents and blocks, the empty ones, and everything that enumerates them follow from it.
 */
export const FACT_LISTS = {
  headings: list<Heading>((one, by) => ({ ...one, range: range(one.range, by) })),
  markers: list<NoteMarker>((one, by) => ({
    label: one.label,
    range: range(one.range, by),
    inNote: one.inNote,
  })),
  definitions: list<NoteDefinition>((one, by) => ({
    label: one.label,
    labelRange: range(one.labelRange, by),
    range: range(one.range, by),
    bodyRange: range(one.bodyRange, by),
  })),
  inlineNotes: list<InlineNote>((one, by) => ({
    range: range(one.range, by),
    bodyRange: range(one.bodyRange, by),
  })),
  citations: list<PandocCitation>(shiftCitation),
  parts: list<AttributedPart>(part),
  claims: list<Claim>(claim),
  /** The ids of the claims that have one. */
  claimNames: list<Token>(token),
  actorMarks: list<ActorMark>(actorMark),
  quotations: list<Quotation>(shiftQuotation),
  placeholders: list<Placeholder>((one, by) => ({ range: range(one.range, by) })),
  slips: list<Slip>(({ kind, range: place, fixes }, by) => ({
    kind,
    range: range(place, by),
    fixes: fixes.map((edits) => edits.map((edit) => ({ range: range(edit.range, by), insert: edit.insert }))),
  })),
  lost: list<LostCitation>(({ kind, key, range: place, insert }, by) => ({
    kind,
    key: token(key, by),
    range: range(place, by),
    insert,
  })),
  suppressions: list<Suppression>(suppression),
  inclusions: list<Inclusion>(({ target, range: place }, by) => ({
    target: token(target, by),
    range: range(place, by),
  })),
  /** Bibliographies that code in chunks names and may generate. */
  built: list<Token>(token),
  /** Labels for cross-reference filters: `{#fig:harbour}` for pandoc-crossref, `{#apx-one}` for another. */
  labels: list<Token>(token),
  /** Where something was not read: the first such place of each block, perhaps more. */
  unread: list<UnreadPlace>((one, by) => ({ range: range(one.range, by), reason: one.reason })),
  /** What is no prose: code, raw HTML and TeX, URLs, link targets, attributes, comments, front matter. Sorted. */
  opaque: list<TextRange>(range),
};

type Table = typeof FACT_LISTS;
export type ListName = keyof Table;

/** The lists that documents and blocks share, each in the order of the text. */
export type FactLists = { readonly [Name in ListName]: readonly Parameters<Table[Name]>[0][] };

/** The content of one document. */
export interface DocumentFacts extends FactLists {
  readonly frontMatter: FrontMatter | null;
}

/** The names of the lists. */
export const LIST_NAMES = Object.keys(FACT_LISTS) as readonly ListName[];

/** Most lists of most blocks are empty, and share this object. */
export const NONE: readonly never[] = [];

/**
 * Empty lists, to be copied. A copy of a literal whose values are then replaced keeps its hidden class; an object that
 * is built name by name would be in dictionary mode, and so would every copy.
 */
export const NO_LISTS: FactLists = emptied({ ...FACT_LISTS });

function emptied(lists: { [Name in ListName]: unknown }): FactLists {
  for (const name of LIST_NAMES) lists[name] = NONE;
  return lists as FactLists;
}
