/** Writing and printing of what `check --fix` changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Files } from '../hosts/reading/files.ts';
import { decodeText } from '../text/encoding.ts';
import type { FixedFile, ReadRaw } from './fix.ts';
import { unifiedDiff } from './line-diff.ts';
import { printableLines } from './printable.ts';
import { RawText } from './raw-text.ts';
import { writeAside } from './write-aside.ts';
import { say } from '../words/say.ts';

/** Reads files below a root for changing: UTF-8 only, since nothing else is written back as it was. */
export function rawReader(root: string, largest: number): ReadRaw {
  const files = new Files(root, largest);
  return (file) => {
    const found = files.look(file);
    const bytes = 'status' in found ? found : files.bytes(found);
    if ('status' in bytes) return say('it cannot be read.');
    const decoded = decodeText(bytes);
    if (!('text' in decoded) || decoded.encoding !== 'utf-8')
      return say('it is not in UTF-8. Save it as UTF-8 first.');
    return RawText.of(Buffer.from(bytes).toString('utf8'));
  };
}

/** Writes changed files, each at once. Links are followed to the file that they name. */
export function writeFixes(
  root: string,
  files: readonly FixedFile[],
  realPath: (file: string) => string,
): void {
  for (const { path: file, before, after } of files) {
    const target = realPath(path.join(root, file));
    mkdirSync(path.dirname(target), { recursive: true });
    if (before === null) {
      writeFileSync(target, after.raw, { flag: 'wx' });
      continue;
    }
    writeAside(target, after.raw);
  }
}

/** The changes as a unified diff. What `git apply` and `patch` read is `plain`; else control characters are made visible. */
export function diffOf(files: readonly FixedFile[], shown: (path: string) => string, plain: boolean): string {
  return files
    .map(({ path: file, before, after }) => {
      const name = shown(file);
      const old = before === null ? '/dev/null' : `a/${name}`;
      const diff = unifiedDiff(old, `b/${name}`, before?.raw ?? '', after.raw);
      return plain ? diff : printableLines(diff);
    })
    .join('');
}
