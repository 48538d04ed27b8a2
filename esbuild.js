// Bundles the client, the server, the command line, and the tests that run inside VS Code.
//   node esbuild.js            builds into dist/ and reports sizes
//   node esbuild.js --quiet    the same without a word when all is well
//   node esbuild.js --watch    builds again whenever a source changes
// Running servers are not affected: see scripts/swap.js.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { jobs } from './scripts/bundles.js';
import { removeOthers, swapIn } from './scripts/swap.js';

const folder = 'dist';
/** The command line is executable and begins with a shebang. */
const program = 'cli.js';

if (process.argv.includes('--watch')) {
  const swap = {
    name: 'swap',
    setup: ({ onEnd }) => onEnd(({ outputFiles, errors }) => void (errors.length || take(outputFiles))),
  };
  for (const job of jobs)
    await (await context({ ...job, write: false, plugins: [swap], logLevel: 'info' })).watch();
  console.log('Watching the sources; Ctrl+C ends it.');
} else {
  const results = await Promise.allSettled(jobs.map((job) => build({ ...job, write: false })));
  if (results.some(({ status }) => status === 'rejected')) {
    console.error('The build failed; the reasons stand above. What was built before is left as it was.');
    process.exit(1);
  }
  const files = results.flatMap(({ value }) => value.outputFiles);
  const chunks = take(files);
  removeOthers(
    path.join(folder, 'test'),
    files.map((each) => each.path),
  );
  writeFileSync(path.join(folder, 'package.ignore'), packaged(chunks));
  if (!process.argv.includes('--quiet'))
    report(results.flatMap(({ value }) => Object.entries(value.metafile.outputs)));
}

/** Installs the built files; returns the chunks among them. */
function take(outputFiles) {
  const files = outputFiles.map((each) => ({
    file: path.relative(folder, each.path),
    contents: each.contents,
  }));
  const main = files.find(({ file }) => file === program);
  if (main && !Buffer.from(main.contents.subarray(0, 2)).equals(Buffer.from('#!')))
    throw new Error('server/src/cli.ts must begin with #!/usr/bin/env node');
  return swapIn(folder, files, [program]);
}

/** The ignore file for the .vsix, which includes only the chunks of this build. */
function packaged(chunks) {
  const all = '!dist/chunks/**/*.js\n';
  const ignore = readFileSync('.vscodeignore', 'utf8');
  if (!ignore.includes(all)) throw new Error(`.vscodeignore must have the line ${all}`);
  const own = chunks.filter((file) => file.endsWith('.js')).map((file) => `!dist/${file}\n`);
  return ignore.replace(all, () => own.join('').replaceAll('\\', '/'));
}

function report(outputs) {
  for (const [file, { bytes }] of outputs.sort(([a], [b]) => (a < b ? -1 : 1)))
    if (!file.endsWith('.map') && !file.startsWith('dist/test/'))
      console.log(`  ${file.padEnd(32)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
}
