// Replaces one build by the next without breaking servers that are running.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Chunks of so many builds are kept, the last one included, since running servers may still import them. */
const KEPT = 3;
const CHUNKS = 'chunks';
const RECORD = 'builds.json';
const STAGING = '.staging-';

/**
 * Writes `files` (paths are relative to `folder`) to a staging folder, then renames each into its place: chunks first,
 * then the files that import them. If this is interrupted, each entry still finds its imports. If there are chunks
 * among the files, those of all but the last builds are removed. Returns the chunks of this build.
 */
export function swapIn(folder, files, executables = []) {
  mkdirSync(folder, { recursive: true });
  clearStaging(folder);
  const staging = path.join(folder, `${STAGING}${process.pid}`);
  const changed = files.filter(({ file, contents }) => !holds(path.join(folder, file), contents));
  const place = (file) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    renameSync(path.join(staging, file), path.join(folder, file));
  };
  try {
    for (const { file, contents } of changed) {
      const at = path.join(staging, file);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, contents);
      if (executables.includes(file)) chmodSync(at, 0o755);
    }
    const [chunks, entries] = parted(changed.map(({ file }) => file));
    chunks.forEach(place);
    const [current] = parted(files.map(({ file }) => file));
    const builds = current.length > 0 ? record(folder, current) : null;
    entries.forEach(place);
    if (builds) removeChunks(folder, new Set(builds.flat()));
    return current;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Removes all files below `folder` that are not among `files`. */
export function removeOthers(folder, files) {
  if (!existsSync(folder)) return;
  const wanted = new Set(files.map((file) => path.resolve(file)));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.resolve(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(file)) rmSync(file);
  }
}

function parted(files) {
  const isChunk = (file) => file.split(/[\\/]/)[0] === CHUNKS;
  return [files.filter(isChunk), files.filter((file) => !isChunk(file))];
}

function holds(file, contents) {
  return !!statSync(file, { throwIfNoEntry: false })?.isFile() && readFileSync(file).equals(contents);
}

/** Records the chunks of a build before those of earlier ones. A build with the same chunks counts as the same. */
function record(folder, chunks) {
  const file = path.join(folder, RECORD);
  const own = [...chunks].map((each) => each.replaceAll('\\', '/')).sort();
  const builds = [own, ...known(folder, file).filter((each) => each.join() !== own.join())].slice(0, KEPT);
  writeFileSync(`${file}.new`, JSON.stringify(builds));
  renameSync(`${file}.new`, file);
  return builds;
}

/** The chunks of the last builds; without a record, all existing ones count as one build. */
function known(folder, file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return existsSync(path.join(folder, CHUNKS)) ? [present(folder).sort()] : [];
  }
}

function present(folder) {
  return readdirSync(path.join(folder, CHUNKS)).map((name) => `${CHUNKS}/${name}`);
}

function removeChunks(folder, kept) {
  for (const file of present(folder)) if (!kept.has(file)) rmSync(path.join(folder, file), { force: true });
}

/** Removes what interrupted builds left. */
function clearStaging(folder) {
  for (const name of readdirSync(folder))
    if (name.startsWith(STAGING) && !isAlive(Number(name.slice(STAGING.length))))
      rmSync(path.join(folder, name), { recursive: true, force: true });
}

function isAlive(id) {
  try {
    process.kill(id, 0);
    return id !== process.pid;
  } catch {
    return false;
  }
}
