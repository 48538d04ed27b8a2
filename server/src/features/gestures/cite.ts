import type { DocumentFacts } from '../../facts/fact-lists.ts';
import { writtenKey } from '../../syntax/written-key.ts';
import { shifted, type TextRange } from '../../text/range.ts';
import type { ActionEdit, ActionRequest } from '../actions/action.ts';
import type { Library } from '../../workspace/library.ts';
import { addWork } from './bibliography-end.ts';
import { factsAfter, keepsParts } from './facts-after.ts';
import { isWordLetter } from './letters.ts';
import { refused, type Outcome } from './outcome.ts';
import { together } from './project-edits.ts';
import { nodesAround } from './unchanged.ts';
import { deferred, say } from '../../words/say.ts';

const UNWRITABLE = deferred(
  'Pandoc reads no citation of “{key}”, since this key has blanks or unbalanced braces in it. Give the entry another key.',
);

/** Cites the work `key` at the cursor or after the selection; inside an existing citation, adds it there. */
export function cite(request: ActionRequest, key: string): Outcome {
  const { view, library } = request;
  const copied = copyOf(key, view.path, library);
  if (copied?.status === 'refused') return copied;
  const cited = citeAs(request, key);
  return copied ? together(cited, copied) : cited;
}

/** As `cite`, for a work whose entry is added in the same gesture. */
export function citeAs(request: ActionRequest, key: string): Outcome {
  const { view } = request;
  const written = writtenKey(key);
  if (written === null) return refused(say(UNWRITABLE, { key }));
  const held = placeholderAt(request);
  const edit = held
    ? inPlaceOf(held, request, written)
    : (addition(request, written) ?? bracket(request, written));
  const after = factsAfter(request, [edit]);
  if (!citesBeside(after, view.facts, key, held) || !keepsParts(after, view.facts))
    return refused(say('A citation cannot stand here: the cursor is in code, in attributes or in a link.'));
  return { status: 'done', edits: [edit] };
}

/**
 * The edit that adds the work `key` to the bibliography of the document at `path`: null where it is there; a copy for
 * a work that only the user's own library has.
 */
export function copyOf(key: string, path: string, library: Library): Outcome | null {
  const known = library.entries(path, key);
  if (known.some((entry) => !library.isOwnLibrary(entry.path))) return null;
  const [own] = [...known, ...library.inOwnLibrary(key)];
  return own
    ? addWork(path, own.entry, library)
    : refused(say('No bibliography of this text knows the work “{key}” any more.', { key }));
}

/** The placeholder at the cursor or selection. */
function placeholderAt({ view, selection }: ActionRequest): TextRange | null {
  const touched = view.facts.placeholders.find(
    ({ range }) => range.from <= selection.to && selection.from <= range.to,
  );
  return touched?.range ?? null;
}

/** The edit that replaces a placeholder by the citation. */
function inPlaceOf(range: TextRange, { view }: ActionRequest, written: string): ActionEdit {
  const insert = `[@${written}]`;
  const inside = insert.length - 1;
  return { path: view.path, range, insert, select: { from: inside, to: inside } };
}

/** Characters before which a citation needs no space. */
const CLOSING = /[.,;:!?)\]}”’»"'*_…]/;

/** A new bracket with the necessary spaces; the cursor is put where a locator goes. */
function bracket({ view, selection }: ActionRequest, written: string): ActionEdit {
  const { text } = view.text;
  const at = selection.to;
  const before = isWordLetter(text[at - 1]) || CLOSING.test(text[at - 1] ?? '');
  const behind = isWordLetter(text[at]);
  const insert = `${before ? ' ' : ''}[@${written}]${behind ? ' ' : ''}`;
  const inside = insert.indexOf(']', insert.lastIndexOf('}') + 1);
  return { path: view.path, range: { from: at, to: at }, insert, select: { from: inside, to: inside } };
}

/** An addition to the citation at the cursor, after the work there. */
function addition({ view, syntax, selection }: ActionRequest, written: string): ActionEdit | null {
  const cursor = selection.to;
  for (const { node, range, base } of nodesAround(syntax, cursor)) {
    if (node.kind !== 'cite' || cursor <= range.from || cursor > range.to) continue;
    const isBare = view.text.text[range.to - 1] !== ']';
    const items = node.items.map((item) => shifted(item.range, base));
    const last = items.filter(({ from }) => from <= cursor).at(-1) ?? items[0];
    if (!last) return null;
    const at = isBare ? range.to : Math.min(last.to, range.to - 1);
    const insert = isBare ? ` [@${written}]` : `; @${written}`;
    const inside = insert.length - (isBare ? 1 : 0);
    return { path: view.path, range: { from: at, to: at }, insert, select: { from: inside, to: inside } };
  }
  return null;
}

/** Whether the citations are those of before plus this one; works in one bracket may have been split or joined. */
function citesBeside(
  after: DocumentFacts,
  before: DocumentFacts,
  key: string,
  replaced: TextRange | null,
): boolean {
  const keys = ({ citations }: DocumentFacts) => citations.map((each) => `${each.mode} ${each.key}`);
  const left = keys(after);
  const isReplaced = ({ range }: { readonly range: TextRange }) =>
    replaced !== null && replaced.from <= range.from && range.to <= replaced.to;
  for (const { mode, key: known, ...item } of before.citations) {
    if (isReplaced(item)) continue;
    const each = `${mode} ${known}`;
    const at = left.indexOf(each);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 1 && left[0]!.endsWith(` ${key}`);
}
