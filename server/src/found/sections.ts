import type { Prose } from './prose.ts';
import type { SectionKind, SectionWords } from './section-words.ts';
import type { TextRange } from '../text/range.ts';

/** A heading of a part of the text, in offsets of the prose. */
export interface SectionHeading {
  readonly kind: SectionKind;
  /** Of a Markdown heading, 1 to 6; 0 for a line recognised by its words. */
  readonly level: number;
  /** The words, without markup and numbers. */
  readonly range: TextRange;
  /** The start of the next line. */
  readonly bodyFrom: number;
}

const LINE = /[^\n]+/g;
/** A list item such as ‘- References’ in the outline of a section. */
const ITEM = /^[ \t]*[-*+][ \t]/;
const FURNITURE = /^[\s#>:=—–-]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-z])[.)]?[ \t]+)?/i;

/** Whether blank lines, or the ends of the text, surround a line. */
function isAlone(text: string, from: number, to: number): boolean {
  return (
    /(?:^|\n)[ \t]*(?:\n|^)$/.test(text.slice(Math.max(0, from - 20), from)) &&
    /^(?:\n[ \t]*(?:\n|$)|$)/.test(text.slice(to, to + 20))
  );
}

/**
 * Finds the headings of notes, reference lists and other parts: Markdown headings, and lines that consist of a word
 * such as ‘Notes’, ‘Literaturverzeichnis’ or ‘参考文献’.
 */
export function findHeadings(prose: Prose, words: SectionWords): SectionHeading[] {
  const found: SectionHeading[] = [];
  const items: SectionHeading[] = [];
  let lastMarkdown = -1;
  LINE.lastIndex = 0;
  for (let line = LINE.exec(prose.text); line; line = LINE.exec(prose.text)) {
    const text = line[0];
    const isMarkdown = /^ {0,3}#{1,6}[ \t]/.test(text);
    if (!isMarkdown && text.length > 60) continue;
    const furniture = FURNITURE.exec(text)?.[0].length ?? 0;
    let name = text.slice(furniture);
    let kind = words.kindOf(name, isAlone(prose.text, line.index, line.index + text.length));
    let from = line.index + furniture;
    if (kind === null) {
      const bare = /^[\s#>]*/.exec(text)![0].length;
      name = text.slice(bare);
      kind = words.kindOf(name);
      if (kind !== null || isMarkdown) from = line.index + bare;
    }
    if (kind === null && !isMarkdown) continue;
    const heading: SectionHeading = {
      kind: kind ?? 'other',
      level: isMarkdown ? /#+/.exec(text)![0].length : 0,
      range: { from, to: from + name.trimEnd().replace(/[\s:#.]+$/, '').length },
      bodyFrom: line.index + text.length + 1,
    };
    found.push(heading);
    if (isMarkdown) lastMarkdown = heading.range.from;
    else if (ITEM.test(text)) items.push(heading);
  }
  // A list item that is followed by further sections is the heading of its own section's list only.
  const inner = new Set(items.filter(({ range }) => range.from < lastMarkdown));
  return withoutLabels(found.filter((heading) => !inner.has(heading)));
}

/**
 * Drops labels such as ‘**Primary sources**:’ within a section of another name, in a text with a single Markdown
 * heading of references: the list under a label is reading that the section suggests.
 */
function withoutLabels(headings: readonly SectionHeading[]): SectionHeading[] {
  const own = headings.filter(({ kind, level }) => kind === 'references' && level > 0);
  if (own.length !== 1) return [...headings];
  let level = 0;
  return headings.filter((heading) => {
    if (heading.level > 0) level = heading.level;
    // In a section above that of the references, as a chapter is, a label may head the references of its own.
    const isBeside = level >= own[0]!.level && heading.range.from < own[0]!.range.from;
    return !(heading.level === 0 && heading.kind === 'references' && isBeside);
  });
}
