#!/usr/bin/env node
import process from 'node:process';
import { leave, processTerminal } from './cli/process-terminal.ts';
import { runCommandLine } from './cli/run.ts';
import { compileAtOnce, letObjectsDieYoung } from './hosts/node-engine.ts';

letObjectsDieYoung();
compileAtOnce();

const terminal = processTerminal(
  new URL('./digest-worker.js', import.meta.url),
  new URL('./works-worker.js', import.meta.url),
);
leave(await runCommandLine(process.argv.slice(2), terminal));
