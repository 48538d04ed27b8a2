/** Attribution of quotations, by the citations and notes around them. */
import { pageInParentheses } from '../pages/locator-in-parentheses.ts';
import type { TextRange } from '../text/range.ts';
import { firstFrom } from '../text/range.ts';
import type { Anchor } from './anchors.ts';
import type { Attribution } from './model.ts';
import { sentenceEnd } from './sentences.ts';

/** A paragraph with the anchors in it. */
export interface Surroundings {
  readonly text: string;
  readonly prose: TextRange;
  readonly anchors: readonly Anchor[];
  /** What looks like printed citations and note numbers. */
  readonly printed: readonly Anchor[];
  /** Ranges that sentences skip, sorted. */
  readonly skipped: readonly TextRange[];
}

/** The longest sentence between a quotation and its citation, in UTF-16 units. */
const LONGEST_SENTENCE = 4000;
/** The largest number of words between a quotation and the in-text citation that names the speaker. */
const NEAR_BEHIND = 4;
const NEAR_AHEAD = 6;
/** Verbs of saying in six languages. */
const SPEAKS =
  /\b(?:writ|wrote|sa(?:ys?|id)\b|argu|not(?:es|ed)\b|claim|puts?\b|call|describ|observ|remark|report|stat(?:es|ed)\b|complain|explain|insist|conclu|recall|warn|add(?:s|ed)\b|according|quot|hold(?:s|ing)?\b|held\b|ha[sd] it|in (?:his|her|their|its) words|speaks?\b|spoke\b|schr(?:eib|ieb)|sag(?:t|te)\b|nenn|nannte|mein(?:t|te)\b|betont|beton|laut\b|nach\b|écri|dit\b|disa(?:it|ient)|appell|selon\b|d['’]après|escrib|dice\b|dijo\b|llam|según\b|scriv|scrisse|disse\b|secondo\b|chiam|escrev|diz\b|segundo\b)/iu;

/**
 * The attributions of `quoted`, best first; empty where nothing is near. Printed ones come after notes, and
 * only where no citation by key is certain.
 */
export function attributionsOf(quoted: TextRange, around: Surroundings): Attribution[] {
  return besides(around, (anchors) => nearby(quoted, { ...around, anchors }));
}

/** The attributions by the anchors at a place, keyed and printed. */
export function besides(
  { anchors, printed }: Pick<Surroundings, 'anchors' | 'printed'>,
  told: (anchors: readonly Anchor[]) => Attribution[],
): Attribution[] {
  const keyed = anchors.length > 0 ? told(anchors) : [];
  if (printed.length === 0 || keyed.some(({ kind, loose }) => kind === 'citation' && !loose)) return keyed;
  const others = told(printed);
  const sure = ({ loose }: Attribution) => !loose;
  return [...keyed.filter(sure), ...others, ...keyed.filter((one) => !sure(one))];
}

function nearby(quoted: TextRange, around: Surroundings): Attribution[] {
  const { anchors, prose } = around;
  const next = firstFrom(anchors, quoted.to);
  const limit = Math.min(prose.to, quoted.to + LONGEST_SENTENCE);
  const stop = endOfSentence(around, Math.max(0, quoted.to - 2), limit);
  const behind = behindInSentence(quoted, next, stop, around);
  // `Kilner (2001) says “…” (p. 3)`: the page is of the work before.
  const isPage = behind.length === 1 && isPageAlone(around.text, behind[0]!);
  if (behind.length > 0 && !isPage) return behind;
  const inside = isPage ? null : closesWith(quoted, next, around);
  if (inside) return [inside];
  const before = anchors.findLast(({ to }) => to <= quoted.from);
  if (before && isSameSentence(around, before.to, quoted.from)) {
    const ahead = aheadInSentence(quoted, before, around);
    return ahead ? [...behind, ahead] : behind;
  }
  return isPage ? behind : nextToSentence(quoted, next, stop, before, around);
}

function isPageAlone(text: string, { kind, range }: Attribution): boolean {
  return kind === 'printed' && pageInParentheses(text, range.from) !== null;
}

/** The end of the sentence that contains `from`, at most `limit`. */
export function endOfSentence({ text, skipped }: Surroundings, from: number, limit: number): number {
  return sentenceEnd(text, from, limit, skipped.slice(firstFrom(skipped, from), firstFrom(skipped, limit)));
}

function isSameSentence(around: Surroundings, from: number, to: number): boolean {
  return to - from < LONGEST_SENTENCE && endOfSentence(around, from, to) >= to;
}

const strict = ({ attribution }: Anchor): Attribution => ({ ...attribution, loose: false });
const loose = ({ attribution }: Anchor): Attribution => ({ ...attribution, loose: true });

/** Notes further on in a sentence are of something else. */
const MOST_NOTES = 8;

/** The notes up to the first citation, and that citation, within the sentence or right after it. */
function behindInSentence(
  quoted: TextRange,
  next: number,
  stop: number,
  around: Surroundings,
): Attribution[] {
  const { text, anchors, prose } = around;
  const found: Attribution[] = [];
  // After the full stop several may follow each other: `.”[[1]](#n1) (Kilner 2001)`.
  let end = stop;
  for (let i = next; i < anchors.length; i++) {
    const anchor = anchors[i]!;
    if (anchor.from >= stop && !followsStop(text, end, anchor)) break;
    const near = anchor.place !== 'in-text' || wordsIn(text.slice(quoted.to, anchor.from)) <= NEAR_BEHIND;
    const isBesides =
      anchor.citation !== null && BESIDES.test(text.slice(quoted.to, anchor.citation.keyRange.from - 1));
    const isOpposed =
      anchor.place === 'in-text' &&
      (DENIED.test(text.slice(quoted.to, anchor.from)) ||
        CITED_FOR.test(text.slice(quoted.to, anchor.from)) ||
        SUPPOSED_OF.test(text.slice(anchor.to, anchor.to + 20)));
    const lead = text.slice(Math.max(prose.from, quoted.from - 80), quoted.from);
    const isUnsaid = NOT_WRITTEN.test(lead.slice(-40)) || HEARD.test(lead) || ASKED.test(lead);
    const isCompared = COMPARED.test(
      text.slice(quoted.to, anchor.citation?.keyRange.from ?? anchor.from + LONGEST_COMPARED),
    );
    const isOfOther =
      UNNAMED.test(lead) && ONLY_SEE.test(text.slice(anchor.from, anchor.from + LONGEST_COMPARED));
    const isSure =
      near &&
      !isOfOther &&
      !isCompared &&
      speaksBehind(text, quoted, anchor) &&
      !isBesides &&
      !isUnsaid &&
      !isOpposed &&
      !SUPPOSED.test(text.slice(quoted.to, anchor.from));
    found.push(isSure ? strict(anchor) : loose(anchor));
    if (anchor.place !== 'note' || found.length === MOST_NOTES) break;
    end = Math.max(end, anchor.to);
  }
  return found;
}

/** `“…” (cf. Kilner 2001)`, `“…” [on the gate: @kilner2001]`: a work to compare, or for another matter. */
const COMPARED = /[([（]\s?(?:(?:but\s)?(?:cf\.?|compare)\s|[^\n@()[\]]{2,60}\s[^\n@()[\]]{2,60}:\s-?@$)/iu;
const LONGEST_COMPARED = 14;
/** `a reviewer wrote: “…” (see Kilner 2001)`: somebody else speaks, and the work is for the matter. */
const UNNAMED =
  /(?:^|[\s(])(?:an?|one|some|another|ein(?:e|er)?|une?|un[ao]?|uma?|een|jeden|jedna)(?:\s\p{Ll}{3,}){2,4}[,:]?\s*$/iu;
const ONLY_SEE = /^[([（]\s?(?:see|siehe|voir|ver|véase|vedi|zie|zob\.)\s/iu;
/** Words that join a quotation and the work in which it is: `“…,” so @kilner2001`, `“…” in Kilner (2001)`. */
const JOINED =
  /^[\p{P}\p{S}\s]*(?:(?:(?:qtd\.?|quoted|cited|zit\.|zitiert|cité|citado|citato|geciteerd)\s)?(?:so|thus|as|in|by|from|bei|laut|nach|wie|aus|selon|chez|dans|d['’]après|según|en|de|secondo|in|da|di|segundo|em|conforme|volgens|bij)[\p{P}\s]*)?$/iu;
/** `« … », note Kilner (2001)`: after a comma, a single word before the name that is no conjunction. */
const INVERTED =
  /^\s?,[”"»’]?\s(?!(?:but|yet|while|and|or|nor|for|so|though|although|whereas|when|since|because|until|if|unless|doch|aber|und|oder|denn|sondern|während|obwohl|weil|wenn|als|mais|et|ou|car|donc|quand|lorsque|tandis|si|pero|mas|ma|però|porém|y|e|o|cuando|aunque|mientras|mentre|embora|maar|en|want|terwijl|ale|lecz|oraz|но|а|и)\s)\p{Ll}+(?:\s\p{Lu}[\p{L}\p{M}.]*)?\s$/u;
/** How far after the name a verb may be: `Kilner (2001) observed`. */
const VERB = 40;

/**
 * Whether a work in running text after a quotation is said to have its words. `The question “…” is put by Kilner (2001)`
 * need not be.
 */
function speaksBehind(text: string, quoted: TextRange, { from, to, place }: Anchor): boolean {
  if (place !== 'in-text') return true;
  const gap = text.slice(quoted.to, from);
  const isInverted = INVERTED.test(text.charAt(quoted.to - 2) === ',' ? `,${gap}` : gap);
  return (
    isInverted ||
    JOINED.test(gap) ||
    SPEAKS.test(gap) ||
    SPEAKS.test(text.slice(to, to + VERB).split(/[.;!?]/, 1)[0]!)
  );
}

/** Whether an anchor follows the full stop of a sentence directly, and so belongs to it. */
export function followsStop(text: string, stop: number, anchor: Anchor): boolean {
  const between = text.slice(stop, anchor.from);
  if (between.length > 80) return false;
  if (anchor.citation === null) return /^[ \n]?$/.test(between) && anchor.place !== 'in-text';
  return /^[ \n]?[[(][^\])]*$/.test(between);
}

/** The citation or note at the end inside the quotation marks. */
function closesWith(quoted: TextRange, next: number, { text, anchors }: Surroundings): Attribution | null {
  const last = anchors[next - 1];
  if (!last || last.from <= quoted.from) return null;
  return /^[\s\])>.,;*_]*$/.test(text.slice(last.to, quoted.to - 1)) ? strict(last) : null;
}

/** Words before what somebody did not say. */
const UNSAID = /\b(?:not|never|nicht|nie|pas|no|nunca|não|non)\s+(?:that|dass|daß|que|qu['’]|che)\s*$/iu;

/** `She did not write “…”`, `nobody has ever said “…”`. */
const NOT_WRITTEN =
  /(?:\b(?:not|never|nobody|no one)|n['’]t)\s(?:(?:has|have|had|ever|actually)\s){0,2}(?:write|wrote|written|say|said|claim(?:ed)?)[,:]?\s*$|\b(?:schrieb|sagte?|schreibt) nicht[,:]?\s*$|\b(?:n['’]|ne )(?:a |ont )?(?:dit|écrit) (?:pas|jamais)[,:]?\s*$|\b(?:no|nunca) (?:escrib|dijo|dice|ha (?:dicho|escrito))\p{L}*[,:]?\s*$|\bnon (?:ha (?:detto|scritto)|dice|scrive)[,:]?\s*$/iu;

/** `A student told me, “…”`: the writer heard it, and did not read it. */
const HEARD =
  /\b(?:told|said to|wrote to|replied to|assured) (?:me|us)\b|\b(?:sagten?|erzählten?|schrieb) (?:er |sie )?(?:mir|uns)\b|\b(?:mir|uns) [^.,“„"«»]{0,30}(?:gesagt|erzählt)\b|\b(?:m['’]|nous )(?:a|ont) (?:dit|confié|raconté)\b|\b(?:me|nos) (?:dijo|dijeron|contó|disse|contou)\b|\bmi (?:disse|raccontò|ha (?:detto|raccontato))\b/iu;
/** `The survey asked, “…”`, `they were asked “…”`: what was asked, by no author; the work need not have its words. */
const ASKED =
  /(?:\b(?:the|a|this|one|our) \p{Ll}{3,}(?: \p{Ll}{3,})? (?:asks?|asked)|\b(?:was|were|are|been|is) asked|\b(?:wurden?|werden|wird) gefragt|\bpidi(?:ó|eron)(?: que)? respond\p{L}+|\bse (?:les )?preguntó|\bon (?:leur )?a demandé|\bfoi perguntado|\bfu chiesto)(?: \p{Ll}{2,}){0,2}[,:]?\s*$/iu;
/** Words before a work that is cited for something, but does not speak: `…,” and cite @kilner2001`. */
const CITED_FOR =
  /\b(?:cites?|citing|following|compare|invok(?:es?|ing)|zitier(?:t|en)|in Anlehnung an|citant|citando)\s\[?-?@?$/iu;

/** Words before what is made up for an example: ‘sentences like “…”’. */
const EXAMPLE =
  /(?:\b(?:like|such as|e\.\s?g\.,?|wie(?: etwa)?|etwa|z\.\s?B\.|comme|par exemple|como|por ejemplo|por exemplo|come|per esempio|ad esempio)[,:]?)\s*$/iu;
/** Words before a work that is cited besides that of the quotation. */
const BESIDES =
  /(?:\b(?:see|siehe|voir|véase|ver|vedi)\s(?:also|auch|aussi|también|também|anche)|\b(?:ibid|ebd|ibíd)\.?\s*[;,].*|;\s(?:[\p{L}’']+\s){2,8}(?:see|siehe|vgl\.|cf\.|voir|véase|vedi))\s*\[?-?$/iu;

/** Words before a work whose author is supposed to agree, but did not say it. */
const SUPPOSED =
  /\b(?:would|might|could|may)\s(?:\p{L}+\s){0,2}(?:(?:dis)?agree|object|approve|share|reject|dispute|deny|recogni[sz]e)|\b(?:würde|dürfte|könnte)\b.{0,30}\b(?:zustimmen|widersprechen|bestreiten)|\bserai(?:t|ent) d['’]accord|\bestarían? de acuerdo|\bsarebbe(?:ro)? d['’]accordo|\bconcordariam?\b/iu;
/** `“…,” which is not what @key says`, `“…,” Kilner (2001) would object`. */
const DENIED = /\b(?:not|never|nicht|nie|pas|jamais|nunca|non|não)\s/iu;
const SUPPOSED_OF =
  /^\s(?:(?:would|might|could|may|würde|könnte|dürfte|aurait|pourrait|podría|potrebbe|poderia)\b|(?:does|did|do|has|is|was|had)(?: not\b|n['’]t\b))/iu;
/** Beginnings of a sentence that says whose words the one before it has: ‘So @kilner2001 has it.’ */
const SAYS_WHOSE = /^(?:so|thus|soweit|ainsi|así|così|assim)\s/iu;
const LONGEST_SAYS_WHOSE = 6;

/** Whether a paragraph is a name and a title, `@key “The harbours of the north”`, as in lists of what was read. */
function isNameAndTitle(quoted: TextRange, before: Anchor, { text, prose }: Surroundings): boolean {
  const words = text.slice(quoted.from + 1, quoted.to - 1).trim();
  return (
    before.attribution.at === null &&
    text.slice(prose.from, before.from).trim() === '' &&
    text.slice(before.to, quoted.from).trim() === '' &&
    /^\s*$/.test(text.slice(quoted.to, prose.to)) &&
    /^\p{Lu}.*[^.!?…,;]$/su.test(words)
  );
}

function aheadInSentence(quoted: TextRange, before: Anchor, around: Surroundings): Attribution | null {
  const { text } = around;
  if (isNameAndTitle(quoted, before, around)) return loose(before);
  const lead = text.slice(Math.max(before.to, quoted.from - 40), quoted.from);
  if (UNSAID.test(lead) || NOT_WRITTEN.test(lead) || EXAMPLE.test(lead)) return loose(before);
  const gap = text.slice(before.to, quoted.from);
  const words = wordsIn(gap);
  const speaks = /:\s*$/.test(gap) || SPEAKS.test(gap);
  // A note before the quotation is for something else, unless it follows the words that lead in.
  if (before.place === 'note') {
    const leads =
      /^\s*[:,]|\b(?:that|dass|daß|que|che)\s*$/iu.test(gap) || /[:,]/.test(text.charAt(before.from - 1));
    // `So it was.[^1] She adds that “…”`: it belongs to the sentence before.
    if (/[.!?…]["”’»)\]]{0,2}$/.test(text.slice(Math.max(0, before.from - 3), before.from)))
      return loose(before);
    return words <= 3 && leads ? strict(before) : null;
  }
  const isNear =
    before.place === 'in-text' || before.citation?.mode === 'AuthorInText'
      ? words <= NEAR_AHEAD || speaks
      : (words <= NEAR_AHEAD && speaks) || /^[\])\s,:;–—-]*(?:and|und|et|y|e)?\s*$/iu.test(gap);
  return isNear ? strict(before) : loose(before);
}

/** The anchors of the sentences before and after, where the quotation's own has none. */
function nextToSentence(
  quoted: TextRange,
  next: number,
  stop: number,
  before: Anchor | undefined,
  around: Surroundings,
): Attribution[] {
  const { text, anchors, prose } = around;
  const found: Attribution[] = [];
  let start = stop;
  while (start < prose.to && /\s/.test(text.charAt(start))) start++;
  if (next < anchors.length && start < prose.to) {
    const end = endOfSentence(around, start, Math.min(prose.to, start + LONGEST_SENTENCE));
    for (let i = next; i < anchors.length; i++) {
      const anchor = anchors[i]!;
      if (anchor.from >= end && !followsStop(text, end, anchor)) break;
      found.push(loose(anchor));
    }
    if (found.length === 1 && saysWhose(text.slice(start, end), anchors[next]!, start))
      return [{ ...found[0]!, loose: false }];
  }
  if (before && quoted.from - before.to < LONGEST_SENTENCE) {
    const end = endOfSentence(around, before.to, quoted.from);
    let begin = end;
    while (begin < quoted.from && /[\s\])]/.test(text.charAt(begin))) begin++;
    if (isSameSentence(around, begin, quoted.from)) found.push(loose(before));
  }
  return found;
}

/** Whether a sentence, which begins at `start`, only says who wrote what stands before it. */
function saysWhose(sentence: string, { from, to }: Anchor, start: number): boolean {
  if (!SAYS_WHOSE.test(sentence)) return false;
  const before = sentence.slice(0, from - start).replace(SAYS_WHOSE, '');
  const after = sentence.slice(Math.max(0, to - start));
  const words = wordsIn(before) + wordsIn(after);
  return words === 0 || (words <= LONGEST_SAYS_WHOSE && SPEAKS.test(`${before} ${after}`));
}

function wordsIn(gap: string): number {
  return gap.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
