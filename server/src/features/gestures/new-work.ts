import type { CslItem, CslName } from '../../bibliography/model.ts';
import { folded } from '../../found/folding.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import type { Library } from '../../workspace/library.ts';
import type { ActionRequest } from '../actions/action.ts';
import { addWork } from './bibliography-end.ts';
import { citeAs } from './cite.ts';
import { refused, type Outcome } from './outcome.ts';
import { together } from './project-edits.ts';
import { say } from '../../words/say.ts';

type NewWork = Extract<Gesture, { readonly kind: 'newWork' }>;

/**
 * Adds a new work from a form, and cites it at the cursor; if there is an unknown key, the work gets that key and the
 * text is not changed.
 */
export function newWork(request: ActionRequest, form: NewWork): Outcome {
  const { view, library } = request;
  const title = form.title.replace(/\s+/g, ' ').trim();
  const authors = namesIn(form.authors);
  if (title === '' && authors.length === 0)
    return refused(say('A work needs an author or a title.'), 'again');
  const unknown = unknownKeyAt(request);
  const wanted = unknown ?? form.key?.trim() ?? '';
  if (wanted !== '' && library.entries(view.path, wanted).length > 0)
    return refused(
      say('There is an entry “{wanted}” already: cite that, or choose another key.', { wanted }),
    );
  const key = wanted || freeKey(authors, form.year, title, view.path, library);
  const issued = /^\d{4}$/.test(form.year.trim())
    ? { issued: { 'date-parts': [[Number(form.year.trim())]] } }
    : form.year.trim() === ''
      ? {}
      : { issued: { literal: form.year.trim() } };
  const place = form.container?.trim();
  const item: CslItem = {
    id: key,
    type: form.type,
    ...(authors.length > 0 ? { author: authors } : {}),
    title,
    ...(place ? (form.type === 'book' ? { publisher: place } : { 'container-title': place }) : {}),
    ...issued,
  };
  const added = addWork(view.path, item, library);
  return unknown === null ? together(citeAs(request, key), added) : added;
}

/** The unknown citekey at the cursor; null where there is none. */
export function unknownKeyAt({ view, selection, library }: ActionRequest): string | null {
  const cited = view.facts.citations.find(
    ({ keyRange }) => keyRange.from - 1 <= selection.to && selection.from <= keyRange.to,
  );
  return cited && library.entries(view.path, cited.key).length === 0 ? cited.key : null;
}

/** Parses names as users type them: “Hallam, Ruth; Osei, Kwame”, “Ruth Hallam and Kwame Osei”. */
export function namesIn(words: string): CslName[] {
  return words
    .split(/\s*;\s*|\s+(?:and|und|et|y|&)\s+/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((name) => {
      const comma = name.indexOf(',');
      if (comma > 0) return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
      const space = name.lastIndexOf(' ');
      // A name of one word, or in a script without spaces, is not split.
      return space < 0 ? { literal: name } : { family: name.slice(space + 1), given: name.slice(0, space) };
    });
}

/** Family name and year, or a word of the title; with a letter where that is taken. */
function freeKey(
  authors: readonly CslName[],
  year: string,
  title: string,
  path: string,
  library: Library,
): string {
  const first = authors[0]?.family ?? authors[0]?.literal ?? /\p{L}{4,}/u.exec(title)?.[0] ?? 'work';
  const word = folded(first).replace(/[^\p{L}\p{N}]/gu, '') || 'work';
  const stem = `${word}${/\d{4}/.exec(year)?.[0] ?? ''}`;
  if (isFree(stem, path, library)) return stem;
  for (let letter = 97; letter < 123; letter++) {
    const key = stem + String.fromCharCode(letter);
    if (isFree(key, path, library)) return key;
  }
  return `${stem}-${library.version}`;
}

function isFree(key: string, path: string, library: Library): boolean {
  return (
    library.entries(path, key).length === 0 &&
    library.inOwnLibrary(key).length === 0 &&
    !library.knowsWork(key)
  );
}
