/** The standing of claims, as far as their own text tells: status and settlement. */
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type { Attributes } from '../../../server/src/facts/model.ts';
import { describe, kindOf, partOf, valueOf } from './parts.ts';
import type { Token } from './parts.ts';

const statuses: ReadonlySet<string> = new Set(['open', 'rejected', 'withdrawn']);

interface Settlement {
  /** The address of the adjudication. */
  readonly by: string;
  /** Whether it upholds this claim; null where it prefers none. */
  readonly upheld: boolean | null;
}

/** A markdown-it core rule: gives each claim the mark of its standing. */
export function standingRule(state: StateCore): void {
  const openings = state.tokens.flatMap((token) => [token, ...(token.children ?? [])]).filter(opensClaim);
  const settled = settlements(openings.map((token) => partOf(token)!.attributes));
  for (const token of openings) show(token, settled);
}

function opensClaim(token: Token): boolean {
  const part = partOf(token);
  return part !== null && kindOf(part.attributes) === 'claim';
}

/** Settlements by the id of the settled claim, within this file. */
function settlements(claims: readonly Attributes[]): Map<string, Settlement> {
  const settled = new Map<string, Settlement>();
  for (const claim of claims) {
    const status = valueOf(claim, 'status');
    if (status === 'rejected' || status === 'withdrawn') continue;
    const preferred = idsIn(claim, 'prefers');
    const by = claim.id ? `by ${claim.id.text}` : 'in this text';
    for (const id of idsIn(claim, 'resolves'))
      if (!settled.has(id)) settled.set(id, { by, upheld: preferred.length ? preferred.includes(id) : null });
  }
  return settled;
}

/** The ids of this file in an attribute: `#id`, or a bare `id`. */
function idsIn(claim: Attributes, key: string): string[] {
  const addresses = valueOf(claim, key)?.split(' ') ?? [];
  return addresses.map((address) => address.replace(/^#/, '')).filter((id) => id !== '' && !id.includes('#'));
}

function show(token: Token, settled: ReadonlyMap<string, Settlement>): void {
  const { attributes, mark } = partOf(token)!;
  const words: string[] = [];
  const status = valueOf(attributes, 'status');
  if (status && statuses.has(status)) words.push(status);
  if (valueOf(attributes, 'resolves')) words.push('settles');
  const settlement = attributes.id ? settled.get(attributes.id.text) : undefined;
  if (settlement) {
    words.push(settlement.upheld ? 'settled: upheld' : 'settled');
    const verdict = settlement.upheld === null ? '' : settlement.upheld ? ', upheld' : ', not upheld';
    describe(token, `${token.attrGet('title') ?? ''} · settled ${settlement.by}${verdict}`);
  }
  const [first] = words;
  if (first === undefined) return;
  mark.content = words.join(' · ');
  mark.info = first.split(':')[0]!;
  token.attrJoin('class', `sicetnon-${mark.info}`);
}
