/** The languages in which our messages are there. */

/** A language as its catalogue is called. */
export type Language = 'en' | 'de' | 'es' | 'fr' | 'zh-cn';

/** English is what the code says; the others have a catalogue. */
export const translated: readonly Exclude<Language, 'en'>[] = ['de', 'es', 'fr', 'zh-cn'];

/** All languages. */
export const languages: readonly Language[] = ['en', ...translated];

/**
 * The parts that have catalogues: what the server and the command line say, what the extension and its views say, and
 * what package.json says, from which its translations are generated.
 */
export type CataloguePart = 'server' | 'bundle.l10n' | 'package';

/** The file of a catalogue within the folder of all. */
export function catalogueFile(part: CataloguePart, language: Exclude<Language, 'en'>): string {
  return `${part}.${language}.json`;
}

/**
 * The language for a tag as editors (`zh-cn`, `pt-BR`; BCP 47) and systems (`de_AT.UTF-8`, POSIX) give it. English
 * for one that we do not have, and for Chinese in traditional characters.
 */
export function languageOf(tag: string | null | undefined): Language {
  const parts = (tag ?? '')
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .split(/[-_]/);
  const [language] = parts;
  if (language === 'zh')
    return parts.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'en' : 'zh-cn';
  return translated.find((each) => each === language) ?? 'en';
}
