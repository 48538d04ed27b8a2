// Makes all that a release has, and publishes it where it may.
// npm run release -- [--tag v1.2.3] [--built] [--publish]
// Without --publish nothing leaves the machine: what needs a token is tried out only. --built takes what `npm test` has
// built. --publish takes what lies in dist/release, made by an earlier run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checksums, fileNames, notesOf, tagRefusal, targets } from './release-parts.ts';
import { readPublishing, refusalToPublish } from './publishing.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'dist/release');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const { values } = parseArgs({
  options: { tag: { type: 'string' }, built: { type: 'boolean' }, publish: { type: 'boolean' } },
});

const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
const refused =
  (values.tag === undefined ? null : tagRefusal(values.tag, version, changelog)) ??
  (values.publish ? refusalToPublish(readPublishing()) : null);
if (refused !== null) {
  console.error(refused);
  process.exit(2);
}
if (!values.publish) make();
const files = fileNames(version);
for (const target of targets(files)) {
  const isPublished = values.publish === true && process.env[target.token] !== undefined;
  if (values.publish && !isPublished) console.log(`${target.name}: left out, there is no ${target.token}.`);
  else if (isPublished) run(target.publish, folder);
  else if (target.tryOut) run(target.tryOut, folder);
  else console.log(`${target.name}: would run ${target.publish.join(' ')}`);
}
if (!values.publish) {
  const why = refusalToPublish(readPublishing());
  console.log(why ?? 'All is ready; --publish publishes it.');
}

/** Builds the archives with their checksums into dist/release. */
function make(): void {
  if (!values.built) run(['npm', 'run', '--silent', 'package']);
  run(['npm', 'run', '--silent', 'package:npm']);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = fileNames(version);
  cpSync(path.join(root, 'dist/sicetnon.vsix'), path.join(folder, names.extension));
  cpSync(path.join(root, 'dist', names.npm), path.join(folder, names.npm));
  const sums = readdirSync(folder).map((name): [string, string] => [name, sumOf(path.join(folder, name))]);
  writeFileSync(path.join(folder, 'SHA256SUMS'), checksums(sums));
  writeFileSync(path.join(root, 'dist/release-notes.md'), notesOf(changelog, version));
  console.log(checksums(sums));
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function run([command, ...args]: readonly string[], cwd = root): void {
  const { status } = spawnSync(command!, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
