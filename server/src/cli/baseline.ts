/** Baselines: findings that were there before, so that a check tells the new ones. */
import path from 'node:path';
import { Files } from '../hosts/reading/files.ts';
import { isInside } from '../hosts/reading/opened.ts';
import { landsInside } from '../hosts/reading/placement.ts';
import { shortened } from '../text/shortened.ts';
import { LARGEST } from '../workspace/file-limit.ts';
import type { CheckedFile, ToldFinding } from './checked-file.ts';
import { printable } from './printable.ts';
import { writeAside } from './write-aside.ts';
import { say } from '../words/say.ts';

/** A finding is known again by its rule and the words it is about, not by its line. */
interface KnownFinding {
  readonly code: string;
  readonly words: string;
  readonly times: number;
}

/** The file: `{ version, files: { path: [{ code, words, times }] } }`, with paths relative to its folder. */
interface BaselineFile {
  readonly version: 1;
  readonly files: Readonly<Record<string, readonly KnownFinding[]>>;
}

/** How much is kept of the words, in UTF-16 units. */
const LONGEST = 120;

/** The words at a range of a file; null where they cannot be read. */
export type WordsAt = (path: string, range: ToldFinding['range']) => string | null;

/** What a baseline leaves of some reports. */
export interface Sifted {
  readonly reports: readonly CheckedFile[];
  /** How many findings were in the baseline. */
  readonly known: number;
  /** How many findings of the baseline, in the files checked, are gone. */
  readonly gone: number;
}

/** Writes the baseline of some reports. Rejects with a sentence where it cannot. Resolves to the number of findings. */
export async function writeBaseline(
  reports: readonly CheckedFile[],
  { file, cwd, wordsAt }: { readonly file: string; readonly cwd: string; readonly wordsAt: WordsAt },
): Promise<number> {
  const absolute = path.resolve(cwd, file);
  if (isInside(cwd, absolute) && !(await landsInside(cwd, absolute)))
    throw new Error(
      say('“{name}” would be written outside of this folder, through a link.', { name: printable(file) }),
    );
  const files: [string, KnownFinding[]][] = [];
  let count = 0;
  for (const report of reports) {
    if (report.findings.length === 0) continue;
    count += report.findings.length;
    files.push([
      inFolderOf(absolute, cwd, report.path),
      [...counted(report, wordsAt).values()].sort(inOrder),
    ]);
  }
  const baseline: BaselineFile = {
    version: 1,
    files: Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  try {
    writeAside(absolute, `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (cause) {
    throw new Error(
      say('“{name}” cannot be written: {reason}', {
        name: printable(file),
        reason: (cause as Error).message,
      }),
      { cause },
    );
  }
  return count;
}

/**
 * Drops the findings that a baseline has: of several alike, as many as it counts. Throws with a sentence where the
 * file is missing or no baseline.
 */
export function siftByBaseline(
  reports: readonly CheckedFile[],
  { file, cwd, wordsAt }: { readonly file: string; readonly cwd: string; readonly wordsAt: WordsAt },
): Sifted {
  const absolute = path.resolve(cwd, file);
  const baseline = readBaseline(absolute, file, cwd);
  let [known, gone] = [0, 0];
  const sifted = reports.map((report) => {
    const listed = baseline.get(inFolderOf(absolute, cwd, report.path)) ?? [];
    const left = new Map(listed.map(({ code, words, times }) => [nameOf(code, words), times]));
    const before = report.findings;
    const findings = before.filter((finding) => {
      const name = nameOf(finding.code, wordsOf(report.path, finding, wordsAt));
      const times = left.get(name) ?? 0;
      if (times > 0) left.set(name, times - 1);
      return times <= 0;
    });
    known += before.length - findings.length;
    for (const times of left.values()) gone += times;
    return { path: report.path, findings, checks: report.checks };
  });
  return { reports: sifted, known, gone };
}

function counted(report: CheckedFile, wordsAt: WordsAt): Map<string, KnownFinding> {
  const all = new Map<string, KnownFinding>();
  for (const finding of report.findings) {
    const words = wordsOf(report.path, finding, wordsAt);
    const name = nameOf(finding.code, words);
    all.set(name, { code: finding.code, words, times: (all.get(name)?.times ?? 0) + 1 });
  }
  return all;
}

function wordsOf(file: string, { range }: ToldFinding, wordsAt: WordsAt): string {
  return shortened((wordsAt(file, range) ?? '').replace(/\s+/g, ' ').trim(), LONGEST);
}

function nameOf(code: string, words: string): string {
  return `${code} ${words}`;
}

function inOrder(a: KnownFinding, b: KnownFinding): number {
  const [one, other] = [nameOf(a.code, a.words), nameOf(b.code, b.words)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function inFolderOf(baseline: string, cwd: string, file: string): string {
  return path.relative(path.dirname(baseline), path.resolve(cwd, file)).split(path.sep).join('/');
}

function readBaseline(absolute: string, shown: string, cwd: string): Map<string, readonly KnownFinding[]> {
  const text = textBelow(isInside(cwd, absolute) ? cwd : path.dirname(absolute), absolute);
  if (text === null)
    throw new Error(
      say('There is no baseline “{name}” that can be read; --write-baseline={name} makes it.', {
        name: printable(shown),
      }),
    );
  try {
    const { version, files } = JSON.parse(text) as Partial<BaselineFile>;
    if (version !== 1 || typeof files !== 'object' || files === null) throw new Error('no baseline');
    return new Map(Object.entries(files).map(([file, list]) => [file, list.filter(isKnown)]));
  } catch (cause) {
    throw new Error(
      say('“{name}” is no baseline of this program; --write-baseline={name} writes it anew.', {
        name: printable(shown),
      }),
      { cause },
    );
  }
}

/** The text of a file below a folder; null for none that may be read: a link that leads out, a pipe, a very large one. */
function textBelow(folder: string, absolute: string): string | null {
  try {
    const files = new Files(folder, LARGEST);
    const found = files.look(path.relative(folder, absolute));
    const bytes = 'status' in found ? found : files.bytes(found);
    return 'status' in bytes ? null : Buffer.from(bytes).toString('utf8');
  } catch {
    return null;
  }
}

function isKnown(value: unknown): value is KnownFinding {
  const { code, words, times } = (value ?? {}) as Partial<KnownFinding>;
  return typeof code === 'string' && typeof words === 'string' && Number.isSafeInteger(times) && times! > 0;
}
