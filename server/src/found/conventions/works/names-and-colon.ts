import { hasPlace, introductionOf, namesOnly } from '../../note-names.ts';
import { tidyTitle } from '../../note-titles.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const namesAndColon: WorkForm = {
  name: 'names-and-colon',
  languages: ['de', 'fr', 'zh'],
  yields: 'works',
  what: 'Names, a colon, a title, and what it stands in, its imprint or a page: *Lena Meyer: Hafenkunde, in: Carl Adler (Hg.): Häfen, S. 4*',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. Vgl. ⟦names-and-colon|Lena Meyer/Carl Adler: Einführung in die Hafenkunde, in: dies. (Hg.): Hafenkunde, S. 1–46.⟧
2. ⟦names-and-colon|Adler u. Sorg: Herrenkunde, S. 167.⟧
`,
};

/** The end of an unmarked title: before the collection, the imprint, or the page. */
const TITLE =
  /^["“„»«]?([\p{Lu}\p{Lo}\d].{1,300}?)(?=["”“«»]?(?:[,.]\s(?:in|In|dans)\b:?|,\s(?:hier|zit\.|Bd\.|[Vv]ol\.|hg\.|hrsg\.|Hg\.|Hrsg\.|eds?\.|trans|übers|Diss|\d)|,\s(?:S|pp?|Sp|Bl|f|fol|Nr|no|n)\.\s?\d|[,.]\s\p{Lu}[\p{L}./ -]{1,40}[,:]?\s(?:1[5-9]|20)\d\d|\s[([]|;|[.\s]*$))/u;

/** The imprint in parentheses, which occurs with a comma between names and title. */
const IMPRINT = /^:\s[^()]{2,300}\s\((?:[^()]{0,60}:\s[^()]{2,80}|[^()]{2,60}),\s(?:1[5-9]|20)\d\d\)/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const colon = words.slice(lead, lead + 220).search(/:\s/);
  if (colon < 2 || titles.some((range) => range.from < from + lead + colon)) return null;
  // ‘Lena Meyer, Docks: A History (Bonn: Quay, 2009)’: the colon is part of the title.
  if (IMPRINT.test(words.slice(lead + colon))) return null;
  const names = namesOnly(words.slice(lead, lead + colon));
  if (!names) return null;
  const behind = words.slice(lead + colon + 1).trimStart();
  const own = titles.find(
    (range) => range.from >= from + lead + colon && range.from <= from + lead + colon + 3,
  );
  const title = own?.text ?? TITLE.exec(behind)?.[1];
  if (title === undefined) return null;
  const rest = own ? text.slice(own.to, to) : behind.slice(title.length);
  if (
    !rest.includes(year?.slice(0, 4) ?? '\0') &&
    !hasPlace(rest) &&
    !/^["”“«»]?[,.]\s(?:in|In|dans)\b/.test(rest)
  )
    return null;
  return {
    range: { from: from + lead, to },
    names,
    title: tidyTitle(title),
    year,
    container: null,
    ...(year === null ? { brief: 'maybe' as const } : {}),
  };
}
