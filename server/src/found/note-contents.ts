/** What notes cite: works described in full, and short forms that refer to them. */
import { readLocator, type ReadLocator } from '../pages/printed-locator.ts';
import type { Locator } from '../facts/model.ts';
import type { ConventionSet } from './convention-set.ts';
import { withoutNumbersOfPages } from './counted-by-page.ts';
import { KnownNotes } from './known-notes.ts';
import type { FoundFacts, FoundName, FoundOptions, NoteWorks } from './model.ts';
import { hasPlace, isRemark } from './note-names.ts';
import { OBJECT, type Prose } from './prose.ts';
import { resolveShortTitles } from './short-title-targets.ts';
import { readShortTitles } from './short-titles.ts';
import type { BriefWork, NoteBody, UnresolvedTitle } from './unresolved-title.ts';
import { aliasesIn } from './work-aliases.ts';
import type { TextRange } from '../text/range.ts';
import type { Stepwise } from '../text/stepwise.ts';

/** A step reads so many notes. */
const NOTES_OF_STEP = 40;

/** Reads what notes cite: the works that they describe, and the short forms, resolved. In steps of a few notes. */
export function* readNoteContents(
  prose: Prose,
  bodies: NonNullable<FoundOptions['notes']>,
  { works, shortForms }: ConventionSet,
  { citations, notes: written }: FoundOptions,
): Stepwise<Pick<FoundFacts, 'noteWorks' | 'shortTitles'>> {
  const isWritten = written !== undefined;
  const noteWorks: NoteWorks[] = [];
  const spoken: NoteBody[] = [];
  const titles: UnresolvedTitle[] = [];
  const briefs: BriefWork[] = [];
  const place = (range: TextRange): TextRange => prose.range(range.from, range.to);
  const placed = (locator: ReadLocator | null): Locator | null =>
    locator && { label: locator.label, value: locator.value, range: place(locator.range) };
  let names: readonly FoundName[] = [];
  for (const [note, { label, bodyRange }] of bodies.entries()) {
    if (note % NOTES_OF_STEP === 0) yield;
    const from = prose.find(bodyRange.from);
    const to = prose.find(bodyRange.to);
    const aliases = aliasesIn(prose.text, from, to);
    const read = works.read(prose, from, to, names);
    names = read.findLast((work) => work.names.length > 0)?.names ?? names;
    noteWorks.push({
      note,
      label,
      bodyRange,
      works: read.map(({ brief, ...work }, i) => {
        if (brief)
          briefs.push({
            note,
            work: i,
            isKnown: brief === 'known',
            locator: placed(locatorOf(prose.text, work.range)),
          });
        const next = read[i + 1]?.range.from ?? to;
        const own = aliases.find(({ at }) => at > work.range.from && at < next);
        return {
          ...work,
          ...(own ? { alias: own.alias } : {}),
          range: place(work.range),
          description: prose.text.slice(work.range.from, work.range.to),
          container: work.container && { ...work.container, range: place(work.container.range) },
        };
      }),
    });
    const body = prose.text.slice(from, to);
    const before = bodies[note - 1]?.label;
    spoken.push({
      text: body,
      isSource: isSource(body),
      isBehindGap: !isWritten && isGap(before, label),
    });
    for (const { noteLabel, etAl, locator, ...title } of readShortTitles(prose, from, to, shortForms)) {
      titles.push({
        ...title,
        datedBefore: title.datedBefore === null ? null : place({ from, to: title.datedBefore }).to,
        note,
        noteLabel,
        etAl,
        range: place(title.range),
        wholeRange: place(title.wholeRange),
        locator: placed(locator),
      });
    }
  }
  yield;
  const sought = withoutNumbersOfPages(titles, bodies.length);
  const resolved = resolveShortTitles(noteWorks, sought, briefs, spoken, citations);
  const known = new KnownNotes(prose, bodies, spoken);
  return {
    ...resolved,
    shortTitles: resolved.shortTitles.map((short) =>
      short.inDoubt !== true && known.isInDoubt(short) ? { ...short, inDoubt: true } : short,
    ),
  };
}

/** Whether the numbers of two notes that follow one another do not: a note between them was not read. */
function isGap(before: string | undefined, label: string): boolean {
  const number = Number(label);
  return before !== undefined && number > 1 && Number(before) !== number - 1;
}

/** ‘L. Meyer, Histoire du port’. */
const NAME_AND_TITLE = /^[^.,;]{0,12}(?:\p{Lu}[\p{L}.'’-]+\s?){1,4},\s\p{Lu}/u;

/**
 * Whether a note in which no work was recognised names a source: it has a date, a quotation, a URL, a page, a shelf
 * mark.
 */
function isSource(body: string): boolean {
  return (
    !isRemark(body) ||
    /\b(?:1[5-9]|20)\d\d\b|["“«„‘»《]|\d\/\d/.test(body) ||
    hasPlace(body.trim()) ||
    NAME_AND_TITLE.test(body) ||
    body.includes(OBJECT)
  );
}

/** The locator at the end of a work's description. */
function locatorOf(text: string, { from, to }: TextRange): ReadLocator | null {
  const words = text.slice(from, to);
  const comma = Math.max(words.lastIndexOf(', '), words.lastIndexOf(': '));
  const found = comma < 0 ? null : readLocator(text, from + comma + 2, true);
  return found && found.range.to <= to ? found : null;
}
