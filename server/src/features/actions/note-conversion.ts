/** Notes of a text as found, written as Pandoc's. */
import { readFacts } from '../../facts/read.ts';
import type { FoundFacts, FoundMarker, FoundNoteDefinition } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { parseTree } from '../../syntax/tree.ts';
import { encloses, type TextRange } from '../../text/range.ts';
import { spliced, type TextSplice } from './splices.ts';

export interface NoteConversion {
  readonly splices: readonly TextSplice[];
  /** How many notes are converted. */
  readonly count: number;
}

/** A note that can be converted: its markers in the text, and where it is written. */
interface Plan {
  readonly definition: FoundNoteDefinition;
  readonly label: string;
  readonly markers: readonly TextRange[];
  readonly range: TextRange;
}

/**
 * Converts those notes that `wanted` chooses by their index in `noteDefinitions`, markers and words together. Left
 * as they are: notes that nothing calls, which Pandoc would drop; markers within notes, which it would print as
 * they stand; and every note that, read again, does not come out with its own words.
 */
export function convertNotes(view: DocumentView, wanted: (index: number) => boolean): NoteConversion {
  const { found, text } = view;
  let plans = found.noteDefinitions.flatMap((definition, i) => {
    const plan = wanted(i) ? planOf(definition, found, text.text) : null;
    return plan ? [plan] : [];
  });
  for (;;) {
    const splices = splicesOf(plans, text.text);
    const sound = soundPlans(plans, splices, text.text);
    if (sound.length === plans.length) return { splices, count: plans.length };
    plans = sound;
  }
}

function planOf(definition: FoundNoteDefinition, found: FoundFacts, text: string): Plan | null {
  const { range, bodyRange, markers, list, label } = definition;
  const from = text.lastIndexOf('\n', range.from - 1) + 1;
  // In front of the number: nothing, or how the number begins.
  if (!/^ {0,3}(?:\\?\[|\^|<[^\n]{0,200}>)?$/.test(text.slice(from, range.from))) return null;
  if (text.slice(bodyRange.from, bodyRange.to).trim() === '') return null;
  const inText = markers.map((index) => found.markers[index]!).filter((marker) => !isInNote(marker, found));
  if (inText.length === 0) return null;
  return {
    definition,
    // Numbers begin anew with each list; labels may not.
    label: found.noteLists.length > 1 ? `${list + 1}.${label}` : label,
    markers: inText.map((marker) => wholeMarker(marker.range, text)),
    range: { from, to: bodyRange.to },
  };
}

function isInNote({ range }: FoundMarker, { noteDefinitions }: FoundFacts): boolean {
  return noteDefinitions.some((definition) => encloses(definition.range, range));
}

/** A marker with the link around it that a converter made, as there are no links to Pandoc's notes. */
function wholeMarker({ from, to }: TextRange, text: string): TextRange {
  if (text[from - 1] === '[') {
    const target = /^\](?:\([^()\s]{0,200}\))(?:\{[^{}\n]{0,200}\})?/.exec(text.slice(to, to + 420));
    if (target) return { from: from - 1, to: to + target[0].length };
  }
  const open = /<a(?:\s[^<>\n]{0,200})?>$/.exec(text.slice(Math.max(0, from - 220), from));
  if (open && text.startsWith('</a>', to)) return { from: from - open[0].length, to: to + 4 };
  return { from, to };
}

function splicesOf(plans: readonly Plan[], text: string): TextSplice[] {
  const ends = new Set(plans.map(({ range }) => range.to));
  const starts = new Set(plans.map(({ range }) => range.from));
  return plans.flatMap(({ label, markers, range, definition: { bodyRange } }) => {
    const isFirst = !(range.from === 0 || /\n[ \t]*\n$/.test(text.slice(0, range.from)));
    // Pandoc begins a note after a blank line or another note.
    const gap = isFirst && !ends.has(text.slice(0, range.from).trimEnd().length) ? '\n' : '';
    const next = text.indexOf('\n', range.to) + 1;
    const nextLine = next === 0 ? '' : text.slice(next, (text + '\n').indexOf('\n', next));
    const after = nextLine.trim() === '' || starts.has(next) ? '' : '\n';
    return [
      ...markers.map((marker) => ({ range: marker, insert: `[^${label}]` })),
      { range: { from: range.from, to: bodyRange.from }, insert: `${gap}[^${label}]: ` },
      ...indented(bodyRange, text),
      ...(after ? [{ range: { from: bodyRange.to, to: bodyRange.to }, insert: after }] : []),
    ];
  });
}

/** Paragraphs after the first of a note stand four columns in, what is deeper as much deeper. */
function indented({ from, to }: TextRange, text: string): TextSplice[] {
  const lines: { at: number; depth: number }[] = [];
  let behindBlank = false;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    const line = text.slice(at + 1, Math.min(to, (text + '\n').indexOf('\n', at + 1)));
    if (line.trim() === '') behindBlank = true;
    else if (behindBlank) lines.push({ at: at + 1, depth: /^[ \t]*/.exec(line)![0].length });
  }
  const least = Math.min(...lines.map(({ depth }) => depth));
  return lines.flatMap(({ at }) =>
    least === 4 ? [] : [{ range: { from: at, to: at + least }, insert: '    ' }],
  );
}

/** Those notes that, read again, have their markers, their words and nothing more. */
function soundPlans(plans: readonly Plan[], splices: readonly TextSplice[], text: string): Plan[] {
  const after = spliced(text, splices);
  const { markers, definitions } = readFacts(parseTree(after.text));
  const called = new Set(markers.filter(({ inNote }) => inNote === null).map(({ range }) => range.from));
  const written = new Map(definitions.map((definition) => [definition.label, definition]));
  return plans.filter((plan) => {
    if (!plan.markers.every(({ from }) => called.has(after.place(from)))) return false;
    const definition = written.get(plan.label);
    if (!definition) return false;
    const words = after.text.slice(definition.bodyRange.from, definition.bodyRange.to);
    const own = text.slice(plan.definition.bodyRange.from, plan.definition.bodyRange.to);
    return bare(words) === bare(own);
  });
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}
