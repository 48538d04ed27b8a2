import type { RuleCard } from './rule.ts';

/** What a rule reports, as a paragraph in English. */
export function whatItReports({ what, remark }: Pick<RuleCard, 'what' | 'remark'>): string {
  return remark === undefined ? what : `${what} ${remark}`;
}
