import { hasPlace, introductionOf, namesOnly } from '../../note-names.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const nameAndPage: WorkForm = {
  name: 'name-and-page',
  languages: ['any'],
  yields: 'works',
  what: 'A family name and a page, for the one work by its bearer that was cited before: *Meyer, 14*',
  read,
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.
2. ⟦name-and-page|Adler, 18, 36–39.⟧
3. They met, 12 of them.
`,
};

const NAME_AND_PAGE =
  /^((?:\p{Lu}[\p{L}\p{M}'’-]+\s?){1,3}(?:\s?(?:and|et|und|y|e|&)\s(?:\p{Lu}[\p{L}\p{M}'’-]+\s?){1,3})?),\s(\S.{0,60}?)[.\s]*$/u;
/** Pages, perhaps after a volume; no year. */
const PAGES =
  /^(?:(?:\d{1,2}|[ivx]+):)?(?!(?:1[4-9]|20)\d\d\b)(?:\d{1,4}|[ivxlc]+)(?:[–-]\d{1,4}|n\d+)?(?:,\s(?!(?:1[4-9]|20)\d\d\b)(?:\d{1,4}|[ivxlc]+)(?:[–-]\d{1,4})?)*$/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0 || year !== null) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const match = words.length - lead > 120 ? null : NAME_AND_PAGE.exec(words.slice(lead));
  if (!match || (!PAGES.test(match[2]!) && !hasPlace(`, ${match[2]!}`))) return null;
  const names = namesOnly(match[1]!);
  if (!names || names.length > 3) return null;
  return {
    range: { from: from + lead, to },
    names,
    title: null,
    year: null,
    container: null,
    brief: 'maybe',
  };
}
