import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults, questions } from '../support/weavers.ts';
import { installIn, settingsAfter } from './settings.ts';

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

/** An editor that is driven without a screen. */
export interface Editor {
  readonly name: string;
  /** Its program; the first of them that is there. */
  readonly programs: readonly string[];
  /** The arguments that run a script. */
  readonly running: (script: string) => readonly string[];
  /** The words on the page about editors before its settings, which the script reads from the file `SICETNON_SETTINGS`. */
  readonly settings: string;
  /** The script beside this file, which holds a session and writes what it saw to the file `SICETNON_SEEN`. */
  readonly script: string;
}

/** Holds one session with a client that other people wrote, and looks at what it saw. */
export function testEditor(editor: Editor): void {
  describe(editor.name, function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-editor-'));
    let seen: Seen;

    before(async () => {
      cpSync(here('../fixtures/weavers'), folder, { recursive: true });
      seen = await session(editor, folder);
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
}

/** Runs the editor on its script; resolves to what it wrote down. */
async function session({ name, programs, running, settings, script }: Editor, folder: string): Promise<Seen> {
  const built = here('../../dist/cli.js');
  if (!existsSync(built)) throw new Error(`There is no ${built}: run npm run build`);
  const text = readFileSync(path.join(folder, 'reading.md'), 'utf8');
  const written = path.join(folder, '.seen.json');
  const program = programs.find((each) => spawnSync(each, ['--version']).status === 0);
  if (!program) throw new Error(`${name} is not installed: run npm run setup`);
  const state = path.join(folder, '.state');
  const bin = path.dirname(installIn(path.join(state, 'bin')));
  const copied = path.join(state, 'settings');
  writeFileSync(copied, settingsAfter(settings));
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
    SICETNON_SEEN: written,
    SICETNON_SETTINGS: copied,
    SICETNON_WORKSPACE: folder,
    SICETNON_FAULTS: String(faults.length),
    SICETNON_QUESTIONS: JSON.stringify(questions.map(({ words }) => place(text, words))),
    // No user's configuration, no shared state.
    HOME: state,
    XDG_STATE_HOME: state,
    XDG_CACHE_HOME: state,
  };
  const run = spawn(program, running(here(script)), {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  run.stdout.on('data', (chunk) => (output += String(chunk)));
  run.stderr.on('data', (chunk) => (output += String(chunk)));
  const timer = setTimeout(() => process.kill(-run.pid!, 'SIGKILL'), 150_000);
  try {
    await once(run, 'close');
  } finally {
    clearTimeout(timer);
  }
  if (!existsSync(written)) throw new Error(`${name} wrote nothing down:\n${output}`);
  return JSON.parse(readFileSync(written, 'utf8')) as Seen;
}

/** Inside some words, as a line and a column in bytes, as most of these editors count. */
function place(text: string, words: string): { line: number; column: number } {
  const at = text.indexOf(words);
  assert.ok(at >= 0, `“${words}” is in the text`);
  const before = text.slice(0, at + 3).split('\n');
  return { line: before.length - 1, column: Buffer.byteLength(before.at(-1)!) };
}

function lines(reported: readonly Reported[], shift = 0): string[] {
  return reported.map(({ code, line }) => `${line + shift} ${code}`).sort();
}
