/** Citations, from the cited items of the syntax tree. */
import type { TextRange } from '../text/range.ts';
import type { CitedItem } from '../syntax/nodes.ts';
import { readLocator } from '../pages/pandoc-locator.ts';
import type { PandocCitation } from './model.ts';

/** The properties of the Citation Typing Ontology that the CiTO filter knows. */
const CAMEL =
  `agreesWith agrees_with cites citesAsAuthority cites_as_authority citesAsDataSource cites_as_data_source
   citesAsEvidence cites_as_evidence citesAsMetadataDocument cites_as_metadata_document citesAsPotentialSolution
   citesAsPotentialReading citesAsRecommendedReading citesAsRelated citesAsSourceDocument citesForInformation
   cites_for_information citation compiles confirms containsAssertionFrom corrects credits critiques describes
   derides disagreesWith disagrees_with discusses disputes documents evidence extends foundation givesBackgroundTo
   givesSupportTo hasReplyFrom includesExcerptFrom includesQuotationFrom linksTo likes metadata method
   obtainsBackgroundFrom obtainsSupportFrom parodies plagiarizes provides_background_for qualifies refutes related
   repliesTo retracts reviews ridicules recommended_reading source_document sharesAuthorInstitutionWith
   sharesAuthorWith sharesFundingAgencyWith sharesJournalWith sharesPublicationVenueWith speculatesOn supports
   support updates usesConclusionsFrom usesDataFrom usesMethodIn uses_conclusions_from uses_data_from
   uses_method_in agree_with authority background`.split(/\s+/);
/** The filter takes each also in small letters with underscores. */
const INTENTS: ReadonlySet<string> = new Set(
  CAMEL.flatMap((name) => [name, name.replace(/\p{Lu}/gu, (letter) => `_${letter.toLowerCase()}`)]),
);

/** Keys that Quarto reads as references to figures, tables, sections and so on; in upper or lower case. */
const CROSS_REFERENCE =
  /^(?:fig|tbl|lst|eq|sec|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|prf|tip|nte|imp|wrn|cau)-/i;
const HYPHEN = 45;

/** Whether the key is a cross-reference inside the document. */
export function isCrossReference(key: string): boolean {
  if (key.charCodeAt(3) !== HYPHEN && key.charCodeAt(2) !== HYPHEN) return false;
  return CROSS_REFERENCE.test(key);
}

/** The CiTO intent before a key (`disagreesWith` in `disagreesWith:lee2011`); null without one. */
export function intentOf(key: string): string | null {
  const colon = key.indexOf(':');
  return colon > 0 && INTENTS.has(key.slice(0, colon)) ? key.slice(0, colon) : null;
}

/**
 * Words before `@name` that suggest a social media handle. What may begin a block stands on no line of its own between: a
 * block is read by itself, and its neighbours do not count.
 */
const BEFORE_HANDLE =
  /(?:^|[^\p{L}])(?:thanks(?:\sto)?|thank\syou|thx|kudos(?:\sto)?|credits?(?:\sto)?|shout-?out(?:\sto)?|by|from|cc|via|ping|h\/t|hat\stip(?:\sto)?|follow|contact|tweets?|toots?|twitter|github|mastodon|instagram|handle|maintainers?|authors?)(?:[ \t:,*_([]{0,3}|[ \t]?\n[ \t_([]{0,2})$/iu;
const YEAR = /(?:1[5-9]|20)\d\d[a-z]?$|\p{L}[_:-]?(?:1[5-9]|20)\d\d[a-z]{3,}$/u;
/** The sites whose addresses end with the name of an account. */
const SITE =
  /(?:twitter|x|github|gitlab|instagram|facebook|linkedin|bsky|threads|youtube|tiktok|mastodon\.\w{2,12}|orcid)\.\w{2,6}\/@?$/i;
/** A part of a URL or mail address before an `@`. */
const IN_ADDRESS = /(?:https?|ftp):\/\/[^\s<>"]*$/i;

/** What follows the name of a note in the link of a note-taking program: `[[@meyer2011]]`, `[[@meyer2011|Meyer]]`. */
const WIKI_LINK = /^(?:\]\](?![([{:])|[|#][^\][\n]{0,200}\]\])/;

function isDoubled(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 2), at) === '[[';
}

/** Why a citation from `at` to `end` may be none. */
function doubtAt(text: string, at: number, end: number, isBare: boolean): PandocCitation['doubt'] {
  // A link around a name.
  if (text.startsWith('](http', end) || text.startsWith('</a>', end)) return 'handle';
  if (!isBare)
    return WIKI_LINK.test(text.slice(end, end + 220)) && isDoubled(text, at) ? 'handle' : undefined;
  if (text.charAt(at - 1) === '[' && /^[^[\]]{0,200}\]\(https?:/.test(text.slice(end, end + 220)))
    return 'handle';
  if (text.startsWith('@ref(', at)) return 'reference';
  const before = text.slice(Math.max(0, at - 200), at);
  if (before.endsWith('/') && IN_ADDRESS.test(before)) return 'address';
  if (isAccount(text, at, end)) return 'handle';
  // What ends with a year, or with a year and a word of a title, is a key, whatever precedes it.
  if (YEAR.test(text.slice(at, end))) return undefined;
  if (BEFORE_HANDLE.test(before.slice(-24))) return 'handle';
  return isQuoted(text.slice(Math.max(0, at - 400), at)) ? 'handle' : undefined;
}

/** Whether an address of that account comes right after it, as in an embedded post. */
function isAccount(text: string, at: number, end: number): boolean {
  const behind = text.slice(end, end + 200);
  const named = behind.indexOf(text.slice(at + 1, end));
  return named > 0 && SITE.test(behind.slice(Math.max(0, named - 40), named));
}

/** Whether a quotation that begins in `before` is still open at its end: whom a quoted post mentions. */
function isQuoted(before: string): boolean {
  const at = Math.max(...[...'"“”„«»'].map((mark) => before.lastIndexOf(mark)));
  // Of other lines it is not known here whether they are of the same block.
  if (at < 0 || before.includes('\n', at)) return false;
  const mark = before.charAt(at);
  if (mark === '"') return /(?:^|[\s([—–])$/.test(before.slice(0, at)) && /^\S/.test(before.slice(at + 1));
  return mark === '„' || mark === '«' || (mark === '“' && !before.slice(0, at).includes('„'));
}

/** The citation of one work, with group and note as given; offsets are in `text`. */
export function citationOf(
  text: string,
  item: CitedItem,
  group: number,
  inNote: string | null,
): PandocCitation {
  const { from, to } = item.suffixRange;
  const intent = intentOf(item.key);
  const lead = intent ? intent.length + 1 : 0;
  const doubt = doubtAt(text, item.range.from, item.range.to, item.mode === 'AuthorInText');
  return {
    mode: item.mode,
    key: item.key.slice(lead),
    keyRange: lead ? { from: item.keyRange.from + lead, to: item.keyRange.to } : item.keyRange,
    intent,
    range: item.range,
    prefixRange: item.prefixRange,
    suffixRange: item.suffixRange,
    ...(doubt && { doubt }),
    locator: readLocator(text.slice(from, to), from),
    group,
    inNote,
  };
}

/** Whether `range` is `[@todo]`. */
export function isToDo(text: string, { from, to }: TextRange): boolean {
  return to - from === 7 && text.slice(from, to).toLowerCase() === '[@todo]';
}
