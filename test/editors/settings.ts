import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The settings to copy that follow these words on the page about editors. */
export function settingsAfter(words: string): string {
  const page = readFileSync(here('../../docs/editors.md'), 'utf8');
  const at = page.indexOf(words);
  assert.ok(at >= 0, `“${words}” is on the page`);
  const [, block] = /```\w+\n([^]*?)```/.exec(page.slice(at)) ?? [];
  assert.ok(block);
  return block;
}

/** Puts a program `sicetnon` into a folder; `around` is the shell's command, in which `$SICETNON` is the program itself. */
export function installIn(folder: string, around = '$SICETNON "$@"'): string {
  const program = path.join(folder, 'sicetnon');
  const itself = `'${process.execPath}' '${here('../../dist/cli.js')}'`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(program, `#!/bin/sh\n${around.replace('$SICETNON', () => itself)}\n`);
  chmodSync(program, 0o755);
  return program;
}
