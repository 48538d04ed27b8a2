/** Notes in the preview: note calls linked to notes, notes in their place, inline notes. */
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { closingBracket, within } from './inline.ts';
import type { Token } from './parts.ts';
import { say } from '../../../server/src/words/say.ts';

const CARET = 94;
const BRACKET = 91;

const marker = /\[\^([^\]\s]+)\]/y;
const definition = /\[\^([^\]\s]+)\]:/y;

/** Parses the note call at the state's position. */
export function pushMarker(state: StateInline, silent: boolean): boolean {
  marker.lastIndex = state.pos;
  const match = marker.exec(state.src);
  if (!match || marker.lastIndex > state.posMax) return false;
  const end = state.pos + match[0].length;
  if (!silent) {
    state.push('sicetnon_marker_open', 'sup', 1).attrSet('class', 'sicetnon-marker');
    state.push('sicetnon_noteref_open', 'a', 1).meta = { note: match[1]! };
    state.push('sicetnon_name', '', 0).content = match[1]!;
    state.push('sicetnon_noteref_close', 'a', -1);
    state.push('sicetnon_marker_close', 'sup', -1);
  }
  state.pos = end;
  return true;
}

/** A markdown-it inline rule for `^[…]`. */
export function inlineNoteRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== CARET || src.charCodeAt(pos + 1) !== BRACKET) return false;
  const close = closingBracket(state, pos + 1);
  if (close < 0) return false;
  if (!silent) {
    const opening = state.push('sicetnon_inline_note_open', 'span', 1);
    opening.attrSet('class', 'sicetnon-inline-note');
    opening.attrSet('role', 'note');
    within(state, pos + 2, close);
    state.push('sicetnon_inline_note_close', 'span', -1);
  }
  state.pos = close + 1;
  return true;
}

/** A markdown-it block rule for `[^label]: …` with its indented continuation, rendered in its place. */
export function noteDefinitionRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  const end = state.eMarks[startLine]!;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  definition.lastIndex = start;
  const match = definition.exec(state.src);
  if (!match || definition.lastIndex > end) return false;
  if (silent) return true;

  const label = match[1]!;
  const opening = state.push('sicetnon_note_open', 'div', 1);
  opening.attrs = [
    ['class', 'sicetnon-note'],
    ['id', noteId(label)],
    ['role', 'note'],
    ['aria-label', say('Note {label}', { label })],
  ];
  opening.meta = { defines: label };
  const name = state.push('sicetnon_note_label_open', 'span', 1);
  name.attrSet('class', 'sicetnon-note-label');
  const words = state.push('sicetnon_name', '', 0);
  words.content = label;
  words.meta = { names: label };
  const named = state.push('sicetnon_note_label_close', 'span', -1);
  // Otherwise the renderer puts line ends around the tags.
  name.block = named.block = false;

  body(state, startLine, endLine, start + match[0].length, end);
  state.push('sicetnon_note_close', 'div', -1);
  opening.map = [startLine, state.line];
  return true;
}

/** Parses the note's content as blocks: the rest of its first line, and lines indented by four or more. */
function body(state: StateBlock, startLine: number, endLine: number, from: number, end: number): void {
  const { blkIndent, parentType } = state;
  const { [startLine]: mark } = state.bMarks;
  const { [startLine]: shift } = state.tShift;
  const { [startLine]: count } = state.sCount;
  let text = from;
  while (text < end && (state.src.charCodeAt(text) === 32 || state.src.charCodeAt(text) === 9)) text++;
  state.bMarks[startLine] = from;
  state.tShift[startLine] = text - from;
  state.blkIndent += 4;
  // The first line counts as indented like its continuations.
  state.sCount[startLine] = state.blkIndent;
  // Markdown-it has no such container. As a list item, its paragraphs can have lazy continuation lines.
  state.parentType = 'list';
  state.md.block.tokenize(state, startLine, endLine);
  state.parentType = parentType;
  state.blkIndent = blkIndent;
  state.bMarks[startLine] = mark!;
  state.tShift[startLine] = shift!;
  state.sCount[startLine] = count!;
}

/**
 * A markdown-it core rule: links each note call to its note, or marks it as missing, and sets the printed numbers:
 * one for each call, also of inline notes, but not inside notes.
 */
export function notesRule(state: StateCore): void {
  const defined = new Set(
    state.tokens.flatMap(({ meta }) => (meta as { defines?: string } | null)?.defines ?? []),
  );
  const numbers = new Map<string, number>();
  let last = 0;
  let depth = 0;
  const names: { readonly token: Token; readonly label: string }[] = [];
  for (const token of state.tokens) {
    depth += nestingOf(token, 'sicetnon_note');
    const label = (token.meta as { names?: string } | null)?.names;
    if (label !== undefined) names.push({ token, label });
    let inline = 0;
    const children = token.children ?? [];
    children.forEach((child, at) => {
      const step = nestingOf(child, 'sicetnon_inline_note');
      if (step > 0 && depth + inline === 0) last++;
      inline += step;
      const called = (child.meta as { note?: string } | null)?.note;
      if (called === undefined) return;
      lead(child, called, defined);
      if (!defined.has(called) || depth + inline > 0) return;
      children[at + 1]!.content = String(++last);
      if (!numbers.has(called)) numbers.set(called, last);
    });
  }
  for (const { token, label } of names) token.content = String(numbers.get(label) ?? label);
}

/** 1 if a token opens an element of this name, -1 if it closes one, 0 otherwise. */
function nestingOf({ type }: Token, name: string): number {
  return type === `${name}_open` ? 1 : type === `${name}_close` ? -1 : 0;
}

function lead(token: Token, label: string, defined: ReadonlySet<string>): void {
  if (defined.has(label)) {
    token.attrSet('href', `#${encodeURIComponent(noteId(label).replace(/\p{Cs}/gu, '\uFFFD'))}`);
    token.attrSet('role', 'doc-noteref');
    token.attrSet('title', say('Note {label}', { label }));
  } else {
    token.attrSet('class', 'sicetnon-missing');
    token.attrSet('title', say('No note is labelled {label}', { label }));
  }
}

function noteId(label: string): string {
  return `sicetnon-note-${label}`;
}
