/**
 * Measures a keystroke with a register of 5,000 actors: in the register, and in an article of 60 KB, with and without
 * an alias that two actors share. Prints medians and spread. Run: `npx tsx bench/registers.ts`.
 */
import { Service } from '../server/src/service.ts';
import { LineIndex } from '../server/src/text/line-index.ts';

const ACTORS = 5_000;
const RUNS = 40;

const register = (shared: boolean): string =>
  Array.from(
    { length: ACTORS },
    (_, i) =>
      `actor-${i}:\n  name: Guild of Street ${i}\n  aliases: [G${i}, "Gilde ${i}"${shared && i < 2 ? ', the Guild' : ''}]\n` +
      `  kind: guild\n  active: 1325/..\n  summary: Those who live in street ${i}.\n  relations: {part-of: [actor-0]}\n`,
  ).join('');

function article(): string {
  let text = '';
  for (let i = 0; text.length < 60_000; i++)
    text += `In the year ${1300 + i} the Guild of Street ${i} wrote to G${i * 7} about the wool; the Guild answered at length, and nobody in the town remembered what had been said of it before.\n\n`;
  return text;
}

async function measure(what: string, shared: boolean): Promise<void> {
  const files = new Map([
    ['sicetnon.yaml', 'actors: [actors.yaml]\n'],
    ['actors.yaml', register(shared)],
    ['article.md', article()],
  ]);
  const service = new Service({
    fileSystem: {
      async *list() {
        yield* files.keys();
      },
      read: async (path) => {
        const text = files.get(path);
        return text === undefined
          ? { status: 'missing' }
          : { status: 'read', bytes: new TextEncoder().encode(text) };
      },
    },
    logger: { info: () => undefined, warn: () => undefined, error: console.error },
  });
  await service.start(() => undefined, new AbortController().signal);
  for (const path of ['actors.yaml', 'article.md']) service.open(path, files.get(path)!);
  for (const path of service.takeStale()) service.check(path);
  for (const [path, words] of [
    ['article.md', 'wool'],
    ['actors.yaml', 'Those who live in street 2500'],
    ['actors.yaml', 'Guild of Street 2500'],
  ] as const) {
    const text = files.get(path)!;
    const at = text.indexOf(words, text.length / 3);
    const position = LineIndex.of(text).positionAt(at);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const begun = performance.now();
      service.edit(path, [{ range: { start: position, end: position }, text: 'x' }]);
      for (const stale of service.takeStale()) service.check(stale);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const share = (part: number): string => times[Math.floor((RUNS - 1) * part)]!.toFixed(1);
    console.log(
      `${what}, in ${path} at “${words}”: median ${share(0.5)} ms, 10th to 90th percentile ${share(0.1)} to ${share(0.9)} ms`,
    );
  }
}

await measure('no shared alias', false);
await measure('a shared alias', true);
