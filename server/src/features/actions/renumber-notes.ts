import type { DocumentFacts } from '../../facts/fact-lists.ts';
import type { NoteDefinition } from '../../facts/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { TextRange } from '../../text/range.ts';
import { actionKinds, type Action, type ActionEdit, type TextActions } from './action.ts';
import { spliced, type TextSplice } from './splices.ts';
import { say } from '../../words/say.ts';

const NUMBER = /^\d+$/;

/**
 * Renumbers notes in the order of their first call, and optionally sorts them. Other labels are kept, as are note
 * calls without a note; no new number is equal to one of these.
 */
export const renumberNotes: TextActions = ({ view }, wants) => {
  const actions: Action[] = [];
  if (!wants(actionKinds.renumberNotes) && !wants(actionKinds.sortNotes)) return actions;
  const numbers = newNumbers(view.facts);
  const relabelled = relabelling(view, numbers);
  const sorted = sorting(view, numbers, relabelled);
  if (relabelled.length > 0 && wants(actionKinds.renumberNotes))
    actions.push({
      title: say('Renumber the notes in order of first use'),
      kind: actionKinds.renumberNotes,
      needsPreview: true,
      edits: () => inFile(view, relabelled),
    });
  if (sorted && wants(actionKinds.sortNotes))
    actions.push({
      title: say('Renumber the notes in order of first use, and sort the notes'),
      kind: actionKinds.sortNotes,
      needsPreview: true,
      edits: () => inFile(view, sorted),
    });
  return actions;
};

function inFile({ path }: DocumentView, splices: readonly TextSplice[]): ActionEdit[] {
  return splices.map((splice) => ({ path, ...splice }));
}

/** For each numeric label, its new number. */
function newNumbers({ markers, definitions }: DocumentFacts): ReadonlyMap<string, string> {
  const written = new Set(definitions.map(({ label }) => label));
  const taken = new Set(markers.flatMap(({ label }) => (written.has(label) ? [] : [label])));
  const numbers = new Map<string, string>();
  let last = 0;
  const add = (label: string) => {
    if (!NUMBER.test(label) || !written.has(label) || numbers.has(label)) return;
    do last++;
    while (taken.has(String(last)));
    numbers.set(label, String(last));
  };
  for (const marker of markers) if (marker.inNote === null) add(marker.label);
  for (const marker of markers) add(marker.label);
  for (const definition of definitions) add(definition.label);
  return numbers;
}

function relabelling({ facts }: DocumentView, numbers: ReadonlyMap<string, string>): TextSplice[] {
  const splices: TextSplice[] = [];
  const relabel = (label: string, range: TextRange) => {
    const number = numbers.get(label);
    if (number !== undefined && number !== label) splices.push({ range, insert: number });
  };
  for (const { label, range } of facts.markers) relabel(label, { from: range.from + 2, to: range.to - 1 });
  for (const { label, labelRange } of facts.definitions) relabel(label, labelRange);
  return splices;
}

/**
 * The renumbering with sorted notes: the numbered notes that begin a line exchange their places, and text between
 * them stays. Null where they are in order.
 */
function sorting(
  { facts, text }: DocumentView,
  numbers: ReadonlyMap<string, string>,
  relabelled: readonly TextSplice[],
): TextSplice[] | null {
  const places = facts.definitions.filter(
    ({ label, range }) => numbers.has(label) && (range.from === 0 || text.text[range.from - 1] === '\n'),
  );
  const rank = (definition: NoteDefinition) => Number(numbers.get(definition.label));
  const order = [...places].sort((a, b) => rank(a) - rank(b));
  if (order.every((definition, i) => definition === places[i])) return null;
  const moved = new Set<TextSplice>();
  const wordsOf = ({ range }: NoteDefinition): string => {
    const own = relabelled.filter((splice) => range.from <= splice.range.from && splice.range.to <= range.to);
    for (const splice of own) moved.add(splice);
    return spliced(
      text.slice(range),
      own.map((splice) => ({
        range: { from: splice.range.from - range.from, to: splice.range.to - range.from },
        insert: splice.insert,
      })),
    ).text;
  };
  const exchanged = places.map(({ range }, i) => ({ range, insert: wordsOf(order[i]!) }));
  return [
    ...relabelled.filter((splice) => !moved.has(splice)),
    ...exchanged.filter(({ range, insert }) => text.slice(range) !== insert),
  ];
}
