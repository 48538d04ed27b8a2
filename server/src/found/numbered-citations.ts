/** Citations of a numbered list of references by its numbers. */
import type { FoundCitation } from './model.ts';
import type { NumberedForm } from './numbered-form.ts';
import type { Prose } from './prose.ts';
import type { ReferenceList } from './reference-list.ts';
import { RangeSet } from './range-set.ts';
import { isUnderstood } from './understanding.ts';
import { firstFrom, type TextRange } from '../text/range.ts';
import { largestOf } from '../text/extremes.ts';

/** A list of references that numbers may cite. */
export interface NumberedText {
  readonly text: string;
  readonly prose: Prose;
  readonly opaque: readonly TextRange[];
  /** The range of the document that may cite this list. */
  readonly scope: TextRange;
  /** Ranges of the document to skip: lists, and markers of notes. */
  readonly excluded: RangeSet;
  /** The number of an entry → its index among the references. */
  readonly entries: ReadonlyMap<number, number>;
}

/** A group of numbers: in one bracket, or superscripts next to each other. */
interface Group {
  readonly form: number;
  readonly range: TextRange;
  readonly items: readonly { readonly number: number; readonly range: TextRange }[];
  readonly isWeak: boolean;
}

/**
 * The citations by number of all numbered lists. Each list is called from the text before it, a single list from
 * everywhere. Also the entries that an ambiguous number may call: `C++[43]`, or one alone on its line.
 */
export function readNumberedCitations(
  forms: NumberedForms,
  page: Pick<NumberedText, 'text' | 'prose' | 'opaque'>,
  lists: readonly ReferenceList[],
  markers: readonly TextRange[],
): { citations: FoundCitation[]; isSure: boolean; doubtful: Set<number> } {
  const { text, prose } = page;
  const doubtful = new Set<number>();
  const isNumbered = ({ entries: [entry] }: ReferenceList) => entry !== undefined && entry.label !== null;
  const lastNumbered = lists.findLast(isNumbered);
  const excluded = new RangeSet([...lists.map(({ range }) => prose.range(range.from, range.to)), ...markers]);
  const citations: FoundCitation[] = [];
  let groups = 0;
  let isSure = true;
  let since = 0;
  let first = 0;
  let numbers: [number, number][] = [];
  for (const [i, list] of lists.entries()) {
    if (isNumbered(list)) {
      for (const [n, { label }] of list.entries.entries()) numbers.push([Number(label), first + n]);
      const next = lists[i + 1];
      // One list in two parts, separated by a running head.
      if (next?.entries[0]?.label && next.entries[0].label !== '1') {
        first += list.entries.length;
        continue;
      }
      const entries = new Map(numbers);
      numbers = [];
      const scope = { from: since, to: list === lastNumbered ? text.length : prose.at(list.range.from) };
      const found = forms.read({ ...page, excluded, scope, entries });
      isSure &&= found.isSure;
      for (const number of found.doubtful) if (entries.has(number)) doubtful.add(entries.get(number)!);
      for (const citation of found.citations) citations.push({ ...citation, group: groups + citation.group });
      groups += found.citations.length;
      since = prose.at(list.range.to);
    }
    first += list.entries.length;
  }
  return { citations, isSure, doubtful };
}

/** The minimum number of citations for a list to count as cited by number. */
const FEWEST = 2;
/** Longer than a match of any form with what its lookahead reads. */
const LONGEST_MATCH = 1000;
/** Numbers up to this far beyond the last entry may call an entry that was lost at the end of the list. */
const MOST_BEYOND = 5;

/** Finds citations by number, in the form that calls most of the list. */
export class NumberedForms {
  private readonly all: readonly RegExp[];

  constructor(readonly forms: readonly NumberedForm[]) {
    this.all = forms.map(({ pattern }) => new RegExp(pattern, 'giu'));
  }

  /**
   * The citations by number; none if no form calls enough of the list. They may be incomplete if the numbers are
   * ambiguous.
   */
  read(scene: NumberedText): {
    citations: FoundCitation[];
    isSure: boolean;
    doubtful: ReadonlySet<number>;
  } {
    let doubtful: ReadonlySet<number> = new Set();
    if (scene.entries.size === 0) return { citations: [], isSure: true, doubtful };
    let best: readonly Group[] = [];
    let most = 0;
    let isSure = true;
    this.forms.forEach((form, i) => {
      const { groups, passed } = this.groups(scene, i);
      const called = new Set(groups.flatMap(({ items }) => items.map(({ number }) => number)));
      const known = [...called].filter((number) => scene.entries.has(number)).length;
      if (known < FEWEST || known <= most || !isUnderstood(known, scene.entries.size, form.leastCalled))
        return;
      // Numbers of equations go on after the last reference.
      if (called.size - known >= known) return;
      most = known;
      best = groups;
      doubtful = passed;
      isSure = form.mayBeNotes !== true;
    });
    isSure &&= brokenIn(scene) < FEWEST_BROKEN;
    return { citations: citationsOf(scene, best), isSure, doubtful };
  }

  private groups(scene: NumberedText, form: number): { groups: Group[]; passed: ReadonlySet<number> } {
    const { text, prose, opaque, excluded, entries } = scene;
    // Cut, for a pattern that matches nowhere in the scope would else read on to the end of the text, for every list.
    const read = text.slice(0, scene.scope.to + LONGEST_MATCH);
    const pattern = this.all[form]!;
    const { judge, digits, isInSequence } = this.forms[form]!;
    const largest = largestOf(entries.keys()) + MOST_BEYOND;
    const found: Group[] = [];
    const passed = new Set<number>();
    const heads: { number: number; at: number }[] = [];
    let k = Math.max(0, firstFrom(opaque, scene.scope.from) - 1);
    pattern.lastIndex = scene.scope.from;
    for (let match = pattern.exec(read); match; match = pattern.exec(read)) {
      const range = { from: match.index, to: pattern.lastIndex };
      if (range.from >= scene.scope.to) break;
      while (k < opaque.length && opaque[k]!.to <= range.from) k++;
      const hidden = opaque[k];
      if (hidden && hidden.from < range.from && hidden.to >= range.to) continue;
      if (excluded.has(range.from) || isTyped(text, range.from)) continue;
      const written = match[1]!;
      const from = range.from + match[0].indexOf(written);
      const items = numbersIn(digits?.(written) ?? written, from);
      if (items === null || items.some(({ number }) => number === 0 || number > largest)) continue;
      const judged = judge({ text, prose, ...range });
      if (judged === 'head') heads.push({ number: items[0]!.number, at: range.from });
      if (judged === 'no' || judged === 'head') {
        for (const { number } of items) passed.add(number);
        continue;
      }
      const isWeak = judged === 'weak';
      if (isWeak && !items.every(({ number }) => entries.has(number))) continue;
      found.push({ form, range, items, isWeak });
    }
    const own = heads.length === 0 ? found : found.filter((group) => !isAffiliation(group, heads, text));
    const whole = withBetween(own, text);
    return { groups: isInSequence ? inSequence(whole) : whole, passed };
  }
}

/** ‘> fit2 <- lm(skips ~ mask[2])’: what was typed after a prompt; a quotation has neither arrows nor calls, but plurals and years. */
const TYPED =
  /^[ \t]*[>+][ \t][^\n]*(?:<-|[\p{L}\d_.]\((?!(?:e?s|e?n|in(?:nen)?|e|a)\)|(?:1[4-9]|20)\d\d)|\w\$\w)/u;
const LONGEST_LINE = 200;

/** Whether the line of an offset is input of a program, whose indices and names with numbers cite nothing. */
function isTyped(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return at - start < LONGEST_LINE && TYPED.test(text.slice(start, at + LONGEST_LINE));
}

/** The longest range of numbers, as in `[3]–[60]`. */
const LONGEST_RANGE = 60;
const DASH = /^(?:[\s)]|<\/?sup>)*[-–—‒‐~～](?:[\s(]|<\/?sup>)*$/;
const LONGEST_DASH = 20;

/** ‘[7]–[11]’, ‘<sup>7</sup><sup>–</sup><sup>11</sup>’: the second bracket has the numbers between as well. */
function withBetween(groups: readonly Group[], text: string): Group[] {
  return groups.map((group, i) => {
    const before = groups[i - 1];
    const [last, next] = [before?.items.at(-1), group.items[0]!];
    if (!before || !last || next.number < last.number + 2 || next.number > last.number + LONGEST_RANGE)
      return group;
    if (!DASH.test(text.slice(before.range.to, Math.min(group.range.from, before.range.to + LONGEST_DASH))))
      return group;
    const between = Array.from({ length: next.number - last.number - 1 }, (_, n) => ({
      number: last.number + 1 + n,
      range: next.range,
    }));
    return { ...group, items: [...between, ...group.items] };
  });
}

/** So many broken brackets show that recognition of the pages lost numbers. */
const FEWEST_BROKEN = 2;
/** ‘[4。’, ‘[20采用’, ‘[]’, ‘[93」’, ‘[30.81]’: brackets of which a part was lost. */
const BROKEN =
  /[[［](?:\d[\dIlO,，、–-]*(?=[。；）)\p{Script=Han}])|(?=[。，；])|\s?[\]］]|\d{1,3}[」)）]|[\d,，、–-]*\d\.\d[\d.,，、–-]*[\]］])/gu;
const HAN = /\p{Script=Han}/u;

/** How many brackets of a Chinese text are broken. */
function brokenIn({ text, scope, excluded }: NumberedText): number {
  const own = text.slice(scope.from, scope.to);
  if (!HAN.test(own)) return 0;
  return [...own.matchAll(BROKEN)].filter(({ index }) => !excluded.has(scope.from + index)).length;
}

/** The maximum step beyond the highest number so far. */
const MOST_SKIPPED = 3;

/** Citations whose numbers occurred before or come next. */
function inSequence(groups: readonly Group[]): Group[] {
  let reached = 0;
  return groups.filter(({ items }) => {
    let last = reached;
    for (const { number } of items) {
      if (number > last + MOST_SKIPPED) return false;
      last = Math.max(last, number);
    }
    reached = last;
    return true;
  });
}

/** Words of a sentence, of which names have none. */
const WORDS = /(?:^|\s)\p{Ll}{4,}[,;:]?\s/u;

/** A number after names that begins a later line marks an author's affiliation. */
function isAffiliation(
  { range, items }: Group,
  heads: readonly { readonly number: number; readonly at: number }[],
  text: string,
): boolean {
  const twin = heads.some(
    ({ number, at }) => at > range.from && at < range.from + 2500 && number === items[0]!.number,
  );
  if (!twin) return false;
  const line = text.slice(text.lastIndexOf('\n', range.from) + 1, range.from);
  return !/[.?!]\s/.test(line.replace(/\p{Lu}\.\s/gu, '')) && !WORDS.test(line);
}

const NUMBER = /\d+/g;
/** ‘8a,b’: the parts of an entry. */
const LETTERS_OF_ENTRY = /^[a-h](?:[,–-]\s?[a-h])*/;

/** Expands `3, 5–7, p. 4` to 3, 5, 6 and 7, each with its range; null if a range runs backwards. */
function numbersIn(written: string, at: number): Group['items'] | null {
  const items: { number: number; range: TextRange }[] = [];
  let end = 0;
  for (const { 0: digits, index } of written.matchAll(NUMBER)) {
    const gap = written.slice(end, index).replace(LETTERS_OF_ENTRY, '');
    if (
      end > 0 &&
      !/^\s?(?:[,;，、；]\\?\s?(?:and\s|und\s)?|[-–—‒‐~～]|\s(?:and|und|to|et|y|e|&)\s)\s?$/.test(gap)
    )
      break;
    const number = Number(digits);
    const last = items.at(-1)?.number;
    if (/[-–—‒‐~～]|\sto\s/.test(gap) && last !== undefined) {
      if (number <= last || number - last > LONGEST_RANGE) return null;
      for (let between = last + 1; between < number; between++)
        items.push({ number: between, range: { from: at + end, to: at + index } });
    }
    items.push({ number, range: { from: at + index, to: at + index + digits.length } });
    end = index + digits.length;
  }
  return items.length > 0 ? items : null;
}

function citationsOf({ text, entries }: NumberedText, groups: readonly Group[]): FoundCitation[] {
  return groups.flatMap(({ range: groupRange, items }, group) =>
    items.map(({ number, range }): FoundCitation => {
      const entry = entries.get(number);
      return {
        mode: 'NormalCitation',
        text: text.slice(range.from, range.to),
        number: String(number),
        range,
        groupRange,
        group,
        names: [],
        namesRange: null,
        etAl: false,
        followUp: false,
        year: null,
        yearSuffix: '',
        yearRange: null,
        locator: null,
        pages: null,
        prefix: '',
        suffix: '',
        candidates: entry === undefined ? [] : [entry],
        near: [],
        standsInList: false,
        status: entry === undefined ? 'unresolved' : 'resolved',
        citedIn: null,
      };
    }),
  );
}
