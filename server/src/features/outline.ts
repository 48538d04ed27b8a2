import type { DocumentView } from '../checking/rule.ts';
import { plainText } from '../facts/plain-text.ts';
import { shortened } from '../text/shortened.ts';
import type { TextRange } from '../text/range.ts';

/** A heading, claim or note of a document, with the items inside it. */
export interface OutlineItem {
  readonly kind: 'heading' | 'claim' | 'note';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly range: TextRange;
  /** Inside `range`: what is selected when the item is chosen. */
  readonly selection: TextRange;
  readonly children: readonly OutlineItem[];
}

interface Growing extends OutlineItem {
  readonly children: Growing[];
}

/**
 * The document's headings, nested, with claims and notes below them in the order of the text. With `withHeadings`
 * false (for editors that list headings themselves) only claims and notes.
 */
export function outlineOf({ text, facts, found }: DocumentView, withHeadings = true): OutlineItem[] {
  const ends = endsOfSections(facts.headings, text.length);
  const headings = facts.headings.map(({ range, text: words }, index) =>
    item('heading', words || '…', '', { from: range.from, to: ends[index]! }, range),
  );
  const claims = facts.claims.map(({ id, range, text: words, says, attributes }) =>
    item(
      'claim',
      id ? `#${id.text}` : shortened(words) || 'claim',
      id ? shortened(words) : (says?.text ?? ''),
      range,
      id?.range ?? { from: range.from, to: Math.max(range.from, attributes.range.from) },
    ),
  );
  const words = (range: TextRange) => shortened(plainText(text.text, range).trim());
  const notes = [
    ...facts.definitions.map(({ label, range, labelRange, bodyRange }) =>
      item('note', `[^${label}]`, words(bodyRange), range, labelRange),
    ),
    ...found.noteDefinitions.map(({ label, range, labelRange, bodyRange }) =>
      item('note', label, words(bodyRange), range, labelRange),
    ),
  ];
  return nested([...(withHeadings ? headings : []), ...claims, ...notes]);
}

/** Where the section of each heading ends: at the next of its level or one above, or with the text. */
function endsOfSections(headings: DocumentView['facts']['headings'], length: number): number[] {
  const ends: number[] = [];
  /** By level, where the next heading of it begins. */
  const next: (number | undefined)[] = [];
  for (let index = headings.length - 1; index >= 0; index--) {
    const { level, range } = headings[index]!;
    let end = length;
    for (let each = 1; each <= level; each++) end = Math.min(end, next[each] ?? length);
    ends[index] = end;
    next[level] = range.from;
  }
  return ends;
}

function item(
  kind: OutlineItem['kind'],
  name: string,
  detail: string,
  range: TextRange,
  selection: TextRange,
): Growing {
  return { kind, name, detail, range, selection: within(selection, range), children: [] };
}

function within({ from, to }: TextRange, outer: TextRange): TextRange {
  return outer.from <= from && to <= outer.to ? { from, to } : { from: outer.from, to: outer.from };
}

/** Nests each item in the innermost one that contains it. */
function nested(items: Growing[]): OutlineItem[] {
  items.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  const top: Growing[] = [];
  const open: Growing[] = [];
  for (const each of items) {
    while (open.length > 0 && open.at(-1)!.range.to < each.range.to) open.pop();
    (open.at(-1)?.children ?? top).push(each);
    open.push(each);
  }
  return top;
}
