/** The standing of claims, as far as their own text tells: status and settlement. */
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type { Attributes } from '../../../server/src/facts/model.ts';
import { describe, kindOf, partOf, valueOf } from './parts.ts';
import type { Token } from './parts.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** The statuses that are shown. */
const statuses = new Map([
  ['open', deferred('open')],
  ['rejected', deferred('rejected')],
  ['withdrawn', deferred('withdrawn')],
]);

interface Settlement {
  /** The address of the adjudication; null for one without an id. */
  readonly by: string | null;
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
    const by = claim.id?.text ?? null;
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
  /** Classes for the style sheet, with words. */
  const marks: (readonly [kind: string, words: string])[] = [];
  const status = valueOf(attributes, 'status');
  const known = status && statuses.get(status);
  if (known) marks.push([status, say(known)]);
  if (valueOf(attributes, 'resolves')) marks.push(['settles', say('settles')]);
  const settlement = attributes.id ? settled.get(attributes.id.text) : undefined;
  if (settlement) {
    const { by, upheld } = settlement;
    marks.push(['settled', upheld ? say('settled: upheld') : say('settled')]);
    const settledBy = say(
      '{named, select, true {settled by {claim}} other {settled in this text}}{verdict, select, upheld {, upheld} rejected {, not upheld} other {}}',
      {
        named: by !== null,
        claim: by ?? '',
        verdict: upheld === null ? 'none' : upheld ? 'upheld' : 'rejected',
      },
    );
    describe(token, `${token.attrGet('title') ?? ''} · ${settledBy}`);
  }
  const [first] = marks;
  if (first === undefined) return;
  mark.content = marks.map(([, words]) => words).join(' · ');
  mark.info = first[0];
  token.attrJoin('class', `sicetnon-${mark.info}`);
}
