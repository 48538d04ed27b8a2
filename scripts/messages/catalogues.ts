// The catalogues of translations, and what is wrong with them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { catalogueFile, type CataloguePart, type Language } from '../../server/src/words/languages.ts';
import type { Catalogue } from '../../server/src/words/say.ts';
import type { Collection } from './collect.ts';

const folder = fileURLToPath(new URL('../../l10n', import.meta.url));

export type TranslatedLanguage = Exclude<Language, 'en'>;

export const parts: readonly CataloguePart[] = ['server', 'bundle.l10n', 'package'];

/** Where a catalogue lies. */
export function cataloguePath(part: CataloguePart, language: TranslatedLanguage): string {
  return path.join(folder, catalogueFile(part, language));
}

/** A catalogue; empty where there is none yet. */
export function catalogueOf(part: CataloguePart, language: TranslatedLanguage): Catalogue {
  const file = cataloguePath(part, language);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Catalogue) : {};
}

/** Messages that may be the same in other languages: names, signs, and words that languages share. */
export function sameWords(): ReadonlySet<string> {
  return new Set(JSON.parse(readFileSync(new URL('same.json', import.meta.url), 'utf8')) as string[]);
}

/** What is wrong with the catalogues of a language, a sentence each. */
export function catalogueFaults(language: TranslatedLanguage, { messages }: Collection): string[] {
  const same = sameWords();
  return parts.flatMap((part) => {
    const catalogue = catalogueOf(part, language);
    const known = messages.get(part)!;
    const wanted = new Set(known.map(({ message }) => message));
    const stale = Object.keys(catalogue)
      .filter((message) => !wanted.has(message))
      .map((message) => `stale: “${message}”`);
    const faults = known.flatMap(({ message, isFormat }) => {
      if (!Object.hasOwn(catalogue, message)) return [`missing: “${message}”`];
      const translation = catalogue[message]!;
      if (translation.trim() === '') return [`empty: “${message}”`];
      if (translation === message && hasWords(message) && !same.has(message))
        return [`as in English: “${message}”`];
      if (isFormat === false) return [];
      return formFaults(message, translation, language, isFormat === true);
    });
    return [...stale, ...faults];
  });
}

/**
 * Whether a translation has the values of its message, and is MessageFormat at all. What only selects a form in
 * English (a plural of verbs) may be missing where another grammar does not need it.
 */
function formFaults(message: string, translation: string, language: string, isFormat: boolean): string[] {
  let wanted: MessageValues;
  try {
    wanted = valuesOf(message);
  } catch (fault) {
    return isFormat ? [`no MessageFormat: “${message}”: ${String(fault)}`] : [];
  }
  try {
    const given = valuesOf(translation);
    const differ = [
      ...[...wanted.printed].filter((name) => !given.printed.has(name)),
      ...[...given.printed, ...given.selecting].filter(
        (name) => !wanted.printed.has(name) && !wanted.selecting.has(name),
      ),
    ];
    return differ.length > 0 ? [`other values (${differ.join(', ')}): “${message}”: “${translation}”`] : [];
  } catch (fault) {
    return [`no MessageFormat in ${language}: “${translation}”: ${String(fault)}`];
  }
}

/** The names of the values of a message: those that it prints, and those by which it chooses its form. */
interface MessageValues {
  readonly printed: ReadonlySet<string>;
  readonly selecting: ReadonlySet<string>;
}

/** The values of a message. Throws where it is no MessageFormat. */
export function valuesOf(message: string): MessageValues {
  const printed = new Set<string>();
  const selecting = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[], counted: string | null): void => {
    for (const element of elements) {
      if (element.type === TYPE.pound && counted !== null) printed.add(counted);
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        visit(element.children, counted);
        continue;
      }
      const chooses = element.type === TYPE.select || element.type === TYPE.plural;
      (chooses ? selecting : printed).add(element.value);
      if (chooses)
        for (const { value } of Object.values(element.options))
          visit(value, element.type === TYPE.plural ? element.value : counted);
    }
  };
  visit(parse(message, { ignoreTag: true }), null);
  return { printed, selecting };
}

/** Whether a message has words, its values apart. */
function hasWords(message: string): boolean {
  return /\p{L}{2}/u.test(message.replace(/\{\w+\}/g, ''));
}
