import { readFileSync } from 'node:fs';
import { catalogueFile, type Language } from '../words/languages.ts';
import { setLanguage, type Catalogue } from '../words/say.ts';

/** Where catalogues lie, for a program in `dist`. */
function folderOf(program: URL): URL {
  return new URL('../l10n/', program);
}

/** A catalogue of a language, the server's by default, beside `program`; empty for English, and where there is none. */
export function readCatalogue(
  language: Language,
  program: URL,
  part: 'server' | 'bundle.l10n' = 'server',
): Catalogue {
  if (language === 'en') return {};
  try {
    const file = new URL(catalogueFile(part, language), folderOf(program));
    return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  } catch {
    return {};
  }
}

/** What a thread is told when it is started: the language of its messages. */
export interface ThreadData {
  readonly language: Language;
}

/** Sets the language of a thread by what it was told; `program` is its own. */
export function speakAsTold(told: unknown, program: URL): void {
  const language = (told as ThreadData | null)?.language ?? 'en';
  if (language !== 'en') setLanguage(language, readCatalogue(language, program));
}
