import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults, questions } from '../support/weavers.ts';

interface Seen {
  readonly failure?: string;
  readonly faults: readonly Reported[];
  readonly hovers: readonly string[];
  readonly definitions: readonly { file: string; line: string }[];
  readonly edited: readonly Reported[];
  readonly undone: readonly Reported[];
}

interface Reported {
  readonly code: string;
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** A second client, written by other people: Neovim's. One session is held, and what it saw is looked at. */
describe('Neovim', function () {
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-neovim-'));
  let seen: Seen;

  before(async () => {
    cpSync(here('../fixtures/weavers'), folder, { recursive: true });
    seen = await session(folder);
    assert.equal(seen.failure, undefined, `${seen.failure}\n${JSON.stringify(seen, null, 1)}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the faults of a text', () => {
    assert.deepEqual(seen.faults.map(({ code }) => code).sort(), faults.map(({ code }) => code).sort());
    for (const { source } of seen.faults) assert.equal(source, 'sicetnon');
  });

  questions.forEach(({ what, tells, file, leadsTo }, index) => {
    it(`opens a hover over ${what}`, () => {
      for (const part of tells)
        assert.ok(seen.hovers[index]!.includes(part), `${part}:\n${seen.hovers[index]}`);
    });

    it(`jumps from ${what} to where it is written`, () => {
      const found = seen.definitions[index]!;
      assert.equal(found.file, file);
      assert.ok(found.line.includes(leadsTo), found.line);
    });
  });

  it('reports anew after an edit, and moves what stands below it', () => {
    const added = seen.edited.filter(({ line }) => line === 0);
    assert.deepEqual(
      added.map(({ code, column }) => ({ code, column })),
      [{ code: 'footnote-undefined', column: 'A line before all'.length }],
    );
    assert.deepEqual(lines(seen.edited.filter(({ line }) => line > 0)), lines(seen.faults, 2));
    assert.deepEqual(lines(seen.undone), lines(seen.faults));
  });
});

/** Runs Neovim without a screen on the script beside this file; resolves to what it wrote down. */
async function session(folder: string): Promise<Seen> {
  const server = here('../../dist/server.js');
  if (!existsSync(server)) throw new Error(`There is no ${server}: run npm run build`);
  const text = readFileSync(path.join(folder, 'reading.md'), 'utf8');
  const env = {
    ...process.env,
    SICETNON_SERVER: server,
    SICETNON_WORKSPACE: folder,
    SICETNON_FAULTS: String(faults.length),
    SICETNON_QUESTIONS: JSON.stringify(questions.map(({ words }) => place(text, words))),
    // No user's configuration, no shared state.
    XDG_STATE_HOME: path.join(folder, '.state'),
    XDG_CACHE_HOME: path.join(folder, '.state'),
  };
  const args = ['--headless', '--clean', '-u', 'NONE', '-n', '-c', `luafile ${here('client.lua')}`];
  const neovim = spawn('nvim', args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  neovim.stdout.on('data', (chunk) => (output += String(chunk)));
  neovim.stderr.on('data', (chunk) => (output += String(chunk)));
  const timer = setTimeout(() => process.kill(-neovim.pid!, 'SIGKILL'), 150_000);
  try {
    await once(neovim, 'close');
  } finally {
    clearTimeout(timer);
  }
  const line = output.split('\n').find((each) => each.startsWith('SEEN '));
  if (!line) throw new Error(`Neovim wrote nothing down:\n${output}`);
  return JSON.parse(line.slice('SEEN '.length)) as Seen;
}

/** Inside some words, as a line and a column in bytes, which is how Neovim counts. */
function place(text: string, words: string): { line: number; column: number } {
  const at = text.indexOf(words);
  assert.ok(at >= 0, `“${words}” is in the text`);
  const before = text.slice(0, at + 3).split('\n');
  return { line: before.length - 1, column: Buffer.byteLength(before.at(-1)!) };
}

function lines(reported: readonly Reported[], shift = 0): string[] {
  return reported.map(({ code, line }) => `${line + shift} ${code}`).sort();
}
