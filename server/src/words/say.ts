/**
 * Messages in the reader's language. The code holds them in English; catalogues translate whole messages, never
 * fragments, so that grammar can follow. A message with values is in ICU's MessageFormat (plurals, selections).
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';

/** Translations by English message. */
export type Catalogue = Readonly<Record<string, string>>;

/** What is filled in. Text is taken as it is: braces in it mean nothing. */
export type Values = Readonly<Record<string, string | number | boolean>>;

interface Format {
  /** What the library makes of it. Made when it is needed: it asks the system for its locales, which takes long at first. */
  readonly icu: () => IntlMessageFormat;
  /** Its parts, where it has no plural, number or date; else null. */
  readonly plain: readonly Part[] | null;
}

/** Words, the name of a value, or the parts for each value that something may have. */
type Part = string | { readonly name: string; readonly options?: ReadonlyMap<string, readonly Part[]> };

let current: Language = 'en';
let catalogue: Catalogue = {};
/** By message; there are as many as the code has. */
const formats = new Map<string, Format>();
const lists = new Map<'conjunction' | 'disjunction', Intl.ListFormat>();

/**
 * Sets the language of this thread's messages. What the catalogue does not have is said in English. Call it before
 * the first message: messages that are already made stay as they are.
 */
export function setLanguage(language: Language, translations: Catalogue): void {
  current = language;
  catalogue = translations;
  formats.clear();
  lists.clear();
}

/** The language that messages are in. */
export function language(): Language {
  return current;
}

/**
 * A message in the reader's language. `message` is a literal: `npm run messages` collects them from the code. Without
 * `values` it is taken as it is; with them it is ICU MessageFormat (`{count, plural, one {# note} other {# notes}}`,
 * `{kind, select, a {…} other {…}}`, `'{'` for a brace). A faulty translation gives the English.
 */
export function say(message: string, values?: Values): string {
  const translation = Object.hasOwn(catalogue, message) ? catalogue[message]! : message;
  if (values === undefined) return translation;
  try {
    const { icu, plain } = formatOf(message, translation);
    return (plain && filledIn(plain, values)) ?? (icu().format(values) as string);
  } catch (fault) {
    if (translation === message) throw fault;
    return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format(values) as string;
  }
}

/** Marks a message that is said later, by `say`: of a table that is made before the language is known. */
export function deferred<Message extends string>(message: Message): Message {
  return message;
}

/** A list within a sentence: `a, b and c`, or with `or`. */
export function listOf(items: readonly string[], how: 'and' | 'or' = 'and'): string {
  const type = how === 'and' ? 'conjunction' : 'disjunction';
  if (items.length < 2) return items[0] ?? '';
  let format = lists.get(type);
  if (!format) lists.set(type, (format = new Intl.ListFormat(localeOf(current), { type })));
  return format.format(items);
}

/** Items one after another, without a word before the last: `a, b, c`. */
export function enumerated(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((one, other) => say('{one}, {other}', { one, other }));
}

function formatOf(message: string, translation: string): Format {
  let format = formats.get(message);
  if (!format) {
    const elements = IntlMessageFormat.__parse!(translation, { ignoreTag: true });
    let made: IntlMessageFormat | undefined;
    const icu = () => (made ??= new IntlMessageFormat(elements, localeOf(current)));
    formats.set(message, (format = { icu, plain: plainOf(elements) }));
  }
  return format;
}

/** The kinds of elements of ICU's messages that need no library to be filled in. */
const LITERAL = 0;
const ARGUMENT = 1;
const SELECT = 5;

/** An element as the library's parser gives it. */
interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

function plainOf(elements: readonly Element[]): Part[] | null {
  const parts: Part[] = [];
  for (const { type, value, options } of elements) {
    if (type === LITERAL) parts.push(value as string);
    else if (type === ARGUMENT) parts.push({ name: value as string });
    else if (type === SELECT && options) {
      const plain = new Map<string, readonly Part[]>();
      for (const [of, option] of Object.entries(options)) {
        const its = plainOf(option.value);
        if (its === null) return null;
        plain.set(of, its);
      }
      parts.push({ name: value as string, options: plain });
    } else return null;
  }
  return parts;
}

/** Findings are made of many small sentences at each letter: the library takes ten times as long. Null where it is needed. */
function filledIn(parts: readonly Part[], values: Values): string | null {
  let said = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      said += part;
      continue;
    }
    const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    if (part.options) {
      const chosen = value === undefined ? undefined : (part.options.get(String(value)) ?? part.options.get('other')); // prettier-ignore
      const filled = chosen && filledIn(chosen, values);
      if (filled === undefined || filled === null) return null;
      said += filled;
    } else if (typeof value === 'string' || typeof value === 'number') said += value;
    else return null;
  }
  return said;
}

/** The British list has no comma before its last item. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
