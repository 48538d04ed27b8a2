import { isAuthorInItalics } from './emphasised-authors.ts';
import type { Prose } from './prose.ts';
import type { ShortForms } from './short-forms.ts';
import type { TitleRange } from './work-form.ts';

/** Quoted and italic titles in order, without short forms and single foreign words in italics. */
export function titlesIn(prose: Prose, from: number, to: number, shortForms: ShortForms): TitleRange[] {
  const { text } = prose;
  const titles: TitleRange[] = [];
  const quotes =
    /"([^"”]{3,400})["”]|“([^”"]{3,400})["”]|“([^”]{3,400})”|«\s?([^»]{3,400}?)\s?»|»([^«»]{3,400})«|„([^“”]{3,400})[“”]|(?<![\p{L}\p{N}])‘([^‘\n]{2,300}?)’(?=[,.;:)]|\s[([]|\s(?:in|dans)\s|\s*$)|「([^」]{2,200})」|《([^》]{2,200})》|(?<![\p{L}\p{N}])'(?=[\p{Lu}\p{N}“"])((?:[^'\n]|\n(?!\n)|'(?![,.;:)]|\s?[([]|\s(?:in|accessed|\p{Lu}{2})\b|\s*$)){3,300}?)'(?=[,.;:)]|\s?[([]|\s(?:in|accessed|\p{Lu}{2})\b|\s*$)/uy;
  const openers = /["“«»„‘「《']/g;
  // Searched in the stretch only, since a search in the whole text would run to its end if nothing is quoted.
  const here = text.slice(from, to);
  for (let opener = openers.exec(here); opener; opener = openers.exec(here)) {
    quotes.lastIndex = from + opener.index;
    const match = quotes.exec(text);
    if (!match) continue;
    openers.lastIndex = quotes.lastIndex - from;
    // ‘Paris, Weir, coll. « Les quais », 1976’: the series.
    if (SERIES_BEFORE.test(text.slice(Math.max(from, match.index - 14), match.index))) continue;
    const words = match.slice(1).find((group) => group !== undefined)!;
    titles.push({ from: match.index, to: match.index + match[0].length, text: tidyTitle(words) });
  }
  for (let i = prose.emphasisAt(from); i < prose.emphasis.length && prose.emphasis[i]!.from < to; i++) {
    const range = prose.emphasis[i]!;
    const words = text.slice(range.from, range.to);
    if (range.from < from || titles.some((title) => title.from < range.to && range.from < title.to)) continue;
    const form = shortForms.after(words, 0);
    if (form && form.index < 3) continue;
    if (isAuthorInItalics(prose, words)) continue;
    if (/^(?:see|cf\.?|et al\.?|in|eds?\.?|supra|infra|passim|also|voir|vgl\.?)[\s.,]*$/i.test(words))
      continue;
    if (!/\s/.test(words.trim()) && !/^[\p{Lu}\p{Lo}]/u.test(words)) continue;
    titles.push({ from: range.from, to: range.to, text: tidyTitle(words) });
  }
  return titles.sort((a, b) => a.from - b.from);
}

/** What names a series of books. */
const SERIES_BEFORE = /\b(?:coll|collection|collana|colecci[oó]n|coleç[aã]o|Reihe)\.?\s?$/iu;

/** A title on one line, without surrounding commas and full stops. */
export function tidyTitle(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s,.]+|[\s,.]+$/g, '');
}
