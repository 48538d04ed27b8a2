/**
 * Measures the service on one library, `node --expose-gc measure.mjs FOLDER COUNT`, and prints the results as JSON.
 * Bundled and started by `run.ts`, in a process of its own for each size.
 */
import { compileAtOnce, letObjectsDieYoung } from '../server/src/hosts/node-engine.ts';
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { Service } from '../server/src/service.ts';
import { featureTimes } from './support/features.ts';
import { article, articlePath, longDocument, random } from './support/library.ts';
import type { Measurements } from './support/measurements.ts';
import { Seekers, SOUGHT, soughtText } from './support/seekers.ts';
import { cpuNow, sample, type Sample } from './support/statistics.ts';
import { Typist } from './support/typist.ts';

letObjectsDieYoung();
compileAtOnce();
const [folder = '', count = '0'] = process.argv.slice(2);
const documents = Number(count);
const seekers = Math.min(1000, Math.floor(documents / 2));

const service = new Service({
  fileSystem: new Seekers(new NodeFileSystem(folder), seekers),
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
const memory = { heap: used.heapUsed / 1e6, buffers: used.arrayBuffers / 1e6, resident: used.rss / 1e6 };

/** Types characters, a few in one place and then elsewhere; edit and check are timed together. */
async function keystrokes(path: string, text: string, times: number): Promise<Sample> {
  service.open(path, text);
  await service.settle();
  service.takeStale();
  service.check(path);
  const typist = new Typist(text, random(5));
  const type = async (some: number): Promise<Sample> => {
    const wall: number[] = [];
    const cpu: number[] = [];
    for (let i = 0; i < some; i++) {
      const change = typist.next();
      const one = await sample(1, () => {
        service.edit(path, [change]);
        service.check(path);
      });
      wall.push(...one.wall);
      cpu.push(...one.cpu);
      // An editor would have taken these by now.
      service.takeStale();
      service.takeMoved();
    }
    return { wall, cpu };
  };
  // Warm-up for the optimising compiler.
  await type(times);
  const measured = await type(times);
  await service.close(path);
  return measured;
}

/** Edits the id of a claim that many documents seek, two of which are open. */
async function claimId(): Promise<Measurements['claimId']> {
  const seeker = articlePath(1);
  service.open(SOUGHT, soughtText);
  service.open(seeker, Seekers.withClaim(article(1, documents)));
  await service.settle();
  for (const path of service.takeStale()) service.check(path);
  const at = { line: 0, character: soughtText.indexOf('#sought') + 3 };
  const open: Sample = { wall: [], cpu: [] };
  const longest: number[] = [];
  const rest: number[] = [];
  let concerned = 0;
  for (let run = 0; run < 20; run++) {
    const change =
      run % 2 === 0
        ? { range: { start: at, end: at }, text: 'x' }
        : { range: { start: at, end: { line: 0, character: at.character + 1 } }, text: '' };
    const one = await sample(1, () => {
      service.edit(SOUGHT, [change]);
      service.check(SOUGHT);
      service.check(seeker);
    });
    (open.wall as number[]).push(...one.wall);
    (open.cpu as number[]).push(...one.cpu);
    const stale = service.takeStale();
    concerned = stale.size;
    const steps = await sample(stale.size, () => {
      const [path] = stale;
      stale.delete(path!);
      service.check(path!);
    });
    longest.push(Math.max(...steps.wall));
    rest.push(steps.wall.reduce((sum, each) => sum + each, 0));
    service.takeMoved();
  }
  return { seekers, concerned, open, longest, rest };
}

const keystroke = await keystrokes(articlePath(0), article(0, documents), 3000);
const keystroke2MB = await keystrokes('long.md', longDocument(2_000_000, documents), 160);
const measurements: Measurements = {
  documents,
  index,
  memory,
  keystroke,
  keystroke2MB,
  claimId: await claimId(),
  features: await featureTimes(service, documents, 15),
};
console.log(JSON.stringify(measurements));
