// Puts what was built in the place of what was built before, so that servers that run go on.
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

/** A server that runs may import chunks of so many builds, the last one among them. */
const KEPT = 3;
const CHUNKS = 'chunks';
const RECORD = 'builds.json';
const STAGING = '.staging-';

/**
 * Writes `files` (paths are relative to `folder`) beside what lies there, then renames each into its place: chunks
 * first, what imports them after that. Whenever this is broken off, each entry finds all that it imports. Where there are
 * chunks among the files, those of all but the last builds are removed. Returns the chunks of this build.
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

/** Removes what lies below `folder` and is not among `files`. */
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

/** Notes the chunks of a build before those of the builds before it. A build that made the same is the same build. */
function record(folder, chunks) {
  const file = path.join(folder, RECORD);
  const own = [...chunks].map((each) => each.replaceAll('\\', '/')).sort();
  const builds = [own, ...known(folder, file).filter((each) => each.join() !== own.join())].slice(0, KEPT);
  writeFileSync(`${file}.new`, JSON.stringify(builds));
  renameSync(`${file}.new`, file);
  return builds;
}

/** The chunks of the last builds; where nobody noted them, those that lie there are one build. */
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

/** Removes what builds left that were broken off. */
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
