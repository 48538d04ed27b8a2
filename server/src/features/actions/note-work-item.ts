/** A work described in a note as an item of a bibliography: as far as it was understood. */
import type { CslItem, CslName } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import type { FoundName, NoteWork, WorkKind } from '../../found/model.ts';
import { SURNAMES_FIRST } from '../../found/name-words.ts';

const TYPES: Readonly<Record<WorkKind, string>> = {
  case: 'legal_case',
  statute: 'legislation',
  archive: 'manuscript',
  unpublished: 'personal_communication',
  news: 'article-newspaper',
};

/** `(Hamburg: Harbour Press, 2009)`, `Paris : Dunod, 2009`. */
const PLACE_AND_PUBLISHER =
  /(?:[(,.]\s?)(\p{Lu}[\p{L}\p{M} .-]{1,40}?)\s?:\s(\p{Lu}[^:,;()]{1,60}),?\s(?:1[5-9]|20)\d\d/u;
/** `(Hamburg, 2009)`, `, Leipzig 1902`. */
const PLACE = /[(,]\s?(\p{Lu}[\p{L}\p{M}-]{2,24}(?:\s\p{Lu}[\p{L}\p{M}-]{2,20})?),?\s(?:1[5-9]|20)\d\d/u;
const PAGES = /(?:pp\.|S\.|pp\.?|pages?)\s?(\d{1,5}\s?[–-]\s?\d{1,5})/u;

/** The item of a work, under a key. */
export function itemOfNoteWork(work: NoteWork, key: string): CslItem {
  const { names, title, year, kind, description, container } = work;
  const words = description.replace(/\s+/g, ' ');
  const behind = title === null ? words : words.slice(words.indexOf(title) + title.length);
  const isQuoted = title !== null && /["“«„‘»「]\s?$/.test(words.slice(0, Math.max(0, words.indexOf(title))));
  const within =
    container?.title ??
    (isQuoted || /^["”“«»’]?[,.]\s(?:in|In|dans)\b/.test(behind) ? containerIn(behind) : null);
  const type = kind
    ? TYPES[kind]
    : container || /^["”“«»’]?[,.]\s(?:in|In|dans)\b/.test(behind)
      ? 'chapter'
      : isQuoted
        ? 'article-journal'
        : 'book';
  const imprint = PLACE_AND_PUBLISHER.exec(behind);
  const place = imprint?.[1] ?? (type === 'book' || type === 'chapter' ? PLACE.exec(behind)?.[1] : undefined);
  const pages = type === 'book' ? undefined : PAGES.exec(behind)?.[1];
  const editors = container?.names ?? [];
  return {
    id: key,
    type,
    ...(names.length > 0 ? { author: names.map(cslName) } : {}),
    ...(editors.length > 0 ? { editor: editors.map(cslName) } : {}),
    ...(title === null ? {} : { title }),
    ...(within ? { 'container-title': within } : {}),
    ...(year === null ? {} : { issued: { 'date-parts': [[Number(year.slice(0, 4))]] } }),
    ...(place ? { 'publisher-place': place } : {}),
    ...(imprint ? { publisher: imprint[2]!.trim() } : {}),
    ...(pages ? { page: pages.replace(/\s/g, '') } : {}),
  };
}

/** `…’, Quarterly of Ports, 4, 2 (2014)` → `Quarterly of Ports`. */
function containerIn(behind: string): string | null {
  const match =
    /^["”“«»’]?\s?[,.]?\s(?:(?:in|In|dans):?\s)?(?:[^,;()\d]{2,60}\((?:eds?|Hg|Hrsg|dir|a cura di)s?\.?\)[,:]\s)?["“«„]?(\p{Lu}[^,;()\d”"»]{2,100})/u.exec(
      behind,
    );
  return match ? match[1]!.trim() : null;
}

/** A name as CSL has it: its words apart where the order of names is known. */
export function cslName({ family, given, isBody }: FoundName): CslName {
  if (isBody) return { literal: family };
  if (given !== null) return { family, given };
  const words = family.split(' ');
  if (words.length === 1) return /^\p{Script=Han}/u.test(family) ? { literal: family } : { family };
  const isChinese =
    words.length <= 3 && SURNAMES_FIRST.has(folded(words[0]!)) && !SURNAMES_FIRST.has(folded(words.at(-1)!));
  if (isChinese) return { family: words[0]!, given: words.slice(1).join(' ') };
  // Particles go with the family name.
  let at = words.length - 1;
  while (at > 1 && /^\p{Ll}/u.test(words[at - 1]!)) at--;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
