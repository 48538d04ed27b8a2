/** Values of propositions by the type of their property, and which exclude each other. */
import { listOf, say } from '../words/say.ts';
import type { PropertyDeclaration } from '../workspace/project.ts';
import { hedgeOf } from './hedges.ts';
import type { Operator, Saying, Span } from './model.ts';
import {
  areComparable,
  quantitiesExclude,
  quantityBy,
  quantityDenied,
  readQuantity,
  type Quantity,
} from './quantity.ts';
import { Remembered } from './remembered.ts';
import { readShare, sharesMeet, SHARE_WORDS, type Share } from './shares.ts';
import { isTime, meet, within, type Times } from './time.ts';

/** A parsed value. */
export type Value =
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'choice'; readonly name: string; readonly denied: boolean }
  | {
      readonly kind: 'quantity';
      readonly quantity: Quantity;
      readonly denied: boolean;
      /** The same as a date, where no declaration says whether `1996` is a number or a date. */
      readonly date: DateValue | null;
    }
  | DateValue
  | { readonly kind: 'share'; readonly share: Share }
  | { readonly kind: 'text' }
  | { readonly kind: 'invalid'; readonly message: string };

interface DateValue {
  readonly kind: 'date';
  readonly span: Span;
  readonly widest: Span;
  readonly uncertain: boolean;
  readonly denied: boolean;
}

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

const REMEMBERED = 4096;

/** Parses values by the declared type of their property, with a cache: many claims state the same. */
export class Values {
  private readonly known = new Remembered<string, Value>(REMEMBERED);
  private properties: ReadonlyMap<string, PropertyDeclaration> = new Map();

  constructor(private readonly times: Times) {}

  /** Sets the declared properties. */
  declare(properties: ReadonlyMap<string, PropertyDeclaration>): void {
    this.properties = properties;
    this.known.clear();
  }

  /** The declaration of a property; null where there is none. */
  declarationOf(property: string): PropertyDeclaration | null {
    return this.properties.get(property) ?? null;
  }

  /** The value of a proposition. */
  of(proposition: Saying): Value {
    const { property, operator, value } = proposition;
    const name = `${property.text} ${operator} ${value.text}`;
    let known = this.known.get(name);
    if (!known) {
      known = readValue(proposition, this.declarationOf(property.text), this.times);
      this.known.set(name, known);
    }
    return known;
  }

  /** The unit of a proposition, where the vocabulary cannot compare it with the declared one; else null. */
  strangeUnitOf(proposition: Saying): StrangeUnit | null {
    const declared = this.declarationOf(proposition.property.text)?.unit ?? null;
    if (declared === null) return null;
    const value = this.of(proposition);
    const written = value.kind === 'quantity' ? value.quantity.unit : null;
    return written === null || areComparable(written, declared) ? null : { written, declared };
  }
}

/** A unit as written, with which the declared one cannot be compared. */
export interface StrangeUnit {
  readonly written: string;
  readonly declared: string;
}

/**
 * Parses a value by its property's declaration. Where that is null the shape decides: yes and no, numbers,
 * dates, single words (any number of which may hold at once), else text.
 */
export function readValue(proposition: Saying, declaration: PropertyDeclaration | null, times: Times): Value {
  const { operator } = proposition;
  const text = unquoted(proposition.value.text);
  if (!declaration) return byShape(operator, text, times);
  switch (declaration.type) {
    case 'boolean':
      if (declaration.share) return readPart(operator, text, declaration.name);
      return (
        readTruth(operator, text) ??
        invalid(
          say('{property} is either {yes} or {no}, not “{value}”.', {
            property: declaration.name,
            yes: 'yes',
            no: 'no',
            value: shown(operator, text),
          }),
        )
      );
    case 'choice':
      return readChoice(operator, text, declaration);
    case 'quantity':
      return readAmount(operator, text) ?? invalid(notAQuantity(declaration.name, operator, text));
    case 'date':
      return readDate(operator, text, times);
    case 'text':
      return { kind: 'text' };
  }
}

function byShape(operator: Operator, text: string, times: Times): Value {
  const truth = readTruth(operator, text);
  if (truth) return truth;
  const date = isDateShaped(text) ? readDate(operator, text, times) : null;
  const amount = readAmount(operator, text);
  if (amount?.kind === 'quantity' && amount.quantity.unit === null)
    return { ...amount, date: date?.kind === 'date' ? date : null };
  if (date?.kind === 'date') return date;
  if (amount && /^[~≈+\-−]?\d|^\D{1,4}\d/.test(hedgeOf(text).rest)) return amount;
  if (/^\S+$/.test(text) && (operator === '=' || operator === '!='))
    return { kind: 'choice', name: text, denied: operator === '!=' };
  return { kind: 'text' };
}

/** Four digits, and any EDTF suffix. */
function isDateShaped(text: string): boolean {
  return /^(?:\.\.\/)?\d{2}[\dX]{2}(?:$|[-/~?%])/.test(text);
}

function readTruth(operator: Operator, text: string): Value | null {
  const truth = TRUTH.get(text.toLowerCase());
  if (truth === undefined || (operator !== '=' && operator !== '!=')) return null;
  return { kind: 'truth', truth: operator === '=' ? truth : !truth };
}

function readChoice(operator: Operator, text: string, declaration: PropertyDeclaration): Value {
  if (operator !== '=' && operator !== '!=')
    return invalid(
      say('{property} is a choice: it is {is} or {isNot} one of {values}.', {
        property: declaration.name,
        is: '=',
        isNot: '!=',
        values: listOf(declaration.of, 'or'),
      }),
    );
  if (!declaration.of.includes(text))
    return invalid(
      say('“{value}” is not among the values of {property}: {values}.', {
        value: text,
        property: declaration.name,
        values: listOf(declaration.of, 'or'),
      }),
    );
  return { kind: 'choice', name: text, denied: operator === '!=' };
}

function readAmount(operator: Operator, text: string): Value | null {
  const read = readQuantity(text);
  if (!read) return null;
  const quantity = quantityBy(operator, read, text);
  return quantity && { kind: 'quantity', quantity, denied: operator === '!=', date: null };
}

function readPart(operator: Operator, text: string, name: string): Value {
  const share = readShare(operator, text);
  return share
    ? { kind: 'share', share }
    : invalid(
        say('{property} is a share: {words}, or per cent, as in {example}; not “{value}”.', {
          property: name,
          words: listOf(SHARE_WORDS, 'or'),
          example: '60%',
          value: shown(operator, text),
        }),
      );
}

function readDate(operator: Operator, text: string, times: Times): Value {
  const time = times.read(text);
  if (!isTime(time)) return invalid(time.message);
  const { uncertain } = time;
  const span = bounds(operator, time.span, time.span);
  const widest = bounds(operator, time.widest, time.span);
  if (!(widest.from < Infinity) || !(widest.to > -Infinity))
    return invalid(
      operator === '>'
        ? say('Nothing lies after “{date}”, which has no end: compare with a date, or write {form}.', {
            date: text,
            form: `= ${text}`,
          })
        : say('Nothing lies before “{date}”, which has no beginning: compare with a date, or write {form}.', {
            date: text,
            form: `= ${text}`,
          }),
    );
  if (operator !== '=' && operator !== '!=' && widest.from === -Infinity && widest.to === Infinity)
    return invalid(
      say('“{comparison}” is true of any date: compare with a date, or write {form}.', {
        comparison: `${operator} ${text}`,
        form: `= ${text}`,
      }),
    );
  return { kind: 'date', span, widest, uncertain, denied: operator === '!=' };
}

/** The dates that stand to a span as the operator says. `exact` is the span without what it may mean besides. */
function bounds(operator: Operator, span: Span, exact: Span): Span {
  // An open end is not widened.
  const [before, after] = [
    Number.isFinite(exact.from) ? exact.from - span.from : 0,
    Number.isFinite(exact.to) ? span.to - exact.to : 0,
  ];
  switch (operator) {
    case '>':
      return { from: exact.to + 1 - before, to: Infinity };
    case '>=':
      return { from: span.from, to: Infinity };
    case '<':
      return { from: -Infinity, to: exact.from - 1 + after };
    case '<=':
      return { from: -Infinity, to: span.to };
    case '=':
    case '!=':
      return span;
  }
}

/**
 * Whether the two values, of one actor at one time and place, exclude each other; and whether a date among
 * them is uncertain. Symmetric. Incomparable values never exclude each other.
 */
export function excludes(
  a: Value,
  b: Value,
  declaration: PropertyDeclaration | null,
): { readonly uncertain: boolean } | null {
  if (a.kind !== b.kind) {
    if (a.kind === 'quantity' && a.date) return excludes(a.date, b, declaration);
    if (b.kind === 'quantity' && b.date) return excludes(a, b.date, declaration);
    return null;
  }
  return bothOfOneKind(a, b, declaration) ? { uncertain: isUncertain(a) || isUncertain(b) } : null;
}

function isUncertain(value: Value): boolean {
  return value.kind === 'date' && value.uncertain;
}

function bothOfOneKind(a: Value, b: Value, declaration: PropertyDeclaration | null): boolean {
  if (a.kind === 'truth' && b.kind === 'truth') return a.truth !== b.truth;
  if (a.kind === 'choice' && b.kind === 'choice') return choicesExclude(a, b, declaration);
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    const unit = declaration?.unit ?? null;
    if (a.denied && b.denied) return false;
    if (a.denied) return quantityDenied(b.quantity, a.quantity, unit);
    if (b.denied) return quantityDenied(a.quantity, b.quantity, unit);
    return quantitiesExclude(a.quantity, b.quantity, declaration?.tolerance ?? 0, unit);
  }
  if (a.kind === 'date' && b.kind === 'date') {
    if (a.denied && b.denied) return false;
    if (a.denied) return isDenied(b, a);
    if (b.denied) return isDenied(a, b);
    return !meet(a.widest, b.widest);
  }
  return a.kind === 'share' && b.kind === 'share' && !sharesMeet(a.share, b.share);
}

/** Whether a date is among those that a `!=` denies: a season is denied by itself, and by its year. */
function isDenied(stated: DateValue, denied: DateValue): boolean {
  return within(stated.span, denied.span) && within(stated.widest, denied.widest);
}

type ChoiceValue = Extract<Value, { kind: 'choice' }>;

/** In an open set (no declaration), or with `many`, two values may both hold unless they are opposites. */
function choicesExclude(a: ChoiceValue, b: ChoiceValue, declaration: PropertyDeclaration | null): boolean {
  if (a.denied !== b.denied) return a.name === b.name;
  if (!declaration) return false;
  if (declaration.many) return !a.denied && areContrary(a.name, b.name, declaration);
  if (!a.denied) return a.name !== b.name;
  // Two negations exclude each other only where the closed set has no third value.
  return a.name !== b.name && declaration.of.every((name) => name === a.name || name === b.name);
}

/** The pairs of a declaration by either value, indexed once: a vocabulary may declare thousands. */
const indexed = new WeakMap<PropertyDeclaration['contrary'], ReadonlyMap<string, ReadonlySet<string>>>();

function areContrary(a: string, b: string, { contrary }: PropertyDeclaration): boolean {
  let opposites = indexed.get(contrary);
  if (!opposites) {
    const made = new Map<string, Set<string>>();
    const add = (one: string, other: string) => {
      const known = made.get(one);
      if (known) known.add(other);
      else made.set(one, new Set([other]));
    };
    for (const [one, other] of contrary) {
      add(one, other);
      add(other, one);
    }
    indexed.set(contrary, (opposites = made));
  }
  return opposites.get(a)?.has(b) ?? false;
}

function unquoted(text: string): string {
  const [first, last] = [text[0], text.at(-1)];
  const paired = (first === '“' && last === '”') || (first === last && (first === '"' || first === "'"));
  return text.length > 1 && paired ? text.slice(1, -1).trim() : text;
}

function invalid(message: string): Value {
  return { kind: 'invalid', message };
}

function shown(operator: Operator, text: string): string {
  return operator === '=' ? text : `${operator} ${text}`;
}

function notAQuantity(name: string, operator: Operator, text: string): string {
  const range = /^(\d[\d,.]*)\s*[–—-]\s*(\d[\d,.]*)$/.exec(text);
  if (range)
    return say('“{text}” is not a number: a range is written {range}.', {
      text,
      range: `${range[1]}..${range[2]}`,
    });
  if (operator !== '=' && operator !== '!=' && text.includes('..'))
    return say('“{comparison}” compares with a range: write {form}, or compare with one number.', {
      comparison: `${operator} ${text}`,
      form: `${name} = ${text}`,
    });
  return say(
    '{property} is a quantity, and “{text}” is not one: write a number, a range such as {range}, or {about}.',
    { property: name, text, range: '80..90', about: '~100' },
  );
}
