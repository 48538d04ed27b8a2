import { parseAddress } from '../../reasoning/claim-graph.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { TextRange } from '../../text/range.ts';

/** An address in a claim, split into its parts. */
export interface WrittenAddress {
  /** As written, without a leading `@`. */
  readonly address: string;
  /** The part before `#`: a citekey or a path; '' for `#id`, null for a bare id. */
  readonly place: string | null;
  readonly id: string;
  readonly placeRange: TextRange;
  readonly idRange: TextRange;
  /** Whether the ranges are exact; otherwise both are that of the attribute. */
  readonly exact: boolean;
}

/** All addresses in a claim's relations and evidence. */
export function addressesIn(claim: ClaimRecord): WrittenAddress[] {
  const written = [
    ...claim.relations.map(({ address, range }) => ({ address, range })),
    ...claim.evidence
      .filter(({ kind }) => kind === 'claim')
      .map(({ target, range }) => ({ address: target, range })),
  ];
  return written.flatMap(({ address, range }) => {
    const parts = parseAddress(address);
    if (!parts) return [];
    const { place, id } = parts;
    const exact = range.to - range.from === address.length;
    const from = range.to - id.length;
    const placeTo = place === null ? range.from : from - 1;
    return {
      address,
      place,
      id,
      placeRange: exact ? { from: placeTo - (place?.length ?? 0), to: placeTo } : range,
      idRange: exact ? { from, to: range.to } : range,
      exact,
    };
  });
}
