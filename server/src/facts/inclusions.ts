/** Inclusions of whole files, which Quarto and knitr resolve before Pandoc reads the text. */
import type { Inclusion, Token } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** The inside of a shortcode from its `<` on: `< include _part.qmd >}}`. */
const SHORTCODE = /^<\s*include\s+("[^"\n]+"|'[^'\n]+'|[^\s"'>][^\s>]*)/;
/** A chunk header with the option `child`: `child='a.Rmd'`, `child=c("a.Rmd", "b.Rmd")`. */
const CHILD = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*\{[^\n]*?[\s,]child\s*=\s*([^\n]*)/;
/** The option on a line of its own, with one file or several in brackets. */
const CHILD_LINE = /^[ \t>]*#\|[ \t]*child:[ \t]*([^\n]+)/gm;
/** Calls in code that return the text of a file. */
const CALL = /\bknit_child\(\s*(?:input\s*=\s*)?(["'][^"'\n]+["'])/g;
const QUOTED = /["']([^"'\n]+)["']/g;

const BIBLIOGRAPHY = /["']([^"'\n]+\.bib(?:tex)?)["']/g;

/** The bibliographies that code at `range` names. */
export function bibliographiesIn(text: string, range: TextRange): readonly Token[] {
  const code = text.slice(range.from, range.to);
  if (!code.includes('.bib')) return [];
  return [...code.matchAll(BIBLIOGRAPHY)].map((match) => {
    const from = range.from + match.index + 1;
    return { text: match[1]!, range: { from, to: from + match[1]!.length } };
  });
}

/** The file that a shortcode at `range` includes; empty for other shortcodes. */
export function includedByShortcode(text: string, range: TextRange): readonly Inclusion[] {
  const found = SHORTCODE.exec(text.slice(range.from, range.to));
  if (!found) return [];
  const written = found[1]!;
  const lead = /^["']/.test(written) ? 1 : 0;
  const from = range.from + found[0].length - written.length + lead;
  const target = {
    text: written.slice(lead, written.length - lead),
    range: { from, to: range.from + found[0].length - lead },
  };
  // Includes the braces before the opaque range.
  return [{ target, range: { from: range.from - 2, to: range.to } }];
}

/** The files that code at `range`, a chunk or a span, includes. */
export function includedByCode(text: string, range: TextRange): readonly Inclusion[] {
  const code = text.slice(range.from, range.to);
  if (!code.includes('child')) return [];
  const found: Inclusion[] = [];
  const add = (path: string, at: number): void => {
    const from = range.from + at;
    found.push({ target: { text: path, range: { from, to: from + path.length } }, range });
  };
  const addQuoted = (words: string, at: number): void => {
    for (const match of words.matchAll(QUOTED)) add(match[1]!, at + match.index + 1);
  };
  const header = CHILD.exec(code);
  if (header) {
    const value = header[1]!;
    const list = /^(?:c\s*\([^)\n]*\)?|["'][^"'\n]*["'])/.exec(value)?.[0];
    if (list) addQuoted(list, header[0].length - value.length);
  }
  for (const match of code.matchAll(CHILD_LINE)) {
    const value = match[1]!;
    const at = match.index + match[0].length - value.length;
    if (/["']/.test(value)) addQuoted(value, at);
    else if (!value.startsWith('[')) add(value.trim(), at);
    else for (const item of value.matchAll(/[^\s,[\]]+/g)) add(item[0], at + item.index);
  }
  for (const match of code.matchAll(CALL))
    addQuoted(match[1]!, match.index + match[0].length - match[1]!.length);
  return found;
}
