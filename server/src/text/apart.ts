/** Copies a slice. In V8 a slice retains the whole string that it was cut from. */
export function apart(slice: string): string {
  return [...slice].join('');
}
