/**
 * The source of a regular expression that matches any of `patterns`, in order of precedence; matches nothing if the
 * list is empty.
 */
export function alternatives(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(?!)' : patterns.join('|');
}
