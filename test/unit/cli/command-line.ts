import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommandLine } from '../../../server/src/cli/run.ts';
import type { Terminal } from '../../../server/src/cli/terminal.ts';
import type { InspectedFile } from '../../../server/src/features/inspection/model.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

/** The files in the output of `inspect`. */
export function inspected(out: string): InspectedFile[] {
  return (JSON.parse(out) as { files: InspectedFile[] }).files;
}

/** A folder with a small example for each test, and the command line run in it. */
export function commandLine() {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-cli-'));
    write('sicetnon.yaml', 'bibliography: [works.bib]\nactors: [actors.yaml]\n');
    write('works.bib', '@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}\n');
    write('actors.yaml', 'union: {name: Harbour Union}\n');
    write(
      'notes/good.md',
      'Dockers [see @meyer2011, p. 4, my italics] of [the union]{.actor ref="union"}.[^1]\n\n[^1]: So “they say” [@meyer2011].\n',
    );
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  async function run(
    args: readonly string[],
    terminal = false,
    cwd = folder,
    more: Partial<Terminal> = {},
  ): Promise<Ran> {
    let out = '';
    let complaints = '';
    const code = await runCommandLine(args, {
      cwd,
      write: (text) => (out += text),
      complain: (text) => (complaints += text),
      isTerminal: terminal,
      colorWanted: true,
      isWatched: false,
      now: () => 0,
      rest: () => Promise.resolve(),
      interrupted: new AbortController().signal,
      ...more,
    });
    return { code, out, complaints };
  }

  return { write, run, folder: () => folder };
}
