import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { readShard, writeShard } from '../../server/src/hosts/reading/shard-file.ts';
import type { Shard } from '../../server/src/store/shards/shard-format.ts';
import { ShardReader } from '../../server/src/hosts/reading/shard-reader.ts';
import { Service } from '../../server/src/service.ts';
import { joinSections, splitSections } from '../../server/src/store/byte-sections.ts';
import type { Logger } from '../../server/src/workspace/file-system.ts';
import { runs } from '../support/runs.ts';

const THEN = new Date('2020-05-01T12:00:00Z');
const stop = new AbortController().signal;
const DOCUMENTS = 66;

/** A document in which something of every kind stands that a digest keeps. */
const note = (i: number): string => `---
bibliography: ../works.bib
csl: house.csl
references:
- {id: own${i}, title: Own}
${i % 3 === 0 ? `source: work${i % 5}\n` : ''}---

<!-- sicetnon-disable-next-line footnote-undefined -- lost -->
Words[^lost] of [@work${i % 5}, p. ${i}] and [the union]{.actor ref="union"}.

[They struck]{.claim #c${i} by=work${i % 5} about=union says="members = ${i}" when=1889 supports="note-${(i + 1) % DOCUMENTS}.md#c${(i + 1) % DOCUMENTS}"}.

"The words that were said there, at some length" [@work${i % 5}, p. 3]. As Adams (1950) has it, op. cit.[^n]

[^n]: Adams, A., *Ships* (Hull, 1950), p. 3.
`;

describe('a digest in the cache that somebody wrote over, with a checksum that is right', function () {
  let home: string;
  let root: string;
  let cache: string;
  let program: string;
  let logged: string[];
  let whole: {
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly version: string;
    readonly shard: Shard;
  }[];

  before(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'sicetnon-spoilt-'));
    root = path.join(home, 'workspace');
    cache = path.join(home, 'cache');
    program = path.join(home, 'worker.js');
    fs.writeFileSync(program, 'a program');
    fs.mkdirSync(path.join(root, 'notes'), { recursive: true });
    const write = (file: string, text: string) => {
      fs.writeFileSync(path.join(root, file), text);
      fs.utimesSync(path.join(root, file), THEN, THEN);
    };
    write('sicetnon.yaml', 'actors: [actors.yaml]\nproperties: {members: {kind: number}}\n');
    write('actors.yaml', 'union: {name: Union}\nother: {name: Other, aliases: [Union]}\n');
    for (let i = 0; i < DOCUMENTS; i++) write(`notes/note-${i}.md`, note(i));
    write('works.bib', Array.from({ length: 5 }, (_, i) => `@book{work${i}, title = {W}}\n`).join(''));
    await started();
    whole = fs
      .readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .filter((name) => /-of-\d+$/.test(name))
      .map((name) => {
        const file = path.join(cache, name);
        const version = path.basename(path.dirname(file));
        return { file, bytes: fs.readFileSync(file), version, shard: readShard(file, version)! };
      });
    assert.ok(whole.length > 1 && whole.every(({ shard }) => shard !== null));
  });
  after(() => fs.rmSync(home, { recursive: true }));

  async function started(): Promise<Service> {
    logged = [];
    const say = (message: string) => void logged.push(message);
    const logger: Logger = { info: say, warn: say, error: say };
    const reader = new ShardReader({
      root,
      cache,
      threads: 0,
      worker: pathToFileURL(program),
      logger,
      rest: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const service = new Service({ fileSystem: new NodeFileSystem(root), logger, reader });
    await service.start(() => undefined, stop);
    return service;
  }

  const told = (service: Service) => service.files().map((file) => service.check(file));

  /** Writes a shard in which one digest is another. */
  function spoil(at: number, entry: number, spoilt: Spoilt): void {
    const { file, version, shard } = whole[at % whole.length]!;
    const digests = shard.entries.map(({ kept, once }) => ({
      kept: shard.kept.slice(...kept),
      once: shard.once.slice(...once),
    }));
    const one = digests[entry % digests.length]!;
    const other = digests[(entry + 1) % digests.length]!;
    Object.assign(one, spoiltDigest(one, other, spoilt));
    let [kept, once] = [0, 0];
    const entries = shard.entries.map((each, i) => {
      const next = [kept + digests[i]!.kept.length, once + digests[i]!.once.length] as const;
      const placed = { ...each, kept: [kept, next[0]] as const, once: [once, next[1]] as const };
      [kept, once] = next;
      return placed;
    });
    writeShard(file, version, {
      entries,
      kept: Buffer.concat(digests.map((each) => each.kept)),
      once: Buffer.concat(digests.map((each) => each.once)),
    });
  }

  const makeGood = () => whole.forEach(({ file, bytes }) => fs.writeFileSync(file, bytes));

  it('costs no document, stops nothing, and is made good where it is found out', async () => {
    makeGood();
    const good = told(await started());
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), spoilts, async (at, entry, spoilt) => {
        makeGood();
        spoil(at, entry, spoilt);
        const service = await started();
        assert.equal([...service.documentPaths()].length, DOCUMENTS);
        const now = told(service);
        assert.deepEqual(
          now.map((each) => each.path),
          good.map((each) => each.path),
        );
        const entries = whole[at % whole.length]!.shard.entries;
        for (const i of [0, 1]) {
          const document = entries[(entry + i) % entries.length]!.path;
          service.open(document, fs.readFileSync(path.join(root, document), 'utf8'));
          await service.settle();
        }
        assert.equal(told(service).length, good.length);
        if (!logged.some((line) => line.includes('is read again'))) return;
        found++;
        const { file, bytes } = whole[at % whole.length]!;
        assert.ok(!fs.existsSync(file), 'it is thrown away');
        assert.deepEqual(told(await started()), good);
        assert.ok(!logged.some((line) => line.includes('is read again')));
        assert.deepEqual(fs.readFileSync(file), Buffer.from(bytes), 'and made again');
      }),
      {
        numRuns: runs(25),
        ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}),
      },
    );
    assert.ok(found > runs(25) / 5, `${found} were found out`);
  });
});

/** What is done to a digest: to which of its two parts, which section of it, and how. */
type Spoilt = {
  readonly part: 'kept' | 'once';
  readonly section: number;
} & (
  | { readonly how: 'bytes'; readonly places: readonly number[]; readonly values: readonly number[] }
  | { readonly how: 'cut' | 'longer'; readonly by: number }
  | { readonly how: 'gone' | 'exchanged' | 'of another' }
  | { readonly how: 'json'; readonly place: number; readonly value: unknown }
);

const where = { part: fc.constantFrom('kept' as const, 'once' as const), section: fc.nat({ max: 5 }) };
const spoilts: fc.Arbitrary<Spoilt> = fc.oneof(
  fc.record({
    ...where,
    how: fc.constant('bytes' as const),
    places: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    values: fc.array(fc.constantFrom(0, 1, 127, 128, 255), { minLength: 6, maxLength: 6 }),
  }),
  fc.record({
    ...where,
    how: fc.constantFrom('cut' as const, 'longer' as const),
    by: fc.integer({ min: 1, max: 64 }),
  }),
  fc.record({ ...where, how: fc.constantFrom('gone' as const, 'exchanged' as const, 'of another' as const) }),
  fc.record({
    part: fc.constant('once' as const),
    section: fc.constant(0),
    how: fc.constant('json' as const),
    place: fc.nat(),
    value: fc.constantFrom<unknown>(null, 7, -1, 1e300, '', 'x', '__proto__', [], {}, [null], [[]], true, {
      from: 0,
    }),
  }),
);

type Digest = { kept: Uint8Array; once: Uint8Array };

function spoiltDigest(digest: Digest, other: Digest, spoilt: Spoilt): Partial<Digest> {
  const { part } = spoilt;
  const sections: Uint8Array[] = splitSections(digest[part]).map((section) => section.slice());
  const at = spoilt.section % sections.length;
  const section = sections[at]!;
  switch (spoilt.how) {
    case 'bytes':
      spoilt.places.forEach((place, i) => (section[place % Math.max(1, section.length)] = spoilt.values[i]!));
      break;
    case 'cut':
      sections[at] = section.slice(0, Math.max(0, section.length - spoilt.by));
      break;
    case 'longer':
      sections[at] = Buffer.concat([section, Buffer.alloc(spoilt.by, 255)]);
      break;
    case 'gone':
      sections.splice(at, 1);
      break;
    case 'exchanged':
      [sections[at], sections[(at + 1) % sections.length]] = [sections[(at + 1) % sections.length]!, section];
      break;
    case 'of another':
      sections[at] = splitSections(other[part])[at]!;
      break;
    case 'json': {
      const json = JSON.parse(new TextDecoder().decode(section)) as object;
      const nodes = nodesOf(json);
      const [parent, key] = nodes[spoilt.place % nodes.length]!;
      (parent as Record<string, unknown>)[key] = spoilt.value;
      sections[at] = new TextEncoder().encode(JSON.stringify(json));
    }
  }
  return { [part]: joinSections(sections) };
}

function nodesOf(value: object): [object, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    [value, key] as [object, string],
    ...(typeof inner === 'object' && inner !== null ? nodesOf(inner) : []),
  ]);
}
