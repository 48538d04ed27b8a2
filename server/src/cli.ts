#!/usr/bin/env node
import process from 'node:process';
import { leave, processTerminal } from './cli/process-terminal.ts';
import { runCommandLine } from './cli/run.ts';
import { compileAtOnce, letObjectsDieYoung } from './hosts/node-engine.ts';

// The language server sets up the engine in its own way.
if (process.argv[2] !== 'lsp') {
  letObjectsDieYoung();
  compileAtOnce();
}

const program = (name: string) => new URL(`./${name}.js`, import.meta.url);
const terminal = processTerminal({
  program: program('cli'),
  worker: program('digest-worker'),
  works: program('works-worker'),
  server: program('server'),
});
leave(await runCommandLine(process.argv.slice(2), terminal));
