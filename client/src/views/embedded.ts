/** Data within a script element, which nothing in it may end. */
export function embedded(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
