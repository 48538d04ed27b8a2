// The rules, in the order of the documentation: the order of these imports, which may be changed by hand. Made by
// `npm run generate`, which adds what is new in the folder; a test tells when it is stale.
import type { Rule } from '../checking/rule.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { footnoteDuplicate } from './footnote-duplicate.ts';
import { citationUndefined } from './citation-undefined.ts';
import { citationLost } from './citation-lost.ts';
import { placeholder } from './placeholder.ts';
import { foundPartly } from './found-partly.ts';
import { noteUndefined } from './note-undefined.ts';
import { noteUnused } from './note-unused.ts';
import { noteOrder } from './note-order.ts';
import { referenceUndefined } from './reference-undefined.ts';
import { referenceAmbiguous } from './reference-ambiguous.ts';
import { referenceUncited } from './reference-uncited.ts';
import { referenceDuplicate } from './reference-duplicate.ts';
import { authorUndefined } from './author-undefined.ts';
import { locatorOutside } from './locator-outside.ts';
import { ibidAmbiguous } from './ibid-ambiguous.ts';
import { shortTitleUnresolved } from './short-title-unresolved.ts';
import { quoteMismatch } from './quote-mismatch.ts';
import { quoteAbsent } from './quote-absent.ts';
import { quoteElsewhere } from './quote-elsewhere.ts';
import { quoteShortened } from './quote-shortened.ts';
import { quoteUnchecked } from './quote-unchecked.ts';
import { quoteUnlocated } from './quote-unlocated.ts';
import { claimUndefined } from './claim-undefined.ts';
import { claimDuplicate } from './claim-duplicate.ts';
import { claimUnsupported } from './claim-unsupported.ts';
import { claimOpen } from './claim-open.ts';
import { claimContradiction } from './claim-contradiction.ts';
import { claimSelfContradiction } from './claim-self-contradiction.ts';
import { claimMisreport } from './claim-misreport.ts';
import { claimCommitment } from './claim-commitment.ts';
import { claimCircular } from './claim-circular.ts';
import { claimTwoMinded } from './claim-two-minded.ts';
import { claimRestsOnRejected } from './claim-rests-on-rejected.ts';
import { claimSingleSource } from './claim-single-source.ts';
import { resolutionIncomplete } from './resolution-incomplete.ts';
import { propertyUndeclared } from './property-undeclared.ts';
import { valueInvalid } from './value-invalid.ts';
import { dateInvalid } from './date-invalid.ts';
import { placeMisspelt } from './place-misspelt.ts';
import { markupBroken } from './markup-broken.ts';
import { attributeUnknown } from './attribute-unknown.ts';
import { actorUndefined } from './actor-undefined.ts';
import { actorAmbiguous } from './actor-ambiguous.ts';
import { actorAnachronism } from './actor-anachronism.ts';
import { actorDuplicateAlias } from './actor-duplicate-alias.ts';
import { actorUnmentioned } from './actor-unmentioned.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { bibliographyUnreadable } from './bibliography-unreadable.ts';
import { sourceUnread } from './source-unread.ts';
import { styleUnreadable } from './style-unreadable.ts';
import { bibliographyRefused } from './bibliography-refused.ts';
import { bibliographyUnnamed } from './bibliography-unnamed.ts';
import { entryUnreadable } from './entry-unreadable.ts';
import { entryDuplicate } from './entry-duplicate.ts';
import { entryUncited } from './entry-uncited.ts';
import { registerInvalid } from './register-invalid.ts';
import { projectInvalid } from './project-invalid.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { encodingGuessed } from './encoding-guessed.ts';
import { textUnread } from './text-unread.ts';
import { suppressionUnused } from './suppression-unused.ts';

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
