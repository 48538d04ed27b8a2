import type { MarkerForms } from './marker-forms.ts';
import type { MarkerStyle } from './model.ts';
import type { Prose } from './prose.ts';
import { lastAtMost } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';

/** A number that may be a note marker, judged by its context. */
export interface MarkerCandidate {
  readonly style: MarkerStyle;
  readonly label: string;
  readonly number: number;
  /** In the document. */
  readonly range: TextRange;
  /** `strong`: after a word or its punctuation. `weak`: may also be an exponent, for example. */
  readonly strength: 'strong' | 'weak';
  /**
   * Offset of a line below that begins with the same number: an affiliation of an author, unless the list of notes
   * begins before it. Otherwise null.
   */
  readonly twin: number | null;
}

/**
 * The numbers that look like note markers, of every style, in order.
 *
 * Leaves out numbers that begin a line or paragraph (paragraph numbers, definitions), exponents of units, and
 * isotopes. Linear in the length of `text`.
 */
export function markerCandidates(
  text: string,
  prose: Prose,
  opaque: readonly TextRange[],
  forms: MarkerForms,
): MarkerCandidate[] {
  const found: MarkerCandidate[] = [];
  const heads: { readonly number: number; readonly at: number }[] = [];
  let k = 0;
  for (const { form, from, to, label } of forms.in(text)) {
    while (k < opaque.length && opaque[k]!.to <= from) k++;
    const hidden = opaque[k];
    // The markup of a superscript may be opaque itself; a marker inside code does not count.
    if (hidden && hidden.from < from && hidden.to > from) continue;
    if (hidden && hidden.from === from && (hidden.to > to || !form.isMarkup)) continue;
    const number = Number(label);
    if (label.length > 3 || number === 0 || label.startsWith('0')) continue;
    const judged = form.judge({ text, prose, from, to });
    if (judged === 'head') heads.push({ number, at: from });
    if (judged === 'strong' || judged === 'weak') {
      found.push({ style: form.name, label, number, range: { from, to }, strength: judged, twin: null });
    }
  }
  return heads.length ? withTwins(found, heads, text, forms) : found;
}

/**
 * Sets `twin` for candidates on a short line without a sentence (names of authors) whose number begins a line soon
 * after (their affiliations). That line may be a note as well; only the list can decide.
 */
function withTwins(
  candidates: readonly MarkerCandidate[],
  heads: readonly { readonly number: number; readonly at: number }[],
  text: string,
  forms: MarkerForms,
): MarkerCandidate[] {
  const starts = heads.map((head) => head.at);
  return candidates.map((candidate) => {
    const at = candidate.range.from;
    let next = lastAtMost(starts, at) + 1;
    while (next < heads.length && starts[next]! < at + 2500 && heads[next]!.number !== candidate.number)
      next++;
    const head = heads[next];
    if (!head || head.at >= at + 2500) return candidate;
    const before = text.slice(Math.max(0, at - 251), at);
    const [after] = text.slice(at, at + 251).split('\n', 1);
    const line = before.slice(before.lastIndexOf('\n') + 1) + after!;
    const isSentence = line.length > 250 || forms.endsSentence(line);
    return isSentence ? candidate : { ...candidate, twin: head.at };
  });
}

const SENTENCE_END = /[\p{Ll})”’"][.?!]["”’)]*\s/u;

/** Whether these candidates mark affiliations of authors, and not notes in the list at `listFrom`. */
export function areAffiliations(text: string, calls: readonly MarkerCandidate[], listFrom: number): boolean {
  const [first] = calls;
  if (!first || calls.some(({ twin }) => twin === null)) return false;
  return !SENTENCE_END.test(text.slice(first.range.to, listFrom));
}
