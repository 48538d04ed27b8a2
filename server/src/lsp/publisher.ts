import type { Diagnostic } from 'vscode-languageserver';
import type { Stepwise } from '../features/stepwise.ts';
import type { FileReport } from '../service/checker.ts';
import { fingerprintOf } from '../text/hash.ts';
import { toDiagnostic } from './convert.ts';
import type { Desk } from './workbench.ts';

/** How long one slice of checking may last before the editor's next word is heard, in milliseconds. */
const SLICE = 8;

export interface PublisherOptions {
  readonly publish: (uri: string, version: number | null, diagnostics: Diagnostic[]) => void;
  /** The URI and version under which an editor shows a file, where one does. */
  readonly shown: (desk: Desk, path: string) => { uri: string; version: number } | null;
  readonly rulePage: (code: string) => string | null;
  /** Runs a step later, after what has arrived meanwhile. */
  readonly later: (step: () => void) => void;
  readonly now: () => number;
  /** Everything that had changed is checked: whoever shows more than findings may look again. */
  readonly rested?: () => void;
}

/** A file whose check has begun. */
interface Running {
  readonly desk: Desk;
  readonly path: string;
  readonly steps: Stepwise<FileReport>;
}

/**
 * Publishes findings, in slices that yield: first of the files that editors show, and nothing that did not change. A
 * check is dropped when the file becomes stale again.
 */
export class Publisher {
  private readonly waiting = new Map<Desk, Set<string>>();
  /** By URI: the fingerprint of what was published, which for a whole library is much. */
  private readonly published = new Map<string, string>();
  private running: Running | null = null;
  private scheduled = false;
  /** Whether something has been checked since `rested` was last told. */
  private restless = false;

  constructor(private readonly options: PublisherOptions) {}

  /** Takes over what has become stale at `desk` and sees to it that it is published. */
  refresh(desk: Desk): void {
    const waiting = this.waiting.get(desk) ?? new Set<string>();
    for (const path of desk.service.takeStale()) waiting.add(path);
    // What has begun is superseded.
    if (this.running?.desk === desk && waiting.has(this.running.path)) this.running = null;
    this.waiting.set(desk, waiting);
    this.schedule();
  }

  /** Publishes at once what is to be said of a file of which something has changed. */
  publishNow(desk: Desk, path: string): void {
    this.refresh(desk);
    const waits = this.waiting.get(desk)?.delete(path) ?? false;
    const runs = this.running?.desk === desk && this.running.path === path;
    if (runs) this.running = null;
    if (waits || runs) this.check(desk, path);
  }

  /** Takes back all that was published of a folder that was closed. */
  drop(desk: Desk): void {
    this.waiting.delete(desk);
    if (this.running?.desk === desk) this.running = null;
    for (const uri of [...this.published.keys()])
      if (desk.folder.pathOf(uri) !== null) {
        this.send(uri, null, []);
        this.published.delete(uri);
      }
  }

  /** When nothing else waits, those are looked at whose other ends have moved. */
  private takeMoved(): void {
    for (const [desk, paths] of this.waiting) for (const path of desk.service.takeMoved()) paths.add(path);
  }

  private isIdle(): boolean {
    return this.running === null && [...this.waiting.values()].every((paths) => paths.size === 0);
  }

  private schedule(): void {
    if (this.scheduled) return;
    if (this.isIdle()) this.takeMoved();
    if (this.isIdle()) {
      if (this.restless) this.options.rested?.();
      this.restless = false;
      return;
    }
    this.scheduled = true;
    this.options.later(() => {
      this.scheduled = false;
      this.slice();
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

  /** Begins with the next file that waits; false where none does. */
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
    // Of a file that an editor shows it is worth saying that nothing is wrong.
    if (shown || diagnostics.length > 0 || this.published.has(uri))
      this.send(uri, shown?.version ?? null, diagnostics);
  }

  private send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    const known = this.published.get(uri);
    const now = fingerprintOf(JSON.stringify(diagnostics));
    if (known === now) return;
    this.published.set(uri, now);
    this.options.publish(uri, version, diagnostics);
  }
}
