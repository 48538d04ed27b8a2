// Bundles what runs: the client, the servers, the command line, and the tests that run inside VS Code.
//   node esbuild.js            builds into dist/ and reports sizes
//   node esbuild.js --quiet    the same without a word when all is well
//   node esbuild.js --watch    builds again whenever a source changes
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';

const common = {
  bundle: true,
  sourcemap: true,
  sourcesContent: false,
  // Names are kept, so that a stack in a user's log can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  target: 'es2022',
  logLevel: 'warning',
  metafile: true,
};

/** What is built. An entry whose source is not there is left out. */
const bundles = [
  {
    // CommonJS, which every VS Code since 1.100 and before loads.
    entries: { client: 'client/src/extension.ts' },
    options: { platform: 'node', format: 'cjs', outExtension: { '.js': '.cjs' }, external: ['vscode'] },
  },
  {
    // One build, so that the server and the command line share their code, and what they import() only when
    // it is wanted lies in chunks of its own.
    entries: {
      server: 'server/src/node.ts',
      cli: 'server/src/cli.ts',
      'digest-worker': 'server/src/digest-worker.ts',
    },
    options: {
      platform: 'node',
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      // CommonJS libraries inside the bundle still call require for Node's own modules.
      banner: {
        js: `import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);`,
      },
    },
  },
  {
    entries: { browser: 'server/src/browser.ts' },
    options: { platform: 'browser', format: 'iife' },
  },
  {
    // The pictures, each a page of its own; the style sheet that one imports lies beside it.
    entries: {
      'views/claim-map': 'client/webviews/claim-map/main.ts',
      'views/evidence-matrix': 'client/webviews/evidence-matrix/main.ts',
      'views/timeline': 'client/webviews/timeline/main.ts',
    },
    options: { platform: 'browser', format: 'iife' },
  },
  {
    entries: testEntries(),
    options: {
      platform: 'node',
      format: 'cjs',
      outdir: 'dist/test/vscode',
      outExtension: { '.js': '.cjs' },
      external: ['vscode', 'mocha'],
      minifyWhitespace: false,
    },
  },
];

function testEntries() {
  const folder = 'test/vscode';
  const suites = ['suite', 'restricted', 'broken'].flatMap((name) =>
    readdirSync(path.join(folder, name))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => path.join(name, file)),
  );
  return Object.fromEntries(
    ['index.ts', ...suites].map((file) => [file.replace(/\.ts$/, ''), path.join(folder, file)]),
  );
}

const jobs = bundles.flatMap(({ entries, options }) => {
  const present = Object.entries(entries).filter(([, source]) => existsSync(source));
  if (present.length === 0) return [];
  return [{ outdir: 'dist', ...common, ...options, entryPoints: Object.fromEntries(present) }];
});

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
