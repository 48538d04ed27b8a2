/**
 * Limits on what the libraries for LaTeX and CSL get of an entry. Their time grows with up to the fourth
 * power of a field's length, and the third of its brace depth. Within these limits each answers in tenths of
 * a second; no real field is longer.
 */
import { NAME_PARTS } from './csl-item.ts';
import type { BibtexFields } from './bibtex-fields.ts';
import { splitNames } from './bibtex-names.ts';
import { NAME_FIELDS } from './bibtex-to-csl.ts';
import type { CslDate, CslItem, CslName } from './model.ts';

/** Of one field, in UTF-16 units. The longest titles of the hand-press period have some 1,200. */
export const MOST_IN_FIELD = 1500;
/** Of all fields of an entry together, in UTF-16 units. */
export const MOST_IN_ENTRY = 8000;
export const MOST_NAMES = 100;
/** Of all names in one field, in UTF-16 units. */
const MOST_IN_NAMES = 4000;
/** Of one part of a name, a date in words, or a field's name, in UTF-16 units. */
const MOST_IN_PART = 200;
const MOST_FIELDS = 100;
/** The brace depth that the LaTeX library gets. */
export const MOST_DEPTH = 16;

/** Long and seldom printed fields come last, and get what the others leave. */
const LAST = new Set(
  'abstract keywords keyword file annotation annote comment note review options'.split(' '),
);
export interface Bounded<Kept> {
  readonly kept: Kept;
  /** Whether anything was cut. */
  readonly isCut: boolean;
}

/** The fields of a BibTeX entry, cut to the limits of the LaTeX library; the same object where they fit. */
export function boundedFields(fields: BibtexFields): Bounded<BibtexFields> {
  const allowance = new Allowance();
  const kept = new Map<string, string>();
  for (const [name, value] of lastThingsLast(fields)) {
    if (!allowance.field(name)) continue;
    kept.set(
      name,
      NAME_FIELDS.has(name) ? boundedNames(value, allowance) : allowance.text(value, MOST_IN_FIELD, cutLatex),
    );
  }
  return { kept: allowance.isCut ? kept : fields, isCut: allowance.isCut };
}

/** A CSL item, cut to the limits of citeproc; the same object where it fits. */
export function boundedItem(item: CslItem): Bounded<CslItem> {
  const allowance = new Allowance();
  const kept: Record<string, unknown> = {};
  for (const [name, value] of lastThingsLast(Object.entries(item))) {
    if (name === 'id') kept['id'] = item.id;
    else if (allowance.field(name)) kept[name] = boundedValue(value, allowance);
  }
  return { kept: allowance.isCut ? (kept as CslItem) : item, isCut: allowance.isCut };
}

/** The maximal brace depth of some LaTeX, balanced or not. */
export function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = tex.indexOf('{'); at >= 0 && at < tex.length; at++) {
    if (tex[at] === '{') deepest = Math.max(deepest, ++depth);
    else if (tex[at] === '}' && depth > 0) depth--;
  }
  return deepest;
}

/** Distributes an entry's budget over its fields. */
class Allowance {
  private units = MOST_IN_ENTRY;
  private fields = MOST_FIELDS;
  isCut = false;

  /** Whether there is room for another field. */
  field(name: string): boolean {
    const isRoom = this.units > 0 && this.fields > 0 && name.length <= MOST_IN_PART;
    if (isRoom) this.fields--;
    else this.isCut = true;
    return isRoom;
  }

  /** As much of `text` as there is room for; `cut` shortens it. */
  text(text: string, most: number, cut: (text: string, most: number) => string): string {
    const room = Math.min(most, this.units);
    if (text.length > room) this.isCut = true;
    const kept = text.length > room ? cut(text, room) : text;
    this.units -= kept.length;
    return kept;
  }

  /**
   * The first items of a list that there is room for, a mark for the omission, and the last item. Some styles print
   * the first and the last.
   */
  list<Name>(names: readonly Name[], lengthOf: (name: Name) => number, mark: Name): readonly Name[] {
    let room = Math.min(MOST_IN_NAMES, this.units);
    let fit = 0;
    while (fit < names.length && fit < MOST_NAMES && room >= lengthOf(names[fit]!))
      room -= lengthOf(names[fit++]!);
    const all = fit === names.length;
    if (!all) this.isCut = true;
    const kept = all ? names : [...names.slice(0, Math.max(0, fit - 2)), mark, names[names.length - 1]!];
    this.units -= kept.reduce((sum, name) => sum + lengthOf(name), 0);
    return kept;
  }
}

function lastThingsLast<Value>(fields: Iterable<readonly [string, Value]>): (readonly [string, Value])[] {
  const all = [...fields];
  return [...all.filter(([name]) => !LAST.has(name)), ...all.filter(([name]) => LAST.has(name))];
}

/** A list of names in BibTeX; unchanged where it fits. */
function boundedNames(value: string, allowance: Allowance): string {
  const names = splitNames(value);
  if (value.length <= MOST_IN_FIELD && names.length <= MOST_NAMES)
    return allowance.text(value, MOST_IN_FIELD, cutLatex);
  const short = names.map((name) => (name.length > MOST_IN_PART ? cutLatex(name, MOST_IN_PART) : name));
  const isWhole = short.every((name, i) => name === names[i]);
  const kept = allowance.list(short, (name) => name.length + ' and '.length, '{…}');
  if (isWhole && kept === short && value.length <= MOST_IN_NAMES) return value;
  // The list may be long without naming anybody.
  allowance.isCut = true;
  return kept.join(' and ');
}

function boundedValue(value: unknown, allowance: Allowance): unknown {
  if (typeof value === 'string') return allowance.text(value, MOST_IN_FIELD, cutText);
  if (Array.isArray(value)) {
    const names = (value as readonly CslName[]).map((name) => boundedName(name, allowance));
    return allowance.list(names, lengthOfName, { literal: '…' });
  }
  if (typeof value !== 'object' || value === null) return value;
  const date: Record<string, unknown> = { ...(value as CslDate) };
  for (const [name, part] of Object.entries(date))
    if (typeof part === 'string') date[name] = allowance.text(part, MOST_IN_PART, cutText);
  return date;
}

function boundedName(name: CslName, allowance: Allowance): CslName {
  const kept: Record<string, string> = {};
  for (const part of NAME_PARTS) {
    const text = name[part];
    if (text === undefined) continue;
    kept[part] = text.length > MOST_IN_PART ? cutText(text, MOST_IN_PART) : text;
    if (text.length > MOST_IN_PART) allowance.isCut = true;
  }
  return kept;
}

function lengthOfName(name: CslName): number {
  return NAME_PARTS.reduce((sum, part) => sum + (name[part]?.length ?? 0), 1);
}

/** At most `most` units of CSL's text, with an ellipsis. Does not split a tag or a character. */
function cutText(text: string, most: number): string {
  if (most < 1) return '';
  const cut = text.slice(0, most - 1).replace(/<[^<>]*$|[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}

/** At most `most` units of LaTeX. Does not split a command, and closes open groups. */
function cutLatex(tex: string, most: number): string {
  let depth = 0;
  let end = 0;
  for (let at = 0; at < tex.length && at + 1 + depth < most; at++) {
    if (tex[at] === '{') depth++;
    else if (tex[at] === '}') depth--;
    if (at + 2 + Math.max(depth, 0) <= most) end = at + 1;
  }
  const cut = tex.slice(0, end).replace(/\\[A-Za-z]*$|[\uD800-\uDBFF]$/, '');
  return most < 1 ? '' : `${cut}…${'}'.repeat(openIn(cut))}`;
}

function openIn(tex: string): number {
  let depth = 0;
  for (const letter of tex)
    if (letter === '{') depth++;
    else if (letter === '}' && depth > 0) depth--;
  return depth;
}
