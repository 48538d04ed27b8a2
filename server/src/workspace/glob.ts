import picomatch from 'picomatch';

/** The library refuses more, and no path is as long. */
const LONGEST = 65_536;

/**
 * Whether a path matches one of these globs. What can be none, being empty or endless, matches nothing; nothing is
 * thrown.
 */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const usable = patterns.filter((pattern) => pattern !== '' && pattern.length <= LONGEST);
  if (usable.length === 0) return () => false;
  const matches = picomatch(usable);
  return (path) => matches(path);
}
