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

let current: Language = 'en';
let catalogue: Catalogue = {};
/** By message; there are as many as the code has. */
const formats = new Map<string, IntlMessageFormat>();
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
    return formatOf(message, translation).format(values) as string;
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
  let format = lists.get(type);
  if (!format) lists.set(type, (format = new Intl.ListFormat(localeOf(current), { type })));
  return format.format(items);
}

/** Items one after another, without a word before the last: `a, b, c`. */
export function enumerated(items: readonly string[]): string {
  return items.length === 0 ? '' : items.reduce((one, other) => say('{one}, {other}', { one, other }));
}

function formatOf(message: string, translation: string): IntlMessageFormat {
  let format = formats.get(message);
  if (!format) {
    format = new IntlMessageFormat(translation, localeOf(current), undefined, { ignoreTag: true });
    formats.set(message, format);
  }
  return format;
}

/** The British list has no comma before its last item. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
