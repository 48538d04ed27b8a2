import type { Diagnostic } from 'vscode-languageserver';
import type { Stepwise } from '../text/stepwise.ts';
import type { FileReport } from '../service/checker.ts';
import { fingerprintOf } from '../text/hash.ts';
import { toDiagnostic } from './convert.ts';
import type { Desk } from './workbench.ts';

/** The longest slice of checking before messages are handled, in milliseconds. */
const SLICE = 8;

export interface PublisherOptions {
  readonly publish: (uri: string, version: number | null, diagnostics: Diagnostic[]) => void;
  /** The URI and version of a file in an editor, if it is open. */
  readonly shown: (desk: Desk, path: string) => { uri: string; version: number } | null;
  readonly rulePage: (code: string) => string | null;
  /** Runs a step after messages that have already arrived. */
  readonly later: (step: () => void) => void;
  readonly now: () => number;
  /** Called when everything stale has been checked, so that other views can be refreshed. */
  readonly rested?: () => void;
}

/** A file that is being checked. */
interface Running {
  readonly desk: Desk;
  readonly path: string;
  readonly steps: Stepwise<FileReport>;
}

/**
 * Publishes diagnostics, in slices that yield: open files first, and only what changed. A check is dropped when its
 * file becomes stale again.
 */
export class Publisher {
  private readonly waiting = new Map<Desk, Set<string>>();
  /** By URI the fingerprint of the published diagnostics, which take much memory for a whole library. */
  private readonly published = new Map<string, string>();
  /** The URIs of files under which findings were published last, where editors spell them otherwise than we do. */
  private readonly spelled = new Map<Desk, Map<string, string>>();
  /** Closed folders, of which something may still be settling. */
  private readonly dropped = new WeakSet<Desk>();
  private running: Running | null = null;
  private scheduled = false;
  /** Whether anything was checked since the last call of `rested`. */
  private restless = false;

  constructor(private readonly options: PublisherOptions) {}

  /** Schedules the stale files of `desk`. */
  refresh(desk: Desk): void {
    if (this.dropped.has(desk)) return;
    const waiting = this.waiting.get(desk) ?? new Set<string>();
    for (const path of desk.service.takeStale()) waiting.add(path);
    // The running check is outdated.
    if (this.running?.desk === desk && waiting.has(this.running.path)) this.running = null;
    this.waiting.set(desk, waiting);
    this.schedule();
  }

  /** Checks and publishes one file at once. */
  publishNow(desk: Desk, path: string): void {
    this.refresh(desk);
    const waits = this.waiting.get(desk)?.delete(path) ?? false;
    const runs = this.running?.desk === desk && this.running.path === path;
    if (runs) this.running = null;
    if (waits || runs) this.check(desk, path);
  }

  /** Clears all diagnostics of a closed folder. */
  drop(desk: Desk): void {
    this.dropped.add(desk);
    this.waiting.delete(desk);
    this.spelled.delete(desk);
    if (this.running?.desk === desk) this.running = null;
    for (const uri of [...this.published.keys()]) if (desk.folder.pathOf(uri) !== null) this.clear(uri);
  }

  /** When nothing else waits, checks files whose findings point to moved places. */
  private takeMoved(): void {
    for (const [desk, paths] of this.waiting) for (const path of desk.service.takeMoved()) paths.add(path);
  }

  private isIdle(): boolean {
    return this.running === null && [...this.waiting.values()].every((paths) => paths.size === 0);
  }

  /** Nothing is checked while somebody types in a text that has to be read as a whole. */
  private isHeld(): boolean {
    for (const { service } of this.waiting.keys()) if (service.isBehind) return true;
    return false;
  }

  private schedule(): void {
    if (this.scheduled || this.isHeld()) return;
    if (this.isIdle()) this.takeMoved();
    if (this.isIdle()) {
      if (this.restless) this.options.rested?.();
      this.restless = false;
      return;
    }
    this.scheduled = true;
    this.options.later(() => {
      this.scheduled = false;
      if (!this.isHeld()) this.slice();
      this.schedule();
    });
  }

  private slice(): void {
    const until = this.options.now() + SLICE;
    do {
      if (this.running) this.goOn(this.running);
      else if (!this.begin()) return;
    } while (this.options.now() < until);
  }

  /** Starts with the next waiting file; false where there is none. */
  private begin(): boolean {
    const next =
      this.first((desk, path) => this.options.shown(desk, path) !== null) ?? this.first(() => true);
    if (!next) return false;
    const { desk, path } = next;
    this.waiting.get(desk)!.delete(path);
    this.restless = true;
    if (desk.service.isShown(path)) this.running = { desk, path, steps: desk.service.checkInSteps(path) };
    else this.publish(desk, path, []);
    return true;
  }

  private first(wanted: (desk: Desk, path: string) => boolean): { desk: Desk; path: string } | null {
    for (const [desk, paths] of this.waiting)
      for (const path of paths) if (wanted(desk, path)) return { desk, path };
    return null;
  }

  private goOn(running: Running): void {
    this.running = null;
    const { desk, path, steps } = running;
    const step = steps.next();
    if (!step.done) this.running = running;
    else this.publish(desk, path, desk.service.isShown(path) ? step.value.findings : []);
  }

  private check(desk: Desk, path: string): void {
    this.restless = true;
    this.publish(desk, path, desk.service.isShown(path) ? desk.service.check(path).findings : []);
  }

  private publish(desk: Desk, path: string, findings: FileReport['findings']): void {
    const shown = this.options.shown(desk, path);
    const uri = shown?.uri ?? desk.folder.uriOf(path);
    const uriOf = (other: string) => this.options.shown(desk, other)?.uri ?? desk.folder.uriOf(other);
    const diagnostics = findings.map((finding) => toDiagnostic(finding, uriOf, this.options.rulePage));
    this.spell(desk, path, uri);
    // For an open file an empty list is published too.
    if (shown || diagnostics.length > 0 || this.published.has(uri))
      this.send(uri, shown?.version ?? null, diagnostics);
  }

  /**
   * An editor may encode more or fewer characters of a URI than we do. What was published under the other spelling is
   * taken back first, since to some editors both are one file, and the last message counts.
   */
  private spell(desk: Desk, path: string, uri: string): void {
    const own = desk.folder.uriOf(path);
    const spelled = this.spelled.get(desk) ?? new Map<string, string>();
    const before = spelled.get(path) ?? own;
    if (before === uri) return;
    if (this.published.has(before)) this.clear(before);
    if (uri === own) spelled.delete(path);
    else this.spelled.set(desk, spelled.set(path, uri));
  }

  private clear(uri: string): void {
    this.send(uri, null, []);
    this.published.delete(uri);
  }

  private send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    const known = this.published.get(uri);
    const now = fingerprintOf(JSON.stringify(diagnostics));
    if (known === now) return;
    this.published.set(uri, now);
    this.options.publish(uri, version, diagnostics);
  }
}
