/** What cannot be read as it is written, and must be said: dates that are none, units, places misspelt. */
import { type MadeWorkspace, placedClaims, type Sure } from './model.ts';
import { readRange, unitOf } from './quantities.ts';
import { readTime } from './times.ts';

/** Something that a finding at a claim must quote. */
export interface Unreadable {
  readonly claim: string;
  readonly sure: Sure;
  /** The words that the finding stands at. */
  readonly at: string;
  /** What its message must name besides. */
  readonly names: string | null;
  /** The codes that it may have; null: any, the contract names none. */
  readonly codes: readonly string[] | null;
}

/** Everything that must be told, and what may be. */
export function unreadableIn(workspace: MadeWorkspace): Unreadable[] {
  const places = new Set(Object.entries(workspace.places).flat());
  return placedClaims(workspace).flatMap(({ claim }) => {
    const found: Unreadable[] = [];
    const tell = (at: string, more: Partial<Unreadable>) =>
      found.push({ claim: claim.id, sure: 'yes', at, names: null, codes: null, ...more });
    if (claim.when !== null && readTime(claim.when) === null) tell(claim.when, { codes: ['date-invalid'] });
    if (claim.where !== null && !places.has(claim.where)) {
      const near = [...places].find((place) => lettersApart(place, claim.where!) === 1);
      if (near !== undefined) tell(claim.where, { names: near });
    }
    for (const { property, operator, value } of claim.says) {
      const declared = workspace.properties.find(({ name }) => name === property);
      if (declared?.type === 'date' && readTime(value) === null)
        tell(value, { codes: ['value-invalid', 'date-invalid'] });
      // A comparison with what is open at the side that it asks about may be told instead of compared.
      if (declared?.type === 'date' && operator !== '=' && operator !== '!=' && /[/~?X]|-2[1-4]$/.test(value))
        tell(value, { sure: 'unsure' });
      if (declared?.type !== 'quantity') continue;
      const unit = unitOf(value);
      if (unit !== null && unit !== declared.unit) tell(unit, {});
      else if (unit === null && readRange(operator, value) === null)
        tell(value, { codes: ['value-invalid'] });
    }
    return found;
  });
}

/** How many letters differ between two words of one length; more than any misspelling otherwise. */
function lettersApart(a: string, b: string): number {
  if (a.length !== b.length) return Infinity;
  return [...a].filter((letter, at) => letter !== b[at]).length;
}
