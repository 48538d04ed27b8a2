/** Reading `says`: `property op value`, separated by `;`, an actor in front where it is not `about`'s. */
import type { Token } from '../facts/model.ts';
import type { ClaimRecord, Operator, Proposition, SaysProblem, Statement } from './model.ts';
import { Remembered } from './remembered.ts';

/** By the character code of a sign: what it means by itself and before an equals sign. The mathematicians' signs mean the same. */
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

/** So many parts of one `says` are read; more are told. */
export const MOST_PARTS = 500;
/** So many things are stated by one claim, of however many actors; more are told. */
export const MOST_STATEMENTS = 5000;

/**
 * Reads the value of a `says` attribute. Ranges are offsets into the document, as the token's own; where the
 * token's text is not the document's letter by letter (an entity in it, say) they all are the token's range.
 * What cannot be read is a problem, the rest is read all the same.
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
      const message = `Only the first ${MOST_PARTS} parts of what a claim says are read; the others are compared with nothing. Divide the claim.`;
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

/** The problems of a `says` alone, as `parseSays` tells of them. */
export function saysProblems(token: Token): readonly SaysProblem[] {
  return isSound(token.text) ? NOTHING : parseSays(token).problems;
}

/** Whether nothing is wrong with a `says` at first sight: most are one plain name, an operator and a value. */
function isSound(text: string): boolean {
  const found = findOperator(text, 0, text.length);
  if (!found || text.includes(';')) return false;
  let to = found.at;
  while (to > 0 && text.charCodeAt(to - 1) === SPACE) to--;
  return isPlainName(text, to) && hasWords(text, found.at + found.length);
}

/** Whether the name in front of `to` is one of letters, digits and hyphens alone. */
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

/** Where the part of a `says` that begins at `start` ends: at the next semicolon. */
function partEnd(text: string, start: number): number {
  const semicolon = text.indexOf(';', start);
  return semicolon < 0 ? text.length : semicolon;
}

/** What stands in `[from, to)` of a token's text, without the white space around it. */
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

/** Reads what claims say and remembers it for a while: rule after rule asks for those of the same document. */
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

/** What a claim states of whom: each proposition of each actor that it is about, or of the one in front. */
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

/** Whether a claim states more than is read. */
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

/** Splits `acftu.trusted` at its last point: citekeys and actor ids may hold points, properties do not. */
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
  if (name === '') return 'A proposition begins with the name of a property: trusted = no.';
  if (/\s/.test(name))
    return `“${name}” is not the name of a property: names hold no spaces. Join the words with hyphens.`;
  if (name.endsWith('.') || name === '@')
    return `“${name}” names an actor and no property: write ${name}trusted = no, say.`;
  if (name.startsWith('@') && !name.includes('.'))
    return `“${name}” names an actor and no property: write ${name}.trusted = no, say.`;
  return null;
}

function valueProblem(name: string, operator: Operator, value: string): string | null {
  if (value === '') return `Nothing follows “${name} ${operator}”: a proposition ends with a value.`;
  return null;
}

function withoutOperator(text: string): string {
  return /\s/.test(text)
    ? `“${text}” is not a proposition: write property = value, or put what it says into the claim's words.`
    : `“${text}” is given no value: write ${text} = yes, or ${text} = no.`;
}
