import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bareName, aboutName, localName, sayingName, soughtBare, soughtIn, soughtOf, statementName } from '../../../../server/src/reasoning/claim-names.ts'; // prettier-ignore
import { ClaimKeeper } from '../../../../server/src/reasoning/claim-keeper.ts';
import { statementsOf } from '../../../../server/src/reasoning/says.ts';
import { Times } from '../../../../server/src/reasoning/time.ts';
import { FilePacker } from '../../../../server/src/store/claims/packed-file.ts';
import { MANY } from '../../../../server/src/store/claims/statement-groups.ts';
import type { ClaimTables, Store } from '../../../../server/src/store/model.ts';
import { packedStore } from '../../../../server/src/store/packed-store.ts';
import { plainStore } from '../../../../server/src/store/plain-store.ts';
import { allConflicts, claimsOf, context, type Brief } from '../../reasoning/claims.ts';
import { runs } from '../../../support/runs.ts';

/** So many files are edited that of the first the claims are packed again. */
const FILES = 50;
const IDS = ['p', 'q', 'r'];
const ACTORS = ['guild', 'crown'];
const SOURCES = [null, 'webb1894'];
const NEVER = -(10 ** 9);
const ALWAYS = 10 ** 9;

const pathOf = (file: number) => `n${file}.md`;
const brief: fc.Arbitrary<Brief> = fc.record(
  {
    id: fc.constantFrom(...IDS),
    text: fc.constantFrom('the men of the lodge', 'a Custom of 1890', 'été, 工人'),
    about: fc.constantFrom(...ACTORS, 'guild crown'),
    says: fc.constantFrom('trusted = yes', 'trusted = no', 'members = 100; form = club', 'crown.form = firm'),
    when: fc.constantFrom('1890', '1885/1889', '1880/..'),
    supports: fc.constantFrom('#p', 'q', 'n1.md#r', 'webb1894#p'),
    contradicts: fc.constantFrom('#q', 'webb1894#r'),
    evidence: fc.constantFrom('p', '@webb1894'),
  },
  { requiredKeys: [] },
);
const claims = fc.array(brief, { maxLength: 5 });
const file = fc.nat({ max: 7 });
const source = fc.constantFrom(...SOURCES);
const some = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), file, source, claims, shift: fc.nat(9) }),
  fc.record({ kind: fc.constant('load' as const), file, source, claims, shift: fc.nat(9) }),
  fc.record({ kind: fc.constant('remove' as const), file }),
  fc.record({ kind: fc.constant('prepare' as const) }),
);
/** So much at once that what stood beside the packed lists is packed with them. */
const flood = fc.record({
  kind: fc.constant('flood' as const),
  claims: fc.array(brief, { minLength: 1, maxLength: 2 }),
});
const step = fc.oneof({ weight: 14, arbitrary: some }, { weight: 1, arbitrary: flood });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A keeper of claims together with what it keeps them in. */
class Kept {
  readonly tables: ClaimTables;
  readonly keeper: ClaimKeeper;

  constructor(store: Store) {
    this.tables = store.claims();
    this.keeper = new ClaimKeeper(this.tables);
    this.keeper.setContext(context);
  }

  take(one: Step): void {
    switch (one.kind) {
      case 'replace': {
        const path = pathOf(one.file);
        this.keeper.replace(path, claimsOf(path, one.source, one.claims, one.shift), one.source);
        return;
      }
      case 'load': {
        const path = pathOf(one.file);
        const packed = new FilePacker(new Times()).pack(claimsOf(path, one.source, one.claims, one.shift));
        this.keeper.load(path, packed, one.source, true);
        return;
      }
      case 'remove':
        this.keeper.remove(pathOf(one.file));
        return;
      case 'flood':
        for (let i = 0; i < FILES; i++) {
          const path = pathOf(i);
          const many = Array.from({ length: 3 }, () => one.claims).flat();
          this.keeper.replace(path, claimsOf(path, null, many), null);
        }
        return;
      case 'prepare':
        this.keeper.prepare();
    }
  }

  /** All that can be asked, without the numbers of claims, which each store gives in its own way. */
  said(): unknown {
    const { records, names, statements } = this.tables;
    const placed = (handle: number) => `${records.pathOf(handle)}[${records.placeIn(handle)}]`;
    const paths = [...records.paths()].sort();
    const wanted = [
      ...IDS.flatMap((id) => [bareName(id), soughtBare(id), soughtOf('webb1894', id)]),
      ...paths.slice(0, 8).flatMap((path) => IDS.flatMap((id) => [localName(path, id), soughtIn(path, id)])),
      ...ACTORS.map(aboutName),
      ...['trusted', 'members', 'form'].map(sayingName),
    ];
    const stated = new Set(
      paths.flatMap((path) =>
        records.handlesIn(path).flatMap((handle) => statementsOf(records.claim(handle)).map(statementName)),
      ),
    );
    return {
      size: records.size,
      files: paths.map((path) => [
        path,
        records.has(path),
        records.sourceOf(path),
        records.handlesIn(path).map((handle) => [placed(handle), records.fromOf(handle), records.claim(handle)]), // prettier-ignore
      ]),
      names: wanted.map((name) => {
        const marked: string[] = [];
        names.forEach(name, (handle, mark) => marked.push(`${placed(handle)} ${mark}`));
        return [names.get(name).map(placed).sort(), marked.sort()];
      }),
      statements: [...stated].map((name) => {
        const meeting = (from: number, to: number) => {
          const found: string[] = [];
          statements.forEachMeeting(name, from, to, (handle, mark) => found.push(`${placed(handle)} ${mark}`)); // prettier-ignore
          return found.sort();
        };
        return [
          statements.countOf(name),
          meeting(NEVER, ALWAYS),
          meeting(-29_500, -29_000),
          this.searched(name),
        ];
      }),
      search: [...this.keeper.reasoning.search('men cus')].flat().map(({ address }) => address).sort(), // prettier-ignore
      conflicts: records.size < 100 && allConflicts(this.keeper.reasoning),
    };
  }

  /** The first claims of other values than the first, in the order in which they are to be found. */
  private searched(name: number): unknown {
    const { records, statements } = this.tables;
    const compare = (a: number, b: number) =>
      records.pathOf(a) === records.pathOf(b)
        ? records.placeIn(a) - records.placeIn(b)
        : records.pathOf(a) < records.pathOf(b)
          ? -1
          : 1;
    const groups = statements.groupsOf(name, compare);
    if (!groups) return null;
    assert.ok(statements.countOf(name) >= MANY);
    const found: string[] = [];
    const isWhole = groups.forEachOpposing(
      NEVER,
      ALWAYS,
      { left: 50 },
      (mark) => mark % 2 === 0,
      (handle) => found.push(`${records.pathOf(handle)}[${records.placeIn(handle)}]`) < 40,
    );
    return [isWhole, found];
  }
}

describe('the two stores of claims', () => {
  it('say the same after whatever came and went', function () {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const [packed, plain] = [new Kept(packedStore), new Kept(plainStore)];
        for (const one of steps) {
          packed.take(one);
          plain.take(one);
          if (one.kind !== 'prepare') continue;
          assert.deepEqual(packed.said(), plain.said());
        }
        assert.deepEqual(packed.said(), plain.said());
      }),
      { numRuns: runs(16) },
    );
  });

  it('know as many statements of one name as are searched by value, and as few', () => {
    for (const store of [packedStore, plainStore]) {
      const tables = store.claims();
      for (let claim = 0; claim < MANY; claim++) tables.statements.add(7, claim % 3, claim, 0, 1);
      assert.notEqual(
        tables.statements.groupsOf(7, (a, b) => a - b),
        null,
      );
      tables.statements.delete(7, 0, 0);
      assert.equal(
        tables.statements.groupsOf(7, (a, b) => a - b),
        null,
      );
    }
  });
});
