/** Puts a stretch of the text of a work into a document, as a quotation with its citation. */
import type { DocumentFacts } from '../../facts/fact-lists.ts';
import { languageOfTag } from '../../quotations/language.ts';
import { writtenTermFor } from '../../pages/locator-terms.ts';
import { writtenKey } from '../../syntax/written-key.ts';
import { encloses, touches } from '../../text/range.ts';
import { escaped } from '../../works/take-text.ts';
import { languageOfDocument } from '../../workspace/document-language.ts';
import { quotedPassages, type QuotedPassage } from '../../workspace/quoted-passages.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import { spliced } from '../actions/splices.ts';
import { copyOf } from '../gestures/cite.ts';
import { factsAfter, keepsParts } from '../gestures/facts-after.ts';
import { isWordLetter } from '../gestures/letters.ts';
import { attributeValue } from '../gestures/names.ts';
import { refused, type Outcome } from '../gestures/outcome.ts';
import { isAnnotated, KEPT_AS_IT_IS } from '../gestures/perform.ts';
import { together } from '../gestures/project-edits.ts';
import { marksBy, marksOf, withInnerMarks, type QuotationMarks } from './quotation-marks.ts';
import { deferred, say } from '../../words/say.ts';

/** What is to be quoted. */
export interface QuotedStretch {
  /** The citekey. */
  readonly work: string;
  /** Verbatim, on one line. */
  readonly words: string;
  /** The numbers printed on its first and last page; null where they are not known. */
  readonly pages: { readonly first: string; readonly last: string } | null;
  /** Whether words as they would be written are word for word in the work. */
  readonly holds: (written: string) => boolean;
}

const NOT_THERE = deferred(
  'What is selected runs over something that the reader of the file keeps apart, so that it could not be checked: select less of it.',
);
const NOT_HERE = deferred(
  'A quotation cannot stand here: the cursor is in code, in attributes or in a link.',
);
const ROBS = deferred(
  'Here the new citation would be taken for that of another quotation beside it: put the cursor after the sentence, and try again.',
);
/** UTF-16 units of a document from which its words tell its language. */
const TELLING = 200;

/** Other marks, for where those of the document would be taken for something else. */
const FURTHER = ['“”', '«»', '""'];

/**
 * The quotation at the cursor, or after the selection, or after the quotation in which that is. It is written so that the checks of quotations read it as it is meant: in the
 * quotation marks of the document where that can be, else as a mark.
 */
export function quoteSource(request: ActionRequest, quoted: QuotedStretch): Outcome {
  const { view, library } = request;
  if (!isAnnotated(request)) return refused(say(KEPT_AS_IT_IS));
  if (!quoted.holds(quoted.words)) return refused(say(NOT_THERE));
  const copied = copyOf(quoted.work, view.path, library) ?? { status: 'done', edits: [] };
  if (copied.status === 'refused') return copied;
  let robs = false;
  for (const written of ways(request, quoted)) {
    const edit = insertion(request, written.insert);
    const after = factsAfter(request, [edit]);
    const keeps = written.isMark ? keepsNotes(after, view.facts) : keepsParts(after, view.facts);
    const reading = keeps ? readingOf(request, edit, after, quoted) : 'wrong';
    if (reading === 'right') return together({ status: 'done', edits: [edit] }, copied);
    robs ||= reading === 'robs';
  }
  return refused(say(robs ? ROBS : NOT_HERE));
}

/** The citation right after a quotation. */
const CITED = /^[ \t]*\[[^[\]]{0,300}@[^[\]]{0,300}\]/;

/** Where the quotation goes: at the cursor, or after the quotation in which that is, and its citation. */
function placeFor({ view, selection }: ActionRequest): number {
  const at = selection.to;
  const around = view.facts.quotations.find(
    ({ kind, contentRange }) => kind !== 'block' && touches(contentRange, at),
  );
  if (!around) return at;
  const end = around.range.to;
  const cited = CITED.exec(view.text.text.slice(end, end + 700))?.[0] ?? '';
  return end + cited.length;
}

function* ways(
  { view }: ActionRequest,
  quoted: QuotedStretch,
): Generator<{ readonly insert: string; readonly isMark: boolean }> {
  const lang = view.facts.frontMatter?.lang ?? null;
  const language = languageBy(view.text.text, lang);
  const key = writtenKey(quoted.work);
  if (key === null) return;
  const page = quoted.pages && pagesInWords(quoted.pages, lang);
  const citation = ` [@${key}${page === null ? '' : `, ${page}`}]`;
  for (const marks of [marksOf(view, language), ...FURTHER.map(marksBy)]) {
    const insert = inMarks(quoted.words, marks);
    if (insert !== null) yield { insert: `${insert}${citation}`, isMark: false };
  }
  const at = page === null ? '' : ` at=${attributeValue(page)}`;
  const from = attributeValue(`@${quoted.work}`);
  yield { insert: `[${escaped(quoted.words)}]{.quote from=${from}${at}}${citation}`, isMark: true };
}

function languageBy(text: string, lang: string | null): string | null {
  if (lang !== null) return languageOfTag(lang);
  return text.length < TELLING ? null : languageOfDocument(text, null);
}

function inMarks(words: string, marks: QuotationMarks): string | null {
  const inner = withInnerMarks(words, marks);
  return inner === null ? null : `${marks.open}${escaped(inner)}${marks.close}`;
}

/** A page, or the first and the last, in the language by which Pandoc reads the locators of the document. */
function pagesInWords({ first, last }: NonNullable<QuotedStretch['pages']>, lang: string | null): string {
  const isSeveral = first !== last;
  const term = writtenTermFor('page', isSeveral, lang) ?? (isSeveral ? 'pp.' : 'p.');
  return `${term} ${isSeveral ? `${first}-${last}` : first}`;
}

function insertion(request: ActionRequest, quotation: string): ActionEdit {
  const { view } = request;
  const { text } = view.text;
  const at = placeFor(request);
  const before = at === 0 || /[\s([{„“«"‘]/.test(text.charAt(at - 1)) ? '' : ' ';
  const behind = isWordLetter(text[at]) ? ' ' : '';
  const insert = `${before}${quotation}${behind}`;
  const end = insert.length - behind.length;
  return { path: view.path, range: { from: at, to: at }, insert, select: { from: end, to: end } };
}

/** Whether notes and headings are as before. */
function keepsNotes(after: DocumentFacts, before: DocumentFacts): boolean {
  return (
    after.headings.length === before.headings.length && after.inlineNotes.length === before.inlineNotes.length
  );
}

/** How what was inserted is read: as one quotation of the work whose words are there; and whether others keep theirs. */
function readingOf(
  { view }: ActionRequest,
  edit: ActionEdit,
  facts: DocumentFacts,
  { work, holds }: QuotedStretch,
): 'right' | 'wrong' | 'robs' {
  const { text } = spliced(view.text.text, [edit]);
  const inserted = { from: edit.range.from, to: edit.range.from + edit.insert.length };
  const all = quotedPassages(text, facts);
  const passages = all.filter(({ range }) => encloses(inserted, range));
  const [own, ...others] = passages.filter(
    ({ range }) => !passages.some((other) => other.range !== range && encloses(other.range, range)),
  );
  if (!own || others.length > 0 || own.works[0]?.text !== work || !holds(own.words)) return 'wrong';
  const before = quotedPassages(view.text.text, view.facts).map(attributed);
  const left = all.filter(({ range }) => !encloses(inserted, range)).map(attributed);
  return JSON.stringify(left) === JSON.stringify(before) ? 'right' : 'robs';
}

/** To what a quotation is attributed. */
function attributed({ works, locator, loose, words }: QuotedPassage) {
  return [words, works.map(({ text }) => text), locator?.value ?? null, loose];
}
