import type { CitationForm, RawCitation } from '../../citation-form.ts';
import { isPrefix, tidyWords } from '../../citation-words.ts';
import { partsFrom } from '../../citation-items.ts';
import { foldedWords } from '../../folding.ts';
import type { PageSpan } from '../../model.ts';
import { namesBefore } from '../../names-in-prose.ts';
import type { ChosenNames } from '../../names-in-prose.ts';
import type { Group } from '../../parentheses.ts';
import { movedLocator, movedNames, rawCitation } from '../../raw-citation.ts';
import type { ReferenceIndex } from '../../reference-match.ts';
import { readLocator } from '../../../pages/printed-locator.ts';

const PAGES = /(?:\s(?:pp?\.\s?)?)(\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,6})\s*$/;
const TITLE = /,?\s+[“"‘«]?([^“”"‘’«»;]{2,80}?)[,.]?[”"’»]?$/u;
const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/;

export const namesAndPage: CitationForm = {
  name: 'names-and-page',
  languages: ['any'],
  yields: 'citations',
  what: 'Names and a page, with a short title where the author has several works: *(Weaver 14)*, *(Weaver, “Looms” 14)*',
  needs: String.raw`\d`,
  isPageOnly: true,
  inGroup: (group, { index }) => read(group, index),
  workOf: (raw, ways) => ways.byNames(raw),
  fixture: `The guilds wove (⟦names-and-page|Weaver 14⟧), and the town paid (⟦names-and-page|see Dyer and Carder 205–6⟧).

Works cited

Dyer, Ben, and Carla Carder. *Dyes*. Burrow, 2005.

Weaver, Anna. *Looms of the North*. Burrow, 2003.
`,
};

function read(group: Group, index: ReferenceIndex): RawCitation[] | null {
  if (index.works.length === 0) return null;
  const { content } = group;
  const raws: RawCitation[] = [];
  for (const part of partsFrom(content, 0)) {
    const raw = item(group, index, part);
    // A parenthesis of this form contains nothing else.
    if (!raw) return null;
    raws.push(raw);
  }
  return raws.length > 0 ? raws : null;
}

function item(group: Group, index: ReferenceIndex, part: { from: number; to: number }): RawCitation | null {
  const words = group.content.slice(part.from, part.to);
  const pages = PAGES.exec(words);
  if (!pages || YEAR.test(words)) return null;
  const names = namesOf(words.slice(0, pages.index), index);
  if (!names) return null;
  const prefix = words.slice(0, names.range.from);
  if (!isPrefix(prefix)) return null;
  const at = pages.index + pages[0].indexOf(pages[1]!);
  const locator = readLocator(words, at, true);
  if (!locator) return null;
  const exact = onThatPage(names.exact, locator.pages, index);
  const base = group.from + 1 + part.from;
  const from = base + /^\s*/.exec(words)![0].length;
  return rawCitation(namesAndPage, {
    kind: 'item',
    group,
    range: { from, to: base + at + pages[1]!.length },
    names: movedNames({ ...names, exact }, base),
    locator: movedLocator(locator, base),
    prefix: tidyWords(prefix),
  });
}

/** The names at the end of `words`, or before a short title, if the list has works by them. */
function namesOf(words: string, index: ReferenceIndex): ChosenNames | null {
  const plain = longest(words, words.length, index);
  if (plain) return plain;
  const nobody = unknown(words, index);
  if (nobody) return nobody;
  for (let comma = words.lastIndexOf(','); comma > 0; comma = words.lastIndexOf(',', comma - 1)) {
    const title = TITLE.exec(words.slice(comma))?.[1];
    const names = title === undefined ? null : longest(words, comma, index);
    if (!names) continue;
    const short = foldedWords(title!);
    const exact = names.exact.filter((work) => holds(foldedWords(index.works[work]!.title ?? ''), short));
    return exact.length > 0 ? { ...names, exact } : null;
  }
  return null;
}

/** Narrows several works to those that contain the page. */
function onThatPage(
  works: readonly number[],
  page: PageSpan | null,
  index: ReferenceIndex,
): readonly number[] {
  if (works.length < 2 || page === null) return works;
  const holding = works.filter((work) => {
    const own = index.works[work]!.pages;
    return !own || (own.from <= page.from && page.to <= own.to);
  });
  return holding.length > 0 ? holding : works;
}

/** A name that is not in the list: one or two capitalised words. */
const UNKNOWN =
  /^\s*((?:v[ao]n\s|de[rn]?\s)?\p{Lu}[\p{Ll}’'-]{2,}(?:\s(?:and|und|&)\s\p{Lu}[\p{Ll}’'-]{2,})?)$/u;

function unknown(words: string, index: ReferenceIndex): ChosenNames | null {
  const match = UNKNOWN.exec(words);
  if (!match) return null;
  const names = match[1]!.split(/\s(?:and|und|&)\s/);
  const from = words.length - match[1]!.length;
  const { near } = index.match(names, false, null, '');
  return { range: { from, to: words.length }, names, etAl: false, possessive: false, exact: [], near };
}

function longest(words: string, end: number, index: ReferenceIndex): ChosenNames | null {
  const chain = namesBefore(words, end, 0);
  if (!chain || chain.to < end - 1) return null;
  const units = chain.units.map((unit) => unit.map(({ from, to }) => words.slice(from, to)));
  for (let u = 0; u < units.length; u++)
    for (let w = 0; w < units[u]!.length; w++) {
      const names = [units[u]!.slice(w).join(' '), ...units.slice(u + 1).map((unit) => unit.join(' '))];
      const exact = index.worksBy(names, chain.etAl);
      if (exact.length === 0) continue;
      const range = { from: chain.units[u]![w]!.from, to: chain.to };
      return { range, names, etAl: chain.etAl, possessive: chain.possessive, exact, near: [] };
    }
  return null;
}

function holds(title: readonly string[], short: readonly string[]): boolean {
  return title.some((_, at) => short.every((word, i) => title[at + i] === word));
}
