import { encloses } from '../../text/range.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import { newNote } from '../actions/missing-note.ts';
import { factsAfter, keepsParts } from './facts-after.ts';
import { isWordLetter } from './letters.ts';
import { refused, type Outcome } from './outcome.ts';
import { say } from '../../words/say.ts';

/** Inserts a note call at the cursor or after the selection, with the next free number, and an empty note. */
export function addNote(request: ActionRequest): Outcome {
  const { view, selection } = request;
  const { text } = view.text;
  const { definitions, inlineNotes, markers } = view.facts;
  const at = wordEnd(text, selection.to);
  const cursor = { from: at, to: at };
  if ([...definitions, ...inlineNotes].some(({ range }) => encloses(range, cursor) && at > range.from))
    return refused(say('A note cannot hold a note: Pandoc would print its marker letter by letter.'));
  const label = nextNumber(request);
  const edits = joined({ path: view.path, range: cursor, insert: `[^${label}]` }, newNote(label, request));
  const after = factsAfter(request, edits);
  const calls = after.markers.some((marker) => marker.label === label && marker.inNote === null);
  const isWhole =
    calls &&
    keepsParts(after, view.facts) &&
    after.markers.length === markers.length + 1 &&
    after.definitions.length === definitions.length + 1 &&
    after.citations.length === view.facts.citations.length;
  return isWhole
    ? { status: 'done', edits }
    : refused(say('A note cannot be called here: the cursor is in code, in attributes or in a link.'));
}

/** The smallest number that no note or note call uses. */
function nextNumber({ view }: ActionRequest): string {
  const taken = new Set([...view.facts.definitions, ...view.facts.markers].map(({ label }) => label));
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/** The two insertions in the order of the text; merged if they are at one offset. */
function joined(marker: ActionEdit, note: ActionEdit): ActionEdit[] {
  if (note.range.from < marker.range.from) return [note, marker];
  if (note.range.from > marker.range.from) return [marker, note];
  const { from, to } = note.select!;
  const by = marker.insert.length;
  return [{ ...note, insert: marker.insert + note.insert, select: { from: from + by, to: to + by } }];
}

/** The end of the word at `at`, so that no call is inserted inside a word, in scripts with spaces. */
function wordEnd(text: string, at: number): number {
  if (!isWordLetter(text[at - 1])) return at;
  while (isWordLetter(text[at])) at++;
  return at;
}
