/** The rules by their code, and by what they check. */
import type {
  BlockRule,
  DocumentRule,
  FileRule,
  LinkRule,
  NameRule,
  Rule,
  SuppressionRule,
} from '../checking/rule.ts';
import { allRules } from './all.ts';

export const ruleByCode: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.code, rule]));

/** Rules that check a document's text as a whole. */
export const documentRules: readonly DocumentRule[] = allRules.filter((rule) => 'checkDocument' in rule);

/** Rules that check each block by itself. */
export const blockRules: readonly BlockRule[] = allRules.filter((rule) => 'checkBlock' in rule);

/** Rules that check a document's place among the others. */
export const linkRules: readonly LinkRule[] = allRules.filter((rule) => 'checkLinks' in rule);

/** Rules that depend only on names and shared state. */
export const nameRules: readonly NameRule[] = allRules.filter((rule) => 'checkNames' in rule);

/** Rules that check files that are no documents. */
export const fileRules: readonly FileRule[] = allRules.filter((rule) => 'checkFile' in rule);

/** Rules that check idle suppressions. */
export const suppressionRules: readonly SuppressionRule[] = allRules.filter(
  (rule) => 'checkSuppressions' in rule,
);
