/** Generates the list of conventions for found texts. */
import type { Convention } from '../server/src/found/convention.ts';
import type { Language } from '../server/src/found/convention-card.ts';

const MADE = '<!-- Made from the conventions by `npm run generate`; a test tells when it is stale. -->';

/** What each kind yields, in the order of the page. */
const KINDS: Readonly<Record<Convention['yields'], string>> = {
  headings: 'Headings of notes and references',
  markers: 'Markers: the numbers that call notes',
  'lost-markers': 'Markers read only where one is missing',
  'note-numbers': 'Numbers that begin notes',
  'note-lists': 'Lists of notes',
  works: 'Works that notes describe',
  'short-forms': 'Short forms that stand for a work described before',
  'entry-breaks': 'How the entries of a list of references are set apart',
  entries: 'Entries of a list of references',
  citations: 'Citations of its entries',
  'numbered-citations': 'Citations of the entries of a numbered list',
};

const LANGUAGES: Readonly<Record<Language, string>> = {
  any: 'any',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  hu: 'Hungarian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  la: 'Latin',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  zh: 'Chinese',
};

/** The page `docs/conventions.md`. */
export function conventionPage(conventions: readonly Convention[]): string {
  const parts = [
    MADE,
    '# Texts as found',
    'A text that was not written in Pandoc’s notation is read in the conventions of scholarly print. These are known; each has a file of its own in `server/src/found/conventions/`.',
  ];
  for (const [kind, title] of Object.entries(KINDS)) {
    const rows = conventions
      .filter((convention) => convention.yields === kind)
      .map(({ name, what, languages }) => {
        const spoken = languages.map((language) => LANGUAGES[language]).join(', ');
        return `| \`${name}\` | ${what.replaceAll('|', '\\|')} | ${spoken} |`;
      });
    parts.push(`## ${title}`, ['| name | what it reads | languages |', '|---|---|---|', ...rows].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
