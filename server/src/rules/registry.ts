import { actorAmbiguous } from './actor-ambiguous.ts';
import { actorAnachronism } from './actor-anachronism.ts';
import { actorDuplicateAlias } from './actor-duplicate-alias.ts';
import { actorUndefined } from './actor-undefined.ts';
import { actorUnmentioned } from './actor-unmentioned.ts';
import { attributeUnknown } from './attribute-unknown.ts';
import { authorUndefined } from './author-undefined.ts';
import { bibliographyRefused } from './bibliography-refused.ts';
import { bibliographyUnnamed } from './bibliography-unnamed.ts';
import { bibliographyUnreadable } from './bibliography-unreadable.ts';
import { citationLost } from './citation-lost.ts';
import { citationUndefined } from './citation-undefined.ts';
import { claimCircular } from './claim-circular.ts';
import { claimCommitment } from './claim-commitment.ts';
import { claimContradiction } from './claim-contradiction.ts';
import { claimDuplicate } from './claim-duplicate.ts';
import { claimMisreport } from './claim-misreport.ts';
import { claimOpen } from './claim-open.ts';
import { claimRestsOnRejected } from './claim-rests-on-rejected.ts';
import { claimSelfContradiction } from './claim-self-contradiction.ts';
import { claimSingleSource } from './claim-single-source.ts';
import { claimTwoMinded } from './claim-two-minded.ts';
import { claimUndefined } from './claim-undefined.ts';
import { claimUnsupported } from './claim-unsupported.ts';
import { dateInvalid } from './date-invalid.ts';
import { encodingGuessed } from './encoding-guessed.ts';
import { entryDuplicate } from './entry-duplicate.ts';
import { entryUncited } from './entry-uncited.ts';
import { entryUnreadable } from './entry-unreadable.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { footnoteDuplicate } from './footnote-duplicate.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { foundPartly } from './found-partly.ts';
import { ibidAmbiguous } from './ibid-ambiguous.ts';
import { locatorOutside } from './locator-outside.ts';
import { markupBroken } from './markup-broken.ts';
import { noteOrder } from './note-order.ts';
import { noteUndefined } from './note-undefined.ts';
import { noteUnused } from './note-unused.ts';
import { placeholder } from './placeholder.ts';
import { placeMisspelt } from './place-misspelt.ts';
import { projectInvalid } from './project-invalid.ts';
import { propertyUndeclared } from './property-undeclared.ts';
import { quoteAbsent } from './quote-absent.ts';
import { quoteElsewhere } from './quote-elsewhere.ts';
import { quoteMismatch } from './quote-mismatch.ts';
import { quoteShortened } from './quote-shortened.ts';
import { quoteUnchecked } from './quote-unchecked.ts';
import { quoteUnlocated } from './quote-unlocated.ts';
import { referenceAmbiguous } from './reference-ambiguous.ts';
import { referenceDuplicate } from './reference-duplicate.ts';
import { referenceUncited } from './reference-uncited.ts';
import { referenceUndefined } from './reference-undefined.ts';
import { registerInvalid } from './register-invalid.ts';
import { resolutionIncomplete } from './resolution-incomplete.ts';
import type {
  BlockRule,
  DocumentRule,
  FileRule,
  LinkRule,
  NameRule,
  Rule,
  SuppressionRule,
} from '../checking/rule.ts';
import { shortTitleUnresolved } from './short-title-unresolved.ts';
import { sourceUnread } from './source-unread.ts';
import { styleUnreadable } from './style-unreadable.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { textUnread } from './text-unread.ts';
import { valueInvalid } from './value-invalid.ts';

/** All rules, in the order of the documentation. */
export const allRules: readonly Rule[] = [
  footnoteUndefined,
  footnoteUnused,
  footnoteDuplicate,
  citationUndefined,
  citationLost,
  placeholder,
  foundPartly,
  noteUndefined,
  noteUnused,
  noteOrder,
  referenceUndefined,
  referenceAmbiguous,
  referenceUncited,
  referenceDuplicate,
  authorUndefined,
  locatorOutside,
  ibidAmbiguous,
  shortTitleUnresolved,
  quoteMismatch,
  quoteAbsent,
  quoteElsewhere,
  quoteShortened,
  quoteUnchecked,
  quoteUnlocated,
  claimUndefined,
  claimDuplicate,
  claimUnsupported,
  claimOpen,
  claimContradiction,
  claimSelfContradiction,
  claimMisreport,
  claimCommitment,
  claimCircular,
  claimTwoMinded,
  claimRestsOnRejected,
  claimSingleSource,
  resolutionIncomplete,
  propertyUndeclared,
  valueInvalid,
  dateInvalid,
  placeMisspelt,
  markupBroken,
  attributeUnknown,
  actorUndefined,
  actorAmbiguous,
  actorAnachronism,
  actorDuplicateAlias,
  actorUnmentioned,
  frontMatterInvalid,
  bibliographyUnreadable,
  sourceUnread,
  styleUnreadable,
  bibliographyRefused,
  bibliographyUnnamed,
  entryUnreadable,
  entryDuplicate,
  entryUncited,
  registerInvalid,
  projectInvalid,
  fileUnreadable,
  encodingGuessed,
  textUnread,
  suppressionUnused,
];

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
