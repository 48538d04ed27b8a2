/** How many files are read ahead. The caller may process as many without yielding. */
const DEPTH = 4;

/**
 * Reads files in order, the next ones while the caller handles the last. A failed read throws when its turn
 * comes.
 */
export async function* readAhead<Content>(
  paths: readonly string[],
  read: (path: string) => Promise<Content>,
): AsyncGenerator<readonly [path: string, content: Content]> {
  const under: Promise<Content>[] = [];
  let next = 0;
  for (const path of paths) {
    while (next < paths.length && under.length < DEPTH) {
      const reading = read(paths[next++]!);
      // If the caller stops early, this promise is not awaited: avoid an unhandled rejection.
      reading.catch(() => undefined);
      under.push(reading);
    }
    yield [path, await under.shift()!];
  }
}
