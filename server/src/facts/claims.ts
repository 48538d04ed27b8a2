/** Claims and actor marks, from the attributes of spans and divs. */
import type { PartNode } from '../syntax/nodes.ts';
import { RELATION_KINDS } from './model.ts';
import type { ActorMark, Attributes, Claim, Evidence, RelationKind, Token } from './model.ts';
import { plainText } from './plain-text.ts';

const RELATIONS: ReadonlySet<string> = new Set(RELATION_KINDS);

export function hasClass(attributes: Attributes, name: string): boolean {
  for (const token of attributes.classes) if (token.text === name) return true;
  return false;
}

/** The value of `key`, the first when it is repeated; null when it is absent or empty. */
export function attribute(attributes: Attributes, key: string): Token | null {
  for (const pair of attributes.pairs)
    if (pair.key.text === key) return pair.value.text.trim() === '' ? null : pair.value;
  return null;
}

/** A token without the `@` that may stand in front of it. */
export function bare(token: Token): Token {
  if (!token.text.startsWith('@')) return token;
  return { text: token.text.slice(1), range: { from: token.range.from + 1, to: token.range.to } };
}

/** The parts of an attribute's value between `separator`s, trimmed, empty ones left out. */
function parts(text: string, value: Token, separator: RegExp): Token[] {
  // An escaped or rewritten value is not as long as its source: then every part has the whole range.
  const verbatim = isVerbatim(text.slice(value.range.from, value.range.to), value.text);
  const found: Token[] = [];
  separator.lastIndex = 0;
  for (let match = separator.exec(value.text); match; match = separator.exec(value.text)) {
    const words = match[0].trim();
    if (words === '') continue;
    const from = value.range.from + match.index + match[0].indexOf(words);
    found.push({ text: words, range: verbatim ? { from, to: from + words.length } : value.range });
  }
  return found;
}

/** Whether a value stands there letter by letter; a line end in it is read as a space. */
function isVerbatim(written: string, value: string): boolean {
  return written === value || (written.length === value.length && written.replace(/\n/g, ' ') === value);
}

const WORDS = /[^\s,;]+/g;
const SEMICOLONS = /[^;]+/g;

/** The words of an attribute's value, between white space, commas and semicolons. */
export function wordsOf(text: string, value: Token | null): Token[] {
  return value ? parts(text, value, WORDS) : [];
}

/**
 * Reads a claim. `text` is what the node's offsets count in.
 * `sentence` and `inNote` are those of its place, found by the caller.
 */
export function readClaim(
  text: string,
  node: PartNode,
  sentence: Claim['sentence'],
  inNote: string | null,
): Claim {
  const { attributes } = node;
  const value = (key: string) => attribute(attributes, key);
  const relations: { kind: RelationKind; address: Token }[] = [];
  for (const { key, value: addresses } of attributes.pairs) {
    if (!RELATIONS.has(key.text)) continue;
    for (const address of wordsOf(text, addresses))
      relations.push({ kind: key.text as RelationKind, address: bare(address) });
  }
  const evidence = value('evidence');
  return {
    kind: node.kind,
    id: attributes.id,
    range: node.range,
    contentRange: node.contentRange,
    text: withoutDoubleSpaces(plainText(text, node.contentRange)).trim(),
    attributes,
    by: wordsOf(text, value('by')).map(bare),
    about: wordsOf(text, value('about')).map(bare),
    relations,
    evidence: evidence ? parts(text, evidence, SEMICOLONS).map(readEvidence) : [],
    says: value('says'),
    when: value('when'),
    where: value('where'),
    status: value('status'),
    certainty: value('certainty'),
    sentence,
    inNote,
  };
}

function withoutDoubleSpaces(words: string): string {
  return words.includes('  ') ? words.replace(/ {2,}/g, ' ') : words;
}

/** `@key, p. 3`, `key`, `#id` or `file.md#id`. An address always has its `#`. */
function readEvidence(item: Token): Evidence {
  const match = /^(@?\{?)([^\s,}]+)\}?,?\s*(.*)$/s.exec(item.text);
  if (!match) return { kind: 'citation', target: item, locator: null };
  const [, lead = '', name = '', rest = ''] = match;
  const from = item.range.from + lead.length;
  const exact = item.range.to - item.range.from === item.text.length;
  const target = { text: name, range: exact ? { from, to: from + name.length } : item.range };
  if (name.includes('#')) return { kind: 'claim', target, locator: null };
  return { kind: 'citation', target, locator: rest.trim() || null };
}

/** Reads an actor mark, `[the union]{.actor ref="acftu"}`. */
export function readActorMark(text: string, node: PartNode): ActorMark {
  const refs = wordsOf(text, attribute(node.attributes, 'ref')).map(bare);
  return {
    range: node.range,
    contentRange: node.contentRange,
    text: plainText(text, node.contentRange),
    refs,
  };
}
