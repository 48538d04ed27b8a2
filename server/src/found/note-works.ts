import { personIn } from './note-names.ts';
import { titlesIn } from './note-titles.ts';
import { NO_CITATION } from './name-words.ts';
import type { Prose } from './prose.ts';
import type { ShortForms } from './short-forms.ts';
import type { NotePart, ReadWork, TitleRange, WorkForm } from './work-form.ts';
import type { TextRange } from '../text/range.ts';

const ABBREVIATION =
  /(?:^|[\s(["“‘'.-])(?:\p{Lu}|al|ca?|cf|ch|ed|eds|e\.g|etc|ff?|fig|hrsg|hg|ibid|ib|id|i\.e|jr|mr|mrs|ms|nn?|nos?|op|ob|cit|art|loc|pp?|para|s|sec|st|trans|dir|vgl|vols?|bd|nr|u\.a|z\.b|anm|fn|cfr|pág|ebd|ders|dies|coord|a\.a|dr|prof|rev|univ)$/iu;
const YEAR = /(?<!\d)(1[5-9]\d\d|20\d\d)([a-z])?(?!\d)/gu;
const JOINT =
  /[,.;”"»’]\s(?:(?:as\s)?(?:quoted|cited|discussed)\s(?:by|in)|cité (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|in|dans|apud|citado (?:por|en)|citato (?:da|in))\s[^,]*(?:,|\([^)]*\)|\s)*[^“"«]*$/u;

/** Reads the works that notes describe, in all the ways that some conventions know. */
export class NoteWorksReader {
  constructor(
    private readonly forms: readonly WorkForm[],
    private readonly shortForms: ShortForms,
  ) {}

  /** The works that the note `[from, to)` of the prose describes in full. Linear in its length. */
  read(prose: Prose, from: number, to: number): ReadWork[] {
    const works: ReadWork[] = [];
    let lonely: NotePart['lonely'] = null;
    for (const segment of segmentsOf(prose, from, to)) {
      const titles = titlesIn(prose, segment.from, segment.to, this.shortForms);
      const parts = splitAtNames(prose.text, segment, titles);
      for (const part of parts) {
        const own = titles.filter((title) => title.from >= part.from && title.to <= part.to);
        const work = this.readPart(prose, part, own, lonely);
        if (work) works.push(work);
        else if (this.isImprint(prose.text, part, works[works.length - 1]))
          works.push(continued(prose.text, works.pop()!, part));
        lonely = work || parts.length > 1 ? null : personIn(prose.text, part);
      }
    }
    return works;
  }

  private readPart(
    prose: Prose,
    whole: TextRange,
    titles: readonly TitleRange[],
    lonely: NotePart['lonely'],
  ): ReadWork | null {
    const to = this.endOfDescription(prose.text, whole);
    if (to === null) return null;
    const part: NotePart = {
      prose,
      from: whole.from,
      to,
      wholeTo: whole.to,
      titles: titles.filter((range) => range.to <= to + 1),
      year: lastYear(prose.text.slice(whole.from, to)),
      lonely,
    };
    for (const form of this.forms) {
      const work = form.read(part);
      if (work) return work;
    }
    return null;
  }

  /** Only what stands before ‘in …, op. cit.’ or ‘quoted by …, op. cit.’ is described here; null where nothing is. */
  private endOfDescription(text: string, part: TextRange): number | null {
    const short = this.shortForms.after(text.slice(0, part.to), part.from);
    if (!short) return part.to;
    const before = text.slice(part.from, short.index);
    const joint = JOINT.exec(before);
    return joint && part.from + joint.index + 1;
  }

  /** ‘… talk at the Guild. Ghent, 2005’: the rest of an imprint that a full stop cut off. */
  private isImprint(text: string, part: TextRange, before: ReadWork | undefined): boolean {
    if (!before || before.year !== null || part.from - before.range.to > 3 || part.to - part.from > 80)
      return false;
    const words = text.slice(part.from, part.to);
    return (
      /(?:1[5-9]|20)\d\d/.test(words) && /^[\p{Lu}]/u.test(words) && this.shortForms.after(words, 0) === null
    );
  }
}

function lastYear(words: string): string | null {
  const last = [...words.matchAll(YEAR)].at(-1);
  return last ? last[1]! + (last[2] ?? '') : null;
}

function continued(text: string, work: ReadWork, part: TextRange): ReadWork {
  const year = /(1[5-9]\d\d|20\d\d)[a-z]?/.exec(text.slice(part.from, part.to))![0];
  return { ...work, year, range: { from: work.range.from, to: part.to } };
}

/** Sources are set apart by semicolons and sentence ends, outside quotations and parentheses. */
function segmentsOf(prose: Prose, from: number, to: number): TextRange[] {
  const { text } = prose;
  const segments: TextRange[] = [];
  let begun = from;
  let depth = 0;
  let quoted = false;
  const cut = (at: number, next: number): void => {
    if (text.slice(begun, at).trim() !== '') segments.push({ from: begun, to: at });
    begun = next;
  };
  for (let i = from; i < to; i++) {
    const letter = text[i]!;
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === '"') quoted = !quoted;
    else if (letter === '“' || letter === '«') quoted = true;
    else if (letter === '”' || letter === '»') quoted = false;
    else if (quoted || depth > 0) continue;
    else if (letter === ';' || letter === '；' || letter === '。') cut(i, i + 1);
    else if (letter === '\n' && isLineEnd(text, i)) cut(i, i + 1);
    else if (
      (letter === '.' || letter === '?' || letter === '!') &&
      /^\s+["“«‘(]?[\p{Lu}\uFFFC]/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 12), i);
      if (letter === '.' && ABBREVIATION.test(before)) continue;
      if (prose.isEmphasised(i) && prose.isEmphasised(i + 2)) continue;
      cut(i + 1, i + 1);
    }
  }
  cut(to, to);
  return segments.map((segment) => trimmed(text, segment.from, segment.to));
}

/** A line that ends a sentence or an address; `Ibid.` may stand below it in a paragraph of its own. */
function isLineEnd(text: string, at: number): boolean {
  return (
    /[.;)\uFFFC]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s*[\p{Lu}“"«]/u.test(text.slice(at, at + 8))
  );
}

function trimmed(text: string, from: number, to: number): TextRange {
  let a = from;
  let b = to;
  while (a < b && /[\s,]/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return { from: a, to: b };
}

/** ‘A, *x*, 2003, and B, *y*, 2004’ is two works; so is ‘Interview with M, 2003 and H., *y*’. */
function splitAtNames(text: string, segment: TextRange, titles: readonly TitleRange[]): TextRange[] {
  const parts: TextRange[] = [];
  let from = segment.from;
  titles.forEach((title, i) => {
    const since = i === 0 ? segment.from : titles[i - 1]!.to;
    const between = text.slice(since, title.from);
    const match = /(?:^|[\s,])(?:and|et|und|y|e|&)\s(\p{Lu}[\p{L}'’.-]*(?:\s[\p{L}'’.-]+){0,4}),\s*$/u.exec(
      between,
    );
    if (!match) return;
    const at = since + match.index;
    const earlier = text.slice(from, at);
    const first = (/[\p{L}-]+/u.exec(earlier)?.[0] ?? '').toLowerCase();
    if (i === 0 ? !NO_CITATION.has(first) : !/\d{4}/.test(between.slice(0, match.index))) return;
    parts.push(trimmed(text, from, at));
    from = since + match.index + match[0].length - match[1]!.length - /,\s*$/.exec(match[0])![0].length;
  });
  parts.push(trimmed(text, from, segment.to));
  return parts;
}
