import type { PandocCitation } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import { escapeMarkdown } from '../text/markdown-escape.ts';
import { workNames } from '../workspace/labels.ts';
import type { FeatureRequest } from './request.ts';

/**
 * A range of the document as Markdown, with citations spelled out: `(see Meyer 2011, p. 4)` for
 * `[see @meyer2011, p. 4]`. An unknown work keeps its key, without the `@`.
 */
export function withCitedWorks(within: TextRange, request: Pick<FeatureRequest, 'view' | 'library'>): string {
  const { text, facts } = request.view;
  const groups = new Map<number, PandocCitation[]>();
  for (const citation of facts.citations) {
    if (citation.range.from < within.from || citation.range.to > within.to) continue;
    const group = groups.get(citation.group);
    if (group) group.push(citation);
    else groups.set(citation.group, [citation]);
  }
  let shown = '';
  let at = within.from;
  for (const items of groups.values()) {
    const [first, last] = [items[0]!, items.at(-1)!];
    const bracket = bracketAround(text.text, { from: first.range.from, to: last.range.to });
    const { from, to } = bracket ?? { from: first.range.from, to: last.range.to };
    if (from < at || to > within.to) continue;
    const words = items.map((item) => itemWords(item, bracket !== null, request)).join('; ');
    shown += text.text.slice(at, from) + (bracket ? `(${words})` : words);
    at = to;
  }
  return shown + text.text.slice(at, within.to);
}

/** The bracket that contains exactly these items; null for an in-text citation. */
function bracketAround(text: string, { from, to }: TextRange): TextRange | null {
  const open = text.slice(0, from).trimEnd().length - 1;
  const close = to + (text.slice(to).length - text.slice(to).trimStart().length);
  return text[open] === '[' && text[close] === ']' ? { from: open, to: close + 1 } : null;
}

function itemWords(
  { key, mode, prefixRange, suffixRange }: PandocCitation,
  isInBracket: boolean,
  { view, library }: Pick<FeatureRequest, 'view' | 'library'>,
): string {
  const { name, year } = workNames(key, view.path, library) ?? { name: key, year: null };
  const [before, suffix] = [view.text.slice(prefixRange).trim(), view.text.slice(suffixRange)];
  const prefix = before === '' ? '' : `${before} `;
  if (isInBracket) {
    const parts = mode === 'SuppressAuthor' && year !== null ? [year] : [name, year];
    return `${prefix}${escapeMarkdown(parts.filter((part) => part !== null).join(' '))}${suffix}`;
  }
  const place = suffix.replace(/^\s*\[|\]\s*$/g, '').replace(/^[\s,]+/, '');
  const inside = [year, place].filter(Boolean).join(', ');
  return escapeMarkdown(name) + (inside ? ` (${inside})` : '');
}
