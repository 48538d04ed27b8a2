/** Which of the files that are named for a work hold its text. */
import type { Attachment } from '../bibliography/attachments.ts';
import type { WorkFormat } from '../works/model.ts';
import { formatByName } from '../works/recognise.ts';
import { nameOf } from './paths.ts';

/** What can be read, the best first: a PDF has the printed pages. */
const FORMATS: readonly (WorkFormat | null)[] = ['pdf', 'epub', 'docx', 'html'];
const BESIDES = /suppl|appendi[xc]|\bSI\b|anhang|annexe?|slides|handout|corrigend|errat|review/gi;
/** How files may end that are named for their citekeys, the best first. */
export const ENDINGS: readonly string[] = ['pdf', 'epub', 'docx', 'html', 'htm'];
const SNAPSHOT = /snapshot/i;
const PART =
  /(?:\b|_)(?:vol(?:ume)?|band|bd|tome?|teil|parte?|pt)[ ._-]{0,2}(\d{1,2}|[ivx]{1,4})(?![a-z0-9])/i;

/** The last number of a name. */
const NUMBERED = /^(.*?[^\d(])(\d{1,2})([^\d)]\D*)$/;

/** Whether a file may hold the text of a work in a format that is not text itself. */
export function isWorkFile(path: string): boolean {
  return formatByName(path) !== null;
}

/**
 * The files that hold the main text: one, or all parts where the names say that they are parts. Supplements, slides and the
 * like are passed over where there is anything else, and a page of the web where there is a file. What the work itself is
 * called by its `title` makes no supplement of it.
 */
export function mainTexts(attachments: readonly Attachment[], title = ''): Attachment[] {
  const readable = attachments.filter(({ path }) => isWorkFile(path));
  const own = title.toLowerCase();
  const isBeside = ({ description, path }: Attachment): boolean =>
    [...`${description} ${nameOf(path)}`.matchAll(BESIDES)].some(
      ([word]) => !own.includes(word.toLowerCase()),
    );
  const proper = readable.filter((each) => !isBeside(each));
  const some = proper.length > 0 ? proper : readable;
  const ranked = [...some].sort((a, b) => rank(a) - rank(b));
  const [best] = ranked;
  if (!best) return [];
  const same = ranked.filter(({ path }) => formatByName(path) === formatByName(best.path));
  const parts = same.filter(({ path }) => PART.test(nameOf(path)));
  return parts.length > 1 ? parts : (numbered(same) ?? [best]);
}

/**
 * All of several files whose names differ in a number alone, if they are counted from one: the volumes of a work, where
 * nothing else says so. Numbers in parentheses are those of downloads that were there before.
 */
function numbered(files: readonly Attachment[]): Attachment[] | null {
  const ordered = new Map<number, Attachment>();
  let common: string | null = null;
  for (const file of files) {
    const [, before, number, after] = NUMBERED.exec(nameOf(file.path)) ?? [];
    if (before === undefined || (common ??= `${before}/${after}`) !== `${before}/${after}`) return null;
    ordered.set(Number(number), file);
  }
  const numbers = [...ordered.keys()].sort((a, b) => a - b);
  if (numbers.length < 2 || numbers.length < files.length) return null;
  return numbers.every((number, i) => number === i + 1)
    ? numbers.map((number) => ordered.get(number)!)
    : null;
}

function rank({ path, description }: Attachment): number {
  return FORMATS.indexOf(formatByName(path)) * 2 + (SNAPSHOT.test(description) ? 20 : 0);
}
