import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine } from '../unit/cli/command-line.ts';
import { runs } from '../support/runs.ts';
import { Chance } from './walk/chance.ts';
import { otherName, otherPiece, spliced } from './walk/steps.ts';
import { NEW_PATHS, START, VARIANTS } from './walk/texts.ts';

const WALKS = 4;
const STEPS = 14;
/** So many documents are needed for anything to be remembered. */
const OTHERS = 64;

const source = (name: string) => new URL(`../../server/src/${name}`, import.meta.url);

/** The workspace of the random walks. Where mentions are counted all texts are read, so this is off at first. */
const BEGINNING: Readonly<Record<string, string>> = {
  ...START,
  'sicetnon.yaml': START['sicetnon.yaml']!.replace('actor-unmentioned: hint, ', ''),
};

describe('checks with and without memory, where files change one after another', () => {
  const { run, folder } = commandLine();
  let cache: string | undefined;

  beforeEach(() => {
    cache = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = path.join(folder(), '.cache');
  });
  afterEach(() => {
    if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = cache;
  });

  const absolute = (file: string) => path.join(folder(), file);

  /** Writes a file; null removes it. */
  function write(file: string, text: string | null): void {
    if (text === null) return rmSync(absolute(file), { force: true });
    mkdirSync(path.dirname(absolute(file)), { recursive: true });
    writeFileSync(absolute(file), text);
  }

  function saved(file: string): string | null {
    try {
      return readFileSync(absolute(file), 'utf8');
    } catch {
      return null;
    }
  }

  /** Changes a file in a random way, mostly a document, and says how. */
  function change(chance: Chance): string {
    const documents = Object.keys(BEGINNING).filter((file) => file.endsWith('.md'));
    const file = chance.of(
      chance.of([documents, documents, documents, Object.keys(BEGINNING), Object.keys(VARIANTS), NEW_PATHS]),
    );
    const before = saved(file);
    const text = before ?? BEGINNING[file] ?? chance.of(Object.values(START));
    const after = chance.oneIn(12)
      ? null
      : before === null || chance.oneIn(6)
        ? chance.of([BEGINNING[file] ?? text, ...(VARIANTS[file] ?? [text])])
        : spliced(text, chance.oneIn(2) ? otherName(text, chance) : otherPiece(text, chance));
    write(file, after);
    return `${file} is ${JSON.stringify(after)}`;
  }

  async function check(isLater: boolean, ...args: string[]): Promise<string> {
    const { now } = Date;
    // What was just written may change again unseen; a minute later it cannot.
    if (isLater) Date.now = () => now() + 60_000;
    try {
      const { out, complaints } = await run(['check', '--format', 'json', ...args], false, folder(), {
        program: source('cli.ts'),
        worker: source('digest-worker.ts'),
      });
      assert.equal(complaints, '');
      return out;
    } finally {
      Date.now = now;
    }
  }

  const first = Number(process.env['WALK_SEED'] ?? 1);
  const walks = Number(process.env['WALKS'] ?? runs(WALKS));
  for (let seed = first; seed < first + walks; seed++)
    it(`of seed ${seed}: say the same`, async () => {
      const chance = new Chance(seed);
      for (const [file, text] of Object.entries(BEGINNING)) write(file, text);
      for (let i = 0; i < OTHERS; i++) write(`others/o${i}.md`, `Ropes of [@one1901, p. ${i}].\n`);
      await check(true);
      const taken: string[] = [];
      for (let i = 0; i < STEPS; i++) {
        taken.push(change(chance));
        if (chance.oneIn(4)) taken.push(`at once ${change(chance)}`);
        const remembered = await check(chance.oneIn(2));
        const anew = await check(false, '--no-cache');
        assert.deepEqual(
          JSON.parse(remembered),
          JSON.parse(anew),
          `WALK_SEED=${seed} WALKS=1, after\n${taken.join('\n')}`,
        );
      }
    });
});
