/** Files being read at once while another is worked on: as many may be worked on before anybody else is heard. */
const DEPTH = 4;

/**
 * Reads files one after another, in their order, the next ones while the caller is busy with the last. A read
 * that fails throws when its turn comes.
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
      // Whoever stops early never comes to it; then its failure is nobody's.
      reading.catch(() => undefined);
      under.push(reading);
    }
    yield [path, await under.shift()!];
  }
}
