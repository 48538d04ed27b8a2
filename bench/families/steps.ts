/** The steps measured for a family: everything that opening and editing a text causes. */
import { MemoryFileSystem } from '../../test/support/memory-file-system.ts';
import { suggestionsAt } from '../../server/src/features/completion/completion.ts';
import { linksOfDocument } from '../../server/src/features/document-links.ts';
import { foldsOf } from '../../server/src/features/folding.ts';
import { hoverAt } from '../../server/src/features/hover/hover.ts';
import { outlineOf } from '../../server/src/features/outline.ts';
import { Service } from '../../server/src/service.ts';
import { cpuNow } from '../support/statistics.ts';
import type { Files } from './family.ts';

export const STEPS = ['start', 'open', 'check', 'verify', 'inspect', 'ask', 'edit'] as const;
export type Step = (typeof STEPS)[number];
export type StepTimes = Readonly<Record<Step, number>>;

const silent = { info: () => undefined, warn: () => undefined, error: console.error };

/** A workspace of which one text is open. */
export interface Opened {
  readonly service: Service;
  readonly path: string;
  readonly text: string;
}

/** Runs a workspace through all steps; processor time of each in milliseconds. `asks` takes the place of what editors ask. */
export async function timesOfSteps(
  files: Files,
  asks?: (opened: Opened) => Promise<void>,
): Promise<StepTimes> {
  const took: Record<Step, number> = { start: 0, open: 0, check: 0, verify: 0, inspect: 0, ask: 0, edit: 0 };
  const timed = async (step: Step, work: () => unknown): Promise<void> => {
    const begun = cpuNow();
    await work();
    took[step] += cpuNow() - begun;
  };
  const [path, text] = Object.entries(files)[0]!;
  const { [path]: _opened, ...others } = files;
  const service = new Service({ fileSystem: new MemoryFileSystem(others), logger: silent });
  const checkAll = (): void => {
    for (const stale of service.takeStale()) service.check(stale);
    service.takeMoved();
  };
  await timed('start', () => service.start(() => undefined, new AbortController().signal));
  await timed('open', async () => {
    service.open(path, text);
    await service.settle();
  });
  await timed('check', checkAll);
  await timed('verify', async () => {
    await service.verifyQuotations();
    checkAll();
  });
  if (asks) {
    await timed('ask', () => asks({ service, path, text }));
    return took;
  }
  await timed('inspect', () => service.inspect(path));
  await timed('ask', () => ask(service, path));
  await timed('edit', async () => {
    for (const share of [0, 0.5, 1]) {
      const at = service.positions(path, { from: Math.floor(text.length * share), to: text.length }).start;
      service.edit(path, [{ range: { start: at, end: at }, text: 'x' }]);
      await service.settle();
      checkAll();
    }
  });
  return took;
}

/** The requests of an editor without user action, and those at a few positions. */
function ask(service: Service, path: string): void {
  const lines = service.positions(path, { from: 0, to: Infinity });
  const request = service.request(path, lines.start);
  if (!request) return;
  const { view } = request;
  outlineOf(view);
  foldsOf(view);
  linksOfDocument(view, service.world());
  const { length } = view.text.text;
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const at = service.positions(path, { from: Math.floor(length * share), to: length }).start;
    const there = service.request(path, at)!;
    hoverAt(there);
    suggestionsAt(there);
  }
}
