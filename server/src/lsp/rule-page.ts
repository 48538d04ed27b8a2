import type { InitializationOptions } from '../protocol/names.ts';

/** The URL of a rule's documentation, for the link on its code; null where the client gives no base URL. */
export function rulePage(code: string, { rulePages }: InitializationOptions): string | null {
  if (typeof rulePages !== 'string' || !rulePages.includes('{code}')) return null;
  return rulePages.replaceAll('{code}', code);
}
