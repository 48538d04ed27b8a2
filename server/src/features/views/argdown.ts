/** Exports the claim map to Argdown (https://argdown.org/syntax/). */
import type { ClaimMap, MapEdge, MapEdgeKind } from '../../protocol/pictures.ts';
import type { ViewedClaim } from '../../protocol/views.ts';
import { visible } from '../../text/visible.ts';
import { listOf, say } from '../../words/say.ts';

/** Argdown's symbols for outgoing relations. */
const SIGNS: Readonly<Record<Exclude<MapEdgeKind, 'qualifies' | 'resolves'>, string>> = {
  supports: '+>',
  implies: '+>',
  conflict: '><',
};

/**
 * The map as an Argdown document: a statement for each claim, with its tags and data, and below it what it supports,
 * implies or contradicts. Relations that Argdown lacks (qualifies, resolves) become comments. So do settled
 * conflicts, which would look like standing ones.
 */
export function toArgdown({ nodes, edges }: ClaimMap, title: string): string {
  const titles = titlesOf(nodes.map(({ claim }) => claim));
  const leading = new Map<string, MapEdge[]>();
  for (const edge of edges) leading.set(edge.from, [...(leading.get(edge.from) ?? []), edge]);
  const statements = nodes.map(({ claim }) => {
    const lines = [`[${titles.get(claim.key)!}]: ${escaped(claim.text)} ${tags(claim)}`.trimEnd()];
    const where = words(
      say('{asserters}; {path}, line {line}', {
        asserters: listOf(claim.asserters),
        path: claim.path,
        line: claim.line + 1,
      }),
    );
    lines.push(`  // ${where}`);
    for (const { kind, to, settled } of leading.get(claim.key) ?? []) {
      const target = `[${titles.get(to)!}]`;
      if (kind === 'qualifies' || kind === 'resolves') lines.push(`  // ${kind} ${target}`);
      else
        lines.push(
          settled ? say('  // a settled conflict with {target}', { target }) : `  ${SIGNS[kind]} ${target}`,
        );
    }
    return lines.join('\n');
  });
  return [`# ${escaped(title)}`, ...statements].join('\n\n') + '\n';
}

/**
 * A title for each claim: its id if that is unique, else with its file. Titles have no escapes, so special characters
 * are removed; titles that become equal are numbered.
 */
function titlesOf(claims: readonly ViewedClaim[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of claims) counts.set(label, (counts.get(label) ?? 0) + 1);
  const taken = new Set<string>();
  return new Map(
    claims.map(({ key, label }) => {
      // Brackets are removed first: without them other characters may begin a comment.
      const wanted = words((counts.get(label) === 1 ? label : key).replace(/[[\]]/g, '')) || 'claim';
      let title = wanted;
      for (let number = 2; taken.has(title); number++) title = `${wanted} ${number}`;
      taken.add(title);
      return [key, title];
    }),
  );
}

function tags({ standing }: ViewedClaim): string {
  return standing === 'standing' ? '' : `#${standing}`;
}

/** Text on one line without special characters of Argdown. */
function escaped(text: string): string {
  return words(text).replace(/[\\[\]<>*_#@{}]/g, '\\$&');
}

/**
 * Text on one line without a comment. A comment's start cannot be escaped, so its characters are separated by a word
 * joiner.
 */
function words(text: string): string {
  return visible(text.replace(/[\s\u0085]+/g, ' ').trim())
    .replace(/\/(?=[/*])/g, '/\u2060')
    .replace(/<(?=!--)/g, '<\u2060');
}
