import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const parenthesis: MarkerForm = {
  name: 'parenthesis',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers in round brackets at the end of a phrase: *so it was.(12)*, *as he says (12).*; not those of an enumeration',
  pattern: String.raw`[(（](\d{1,3})[)）]`,
  glimpse: String.raw`[.,;:!?”’"»]\s?\(\d{1,3}\)|\(\d{1,3}\)\s?[.,;:!?]|[一-鿿]（\d`,
  isUncertain: true,
  opening: String.raw`[(（]\d`,
  judge,
  fixture: `Guilds wove ⟦parenthesis|(1)⟧. And dyed .⟦parenthesis|(2)⟧ They were (3) poor.

Notes

1. See the rolls.
2. So they said.
`,
};

function judge({ text, from, to }: MarkerPlace): Judgement {
  const line = text.slice(Math.max(0, from - 24), from);
  const before = line.slice(line.lastIndexOf('\n') + 1);
  if (/^[\s\-*•>]*$/.test(before)) return 'head';
  const after = text.slice(to, to + 3);
  if (isPoint(text, from, after)) return 'no';
  // The number of an issue or a formula: *Port Review* 3(1): 44.
  if (/\d\s?$|[*_]\s$/.test(before) && /^\s?[:,]/.test(after)) return 'no';
  if (/[*_]$/.test(before) && /^\s?:/.test(after)) return 'no';
  if (
    /[\d=+(]\s?$/.test(before) ||
    /\b(?:[Ee]q(?:uation|s)?\.?|[Ff]ormula|[Ee]xample|§\s?\d*)\s?$/.test(before)
  )
    return 'no';
  if (/[.,;:!?”’"»。，；：！？]$/.test(before)) return /^\p{L}/u.test(after) ? 'weak' : 'strong';
  // Enumerated points have the number before the text; numbered examples follow a word.
  if (/[:;,–—]\s$/.test(before) || COUNTED.test(before)) return 'no';
  if (/^\s?[.;:,!?。；！？]|^\n/.test(after)) return 'weak';
  // ‘the view of Hall(12) that’: in the middle of a sentence, where no space is before it.
  return /[.!?”’"»]\s$|\p{L}{3}[*_]{0,2}$|\)$/u.test(before) ? 'weak' : 'no';
}

/** Longer paragraphs are looked through in part. */
const LONGEST_PARAGRAPH = 2000;

/** Whether the number counts the points of its paragraph, of which the first follows a colon: `两点：（1）…；（2）…`. */
function isPoint(text: string, from: number, after: string): boolean {
  if (!/^\s?[\p{L}\p{N}*_"“《]/u.test(after)) return false;
  const ahead = text.slice(Math.max(0, from - LONGEST_PARAGRAPH), from);
  const paragraph = ahead.slice(ahead.lastIndexOf('\n') + 1);
  if (/[:：]\s?(?:$|[(（]1[)）])/.test(paragraph)) return true;
  if (text[from] !== '（') return false;
  const [rest] = text.slice(from, from + LONGEST_PARAGRAPH).split('\n', 1);
  return countsPoints(paragraph + rest!, paragraph.length);
}

/** Whether the number at `at` is one of 1, 2, … that begin sentences of a Chinese paragraph: `……。（1）……。（2）……`. */
function countsPoints(paragraph: string, at: number): boolean {
  const number = Number(/^（(\d{1,2})）/.exec(paragraph.slice(at, at + 4))?.[1] ?? 0);
  if (number === 0 || !beginsSentence(paragraph, at)) return false;
  if (number === 1) return beginsSentence(paragraph, paragraph.indexOf('（2）', at));
  let from = at;
  for (let before = number - 1; before > 0; before--) {
    from = from > 0 ? paragraph.lastIndexOf(`（${before}）`, from - 1) : -1;
    if (!beginsSentence(paragraph, from)) return false;
  }
  return true;
}

/** Whether a number in parentheses at an offset begins a sentence or clause; false if the offset is negative. */
function beginsSentence(paragraph: string, at: number): boolean {
  return (
    at >= 0 &&
    /(?:^|[。；;！？]\s?)$/.test(paragraph.slice(Math.max(0, at - 2), at)) &&
    /^（\d{1,2}）[\p{Script=Han}A-Z“《]/u.test(paragraph.slice(at, at + 6))
  );
}

/** Words before the number of an example, an equation or a point. */
const COUNTED =
  /(?<!\p{L})(?:of|in|and|or|to|by|see|from|with|as|than|are|is|eq|eqs|equation|ex|example|examples|formula|point|points|section|paragraph|article|class|case|rule|step|de|en|el|los|las|la|le|les|e|y|et|und|oder|in|zu|von|nach|siehe|ejemplo|ejemplos|regla|fig|figure|table|version)\.?\s$/iu;
