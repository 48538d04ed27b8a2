#!/usr/bin/env node
import process from 'node:process';
import { runCommandLine } from './cli/run.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  cwd: process.cwd(),
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  worker: new URL('./digest-worker.js', import.meta.url),
  colorWanted: !('NO_COLOR' in process.env) && process.env['TERM'] !== 'dumb',
});
