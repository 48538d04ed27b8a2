import type { EntryPrinter } from '../../server/src/bibliography/entry-printer.ts';
import { Service } from '../../server/src/service.ts';
import { strictLogger } from './check.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

type Findings = ReturnType<Service['check']>['findings'];

const SIGNAL = new AbortController().signal;

/** A workspace on disk that other programs write to, under a service with `patient`, and its visible findings. */
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

  /** Writes a file as another program would; `null` deletes it. */
  async write(path: string, content: string | Uint8Array | null): Promise<void> {
    if (content === null) this.disk.remove(path);
    else this.disk.write(path, content);
    await this.tell(path);
  }

  /** Reports files that were created, changed or deleted. */
  async tell(...paths: readonly string[]): Promise<void> {
    await this.service.refresh(paths, SIGNAL);
    await this.publish();
  }

  /** Looks again at doubted files, as after some time. */
  async wait(): Promise<void> {
    await this.service.lookAgain(this.service.doubted, SIGNAL);
    await this.publish();
  }

  async publish(): Promise<void> {
    await this.service.verifyQuotations();
    for (const path of [...this.service.takeStale(), ...this.service.takeMoved()])
      this.shown.set(path, this.service.check(path).findings);
  }

  /** All visible findings. */
  get findings(): Readonly<Record<string, Findings>> {
    return Object.fromEntries([...this.shown].filter(([, { length }]) => length > 0).sort());
  }

  /** The visible findings after reading everything anew. */
  async anew(): Promise<Readonly<Record<string, Findings>>> {
    const fresh = new WatchedWorkspace(this.disk);
    await fresh.service.start(() => undefined, SIGNAL);
    await fresh.publish();
    return fresh.findings;
  }
}
