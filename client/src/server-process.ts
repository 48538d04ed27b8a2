/** How the process of the language server is started, so that it takes little of the machine's memory. */

/**
 * Options of Node's: stacks that name our files, and 8 MB for young objects where V8 takes 16. What is typed makes little
 * garbage, and a server that is there all day would hold the difference three times over.
 */
export const nodeOptions: readonly string[] = ['--enable-source-maps', '--max-semi-space-size=8'];

/**
 * For the C library of Linux: give large blocks back as soon as they are free, and let threads share what they free.
 * Left to itself it keeps both, a hundred megabytes after a large workspace was read.
 */
const ALLOCATION: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** What is added to the environment; nothing that is set there already, and nothing on other systems. */
export function environmentFor(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (platform !== 'linux') return {};
  return Object.fromEntries(Object.entries(ALLOCATION).filter(([name]) => environment[name] === undefined));
}
