/** Converts notes of found texts to Pandoc's syntax. */
import type { DocumentFacts } from '../../facts/fact-lists.ts';
import type { NoteDefinition } from '../../facts/model.ts';
import type { FoundFacts, FoundMarker, FoundNoteDefinition } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { encloses, type TextRange } from '../../text/range.ts';
import { soundParts, type ConversionPart } from './conversion-part.ts';
import { changes, type Spliced, type TextSplice } from './splices.ts';
import { smallestOf } from '../../text/extremes.ts';

export interface NoteConversion {
  readonly splices: readonly TextSplice[];
  /** The number of notes converted. */
  readonly count: number;
}

/** The plan for one note: its markers in the text, and its definition. */
export interface NotePlan extends ConversionPart {
  readonly definition: FoundNoteDefinition;
  readonly label: string;
  /** The whole note with what opens and closes it. */
  readonly range: TextRange;
}

/**
 * Converts the notes that `wanted` selects by their index in `noteDefinitions`, with their markers. Skips notes
 * without a marker, which Pandoc would drop; markers inside notes, which it would print literally; and notes that
 * would not read back with the same words.
 */
export function convertNotes(view: DocumentView, wanted: (index: number) => boolean): NoteConversion {
  const text = view.text.text;
  const plans = soundParts(text, notePlans(view, wanted), (some) => splicesOfNotes(some, text));
  return { splices: splicesOfNotes(plans, text).filter(changes(text)), count: plans.length };
}

/** The plans for the notes that `wanted` selects, not yet tried; `splicesOfNotes` has what separates them, too. */
export function notePlans(
  { found, text: { text } }: DocumentView,
  wanted: (index: number) => boolean,
): NotePlan[] {
  const taken = new Set<string>();
  return found.noteDefinitions.flatMap((definition, i) => {
    const plan = wanted(i) ? planOf(definition, found, text, taken) : null;
    return plan ? [plan] : [];
  });
}

/** Between the beginning of a line and a note's number. */
const OPENING =
  /^[ \t\f\u00A0\u3000]*(?:(?:\\?\[|[（(【])(?:\p{L}{1,12}\.?\s?)?|\^|\$\^\{|<[^\n<>]{0,200}>)?$/u;

function planOf(
  definition: FoundNoteDefinition,
  found: FoundFacts,
  text: string,
  taken: Set<string>,
): NotePlan | null {
  const { range, labelRange, bodyRange, markers, list } = definition;
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
  // The number may stand apart, in a stack of others.
  const isApart =
    bodyRange.from < range.from || /[\p{L}\p{N}]/u.test(untagged(text.slice(labelRange.to, bodyRange.from)));
  const from = lineOf(isApart ? bodyRange.from : range.from);
  const opening = text.slice(from, isApart ? bodyRange.from : range.from);
  if (opening.length > 240 || !OPENING.test(opening)) return null;
  if (text.slice(bodyRange.from, bodyRange.to).trim() === '') return null;
  const inText = markers.filter((index) => !isInNote(found.markers[index]!, found));
  if (inText.length === 0) return null;
  // Numbers restart with each list, but labels must be unique.
  const stem = found.noteLists.length > 1 ? `${list + 1}.${definition.label}` : definition.label;
  let label = stem;
  for (let n = 2; taken.has(label); n++) label = `${stem}-${n}`;
  taken.add(label);
  const placeOf = (index: number) => wholeMarker(found.markers[index]!.range, text);
  const places = inText.map(placeOf);
  // Two numbers with nothing between them would be printed as one.
  const meetsNext = (index: number, { to }: TextRange) =>
    index + 1 < found.markers.length && placeOf(index + 1).from === to;
  // ‘[Footnote 12: …]’ and ‘[12: …]’ are closed after their words.
  const isClosed = !isApart && /\[/.test(opening) && !/[\])]/.test(text.slice(range.from, bodyRange.from));
  const behind = text.slice(bodyRange.to, bodyRange.to + 200);
  // So is the arrow with which a web page leads back to the call.
  const closing = (isClosed ? /^\s*\]/ : /^\s*[↩⤴↵]\uFE0E?\uFE0F?/u).exec(behind);
  if (isClosed && !closing) return null;
  const to = bodyRange.to + (closing?.[0].length ?? 0);
  return {
    definition,
    label,
    range: { from, to },
    splices: [
      ...places.map((place, i) => ({
        range: place,
        insert: meetsNext(inText[i]!, place) ? `[^${label}] ` : `[^${label}]`,
      })),
      { range: { from, to: bodyRange.from }, insert: `[^${label}]: ` },
      ...indented(bodyRange, text),
      ...(isApart ? [{ range: { from: lineOf(labelRange.from), to: labelRange.to }, insert: '' }] : []),
      ...(closing ? [{ range: { from: bodyRange.to, to }, insert: '' }] : []),
    ],
    isSound: (after, facts) => {
      const { called, written } = notesOf(facts);
      if (!places.every((place) => called.has(after.place(place.from)))) return false;
      const read = written.get(label);
      return read !== undefined && sameWords(read, bodyRange, after);
    },
  };
}

function untagged(words: string): string {
  return words.replace(/<[^<>]{0,200}>/g, '');
}

/** Whether a note reads back with what now stands in place of its own words. */
function sameWords({ bodyRange }: NoteDefinition, own: TextRange, after: Spliced): boolean {
  const words = (from: number, to: number) => after.text.slice(from, to).replace(/\s+/g, '');
  // What was inserted before its words is its number.
  const number = /^\s*\[\^[^\]\s]{1,40}\]: $/;
  const from = after.place(own.from);
  const isAtStart = from === bodyRange.from || number.test(after.text.slice(from, bodyRange.from));
  return isAtStart && words(bodyRange.from, bodyRange.to) === words(bodyRange.from, after.place(own.to));
}

const NOTES = new WeakMap<
  DocumentFacts,
  { readonly called: ReadonlySet<number>; readonly written: ReadonlyMap<string, NoteDefinition> }
>();

function notesOf(facts: DocumentFacts) {
  let notes = NOTES.get(facts);
  if (!notes) {
    const { markers, definitions } = facts;
    notes = {
      called: new Set(markers.filter(({ inNote }) => inNote === null).map(({ range }) => range.from)),
      written: new Map(definitions.map((definition) => [definition.label, definition])),
    };
    NOTES.set(facts, notes);
  }
  return notes;
}

function isInNote({ range }: FoundMarker, { noteDefinitions }: FoundFacts): boolean {
  return noteDefinitions.some((definition) => encloses(definition.range, range));
}

/** A marker with the link around it that a converter made: Pandoc's notes need none. */
function wholeMarker({ from, to }: TextRange, text: string): TextRange {
  if (text[from - 1] === '[') {
    const target = /^\](?:\([^()\s]{0,200}\))(?:\{[^{}\n]{0,200}\})?/.exec(text.slice(to, to + 420));
    if (target) return { from: from - 1, to: to + target[0].length };
  }
  const open = /<a(?:\s[^<>\n]{0,200})?>$/.exec(text.slice(Math.max(0, from - 220), from));
  if (open && text.startsWith('</a>', to)) return { from: from - open[0].length, to: to + 4 };
  return { from, to };
}

/** The splices of notes, with the blank lines that separate them from what stands before and after. */
export function splicesOfNotes(plans: readonly NotePlan[], text: string): TextSplice[] {
  const ends = new Set(plans.map(({ range }) => range.to));
  const starts = new Set(plans.map(({ range }) => range.from));
  return plans.flatMap(({ splices, range }) => {
    const head = Math.max(0, range.from - 400);
    const before = text.slice(head, range.from);
    const isFirst = !(range.from === 0 || /\n[ \t]*\n$/.test(before));
    // In Pandoc a note begins after a blank line or another note.
    const gap = isFirst && !ends.has(head + before.trimEnd().length) ? '\n' : '';
    const next = text.indexOf('\n', range.to) + 1;
    const lineEnd = text.indexOf('\n', next);
    const nextLine = next === 0 ? '' : text.slice(next, lineEnd < 0 ? text.length : lineEnd);
    const isApart = nextLine.trim() === '' || starts.has(next);
    return [
      ...(gap ? [{ range: { from: range.from, to: range.from }, insert: gap }] : []),
      ...splices,
      ...(isApart ? [] : [{ range: { from: range.to, to: range.to }, insert: '\n' }]),
    ];
  });
}

/** Indents the paragraphs of a note after the first by four columns, keeping their relative indentation. */
function indented({ from, to }: TextRange, text: string): TextSplice[] {
  const lines: { at: number; depth: number }[] = [];
  let behindBlank = false;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    const end = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, end < 0 ? to : Math.min(to, end));
    if (line.trim() === '') behindBlank = true;
    else if (behindBlank) lines.push({ at: at + 1, depth: /^[ \t]*/.exec(line)![0].length });
  }
  const least = smallestOf(lines.map(({ depth }) => depth));
  return lines.map(({ at }) => ({ range: { from: at, to: at + least }, insert: '    ' }));
}
