import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { changedSince } from '../hosts/node-git.ts';
import { TracedFileSystem } from '../hosts/traced-file-system.ts';
import type { EarlierVersions } from '../hosts/reading/earlier-versions.ts';
import type { Service } from '../service.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { checkAgain } from './check-again.ts';
import { checkedFile, type CheckedFile } from './checked-file.ts';
import { fixAll } from './fix.ts';
import { largestOf, openingOf, openService, tellNotes, type Opening } from './open-service.ts';
import { LEVELS, type OptionValues } from './options.ts';
import { CHECKING, FIXING, type ProgressLine } from './progress-line.ts';
import { rememberedFor, type Recalled } from './remembered-reports.ts';
import { ReportedTexts } from './reported-texts.ts';
import { askedInput, askedRoots, wasAsked, type AskedRoot } from './roots.ts';
import { withCommandsStopped } from './runner-commands.ts';
import { Interruption, Stops, type ReportingTerminal } from './terminal.ts';
import { tellUnread } from './unread.ts';
import { diffOf, rawReader, writeFixes } from './write-fixes.ts';
import { enumerated, say } from '../words/say.ts';

/** What a check found, before it is reported. */
export interface Checked {
  /** Sorted by path. Paths are relative to the working folder. */
  readonly reports: readonly CheckedFile[];
  /** The texts of these files. */
  readonly texts: ReportedTexts;
  /** Whether a file that was named could not be read, which was said. */
  readonly hasUnread: boolean;
}

/**
 * Checks the files asked for, after fixing them if that is asked too. Throws with a sentence where it cannot run, and an
 * `Interruption` where the user stops it.
 */
export async function checkFiles(
  paths: readonly string[],
  options: OptionValues,
  terminal: ReportingTerminal,
  progress: ProgressLine,
): Promise<Checked> {
  const reports: CheckedFile[] = [];
  let hasUnread = false;
  const unread = () => (hasUnread = true);
  const texts = new ReportedTexts(largestOf(options), terminal.cwd);
  for (const asked of await rootsOf(paths, options, terminal)) {
    const names = new Map<string, string>();
    const shown = (file: string) => {
      const known = names.get(file);
      if (known !== undefined) return known;
      const name = path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
      texts.place(name, {
        root: asked.root,
        file,
        text: file === asked.input?.file ? asked.input.text : null,
      });
      names.set(file, name);
      return name;
    };
    const imagine = (file: string, text: string) =>
      texts.place(shown(file), { root: asked.root, file, text });
    // In the working folder files have their names already.
    const isHere = asked.root === terminal.cwd && !asked.input;
    for (const report of await reportsIn(asked, { options, terminal, progress, shown, imagine, unread }))
      reports.push(isHere ? report : named(report, shown));
  }
  reports.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { reports, texts, hasUnread };
}

/** A report with the names that files have for whoever asked. */
function named({ path: file, findings, checks }: CheckedFile, shown: (file: string) => string): CheckedFile {
  return {
    path: shown(file),
    findings: findings.map((finding) => ({
      ...finding,
      related: finding.related.map((related) => ({ ...related, path: shown(related.path) })),
    })),
    checks,
  };
}

interface Checking {
  readonly options: OptionValues;
  readonly terminal: ReportingTerminal;
  readonly progress: ProgressLine;
  /** The name of a file, by its workspace path, as reports have it. */
  readonly shown: (file: string) => string;
  /** Has lines of a file reported out of another text than lies on the disk. */
  readonly imagine: (file: string, text: string) => void;
  /** Hears of a file that was named and could not be read. */
  readonly unread: () => void;
}

/** The reports of one workspace, by workspace paths: remembered ones where nothing has changed, else new ones. */
async function reportsIn(asked: Asked, checking: Checking): Promise<readonly CheckedFile[]> {
  const { options, terminal } = checking;
  tellNotes(asked, options, terminal);
  const opening = openingOf(asked, terminal, options);
  const memory = isWhole(asked, options) ? rememberedFor(opening, terminal) : null;
  if (!memory) return checkedAnew(asked, opening, checking);
  const known = await memory.recall(await listedIn(opening.fileSystem, terminal.interrupted));
  if (known?.changed.size === 0) {
    const reports = known.reports.map((report) => report.read());
    if (reports.every((report) => report !== null)) return reports;
  }
  let complained = false;
  const logger = {
    ...opening.logger,
    warn: (message: string) => {
      complained = true;
      opening.logger.warn(message);
    },
    error: (message: string, cause?: unknown) => {
      complained = true;
      opening.logger.error(message, cause);
    },
  };
  const traced = new TracedFileSystem(opening.fileSystem);
  const reports = await checkedAnew(asked, { ...opening, logger }, checking, {
    traced,
    known: known?.changed.size ? known : null,
  });
  // What was complained of is to be heard again.
  if (!complained) await memory.keep(reports, traced);
  return reports;
}

async function listedIn(fileSystem: FileSystem, signal: AbortSignal): Promise<string[]> {
  const listed: string[] = [];
  for await (const file of fileSystem.list(signal)) listed.push(file);
  if (signal.aborted) throw new Interruption();
  return listed;
}

/** Whether all of a workspace is checked as it lies on the disk, so that its reports are worth remembering. */
function isWhole({ files, folders, input }: Asked, { fix, since }: OptionValues): boolean {
  return !input && !fix && since === undefined && files.length === 0 && folders.includes('');
}

async function checkedAnew(
  asked: Asked,
  opening: Opening,
  checking: Checking,
  watched?: { readonly traced: TracedFileSystem; readonly known: Recalled | null },
): Promise<CheckedFile[]> {
  const { options, terminal, progress } = checking;
  const open = (earlier?: EarlierVersions) =>
    openService(opening, terminal, progress, watched?.traced, earlier);
  const { service, known } = watched?.known
    ? await checkAgain(watched.known, {
        ...{ open, traced: watched.traced, interrupted: terminal.interrupted },
        pass: () => new Stops(terminal).pass(),
      })
    : { service: await open(), known: null };
  if (asked.input) await showInput(service, asked.input, terminal);
  const all = service.files();
  if (tellUnread(service, opening, all, checking)) checking.unread();
  const files = await filesOf(all, asked, options);
  if (options.fix) await fix(service, files, asked, checking);
  const stops = new Stops(terminal);
  const reports: CheckedFile[] = [];
  for (const [done, file] of files.entries()) {
    progress.tell(CHECKING, done, files.length);
    await stops.pass();
    const before = known?.get(file)?.read();
    reports.push(before ?? checkedFile(service.check(file), service.checkCounts(file)));
  }
  return reports;
}

/** What was asked for in one workspace, with the text on standard input where that is checked. */
type Asked = AskedRoot & { readonly input?: { readonly file: string; readonly text: string } };

async function rootsOf(
  paths: readonly string[],
  options: OptionValues,
  terminal: ReportingTerminal,
): Promise<Asked[]> {
  if (paths[0] !== '-') return askedRoots(paths, terminal.cwd);
  if (!terminal.input) throw new Error(say('There is nothing on standard input.'));
  const { root, file } = askedInput(options['stdin-path'], terminal.cwd);
  return [{ ...root, input: { file, text: await terminal.input() } }];
}

/** The text on standard input takes the place of its file. */
async function showInput(
  service: Service,
  { file, text }: { readonly file: string; readonly text: string },
  terminal: ReportingTerminal,
): Promise<void> {
  service.open(file, text);
  await service.invite(file);
  await service.settle();
  await service.verifyQuotations(() => new Stops(terminal).pass(), terminal.interrupted);
}

/** Those of all files that were asked for. */
async function filesOf(all: readonly string[], asked: AskedRoot, { since }: OptionValues): Promise<string[]> {
  const files = all.filter((each) => wasAsked(each, asked));
  if (since === undefined) return files;
  const changed = await changedSince(since, asked.root);
  return files.filter((file) => changed.has(file));
}

async function fix(
  service: Service,
  files: readonly string[],
  { root }: AskedRoot,
  { options, terminal, progress, shown, imagine }: Checking,
): Promise<void> {
  progress.tell(FIXING, 0, files.length);
  const read = rawReader(root, largestOf(options));
  const fixed = await fixAll(service, files, read, new Stops(terminal), (severity) => {
    const levels: readonly string[] = LEVELS;
    return levels.indexOf(severity) >= levels.indexOf(options.severity ?? 'hint');
  });
  for (const refusal of fixed.refusals) terminal.complain(`${refusal}\n`);
  if (fixed.files.length === 0) return;
  const made = { count: fixed.count, files: enumerated(fixed.files.map(({ path: file }) => shown(file))) };
  if (options['dry-run']) {
    // What is left is told at its place after the fixes.
    for (const { path: file, after } of fixed.files) imagine(file, after.raw.replace(/^\uFEFF/, ''));
    const plain = !terminal.isTerminal;
    writeDiff(diffOf(fixed.files, shown, plain), terminal);
    if (!options.quiet)
      terminal.complain(
        `${say('{count, plural, one {# fix} other {# fixes}} in {files} would be made; nothing was changed.', made)}\n`,
      );
    return;
  }
  const out = await service.leadingOut(fixed.files.map(({ path: file }) => file));
  if (out !== null)
    throw new Error(
      say('“{file}” lies outside of this folder, through a link. Nothing was changed.', { file: shown(out) }),
    );
  writeFixes(root, fixed.files, realpathSync);
  if (!options.quiet)
    terminal.complain(`${say('{count, plural, one {# fix} other {# fixes}} in {files}.', made)}\n`);
}

/** A diff is for other programs too, and goes out as it is wherever a pipeline can be told not to listen. */
function writeDiff(diff: string, terminal: ReportingTerminal): void {
  if (terminal.runner === 'github') terminal.writeCommands(withCommandsStopped(diff, randomUUID()));
  else terminal.write(diff);
}
