/** Source of an expression that matches any of `patterns`, the first that does; nothing where there are none. */
export function alternatives(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(?!)' : patterns.join('|');
}
