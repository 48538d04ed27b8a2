import { isIdeograph } from '../../raised-numbers.ts';
import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const bracket: MarkerForm = {
  name: 'bracket',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers in square brackets, perhaps escaped: *so it was.[12]*',
  pattern: String.raw`\\?\[(\d{1,3})\\?\]`,
  glimpse: String.raw`\[\d{1,3}\\?\]`,
  opening: String.raw`\\?\[\d`,
  judge,
  fixture: `Guilds wove⟦bracket|[1]⟧⟦bracket|[2]⟧ and dyed.⟦bracket|\\[2\\]⟧ A [2](link) is none.

Notes

1. See the rolls.
2. So they said.
`,
};

/** Names of lists and parameters, which have numbers in brackets too: `argv[1]`, `系数beta[3]`, `x_max[2]`. */
const IN_CODE =
  /(?<![\p{Script=Latin}\p{N}_])(?:argv|args|arr|array|vec|alpha|beta|gamma|theta|sigma|lambda|[a-z]\w*_\w+|[a-z]+[A-Z]\w*)$/u;
/** Such a name with its number, beside which the others of the line are code too. */
const CODE_BESIDE = /(?<![\p{Script=Latin}\p{N}_])(?:argv|args|arr|array|vec|[a-z]\w*_\w+)\[\d{1,3}\]/u;

function judge({ text, from, to }: MarkerPlace): Judgement {
  const before = text[from - 1] ?? '\n';
  const next = text[to] ?? '\n';
  if (/[({]/.test(next) || /[\\[]/.test(before)) return 'no';
  // ‘[64][65]’ are two calls; ‘[text][1]’ is a link.
  if (next === '[' && !/^\[\d{1,3}\]/.test(text.slice(to, to + 5))) return 'no';
  if (before === ']' && !/\[\d{1,3}\]$/.test(text.slice(Math.max(0, from - 5), from))) return 'no';
  const reach = text.slice(Math.max(0, from - 24), from);
  const begun = reach.lastIndexOf('\n') + 1;
  if ((begun > 0 || from <= 24) && /^[\s\-*•>+]*$/.test(reach.slice(begun))) return 'head';
  // A reference to a section may precede a call: ‘cf. supra V.[54]’.
  const line = text.slice(Math.max(0, from - 80), from);
  if (/(?:supra|infra)[\s:][IVXLC\d\s.,[\]–-]{1,60}$/i.test(line.slice(line.lastIndexOf('\n') + 1)))
    return 'no';
  if (/(?:supra|infra|cfr?\.?|see|vedi|siehe)\s[\dIVXLC.]{1,8}$/i.test(reach)) return 'no';
  if (
    IN_CODE.test(reach) ||
    (/[a-z]$/.test(reach) && CODE_BESIDE.test(line.slice(line.lastIndexOf('\n') + 1)))
  )
    return 'no';
  if (!/\p{L}/u.test(next) || isIdeograph(next)) return 'strong';
  return /\p{Lu}/u.test(next) && /[\s.,;:!?”’"»]/.test(before) ? 'weak' : 'no';
}
