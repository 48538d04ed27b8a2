/**
 * The parser of `says`: `property op value`, separated by `;`, with an actor before the property where it is
 * not the one in `about`.
 */
import { say } from '../words/say.ts';
import type { Token } from '../facts/model.ts';
import type { ClaimRecord, Operator, Proposition, SaysProblem, Statement } from './model.ts';
import { Remembered } from './remembered.ts';

/**
 * By the code of an operator character: its meaning alone and before an equals sign. Includes `≠`, `≤`, `≥`.
 */
const OPERATORS: ReadonlyMap<number, { readonly alone: Operator | null; readonly joined: Operator | null }> =
  new Map(
    (
      [
        ['!', null, '!='],
        ['=', '=', '='],
        ['>', '>', '>='],
        ['<', '<', '<='],
        ['≠', '!=', null],
        ['≥', '>=', null],
        ['≤', '<=', null],
      ] as const
    ).map(([sign, alone, joined]) => [sign.charCodeAt(0), { alone, joined }]),
  );
const EQUALS = 61;

/** The maximum number of parsed parts of one `says`; a longer one is reported. */
export const MOST_PARTS = 500;
/** The maximum number of statements of one claim, over all its actors; a longer list is reported. */
export const MOST_STATEMENTS = 5000;

/**
 * Parses the value of a `says` attribute. Ranges are offsets into the document. Where the token's text is not
 * the document's character by character (because of an entity, say), all ranges are the token's. Unreadable
 * parts become problems, the rest is parsed.
 */
export function parseSays(token: Token): { propositions: Proposition[]; problems: SaysProblem[] } {
  const propositions: Proposition[] = [];
  const problems: SaysProblem[] = [];
  const { text } = token;
  const literal = token.range.to - token.range.from === text.length;
  let parts = 0;
  for (let start = 0; start <= text.length;) {
    if (parts++ === MOST_PARTS) {
      const { range } = partOf(token, literal, start, text.length);
      const message = say(
        'Only the first {count} parts of what a claim says are read; the others are compared with nothing. Divide the claim.',
        { count: MOST_PARTS },
      );
      if (range.to > range.from) problems.push({ range, message });
      break;
    }
    const end = partEnd(text, start);
    const found = findOperator(text, start, end);
    const name = partOf(token, literal, start, found ? found.at : end);
    if (found) {
      const value = partOf(token, literal, found.at + found.length, end);
      const problem = nameProblem(name.text) ?? valueProblem(name.text, found.operator, value.text);
      const { range } = partOf(token, literal, start, end);
      if (problem) problems.push({ range, message: problem });
      else {
        const { actor, property } = splitName(name, literal);
        propositions.push({ actor, property, operator: found.operator, value, range });
      }
    } else if (name.text !== '') problems.push({ range: name.range, message: withoutOperator(name.text) });
    start = end + 1;
  }
  return { propositions, problems };
}

/** The problems of a `says`, as `parseSays` reports them. */
export function saysProblems(token: Token): readonly SaysProblem[] {
  return isSound(token.text) ? NOTHING : parseSays(token).problems;
}

/** A quick test that nothing is wrong: most are one plain name, an operator and a value. */
function isSound(text: string): boolean {
  const found = findOperator(text, 0, text.length);
  if (!found || text.includes(';')) return false;
  let to = found.at;
  while (to > 0 && text.charCodeAt(to - 1) === SPACE) to--;
  return isPlainName(text, to) && hasWords(text, found.at + found.length);
}

/** Whether the name that ends at `to` has only letters, digits and hyphens. */
function isPlainName(text: string, to: number): boolean {
  for (let at = 0; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)))
      if (code !== HYPHEN) return false;
  }
  return to > 0;
}

function hasWords(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at < text.length;
}

const SPACE = 32;
const HYPHEN = 45;

/** The end of the part that begins at `start`: the next semicolon. */
function partEnd(text: string, start: number): number {
  const semicolon = text.indexOf(';', start);
  return semicolon < 0 ? text.length : semicolon;
}

/** The text in `[from, to)` of a token, trimmed. */
function partOf({ text, range }: Token, literal: boolean, from: number, to: number): Token {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return {
    text: text.slice(from, to),
    range: literal ? { from: range.from + from, to: range.from + to } : range,
  };
}

const REMEMBERED = 128;
const NOTHING: readonly never[] = [];

/** Parses `says` values, with a cache: several rules ask for those of the same document. */
export class Sayings {
  private readonly known = new Remembered<Token, readonly Proposition[]>(REMEMBERED);

  /** The propositions of a claim. */
  of({ says }: ClaimRecord): readonly Proposition[] {
    if (!says) return NOTHING;
    let propositions = this.known.get(says);
    if (!propositions) this.known.set(says, (propositions = parseSays(says).propositions));
    return propositions;
  }
}

/**
 * What a claim states of whom: each proposition for each actor in `about`, or for the one before its
 * property.
 */
export function statementsOf(
  claim: ClaimRecord,
  propositions: readonly Proposition[] = claim.says ? parseSays(claim.says).propositions : NOTHING,
): Statement[] {
  const statements: Statement[] = [];
  for (const proposition of propositions) {
    const actors = proposition.actor ? [proposition.actor.text] : claim.about;
    for (const actor of actors) {
      if (statements.length === MOST_STATEMENTS) return statements;
      statements.push({ actor, proposition });
    }
  }
  return statements;
}

/** Whether a claim has more statements than are kept. */
export function statesTooMuch(claim: ClaimRecord, propositions: readonly Proposition[]): boolean {
  const general = propositions.filter(({ actor }) => !actor).length;
  return propositions.length - general + general * claim.about.length > MOST_STATEMENTS;
}

interface FoundOperator {
  readonly at: number;
  readonly length: number;
  readonly operator: Operator;
}

/** The first operator in `[from, to)` of the text. */
function findOperator(text: string, from: number, to: number): FoundOperator | null {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((code < 60 || code > 62) && code !== 33 && code !== 0x2260 && code !== 0x2264 && code !== 0x2265)
      continue;
    const { alone, joined } = OPERATORS.get(code)!;
    if (joined && at + 1 < to && text.charCodeAt(at + 1) === EQUALS)
      return { at, length: 2, operator: joined };
    if (alone) return { at, length: 1, operator: alone };
  }
  return null;
}
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

/**
 * Splits `acftu.trusted` at its last point: citekeys and actor ids may contain points, properties may not.
 */
function splitName(name: Token, literal: boolean): { actor: Token | null; property: Token } {
  const point = name.text.lastIndexOf('.');
  if (point <= 0) return { actor: null, property: name };
  const at = name.text.startsWith('@') ? 1 : 0;
  const cut = (from: number, to: number): Token => ({
    text: name.text.slice(from, to),
    range: literal ? { from: name.range.from + from, to: name.range.from + to } : name.range,
  });
  return { actor: cut(at, point), property: cut(point + 1, name.text.length) };
}

function nameProblem(name: string): string | null {
  if (isPlainName(name, name.length)) return null;
  if (name === '')
    return say('A proposition begins with the name of a property: {example}.', { example: EXAMPLE });
  if (/\s/.test(name))
    return say('“{name}” is not the name of a property: names hold no spaces. Join the words with hyphens.', {
      name,
    });
  return onlyActor(name);
}

/** A proposition as it is written. */
const EXAMPLE = 'trusted = no';

/** The problem of a proposition with an actor and no property; null where it has one. */
function onlyActor(name: string): string | null {
  const isCalled = name.startsWith('@');
  const subject = name.replace(/\.+$/, '');
  if (subject === '' || subject === '@')
    return say('A proposition names a property: {example}.', { example: EXAMPLE });
  if (name === subject && (!isCalled || name.includes('.'))) return null;
  return say(
    '“{name}” names {isCalled, select, true {no property} other {an actor and no property}}: write {example}, say.',
    { name, isCalled, example: `${subject}.${EXAMPLE}` },
  );
}

function valueProblem(name: string, operator: Operator, value: string): string | null {
  if (value === '')
    return say('Nothing follows “{beginning}”: a proposition ends with a value.', {
      beginning: `${name} ${operator}`,
    });
  return null;
}

function withoutOperator(text: string): string {
  if (/\s/.test(text))
    return say("“{text}” is not a proposition: write {form}, or put what it says into the claim's words.", {
      text,
      form: 'property = value',
    });
  return (
    onlyActor(text) ??
    say('“{text}” is given no value: write {yes}, or {no}.', {
      text,
      yes: `${text} = yes`,
      no: `${text} = no`,
    })
  );
}
