/**
 * The source of a regular expression that matches any of `patterns`, the first that does; nothing for an empty list.
 */
export function alternatives(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(?!)' : patterns.join('|');
}
