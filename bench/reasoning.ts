/**
 * Measures the reasoner: builds an index of many files with claims that conflict, support and imply one another; then
 * time, memory, and the edit of one claim. `npx tsx --expose-gc bench/reasoning.ts [files]`.
 */
import os from 'node:os';
import type { ClaimRecord } from '../server/src/reasoning/model.ts';
import { FilePacker } from '../server/src/store/claims/packed-file.ts';
import { ClaimKeeper } from '../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../server/src/store/packed-store.ts';
import { Times } from '../server/src/reasoning/time.ts';
import { property } from '../test/unit/reasoning/claims.ts';

const FILES = Number(process.argv[2] ?? 10_000);
const CLAIMS = 40;
const ROUNDS = 400;

/** A small generator with a fixed seed (mulberry32), so that every run has the same library. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const PROPERTIES = ['trusted', 'members', 'form', 'founded', 'wage'] as const;

function statement(pick: (below: number) => number): string {
  switch (PROPERTIES[pick(PROPERTIES.length)]) {
    case 'trusted':
      return `trusted = ${pick(2) ? 'yes' : 'no'}`;
    case 'members':
      return `members = ${100 + pick(400)}`;
    case 'form':
      return `form = ${['club', 'firm', 'union'][pick(3)]}`;
    case 'founded':
      return `founded = ${1850 + pick(60)}`;
    case 'wage':
    case undefined:
    default:
      return `wage >= ${pick(50)}`;
  }
}

const path = (i: number) => `library/${Math.floor(i / 100)}/text-${i}.md`;

/** Forty claims: most state something at some time, some relate to claims of the same file or another. */
function claimsOf(file: number, pick: (below: number) => number): ClaimRecord[] {
  const source = file % 2 ? `author${file}` : null;
  return Array.from({ length: CLAIMS }, (_, i): ClaimRecord => {
    const from = 400 + i * 1500;
    const token = (text: string, at: number) => ({
      text,
      range: { from: from + at, to: from + at + text.length },
    });
    const relation = (kind: 'supports' | 'implies' | 'contradicts', address: string) => ({
      kind,
      address,
      range: { from: from + 200, to: from + 200 + address.length },
    });
    const other = pick(FILES);
    const relations = [
      ...(i % 4 === 0 ? [relation('supports', `#c${(i + 1) % CLAIMS}`)] : []),
      ...(i % 10 === 3 ? [relation('implies', `author${other | 1}#c${pick(CLAIMS)}`)] : []),
      ...(i % 20 === 7 ? [relation('contradicts', `author${other | 1}#c${pick(CLAIMS)}`)] : []),
    ];
    const text = `The men of the ${file}th lodge held to the custom in the ${i}th year and would not hear of ${other}`;
    return {
      path: path(file),
      id: `c${i}`,
      address: `${path(file)}#c${i}`,
      range: { from, to: from + 260 },
      headRange: { from, to: from + 102 },
      idRange: { from: from + 110, to: from + 113 },
      text,
      by: i % 5 === 0 ? [`author${other}`] : [],
      fileSource: source,
      locator: null,
      about: [`actor${pick(FILES * 5)}`],
      says: i % 8 === 5 ? null : token(statement(pick), 120),
      when: i % 3 ? token(String(1850 + pick(100)), 150) : null,
      where: null,
      status: null,
      certainty: null,
      relations,
      evidence: [],
      citations: [{ key: `author${other}`, locator: `p. ${pick(300)}` }],
      hasNote: false,
      hasPlaceholder: false,
    };
  });
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + Math.max(external, arrayBuffers)) / 1e6;
}

function quantiles(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!.toFixed(3);
  return `${at(0.5)} | ${at(0.05)} | ${at(0.95)} | ${sorted.at(-1)!.toFixed(3)}`;
}

const context = {
  properties: new Map(
    [
      property('trusted', 'boolean'),
      property('form', 'choice', { of: ['club', 'firm', 'union'] }),
      property('members', 'quantity', { unit: 'person', tolerance: 0.05 }),
      property('wage', 'quantity', { unit: 'GBP' }),
      property('founded', 'date'),
    ].map((declaration) => [declaration.name, declaration]),
  ),
  places: new Map<string, string>(),
  authors: new Map<string, string[]>(),
};

const before = memory();
const keeper = new ClaimKeeper(packedStore.claims());
const index = keeper.reasoning;
const packer = new FilePacker(new Times());
keeper.setContext(context);
const pick = generator(7);
let building = 0;
let making = 0;
for (let file = 0; file < FILES; file++) {
  const start = performance.now();
  const claims = claimsOf(file, pick);
  const made = performance.now();
  keeper.load(path(file), packer.pack(claims), claims[0]?.fileSource ?? null, true);
  building += performance.now() - made;
  making += made - start;
}
const after = memory();
const megabytes = after - before;

const edits: number[] = [];
const checks: number[] = [];
const again: number[] = [];
const woken: number[] = [];
let conflicts = 0;
for (let round = 0; round < ROUNDS; round++) {
  const file = pick(FILES);
  // A keystroke happens in an open file, whose claims are unpacked after its first edit.
  const claims = index.claimsIn(path(file)).map((claim) => structuredClone(claim));
  keeper.replace(path(file), claims);
  const at = pick(CLAIMS);
  const says = { text: statement(pick), range: claims[at]!.says?.range ?? { from: 0, to: 0 } };
  const edited = claims.map((claim, i) => (i === at ? { ...claim, says } : { ...claim }));
  const start = performance.now();
  const { affected } = keeper.replace(path(file), edited);
  const middle = performance.now();
  conflicts += index.conflictsIn(path(file)).length;
  edits.push(middle - start);
  const checked = performance.now();
  checks.push(checked - middle);
  // A character typed above all claims: each moves, none changes its meaning.
  const by = (range: { from: number; to: number }) => ({ from: range.from + 1, to: range.to + 1 });
  const moved = edited.map((claim) => ({ ...claim, range: by(claim.range) }));
  const typed = performance.now();
  keeper.replace(path(file), moved);
  index.conflictsIn(path(file));
  again.push(performance.now() - typed);
  woken.push(affected.size);
}

console.log(`
Reasoning over ${FILES.toLocaleString('en')} files of ${CLAIMS} claims (${(FILES * CLAIMS).toLocaleString('en')} claims);
Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores.

| | |
|---|---|
| building the index | ${(building / 1000).toFixed(2)} s, ${((building / FILES / CLAIMS) * 1000).toFixed(1)} µs a claim |
| memory | ${megabytes.toFixed(0)} MB, ${((megabytes * 1e6) / FILES / CLAIMS).toFixed(0)} bytes a claim |
| conflicts in a file, mean | ${(conflicts / ROUNDS).toFixed(1)} |
| files woken by an edit, mean | ${(woken.reduce((a, b) => a + b, 0) / ROUNDS).toFixed(1)} |

| ms, of ${ROUNDS} | median | 5 % | 95 % | most |
|---|---|---|---|---|
| taking over the edit of one claim | ${quantiles(edits)} |
| all conflicts of the file after it | ${quantiles(checks)} |
| a letter typed above all claims, and all conflicts of the file again | ${quantiles(again)} |
`);
if (making < 0) throw new Error('the clock ran backwards');
