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
  readonly icu: IntlMessageFormat;
  /** Its words and the names of its values in turn, where it has no plural, selection or number; else null. */
  readonly plain: readonly string[] | null;
}

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
    return (plain && filledIn(plain, values)) ?? (icu.format(values) as string);
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
    const icu = new IntlMessageFormat(translation, localeOf(current), undefined, { ignoreTag: true });
    formats.set(message, (format = { icu, plain: plainOf(icu) }));
  }
  return format;
}

/** The kinds of elements of ICU's messages that need no library to be filled in. */
const LITERAL = 0;
const ARGUMENT = 1;

function plainOf(icu: IntlMessageFormat): string[] | null {
  const plain = [''];
  for (const element of icu.getAst() as readonly { readonly type: number; readonly value?: unknown }[]) {
    if (element.type !== LITERAL && element.type !== ARGUMENT) return null;
    const words = element.value as string;
    if (element.type === ARGUMENT) plain.push(words, '');
    else plain[plain.length - 1] += words;
  }
  return plain;
}

/** Findings are made of many small sentences at each letter: the library takes ten times as long. Null where it is needed. */
function filledIn(plain: readonly string[], values: Values): string | null {
  let said = plain[0]!;
  for (let i = 1; i < plain.length; i += 2) {
    const value = Object.hasOwn(values, plain[i]!) ? values[plain[i]!] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    said += value + plain[i + 1]!;
  }
  return said;
}

/** The British list has no comma before its last item. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
