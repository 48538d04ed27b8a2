import { actorUndefined } from './actor-undefined.ts';
import { bibliographyUnreadable } from './bibliography-unreadable.ts';
import { citationUndefined } from './citation-undefined.ts';
import { claimContradiction } from './claim-contradiction.ts';
import { claimDuplicate } from './claim-duplicate.ts';
import { claimOpen } from './claim-open.ts';
import { claimUndefined } from './claim-undefined.ts';
import { claimUnsupported } from './claim-unsupported.ts';
import { entryUnreadable } from './entry-unreadable.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { footnoteDuplicate } from './footnote-duplicate.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { placeholder } from './placeholder.ts';
import { projectInvalid } from './project-invalid.ts';
import { registerInvalid } from './register-invalid.ts';
import type { Rule } from './rule.ts';
import { suppressionUnused } from './suppression-unused.ts';

/** Every rule, in the order in which the documentation tells of them. */
export const allRules: readonly Rule[] = [
  footnoteUndefined,
  footnoteUnused,
  footnoteDuplicate,
  citationUndefined,
  placeholder,
  claimUndefined,
  claimDuplicate,
  claimUnsupported,
  claimOpen,
  claimContradiction,
  actorUndefined,
  frontMatterInvalid,
  bibliographyUnreadable,
  entryUnreadable,
  registerInvalid,
  projectInvalid,
  fileUnreadable,
  suppressionUnused,
];

export const ruleByCode: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.code, rule]));

/** Those that look at a document's own words. */
export const documentRules: readonly Rule[] = allRules.filter((rule) => rule.checkDocument);

/** Those that look at a document's place among the others. */
export const linkRules: readonly Rule[] = allRules.filter((rule) => rule.checkLinks);
