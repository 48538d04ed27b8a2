/** Lists of references as Pandoc prints them, each entry in a div of its own to which its citations link. */
import type { FoundCitation } from './model.ts';
import type { TextRange } from '../text/range.ts';

const LINK = /\]\(#(ref-[^)\s]+)\)/g;
const ANCHOR = /(?:\bid="|\{#)(ref-[^"}\s]+)/g;
/** The maximum distance of a div's opening from its entry, in UTF-16 units. */
const LONGEST_OPENING = 400;
/** The maximum length of a link's text, in UTF-16 units. */
const LONGEST_WORDS = 200;

/**
 * Resolves citations by their links, and lists the entries that have links. Citations are dropped
 * if their link leads to an entry that could not be read.
 */
export interface Anchored {
  readonly citations: readonly FoundCitation[];
  readonly linked: ReadonlySet<number>;
}

/**
 * Resolves citations by the links that they contain.
 * @param entries the ranges of the entries in the text, in order
 */
export function resolveByLinks(
  text: string,
  entries: readonly TextRange[],
  citations: readonly FoundCitation[],
): Anchored {
  const linked = new Set<number>();
  if (entries.length === 0 || !text.includes('](#ref-')) return { citations, linked };
  const byAnchor = new Map<string, number>();
  entries.forEach(({ from }, index) => {
    const above = Math.max(entries[index - 1]?.to ?? 0, from - LONGEST_OPENING);
    const anchor = [...text.slice(above, from).matchAll(ANCHOR)].at(-1)?.[1];
    if (anchor !== undefined) byAnchor.set(anchor, index);
  });
  const anchors = new Set([...text.matchAll(ANCHOR)].map((match) => match[1]!));
  const links: (TextRange & { readonly entry: number | null })[] = [];
  for (const match of text.matchAll(LINK)) {
    const entry = byAnchor.get(match[1]!) ?? null;
    if (entry === null && !anchors.has(match[1]!)) continue;
    if (entry !== null) linked.add(entry);
    const words = text.slice(Math.max(0, match.index - LONGEST_WORDS), match.index);
    const open = words.lastIndexOf('[');
    if (open >= 0) links.push({ from: match.index - words.length + open, to: match.index, entry });
  }
  let next = 0;
  const resolved = citations.flatMap((citation) => {
    const at = citation.yearRange?.from ?? citation.range.from;
    while (next < links.length && links[next]!.to <= at) next++;
    const link = links[next];
    if (!link || link.from > at) return citation;
    if (link.entry === null) return [];
    return { ...citation, candidates: [link.entry], near: [], status: 'resolved' as const };
  });
  return { citations: resolved, linked };
}
