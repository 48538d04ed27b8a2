import type { Token } from '../facts/model.ts';
import type { ScannedEntry } from './bibtex-scanner.ts';
import { BibtexWalker } from './bibtex-walker.ts';

/** Fields in which one entry names others. */
const LINKS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset']);

/** The keys by which entries of a file name others in it. Ranges are UTF-16 offsets in `text` (line ends LF). */
export function linkedKeys(text: string, entries: readonly ScannedEntry[]): Token[] {
  const keys: Token[] = [];
  for (const entry of entries)
    new BibtexWalker(text, entry.escapes).fields(entry.body, entry.closer, (nameFrom, nameTo, from, to) => {
      if (!LINKS.has(text.slice(nameFrom, nameTo).toLowerCase())) return;
      const value = text.slice(from, to);
      // A concatenation (`#`) or an abbreviation has no range that could be pointed at.
      if (!/^[{"][^{}"#]*[}"]\s*$/.test(value)) return;
      for (const match of value.matchAll(/[^\s,{}"]+/g)) {
        const start = from + match.index;
        keys.push({ text: match[0], range: { from: start, to: start + match[0].length } });
      }
    });
  return keys;
}
