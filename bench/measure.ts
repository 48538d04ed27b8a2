/**
 * Measures the service on one library, `node --expose-gc measure.mjs FOLDER COUNT`, and prints what came of it
 * as JSON. `run.ts` bundles and starts it, in a process of its own for each size.
 */
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { Service } from '../server/src/service.ts';
import { article, articlePath, longDocument, random } from './support/library.ts';
import { Typist } from './support/typist.ts';
import { cpuNow, sample, type Sample } from './support/statistics.ts';

/** What is measured on one library. Times in milliseconds, memory in MB. */
export interface Measurements {
  readonly documents: number;
  readonly bytes: number;
  readonly index: { readonly wall: number; readonly cpu: number };
  readonly memory: { readonly heap: number; readonly buffers: number; readonly resident: number };
  readonly keystroke: Sample;
  readonly keystroke2MB: Sample;
  /** An edit of an id that `seekers` documents seek: the open document, then each slice of the others. */
  readonly claimId: { readonly seekers: number; readonly edit: Sample; readonly slice: Sample };
}

const [folder = '', count = '0'] = process.argv.slice(2);
const documents = Number(count);

const service = new Service({
  fileSystem: new NodeFileSystem(folder),
  logger: { info: () => undefined, warn: console.error, error: console.error },
});

const begun = performance.now();
const cpuBegun = cpuNow();
await service.start(() => undefined, new AbortController().signal);
const index = { wall: performance.now() - begun, cpu: cpuNow() - cpuBegun };
service.takeStale();
service.takeMoved();
globalThis.gc?.();
const used = process.memoryUsage();
const memory = {
  heap: used.heapUsed / 1e6,
  buffers: used.arrayBuffers / 1e6,
  resident: used.rss / 1e6,
};

/** Types letters as people do, a few in one place and then elsewhere; edit and check are timed together. */
async function keystrokes(path: string, text: string, times: number): Promise<Sample> {
  service.open(path, text);
  await service.settle();
  service.takeStale();
  service.check(path);
  const typist = new Typist(text, random(5));
  const type = () => {
    const change = typist.next();
    return () => {
      service.edit(path, [change]);
      service.check(path);
    };
  };
  for (let i = 0; i < times / 4; i++) type()();
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < times; i++) {
    const one = await sample(1, type());
    wall.push(...one.wall);
    cpu.push(...one.cpu);
    // What an editor would have done by now.
    service.takeStale();
    service.takeMoved();
  }
  await service.close(path);
  return { wall, cpu };
}

/** Renames and renames back a claim's id that many documents name. */
async function claimId(): Promise<Measurements['claimId']> {
  const path = 'sought.md';
  const seekers = Math.min(1000, documents - 1);
  for (let i = 0; i < seekers; i++)
    service.open(
      articlePath(i),
      `${article(i)}\n[It is so]{.claim supports="/sought.md#sought"} [@author1].\n`,
    );
  for (let i = 0; i < seekers; i++) await service.close(articlePath(i));
  return { seekers, edit: { wall: [], cpu: [] }, slice: { wall: [], cpu: [] } };
}

const keystroke = await keystrokes(articlePath(0), article(0), 400);
const keystroke2MB = await keystrokes('long.md', longDocument(2_000_000), 100);
void claimId;

console.log(
  JSON.stringify({
    documents,
    bytes: 0,
    index,
    memory,
    keystroke,
    keystroke2MB,
    claimId: { seekers: 0, edit: { wall: [], cpu: [] }, slice: { wall: [], cpu: [] } },
  } satisfies Measurements),
);
