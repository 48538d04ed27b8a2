import type { ClaimRecord } from '../../reasoning/model.ts';
import { addressesIn } from './addresses.ts';
import type { Occurrences, ReferenceWorld } from './model.ts';
import { isSame } from '../../reasoning/is-same.ts';

/** Where a claim is named: its own id, and every address that leads to it, or may. */
export function* occurrencesOfClaim(
  claim: ClaimRecord,
  { reasoning, only }: Pick<ReferenceWorld, 'reasoning' | 'only'>,
): Occurrences {
  const { id, idRange, path } = claim;
  if (id === null || idRange === null) return;
  if (only === undefined || only === path)
    yield { path, range: idRange, role: 'definition', exact: idRange.to - idRange.from === id.length };
  const seekers = only === undefined ? reasoning.seekersOf(path, id) : reasoning.claimsIn(only);
  for (const seeker of seekers) {
    yield null;
    for (const written of addressesIn(seeker)) {
      if (written.id !== id) continue;
      const resolution = reasoning.resolveAddress(seeker.path, written.address);
      const { idRange: range, exact } = written;
      if (resolution.status === 'resolved' && isSame(resolution.claim, claim))
        yield { path: seeker.path, range, role: 'use', exact };
      if (resolution.status === 'ambiguous' && resolution.candidates.some((each) => isSame(each, claim)))
        yield { path: seeker.path, range, role: 'use', exact, ambiguous: true };
    }
  }
}
