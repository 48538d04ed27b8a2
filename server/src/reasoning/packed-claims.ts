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

/** From where the claim begins, and how long: small numbers take little room. */
type PackedRange = [from: number, length: number];
type PackedToken = [text: string, ...PackedRange] | 0;
type PackedClaim = [
  id: string | 0,
  /** Of this one range the beginning counts from that of the text. */
  range: PackedRange,
  headRange: PackedRange,
  idRange: PackedRange | 0,
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

/** All claims of a file, as they were before packing. */
export function unpackClaims(pack: PackedClaims, path: string, source: string | null): ClaimRecord[] {
  return Array.from({ length: pack.starts.length - 1 }, (_, index) => unpackClaim(pack, index, path, source));
}

function packed(claim: ClaimRecord): PackedClaim {
  const base = claim.range.from;
  return [
    claim.id ?? 0,
    packedRange(claim.range, 0),
    packedRange(claim.headRange, base),
    claim.idRange ? packedRange(claim.idRange, base) : 0,
    claim.text,
    claim.by,
    claim.locator ?? 0,
    claim.about,
    packedToken(claim.says, base),
    packedToken(claim.when, base),
    packedToken(claim.where, base),
    claim.status ?? 0,
    claim.certainty ?? 0,
    claim.relations.map(({ kind, address, range }) => [kind, address, ...packedRange(range, base)]),
    claim.evidence.map(({ kind, target, locator, range }) => [
      kind,
      target,
      locator ?? 0,
      ...packedRange(range, base),
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
  const base = range[0];
  return {
    path,
    id: id === 0 ? null : id,
    address: `${path}#${id === 0 ? `@${range[0]}` : id}`,
    range: rangeOf(range, 0),
    headRange: rangeOf(headRange, base),
    idRange: idRange === 0 ? null : rangeOf(idRange, base),
    text,
    by,
    fileSource,
    locator: locator === 0 ? null : locator,
    about,
    says: token(says, base),
    when: token(when, base),
    where: token(where, base),
    status: status === 0 ? null : status,
    certainty: certainty === 0 ? null : certainty,
    relations: relations.map(([kind, address, ...at]) => ({ kind, address, range: rangeOf(at, base) })),
    evidence: evidence.map(([kind, target, place, ...at]) => ({
      kind,
      target,
      locator: place === 0 ? null : place,
      range: rangeOf(at, base),
    })),
    citations: citations.map(([key, place]) => ({ key, locator: place === 0 ? null : place })),
    hasNote: hasNote === 1,
    hasPlaceholder: hasPlaceholder === 1,
  };
}

function packedRange({ from, to }: TextRange, base: number): PackedRange {
  return [from - base, to - from];
}

function rangeOf([from, length]: PackedRange, base: number): TextRange {
  return { from: base + from, to: base + from + length };
}

function packedToken(written: Token | null, base: number): PackedToken {
  return written ? [written.text, ...packedRange(written.range, base)] : 0;
}

function token(pack: PackedToken, base: number): Token | null {
  if (pack === 0) return null;
  const [text, ...at] = pack;
  return { text, range: rangeOf(at, base) };
}
