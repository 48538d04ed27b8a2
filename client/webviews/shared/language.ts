/**
 * Sets the language of a page by what the extension wrote into it. Pages import this first: they make their elements
 * when they are loaded.
 */
import { languageOf } from '../../../server/src/words/languages.ts';
import { setLanguage, type Catalogue } from '../../../server/src/words/say.ts';

const translations = document.getElementById('translations')?.textContent;
setLanguage(languageOf(document.documentElement.lang), JSON.parse(translations || '{}') as Catalogue);
