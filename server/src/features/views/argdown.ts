/** The claim map in Argdown, the notation of argument maps (https://argdown.org/syntax/). */
import type { ClaimMap, MapEdge, MapEdgeKind } from '../../protocol/pictures.ts';
import type { ViewedClaim } from '../../protocol/views.ts';
import { visible } from '../../text/visible.ts';

/** Argdown's signs for a relation that leads out of a statement. */
const SIGNS: Readonly<Record<Exclude<MapEdgeKind, 'qualifies' | 'resolves'>, string>> = {
  supports: '+>',
  implies: '+>',
  conflict: '><',
};

/**
 * The map as an Argdown document: a statement for each claim, with its tags and data, and under it what it
 * supports, implies or contradicts. What Argdown has no relation for (to qualify, to settle) is kept as a
 * comment. Settled conflicts are comments, too: drawn, they would look like such as stand.
 */
export function toArgdown({ nodes, edges }: ClaimMap, title: string): string {
  const titles = titlesOf(nodes.map(({ claim }) => claim));
  const leading = new Map<string, MapEdge[]>();
  for (const edge of edges) leading.set(edge.from, [...(leading.get(edge.from) ?? []), edge]);
  const statements = nodes.map(({ claim }) => {
    const lines = [`[${titles.get(claim.key)!}]: ${escaped(claim.text)} ${tags(claim)}`.trimEnd()];
    lines.push(`  // ${words(`${claim.asserters.join(' and ')}; ${claim.path}, line ${claim.line + 1}`)}`);
    for (const { kind, to, settled } of leading.get(claim.key) ?? []) {
      const target = `[${titles.get(to)!}]`;
      if (kind === 'qualifies' || kind === 'resolves') lines.push(`  // ${kind} ${target}`);
      else lines.push(settled ? `  // a settled conflict with ${target}` : `  ${SIGNS[kind]} ${target}`);
    }
    return lines.join('\n');
  });
  return [`# ${escaped(title)}`, ...statements].join('\n\n') + '\n';
}

/**
 * A title for each claim: its id where no other claim shares it, else with its file. In brackets nothing can be
 * escaped, so what would mean something there goes; titles that become one that way are numbered.
 */
function titlesOf(claims: readonly ViewedClaim[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of claims) counts.set(label, (counts.get(label) ?? 0) + 1);
  const taken = new Set<string>();
  return new Map(
    claims.map(({ key, label }) => {
      // Brackets go first: what they kept apart might begin a comment.
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

/** Text in which no character means anything to Argdown, on one line. */
function escaped(text: string): string {
  return words(text).replace(/[\\[\]<>*_#@{}]/g, '\\$&');
}

/**
 * Words on one line, with nothing in them that begins a comment: that cannot be escaped, an invisible word joiner
 * keeps its signs apart.
 */
function words(text: string): string {
  return visible(text.replace(/[\s\u0085]+/g, ' ').trim())
    .replace(/\/(?=[/*])/g, '/\u2060')
    .replace(/<(?=!--)/g, '<\u2060');
}
