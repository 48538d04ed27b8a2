import { MONTHS, SAYING } from '../../name-words.ts';
import { foldedWords } from '../../folding.ts';
import { hasPlace, introductionOf, namesOnly } from '../../note-names.ts';
import { tidyTitle } from '../../note-titles.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const shortNote: WorkForm = {
  name: 'short-note',
  languages: ['any'],
  yields: 'works',
  what: 'A family name, a few words of a title and a page: *Meyer, Dockers, p. 4*',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. See also ⟦short-note|Meyer, Dockers at Sea, pp. xxvi–xxvii.⟧
2. They met, and that was all.
`,
};

const SHORT =
  /^([^,;:.()\d]{2,60}|(?:\p{Lu}\.[ -]?){1,3}\s?[^,;:.()\d]{2,40}),\s+["“‘]?((?:\p{Lu}|(?:l[ea]s?|une?|des|du)\s(?=\p{Lu}|\p{Ll}+\s\p{Lu})|l[’']\s?(?=\p{Lu}))[^,;()”"]{1,90}?)["”’]?(?:,\s*(.{1,60})|\s+((?:at\s)?(?!(?:1[5-9]|20)\d\d\b)\d.{0,40}))?[.\s]*$/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const match = words.length - lead > 220 ? null : SHORT.exec(words.slice(lead));
  const names = match && namesOnly(match[1]!);
  if (!names || names.length > 3) return null;
  const [, , title, behind, page] = match;
  const rest = behind ?? page;
  // ‘Sorg, Les quais en 1789, 47’: the year is part of the title.
  const isOfTitle = rest !== undefined && /\s(?:1[5-9]|20)\d\d$/.test(title!);
  if (year !== null && !(isOfTitle && title!.endsWith(year))) return null;
  if (/\d/.test(isOfTitle ? title!.slice(0, -4) : title!)) return null;
  const said = foldedWords(title!);
  if (said.some((word) => MONTHS.has(word) || SAYING.has(word)) || /\.\s\p{Ll}/u.test(title!)) return null;
  if (rest !== undefined && !hasPlace(`, ${rest}`)) return null;
  return {
    range: { from: from + lead, to },
    names,
    title: tidyTitle(title!),
    year: null,
    container: null,
    brief: rest === undefined ? 'known' : 'maybe',
  };
}
