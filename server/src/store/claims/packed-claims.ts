/** Claims of one file as bytes: a tenth of what the objects take. */
import { RELATION_KINDS, type Token } from '../../facts/model.ts';
import type { PackedClaims } from '../model.ts';
import { RecordReader, RecordWriter } from '../packed-record.ts';
import type { TextRange } from '../../text/range.ts';
import type { Certainty, ClaimRecord, ClaimStatus, RecordedCitation } from '../../reasoning/model.ts';

const STATUSES: readonly (ClaimStatus | null)[] = [null, 'open', 'accepted', 'rejected', 'withdrawn'];
const CERTAINTIES: readonly (Certainty | null)[] = [null, 'high', 'medium', 'low'];
const EVIDENCE = ['citation', 'claim'] as const;

/** Packs the claims of one file. `write` must be empty. */
export function packClaims(claims: readonly ClaimRecord[], write = new RecordWriter()): PackedClaims {
  const starts = new Uint32Array(claims.length + 1);
  for (let i = 0; i < claims.length; i++) {
    packClaim(write, claims[i]!);
    starts[i + 1] = write.end();
  }
  return { bytes: write.taken(), starts };
}

/** Unpacks all claims of a file. Throws a RangeError where the bytes are cut short. */
export function unpackClaims(pack: PackedClaims, path: string, source: string | null): ClaimRecord[] {
  return Array.from({ length: pack.starts.length - 1 }, (_, index) => unpackClaim(pack, index, path, source));
}

/**
 * Unpacks the claim at `index`. `path` and `source` are the file's. Throws a RangeError where the bytes are
 * cut short.
 */
export function unpackClaim(
  pack: PackedClaims,
  index: number,
  path: string,
  source: string | null,
): ClaimRecord {
  const read = new RecordReader(pack.bytes.subarray(pack.starts[index], pack.starts[index + 1]));
  const id = read.textOrNull();
  const range = readRange(read, 0);
  const base = range.from;
  return {
    path,
    id,
    address: `${path}#${id ?? `@${base}`}`,
    range,
    headRange: readRange(read, base),
    idRange: read.number() === 1 ? readRange(read, base) : null,
    text: read.text(),
    by: list(read, base, readText),
    ...readVia(read, base),
    fileSource: source,
    locator: read.textOrNull(),
    about: list(read, base, readText),
    says: readToken(read, base),
    when: readToken(read, base),
    where: readToken(read, base),
    status: STATUSES[read.number()]!,
    certainty: CERTAINTIES[read.number()]!,
    relations: list(read, base, readRelation),
    evidence: list(read, base, readEvidence),
    citations: list(read, base, readCitation),
    ...readOn(read),
    hasNote: read.number() === 1,
    hasPlaceholder: read.number() === 1,
  };
}

/** A claim that says nothing, for one whose bytes cannot be decoded. */
export function blankClaim(path: string, source: string | null): ClaimRecord {
  const range = { from: 0, to: 0 };
  return {
    path,
    id: null,
    address: `${path}#@0`,
    range,
    headRange: range,
    idRange: null,
    text: '',
    by: NOTHING,
    fileSource: source,
    locator: null,
    about: NOTHING,
    says: null,
    when: null,
    where: null,
    status: null,
    certainty: null,
    relations: NOTHING,
    evidence: NOTHING,
    citations: NOTHING,
    hasNote: false,
    hasPlaceholder: false,
  };
}

/** All ranges but the claim's own are relative to its start: small numbers make short varints. */
function packClaim(write: RecordWriter, claim: ClaimRecord): void {
  const base = claim.range.from;
  write.textOrNull(claim.id);
  writeRange(write, claim.range, 0);
  writeRange(write, claim.headRange, base);
  write.number(claim.idRange ? 1 : 0);
  if (claim.idRange) writeRange(write, claim.idRange, base);
  write.text(claim.text);
  writeTexts(write, claim.by);
  writeTexts(write, claim.via ?? NOTHING);
  write.textOrNull(claim.locator);
  writeTexts(write, claim.about);
  writeToken(write, claim.says, base);
  writeToken(write, claim.when, base);
  writeToken(write, claim.where, base);
  write.number(STATUSES.indexOf(claim.status));
  write.number(CERTAINTIES.indexOf(claim.certainty));
  write.number(claim.relations.length);
  for (const { kind, address, range } of claim.relations) {
    write.number(RELATION_KINDS.indexOf(kind));
    write.text(address);
    writeRange(write, range, base);
  }
  write.number(claim.evidence.length);
  for (const { kind, target, locator, range } of claim.evidence) {
    write.number(EVIDENCE.indexOf(kind));
    write.text(target);
    write.textOrNull(locator);
    writeRange(write, range, base);
  }
  write.number(claim.citations.length);
  for (const { key, locator } of claim.citations) {
    write.text(key);
    write.textOrNull(locator);
  }
  write.textOrNull(claim.on ?? null);
  write.number(claim.hasNote ? 1 : 0);
  write.number(claim.hasPlaceholder ? 1 : 0);
}

function writeTexts(write: RecordWriter, texts: readonly string[]): void {
  write.number(texts.length);
  for (const text of texts) write.text(text);
}

function writeToken(write: RecordWriter, token: Token | null, base: number): void {
  if (token === null) return write.textOrNull(null);
  write.textOrNull(token.text);
  writeRange(write, token.range, base);
}

const NOTHING: readonly never[] = [];

/** Most lists of most claims are empty, and share one object. */
function list<T>(
  read: RecordReader,
  base: number,
  one: (read: RecordReader, base: number) => T,
): readonly T[] {
  const size = read.number();
  if (size === 0) return NOTHING;
  const items: T[] = [];
  for (let i = 0; i < size; i++) items.push(one(read, base));
  return items;
}

function readOn(read: RecordReader): Pick<ClaimRecord, 'on'> | null {
  const on = read.textOrNull();
  return on === null ? null : { on };
}

function readVia(read: RecordReader, base: number): Pick<ClaimRecord, 'via'> | null {
  const via = list(read, base, readText);
  return via.length > 0 ? { via } : null;
}

function readText(read: RecordReader): string {
  return read.text();
}

function readRelation(read: RecordReader, base: number): ClaimRecord['relations'][number] {
  return { kind: RELATION_KINDS[read.number()]!, address: read.text(), range: readRange(read, base) };
}

function readEvidence(read: RecordReader, base: number): ClaimRecord['evidence'][number] {
  return {
    kind: EVIDENCE[read.number()]!,
    target: read.text(),
    locator: read.textOrNull(),
    range: readRange(read, base),
  };
}

function readCitation(read: RecordReader): RecordedCitation {
  return { key: read.text(), locator: read.textOrNull() };
}

function writeRange(write: RecordWriter, { from, to }: TextRange, base: number): void {
  write.signed(from - base);
  write.number(to - from);
}

function readRange(read: RecordReader, base: number): TextRange {
  const from = base + read.signed();
  return { from, to: from + read.number() };
}

function readToken(read: RecordReader, base: number): Token | null {
  const text = read.textOrNull();
  return text === null ? null : { text, range: readRange(read, base) };
}
