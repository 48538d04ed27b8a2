/** Converts notes of found texts to Pandoc's syntax. */
import { readFacts } from '../../facts/read.ts';
import type { FoundFacts, FoundMarker, FoundNoteDefinition } from '../../found/model.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { parseTree } from '../../syntax/tree.ts';
import { encloses, type TextRange } from '../../text/range.ts';
import { spliced, type TextSplice } from './splices.ts';

export interface NoteConversion {
  readonly splices: readonly TextSplice[];
  /** The number of notes converted. */
  readonly count: number;
}

/** The plan for one note: its markers in the text, and its definition. */
interface Plan {
  readonly definition: FoundNoteDefinition;
  readonly label: string;
  readonly markers: readonly TextRange[];
  readonly range: TextRange;
}

/**
 * Converts the notes that `wanted` selects by their index in `noteDefinitions`, with their markers. Skips notes
 * without a marker, which Pandoc would drop; markers inside notes, which it would print literally; and notes that
 * would not read back with the same words.
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
  // Only the opening of the number may precede it on the line.
  if (!/^ {0,3}(?:\\?\[|\^|<[^\n]{0,200}>)?$/.test(text.slice(from, range.from))) return null;
  if (text.slice(bodyRange.from, bodyRange.to).trim() === '') return null;
  const inText = markers.map((index) => found.markers[index]!).filter((marker) => !isInNote(marker, found));
  if (inText.length === 0) return null;
  return {
    definition,
    // Numbers restart with each list, but labels must be unique.
    label: found.noteLists.length > 1 ? `${list + 1}.${label}` : label,
    markers: inText.map((marker) => wholeMarker(marker.range, text)),
    range: { from, to: bodyRange.to },
  };
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

function splicesOf(plans: readonly Plan[], text: string): TextSplice[] {
  const ends = new Set(plans.map(({ range }) => range.to));
  const starts = new Set(plans.map(({ range }) => range.from));
  return plans.flatMap(({ label, markers, range, definition: { bodyRange } }) => {
    const isFirst = !(range.from === 0 || /\n[ \t]*\n$/.test(text.slice(0, range.from)));
    // In Pandoc a note begins after a blank line or another note.
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

/** Indents the paragraphs of a note after the first by four columns, keeping their relative indentation. */
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

/** The plans whose notes read back with their markers and words, and nothing more. */
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
