// The builds and their entries, for esbuild.js and for the third-party notices.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

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

/** The builds. An entry whose source does not exist is left out. */
const bundles = [
  {
    // CommonJS, which every VS Code since 1.100 and before loads.
    entries: { client: 'client/src/extension.ts' },
    options: { platform: 'node', format: 'cjs', outExtension: { '.js': '.cjs' }, external: ['vscode'] },
  },
  {
    // The same for browsers, on what a browser has in the place of a machine.
    entries: { 'client-web': 'client/src/extension.ts' },
    options: {
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
      plugins: [
        {
          name: 'web',
          setup: ({ onResolve }) =>
            void onResolve({ filter: /\/machine\/here\.ts$|^\.\/here\.ts$/ }, inBrowser),
        },
      ],
    },
  },
  {
    // One build, so that the server and the command line share code, and dynamic imports become chunks.
    entries: {
      server: 'server/src/node.ts',
      cli: 'server/src/cli.ts',
      'digest-worker': 'server/src/digest-worker.ts',
      'printing-worker': 'server/src/printing-worker.ts',
      'works-worker': 'server/src/works-worker.ts',
      'pages-worker': 'server/src/pages-worker.ts',
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
    // PDFium's program, which the thread that reads works starts.
    entries: { pdfium: 'node_modules/@hyzyla/pdfium/dist/pdfium.wasm' },
    options: { platform: 'node', format: 'esm', loader: { '.wasm': 'copy' } },
  },
  {
    // The server in a web worker, and its thread that prints entries: one file each, since a worker of an editor loads no
    // modules.
    entries: {
      browser: 'server/src/browser.ts',
      'browser-printing-worker': 'server/src/browser-printing-worker.ts',
    },
    options: { platform: 'browser', format: 'iife' },
  },
  {
    // The pictures, each with a bundle and the style sheet that it imports.
    entries: pictureEntries(),
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

/** In a browser the client has another machine. */
function inBrowser() {
  return { path: path.resolve('client/src/machine/web.ts') };
}

/** Each folder of `client/webviews` with a `main.ts` is a picture. */
function pictureEntries() {
  const folder = 'client/webviews';
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => existsSync(path.join(folder, name, 'main.ts')))
      .map((name) => [`views/${name}`, `${folder}/${name}/main.ts`]),
  );
}

function testEntries() {
  const folder = 'test/vscode';
  const suites = ['suite', 'beginning', 'restricted', 'broken', 'others'].flatMap((name) =>
    readdirSync(path.join(folder, name))
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => path.join(name, file)),
  );
  return Object.fromEntries(
    ['index.ts', ...suites].map((file) => [file.replace(/\.ts$/, ''), path.join(folder, file)]),
  );
}

/** The esbuild options of each build. */
export const jobs = bundles.flatMap(({ entries, options }) => {
  const present = Object.entries(entries).filter(([, source]) => existsSync(source));
  if (present.length === 0) return [];
  return [{ outdir: 'dist', ...common, ...options, entryPoints: Object.fromEntries(present) }];
});

/** The builds that are shipped: all but the tests. */
export const shippedJobs = jobs.filter(({ outdir }) => outdir === 'dist');
