import type { BibtexFields } from './bibtex-fields.ts';
import { OTHERS, parseName, splitNames } from './bibtex-names.ts';
import { latexToText } from './latex-text.ts';
import type { EntrySketch } from './model.ts';
import { spokenName } from './spoken-name.ts';

/** Names, year, title and pages of an entry, without full decoding: microseconds. */
export function sketchBibtex(fields: BibtexFields): EntrySketch {
  const title = fields.get('title');
  const pages = fields.get('pages');
  return {
    ...sketchNames(fields),
    year: sketchYear(fields.get('date') ?? '') ?? sketchYear(fields.get('year') ?? ''),
    title: title === undefined ? null : latexToText(title) || null,
    pages: pages?.trim() || null,
  };
}

/** The year in a date of any form, with the letter that distinguishes works of one year; null where there is none. */
export function sketchYear(date: string): string | null {
  const found = /(?<!\d)(\d{4})([a-z](?![a-z]))?(?!\d)/.exec(date);
  return found ? found[1]! + (found[2] ?? '') : null;
}

function sketchNames(fields: BibtexFields): Pick<EntrySketch, 'names' | 'spoken'> {
  for (const role of ['author', 'editor', 'translator', 'organization', 'institution']) {
    const list = fields.get(role);
    if (list === undefined) continue;
    const spoken: string[] = [];
    const names = splitNames(list).map((name) => {
      const parts = parseName(name);
      if (parts === OTHERS) return '';
      const { literal, particle, family, given } = parts;
      const whole = spokenName(family, given);
      if (whole !== null) spoken.push(whole);
      return literal ?? (particle ? `${particle} ${family ?? ''}`.trim() : (family ?? ''));
    });
    const known = names.filter((name) => name !== '');
    if (known.length > 0) return spoken.length > 0 ? { names: known, spoken } : { names: known };
  }
  return { names: [] };
}
