import { lstatSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file at once: into a new file beside it that takes its place, so that an interruption leaves the old or the
 * new one. A link or pipe at the place is replaced, never followed; the permissions of a file are kept.
 */
export function writeAside(target: string, text: string): void {
  const beside = `${target}.sicetnon-${process.pid}`;
  const mode = isThere(target) ? (statSync(target, { throwIfNoEntry: false })?.mode ?? null) : null;
  try {
    writeFileSync(beside, text, { flag: 'wx', ...(mode === null ? {} : { mode }) });
    renameSync(beside, target);
  } finally {
    if (isThere(beside)) rmSync(beside, { force: true });
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
