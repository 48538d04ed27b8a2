// Bundles what runs: the client, the servers, the command line, and the tests that run inside VS Code.
//   node esbuild.js            builds into dist/ and reports sizes
//   node esbuild.js --quiet    the same without a word when all is well
//   node esbuild.js --watch    builds again whenever a source changes
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';
import { jobs } from './scripts/bundles.js';

if (process.argv.includes('--watch')) {
  for (const job of jobs) await (await context({ ...job, logLevel: 'info' })).watch();
  console.log('Watching the sources; Ctrl+C ends it.');
} else {
  // Chunks carry a hash in their names: those of earlier builds would pile up.
  for (const stale of ['dist/chunks', 'dist/test']) rmSync(stale, { recursive: true, force: true });
  const results = await Promise.allSettled(jobs.map((job) => build(job)));
  if (results.some(({ status }) => status === 'rejected')) {
    console.error('The build failed; the reasons stand above.');
    process.exit(1);
  }
  if (!process.argv.includes('--quiet'))
    report(results.flatMap(({ value }) => Object.entries(value.metafile.outputs)));
  finishCommandLine('dist/cli.js');
}

function report(outputs) {
  for (const [file, { bytes }] of outputs.sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!file.endsWith('.map') && !file.startsWith('dist/test/'))
      console.log(`  ${file.padEnd(32)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
}

/** The command line is a program: it begins by naming Node and may be executed. */
function finishCommandLine(file) {
  if (!existsSync(file)) return;
  if (!readFileSync(file, 'utf8').startsWith('#!'))
    throw new Error('server/src/cli.ts must begin with #!/usr/bin/env node');
  chmodSync(file, 0o755);
}
