import { collectionIn } from '../../note-collections.ts';
import { introductionOf, namesOf, namesOnly, withoutIntroduction } from '../../note-names.ts';
import type { NotePart, ReadWork, TitleRange, WorkForm } from '../../work-form.ts';
import type { FoundName } from '../../model.ts';
import type { TextRange } from '../../../text/range.ts';

export const titledWork: WorkForm = {
  name: 'titled-work',
  languages: ['any'],
  yields: 'works',
  what: 'A title in quotation marks or italics, with names in front and an imprint after it',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. See ⟦titled-work|Lena Meyer, “Dockers”, in Carl Adler (ed.), *Quays*, 2009, p. 4.⟧
2. ⟦titled-work|Anna Lim and Bernd Sorg, *Cranes*, Bremen, 2014⟧; *⟦titled-work|Ropes*, Kiel, 2015.⟧
`,
};

/** ‘the share that the towns took is told by M. Meyer, ’: words of a sentence before a name. */
const TOLD_BY =
  /^.{24,}\s(?:by|von|par|da|por)\s(?:M\.\s)?(?=(?:\p{Lu}\.\s?){0,3}\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)?,?\s*$)/su;

/** The maximum number of words of a title. */
const MOST_WORDS = 40;

const BEFORE_EDITORS =
  /[,.”"»’)\s](?:in|dans|In:|in:|In|en)\s+([^;“"«]{2,120}?)[\s,]*[([]\s?(?:eds?|editors?|dirs?|hrsg|hg|coords?|a cura di|orgs?|comps?)\b\.?\s?[)\]]/u;

/** The end of a sentence and of its quotation: ‘… of the town.»’ */
const SENTENCE_QUOTED = /[.!?…]\s?»$/;

/** ‘«They wove as they dyed.» *Rolls*, p. 9’: the words of a source before its title, without that quotation. */
function behindQuotation(
  text: string,
  from: number,
  titles: readonly TitleRange[],
): NotePart['titles'] | null {
  const [words, title] = titles;
  if (!words || !title || text.slice(from, words.from).trim() !== '') return null;
  if (!SENTENCE_QUOTED.test(text.slice(words.from, words.to))) return null;
  return /^\s?$/.test(text.slice(words.to, title.from)) ? titles.slice(1) : null;
}

function read(part: NotePart): ReadWork | null {
  const { text } = part.prose;
  const titled = behindQuotation(text, part.from, part.titles);
  if (titled) return readTitled({ ...part, from: titled[0]!.from, titles: titled });
  return readTitled(part);
}

function readTitled({ prose: { text }, from, to, titles, year, lonely }: NotePart): ReadWork | null {
  const [title] = titles;
  if (!title) return null;
  const head = text.slice(from, title.from);
  const told = namesOnly(withoutIntroduction(head).replace(/[\s,:(]+$|(?<=\p{Ll}{2})\.\s*$/u, ''));
  const names = told ?? namesOf(head.replace(TOLD_BY, ''));
  const isQuoted = /["“«„‘]/.test(text[title.from - 1] ?? '') || /["“«„‘]/.test(text[title.from] ?? '');
  // ‘Meyer, Docks, 4. “The crane stood still.”’: the words on that page.
  if (isQuoted && names.length === 0 && head.trim() === '' && isQuotation(text, title, from, to)) return null;
  // A quotation of an utterance is no title.
  if (
    title.text.split(' ').length > MOST_WORDS ||
    /\s(?:reads|says|writes|lautet|schreibt|écrit|scrive|nota|dice)\s?:?\s?$/u.test(head)
  )
    return null;
  if (isQuoted && told === null && lonely === null) {
    if (!isCited(text, title, to)) return null;
    if (names.length === 0 && withoutIntroduction(head).trim().length >= 12 && !LEADS.test(head)) return null;
  }
  const behind = names.length === 0 ? authorBehind(text, title.to, to) : [];
  // The person mentioned before a title without a name.
  const joined = names.length === 0 && lonely !== null && head.trim() === '';
  return {
    range: { from: joined ? lonely.range.from : from + introductionOf(head), to },
    names: joined ? [lonely.name] : behind.length > 0 ? behind : names,
    title: title.text,
    year,
    container: containerIn(text, title, { from, to }, titles),
    ...(year === null && names.length + behind.length > 0 ? { brief: 'maybe' as const } : {}),
  };
}

/** ‘*Histoire des quais*, par l’abbé Meyer (Lyon, 1866)’: the author of a title that names nobody before it. */
function authorBehind(text: string, from: number, to: number): FoundName[] {
  const [, words] = AUTHOR_BEHIND.exec(text.slice(from, Math.min(to, from + 120))) ?? [];
  return words === undefined ? [] : (namesOnly(words) ?? []);
}

const AUTHOR_BEHIND =
  /^[”"»’]?,?\s(?:par|por|von|by|per)\s(?:(?:l[’']abbé|le\s(?:père|chanoine|baron|comte)|M(?:M?\.|gr|me|lle)|D[ro]n?\.?|Prof\.)\s)?((?:\p{Lu}[\p{L}\p{M}’'.-]*\s|(?:de|du|von|van|della?|et|y|e|und|and)\s){0,4}\p{Lu}[\p{L}\p{M}’'-]+)(?=\s?[(,;.]|\s*$)/u;

/** Whether words in quotation marks begin like a part of a sentence, or are a sentence of their own after another. */
function isQuotation(text: string, title: TitleRange, from: number, to: number): boolean {
  if (!/^[”"»’.\s]*$/.test(text.slice(title.to, to))) return false;
  if (/^["“«„‘»\s]*\p{Ll}/u.test(text.slice(title.from, title.from + 4))) return true;
  const before = text.slice(Math.max(0, from - 8), from);
  return /[\p{L}\d)»”’]\.\s+$/u.test(before) && !/(?:^|\n)\P{L}*$/u.test(before);
}

/** The end of a sentence that introduces a source: ‘…, which others deny, see “Docks”’. */
const LEADS =
  /[\s,;(](?:see|cf\.?|compare|voir|siehe|vgl\.|ver|véase|vedi|cfr\.?)(?:\s(?:also|aussi|auch|anche|também|también))?[\s,:]*["“«„‘]?$/iu;

/** The maximum number of words of a title without an author. */
const MOST_WORDS_ALONE = 20;

/** Whether words in quotation marks are used like a title: the sentence does not continue after them. */
function isCited(text: string, title: TitleRange, to: number): boolean {
  if (title.text.split(' ').length > MOST_WORDS_ALONE) return false;
  const behind = text.slice(title.to, Math.min(to, title.to + 4));
  // ‘“Docks,” The Quay, 2020’ has the comma within.
  const isWithin = text[title.to - 2] === ',' && /^\s[\p{Lu}\d]/u.test(behind);
  return isWithin || /^["”»’“]?\s?(?:[,.(;[:]|$|in\b|\|)/iu.test(behind);
}

function containerIn(
  text: string,
  title: TitleRange,
  part: TextRange,
  titles: readonly TitleRange[],
): ReadWork['container'] {
  const behind = text.slice(title.to - 1, part.to);
  const collection = collectionIn(text, { from: title.to - 1, to: part.to });
  if (collection) return collection;
  const match = BEFORE_EDITORS.exec(behind);
  // ‘dans Carl Adler (dir.), t. 1’ names a collection that was described before.
  const rest = match && behind.slice(match.index + match[0].length, match.index + match[0].length + 16);
  if (!match || /^\s?[,.]?\s?(?:op|ob|cit|ibid|ib|t|tt|vols?|pp?|S)\b\.?\s/iu.test(rest!)) return null;
  const from = title.to - 1 + match.index + match[0].indexOf(match[1]!);
  return {
    range: { from, to: part.to },
    names: namesOf(match[1]!),
    title: titles.find((other) => other.from > from)?.text ?? null,
  };
}
