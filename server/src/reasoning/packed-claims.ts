/** Claims of one file as bytes: what a closed file keeps of them, a tenth of what the objects take. */
import type { Token } from '../facts/model.ts';
import type { RelationKind } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import type { Certainty, ClaimRecord, ClaimStatus } from './model.ts';

/** The claims of one file; `bytes` holds them one behind the other, `starts` where each begins and the end. */
export interface PackedClaims {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

type PackedToken = [text: string, from: number, to: number] | 0;
type PackedClaim = [
  id: string | 0,
  range: [number, number],
  headRange: [number, number],
  idRange: [number, number] | 0,
  text: string,
  by: readonly string[],
  locator: string | 0,
  about: readonly string[],
  says: PackedToken,
  when: PackedToken,
  where: PackedToken,
  status: ClaimStatus | 0,
  certainty: Certainty | 0,
  relations: [RelationKind, string, number, number][],
  evidence: ['citation' | 'claim', string, string | 0, number, number][],
  citations: [string, string | 0][],
  hasNote: 0 | 1,
  hasPlaceholder: 0 | 1,
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Packs the claims of one file. */
export function packClaims(claims: readonly ClaimRecord[]): PackedClaims {
  const starts = new Uint32Array(claims.length + 1);
  const parts = claims.map((claim) => JSON.stringify(packed(claim)));
  const bytes = encoder.encode(parts.join(''));
  const isAscii = bytes.length === parts.reduce((sum, part) => sum + part.length, 0);
  parts.forEach((part, i) => {
    starts[i + 1] = starts[i]! + (isAscii ? part.length : encoder.encode(part).length);
  });
  return { bytes, starts };
}

/** The claim at `index`, as it was before packing. `path` and `source` are the file's. */
export function unpackClaim(
  pack: PackedClaims,
  index: number,
  path: string,
  source: string | null,
): ClaimRecord {
  const bytes = pack.bytes.subarray(pack.starts[index], pack.starts[index + 1]);
  return unpacked(JSON.parse(decoder.decode(bytes)) as PackedClaim, path, source);
}

function packed(claim: ClaimRecord): PackedClaim {
  return [
    claim.id ?? 0,
    [claim.range.from, claim.range.to],
    [claim.headRange.from, claim.headRange.to],
    claim.idRange ? [claim.idRange.from, claim.idRange.to] : 0,
    claim.text,
    claim.by,
    claim.locator ?? 0,
    claim.about,
    packedToken(claim.says),
    packedToken(claim.when),
    packedToken(claim.where),
    claim.status ?? 0,
    claim.certainty ?? 0,
    claim.relations.map(({ kind, address, range }) => [kind, address, range.from, range.to]),
    claim.evidence.map(({ kind, target, locator, range }) => [
      kind,
      target,
      locator ?? 0,
      range.from,
      range.to,
    ]),
    claim.citations.map(({ key, locator }) => [key, locator ?? 0]),
    claim.hasNote ? 1 : 0,
    claim.hasPlaceholder ? 1 : 0,
  ];
}

function unpacked(pack: PackedClaim, path: string, fileSource: string | null): ClaimRecord {
  const [
    id,
    range,
    headRange,
    idRange,
    text,
    by,
    locator,
    about,
    says,
    when,
    where,
    status,
    certainty,
    ...lists
  ] = pack;
  const [relations, evidence, citations, hasNote, hasPlaceholder] = lists;
  return {
    path,
    id: id === 0 ? null : id,
    address: `${path}#${id === 0 ? `@${range[0]}` : id}`,
    range: rangeOf(range),
    headRange: rangeOf(headRange),
    idRange: idRange === 0 ? null : rangeOf(idRange),
    text,
    by,
    fileSource,
    locator: locator === 0 ? null : locator,
    about,
    says: token(says),
    when: token(when),
    where: token(where),
    status: status === 0 ? null : status,
    certainty: certainty === 0 ? null : certainty,
    relations: relations.map(([kind, address, from, to]) => ({ kind, address, range: { from, to } })),
    evidence: evidence.map(([kind, target, place, from, to]) => ({
      kind,
      target,
      locator: place === 0 ? null : place,
      range: { from, to },
    })),
    citations: citations.map(([key, place]) => ({ key, locator: place === 0 ? null : place })),
    hasNote: hasNote === 1,
    hasPlaceholder: hasPlaceholder === 1,
  };
}

function rangeOf([from, to]: readonly [number, number]): TextRange {
  return { from, to };
}

function packedToken(written: Token | null): PackedToken {
  return written ? [written.text, written.range.from, written.range.to] : 0;
}

function token(pack: PackedToken): Token | null {
  return pack === 0 ? null : { text: pack[0], range: { from: pack[1], to: pack[2] } };
}
