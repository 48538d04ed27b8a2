// Packs the extension into dist/sicetnon.vsix, after a build: from a folder of its own, whose package.json says who
// publishes it, as far as publishing.json tells.
// npx tsx scripts/package-extension.ts
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { publishedFields, readPublishing, type Publishing } from './publishing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'dist/extension');

/** What of package.json says how the project is built, which nobody needs who installs the extension. */
const OF_THE_BUILD = ['scripts', 'devDependencies', 'dependencies'];

/** The extension's package.json. */
export function extensionManifest(
  manifest: Readonly<Record<string, unknown>>,
  publishing: Publishing,
): object {
  return {
    ...Object.fromEntries(Object.entries(manifest).filter(([name]) => !OF_THE_BUILD.includes(name))),
    ...(publishing.publisher ? { publisher: publishing.publisher } : {}),
    ...publishedFields(publishing),
  };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const publishing = readPublishing();
  rmSync(folder, { recursive: true, force: true });
  const files = await listFiles({
    cwd: root,
    ignoreFile: 'dist/package.ignore',
    packageManager: PackageManager.None,
  });
  mkdirSync(folder, { recursive: true });
  for (const file of files) cpSync(path.join(root, file), path.join(folder, file));
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  writeFileSync(
    path.join(folder, 'package.json'),
    `${JSON.stringify(extensionManifest(manifest, publishing), null, 2)}\n`,
  );
  // All that lies here is shipped; without this file vsce warns that nothing is left out.
  writeFileSync(path.join(folder, '.vscodeignore'), '.vscodeignore\n');
  // Relative links lead to the repository; while nobody has said where it is, they are left as they are.
  const isKnown = publishing.repository !== '';
  await createVSIX({
    cwd: folder,
    packagePath: path.join(root, 'dist/sicetnon.vsix'),
    dependencies: false,
    ...(isKnown ? {} : { allowMissingRepository: true, rewriteRelativeLinks: false }),
  });
}
