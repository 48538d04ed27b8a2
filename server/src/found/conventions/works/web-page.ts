import { folded } from '../../folding.ts';
import { NOT_A_NAME } from '../../name-words.ts';
import { introductionOf, isPerson } from '../../note-names.ts';
import { proseName } from '../../names.ts';
import { tidyTitle } from '../../note-titles.ts';
import { OBJECT } from '../../prose.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const webPage: WorkForm = {
  name: 'web-page',
  languages: ['any'],
  yields: 'works',
  what: 'A title without marks before a URL: *The Enforcers of the Port, HARBOUR COMMISSION (2013), https://… (last visited May 8, 2024)*',
  read,
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. ⟦web-page|The Enforcers of the Port, HARBOUR COMMISSION (2013), https://port.example/enforcers (last visited May 8, 2024).⟧
2. ⟦web-page|Lena Meyer, Cranes at Rest, THE QUAY, https://quay.example/cranes.⟧
3. More about them at https://port.example/more.
`,
};

const LONGEST = 300;
/** Words that lead to a page, and no title. */
const LEADS =
  /^(?:available|disponible|disponibile|disponível|verfügbar|online|source|url|quelle|fuente|fonte|website|retrieved|accessed|link|more|further|also|http)\b/iu;

/** Words of a sentence about a page. */
const SAID =
  /:\s*<?$|\b(?:website|web\s?site|home\s?page|following|can be|found|available|see|here|internetseite|webseite|sito|sitio|site)\b/iu;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  const at = text.slice(from, to).indexOf(OBJECT);
  if (titles.length > 0 || at < 0 || at > LONGEST) return null;
  const lead = introductionOf(text.slice(from, from + at));
  const words = text.slice(from + lead, from + at);
  if (!/,\s*$|,.*[(<]$|\.\s+$/s.test(words) || SAID.test(words)) return null;
  const pieces = words.split(/,\s+(?=\S)/, 4);
  const person = pieces.length > 2 && isPerson(pieces[0]!) ? pieces[0]! : null;
  const title = tidyTitle(pieces[person === null ? 0 : 1]!.replace(/\s?[(<[:]*\s*$/, ''));
  const first = folded(/^\P{L}*([\p{L}'’]+)/u.exec(title)?.[1] ?? '');
  if (!/^[\p{Lu}\p{Lo}\d]/u.test(title) || LEADS.test(title) || !/\p{L}\s\S/u.test(title)) return null;
  if (NOT_A_NAME.has(first) && !ARTICLES.has(first)) return null;
  return {
    range: { from: from + lead, to },
    names: person === null ? [] : [proseName(person)],
    title,
    year,
    container: null,
  };
}

/** With these titles begin as well as sentences do. */
const ARTICLES: ReadonlySet<string> = new Set('the a an das die der le la les el los il lo i gli'.split(' '));
