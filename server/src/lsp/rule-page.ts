/** Where the page of a rule is to be read, for the link behind its code; null while it has none. */
export function rulePage(_code: string): string | null {
  return null;
}
