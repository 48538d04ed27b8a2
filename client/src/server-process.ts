/** Options of the server's process that save memory. */

/**
 * Node options: source maps for stacks, and a young generation with 8 MB semi-spaces instead of 16. Typing creates
 * little garbage, and a long-running server would keep three times the difference.
 */
export const nodeOptions: readonly string[] = ['--enable-source-maps', '--max-semi-space-size=8'];

/**
 * For glibc: return large blocks to the system when they are freed, and share arenas between threads. By default it
 * keeps about a hundred megabytes after reading a large workspace.
 */
const ALLOCATION: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** Additional environment variables; none that are set already, and none on other systems. */
export function environmentFor(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (platform !== 'linux') return {};
  return Object.fromEntries(Object.entries(ALLOCATION).filter(([name]) => environment[name] === undefined));
}
