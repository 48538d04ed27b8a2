import type { InitializationOptions } from '../protocol/names.ts';

/** Where the page of a rule is to be read, for the link after its code; null where the client names no place. */
export function rulePage(code: string, { rulePages }: InitializationOptions): string | null {
  if (typeof rulePages !== 'string' || !rulePages.includes('{code}')) return null;
  return rulePages.replaceAll('{code}', code);
}
