import type { EntryPrinter } from '../../server/src/bibliography/entry-printer.ts';
import { Service } from '../../server/src/service.ts';
import { strictLogger } from './check.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

type Findings = ReturnType<Service['check']>['findings'];

const SIGNAL = new AbortController().signal;

/** A workspace on a disk that other programs write to, under a patient service, and the findings that a person sees. */
export class WatchedWorkspace {
  readonly service: Service;
  private readonly shown = new Map<string, Findings>();

  constructor(
    readonly disk: MemoryFileSystem,
    printer?: EntryPrinter,
  ) {
    this.service = new Service({
      fileSystem: disk,
      logger: strictLogger,
      patient: true,
      ...(printer ? { printer } : {}),
    });
  }

  static async of(files: Readonly<Record<string, string>>): Promise<WatchedWorkspace> {
    const workspace = new WatchedWorkspace(new MemoryFileSystem(files));
    await workspace.service.start(() => undefined, SIGNAL);
    await workspace.publish();
    return workspace;
  }

  /** Another program writes a file; `null` deletes it. */
  async write(path: string, content: string | Uint8Array | null): Promise<void> {
    if (content === null) this.disk.remove(path);
    else this.disk.write(path, content);
    await this.tell(path);
  }

  /** Tells of files that came, changed or went. */
  async tell(...paths: readonly string[]): Promise<void> {
    await this.service.refresh(paths, SIGNAL);
    await this.publish();
  }

  /** The time goes by after which doubted files are looked at again. */
  async wait(): Promise<void> {
    await this.service.lookAgain(this.service.doubted, SIGNAL);
    await this.publish();
  }

  async publish(): Promise<void> {
    await this.service.verifyQuotations();
    for (const path of [...this.service.takeStale(), ...this.service.takeMoved()])
      this.shown.set(path, this.service.check(path).findings);
  }

  /** Every finding that is shown. */
  get findings(): Readonly<Record<string, Findings>> {
    return Object.fromEntries([...this.shown].filter(([, { length }]) => length > 0).sort());
  }

  /** What is shown where all is read anew. */
  async anew(): Promise<Readonly<Record<string, Findings>>> {
    const fresh = new WatchedWorkspace(this.disk);
    await fresh.service.start(() => undefined, SIGNAL);
    await fresh.publish();
    return fresh.findings;
  }
}
