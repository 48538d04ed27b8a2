// Lays out the package for npm in dist/npm: the command line, the server, and what they need. Nothing is fetched when it
// is installed, since all libraries are bundled.
// npx tsx scripts/npm-package.ts        after a build; prints the size
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureKinds, pictureRow } from '../server/src/protocol/pictures.ts';
import { catalogueFile, translated } from '../server/src/words/languages.ts';
import { publishedFields, readPublishing, type Publishing } from './publishing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the package is laid out. */
export const npmFolder = path.join(root, 'dist/npm');

/** The largest that the package may become, unpacked, in bytes. */
export const LARGEST_PACKAGE = 10 * 2 ** 20;

/** The built programs, without the chunks that they load. */
const PROGRAMS = [
  'cli.js',
  'server.js',
  'digest-worker.js',
  'printing-worker.js',
  'works-worker.js',
  'pdfium.wasm',
];
/** The pages of the pictures. */
const PAGES = pictureKinds.flatMap((kind) =>
  ['js', 'css'].map((ending) => `views/${pictureRow(kind).page}.${ending}`),
);
const PAPERS = ['LICENSE', 'THIRD-PARTY-NOTICES.txt', 'README.md', 'CHANGELOG.md'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly engines: { readonly node: string };
}

/** The package.json of the package. */
export function npmManifest(manifest: Manifest, publishing: Publishing): object {
  const { name, version, description, keywords, license, engines } = manifest;
  return {
    name,
    version,
    description,
    keywords,
    license,
    ...publishedFields(publishing),
    type: 'module',
    bin: { [name]: 'dist/cli.js' },
    files: ['dist', 'l10n', 'THIRD-PARTY-NOTICES.txt', 'CHANGELOG.md'],
    engines: { node: engines.node },
  };
}

/** The catalogues of what the server, the command line and the pages of pictures say. */
function catalogues(): string[] {
  return translated
    .flatMap((language) => [catalogueFile('server', language), catalogueFile('bundle.l10n', language)])
    .map((file) => `l10n/${file}`)
    .filter((file) => existsSync(path.join(root, file)));
}

/** Lays the package out anew. Throws where nothing was built. Returns its size in bytes. */
export function layOut(): number {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const built = readFileSync(path.join(root, 'dist/package.ignore'), 'utf8');
  const chunks = [...built.matchAll(/^!dist\/(chunks\/.+\.js)$/gm)].map(([, file]) => file!);
  rmSync(npmFolder, { recursive: true, force: true });
  mkdirSync(npmFolder, { recursive: true });
  const files = [...PROGRAMS, ...PAGES, ...chunks].map((file) => `dist/${file}`).concat(catalogues(), PAPERS);
  for (const file of files) cpSync(path.join(root, file), path.join(npmFolder, file));
  const text = `${JSON.stringify(npmManifest(manifest, readPublishing()), null, 2)}\n`;
  writeFileSync(path.join(npmFolder, 'package.json'), text);
  return files.reduce((sum, file) => sum + statSync(path.join(npmFolder, file)).size, text.length);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const size = layOut();
  console.log(`dist/npm holds the package for npm: ${(size / 2 ** 20).toFixed(1)} MB unpacked.`);
  if (size > LARGEST_PACKAGE) {
    console.error(`It is larger than ${LARGEST_PACKAGE / 2 ** 20} MB, so something has slipped in.`);
    process.exitCode = 1;
  }
}
