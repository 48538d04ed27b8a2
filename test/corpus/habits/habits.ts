/** Legitimate changes of editors in quotations, each as a function of a passage. */
import { pick, type Dice } from './passages.ts';

/** A written quotation, from its words; `n` distinguishes its notes. */
export type Form = (words: string, key: string, n: number) => string;

/** Forms of quotations and their attribution. */
export const FORMS: Readonly<Record<string, Form>> = {
  'curly marks': (w, k) => `They found that “${w}” [@${k}].`,
  'straight marks': (w, k) => `They found that "${w}" [@${k}].`,
  'single marks': (w, k) => `They found that ‘${w}’ [@${k}].`,
  'straight single marks': (w, k) => `They found that '${w}' [@${k}].`,
  guillemets: (w, k) => `They found that «${w}» [@${k}].`,
  'guillemets with spaces': (w, k) => `They found that «\u00a0${w}\u00a0» [@${k}].`,
  'single guillemets': (w, k) => `They found that ‹${w}› [@${k}].`,
  'low marks': (w, k) => `They found that „${w}“ [@${k}].`,
  'the stop within': (w, k) => `They found that “${w}.” [@${k}]`,
  'round brackets': (w, k) => `They found that “${w}” (@${k}).`,
  'a page': (w, k) => `They found that “${w}” [@${k}, n.p.].`,
  'a citation within': (w, k) => `They found that “${w} [@${k}].”`,
  'a footnote': (w, k, n) => `They found that “${w}.”[^n${n}]\n\n[^n${n}]: [@${k}].`,
  'a footnote in words': (w, k, n) =>
    `They found that “${w}.”[^n${n}]\n\n[^n${n}]: See [@${k}] for the rest.`,
  'an inline note': (w, k) => `They found that “${w}.”^[[@${k}].]`,
  'who writes': (w, k) => `@${k} writes that “${w}”.`,
  'who has it': (w, k) => `As @${k} [n.p.] has it, “${w}”.`,
  'who says it behind': (w, k) => `“${w},” says @${k}.`,
  'the next sentence': (w, k) => `They found that “${w}”. So much for them [@${k}].`,
  'the sentence before': (w, k) => `So much for @${k}. They found that “${w}”.`,
  'a colon': (w, k) => `In their words [@${k}]: “${w}”.`,
  'a block': (w, k) => `> ${w}. [@${k}]`,
  'a block with a note': (w, k, n) => `> ${w}.[^n${n}]\n\n[^n${n}]: [@${k}].`,
  'a block with a signature': (w, k) => `> ${w}.\n>\n> --- The writer [@${k}]`,
  'a block behind a colon': (w, k) => `They write [@${k}]:\n\n> ${w}.`,
  'a block before its citation': (w, k) => `> ${w}.\n\n[@${k}] wrote that.`,
  'a mark': (w, k) => `They found [“${w}”]{.quote from="@${k}"} there.`,
  'a mark without marks': (w, k) => `They found [${w}]{.quote from="${k}"} there.`,
  'a mark with a citation': (w, k) => `They found [“${w}”]{.quote} [@${k}].`,
  'a block with marks': (w, k) => `> “${w}.” [@${k}]`,
  'a block that ends a bracket': (w, k) => `[They write:\n\n> ${w}.] [@${k}]`,
  'a block in lines of verse': (w, k) =>
    `> ${w.replace(/(, |; )/g, (mark) => `${mark.trim()}\n> `)}. [@${k}]`,
  'split by who says it': (w, k) => {
    const list = w.split(' ');
    const isWhole = (head: string): boolean => !/[[{<][^\]}>]*$/.test(head);
    const half = list.findIndex((_, i) => i > list.length / 2 && isWhole(list.slice(0, i).join(' ')));
    return `“${list.slice(0, half).join(' ')},” she writes, “${list.slice(half).join(' ')}” [@${k}].`;
  },
};

const words = (passage: string): string[] => passage.split(' ');

/** Replaces a word in the middle of the passage. */
function amid(passage: string, roll: Dice, change: (word: string) => string): string {
  const list = words(passage);
  const places = list.flatMap((word, i) =>
    i > 1 && i < list.length - 2 && /^\p{L}{4,}$/u.test(word) ? [i] : [],
  );
  if (places.length === 0) return passage;
  const at = pick(roll, places);
  return [...list.slice(0, at), change(list[at]!), ...list.slice(at + 1)].join(' ');
}

/** Inserts something between two words. */
function between(passage: string, roll: Dice, what: string): string {
  const list = words(passage);
  const at = 2 + Math.floor(roll() * (list.length - 4));
  return [...list.slice(0, at), what, ...list.slice(at)].join(' ');
}

const DENIES =
  /\b(?:not|never|no|nor|neither|none|nobody|nothing|nowhere|hardly|scarcely|barely|seldom|rarely|without|cannot|except|only|unless|but|merely|until|provided|supposedly|allegedly|if)\b|n[’']t\b/iu;

/** Leaves out a few words that neither negate nor limit. */
function without(passage: string, mark: string): string {
  const list = words(passage);
  for (let from = 3; from + 6 < list.length; from++) {
    const left = list.slice(from, from + 3).join(' ');
    if (!DENIES.test(left) && !/[.!?]/.test(left))
      return [...list.slice(0, from), mark, ...list.slice(from + 3)].join(' ');
  }
  return passage;
}

export type Habit = (passage: string, roll: Dice, n: number) => string;

/** Changes of the words. */
export const HABITS: Readonly<Record<string, Habit>> = {
  'word for word': (p) => p,
  'a small letter for a capital': (p) => p.charAt(0).toLowerCase() + p.slice(1),
  'a letter in brackets': (p) => `[${p.charAt(0).toLowerCase()}]${p.slice(1)}`,
  'all capitals': (p) => p.toUpperCase(),
  'an ellipsis': (p) => without(p, '…'),
  'three stops': (p) => without(p, '...'),
  'spaced stops': (p) => without(p, '. . .'),
  'four stops': (p) => without(p, '....'),
  'marks of quotation within left out': (p) => p.replace(/[“”"„«»]/g, ''),
  'an ellipsis in brackets': (p) => without(p, '[…]'),
  'stops in brackets': (p) => without(p, '[...]'),
  'an ellipsis in round brackets': (p) => without(p, '(…)'),
  'an ellipsis at the head': (p) => `… ${words(p).slice(3).join(' ')}`,
  'an ellipsis at the end': (p) => `${words(p).slice(0, -3).join(' ')} …`,
  'the end left out': (p) => words(p).slice(0, -3).join(' ').replace(/[,;]$/, ''),
  'the head left out': (p) => words(p).slice(3).join(' '),
  '[sic]': (p, roll) => between(p, roll, '[sic]'),
  '(sic)': (p, roll) => between(p, roll, '(sic)'),
  '[sic!]': (p, roll) => between(p, roll, '[sic!]'),
  'words put in': (p, roll) => between(p, roll, '[of that port]'),
  'one word for another, in brackets': (p, roll) => amid(p, roll, (word) => (DENIES.test(word) ? word : '[it]')),
  'letters in brackets': (p, roll) => amid(p, roll, (word) => `${word.slice(0, -2)}[xx]`),
  emphasis: (p, roll) => amid(p, roll, (word) => `*${word}*`),
  'strong emphasis': (p, roll) => amid(p, roll, (word) => `**${word}**`),
  'underscored emphasis': (p, roll) => amid(p, roll, (word) => `_${word}_`),
  'emphasis that is told': (p, roll) => `${amid(p, roll, (word) => `*${word}*`)} [emphasis added]`,
  'emphasis that is told in round brackets': (p, roll) => `${amid(p, roll, (word) => `*${word}*`)} (my emphasis)`,
  'emphasis that is told within': (p, roll) => amid(p, roll, (word) => `*${word}* [my italics]`),
  'a note of one’s own': (p, roll, n) => `${between(p, roll, `@@[^o${n}]`).replace(' @@', '')}`,
  'an inline note of one’s own': (p, roll) => between(p, roll, '@@^[On “this” see below.]').replace(' @@', ''),
  'small capitals': (p, roll) => amid(p, roll, (word) => `[${word}]{.smallcaps}`),
  'a link': (p, roll) => amid(p, roll, (word) => `[${word}](https://example.org/a)`),
  'an actor marked': (p, roll) => amid(p, roll, (word) => `[${word}]{.actor ref="x"}`),
  code: (p, roll) => amid(p, roll, (word) => `\`${word}\``),
  'a page of the source': (p, roll) => between(p, roll, '[p. 204]'),
  'a number of a page': (p, roll) => between(p, roll, '[204]'),
  'a citation of one’s own': (p, roll) => between(p, roll, '[@other, p. 3]'),
  'straight apostrophes': (p) => p.replaceAll('’', "'"),
  'curly apostrophes': (p) => p.replaceAll("'", '’'),
  'no-break spaces': (p, roll) => p.replace(/ /g, () => (roll() < 0.2 ? '\u00a0' : ' ')),
  'thin spaces': (p, roll) => p.replace(/ /g, () => (roll() < 0.1 ? '\u2009' : ' ')),
  'soft hyphens': (p, roll) => amid(p, roll, (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`),
  ligatures: (p) => p.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'),
  'full-width letters': (p, roll) => amid(p, roll, (word) => word.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))),
  'a line break': (p, roll) => amid(p, roll, (word) => `${word}\n`).replace('\n ', '\n'),
  'a comma at the end': (p) => `${p},`,
  'a semicolon at the end': (p) => `${p};`,
  'an escape': (p) => p.replace(',', '\\,'),
  'an entity': (p) => p.replace(' ', '&nbsp;'),
  'a zero-width space': (p, roll) => amid(p, roll, (word) => `\u200b${word}`),
  'an HTML tag': (p, roll) => amid(p, roll, (word) => `<em>${word}</em>`),
  'a comment': (p, roll) => between(p, roll, '<!-- check -->'),
  'a decomposed accent': (p) => p.normalize('NFD'),
  'a question mark in brackets': (p, roll) => between(p, roll, '[?!]'.slice(0, 2) + ']'),
  'two omissions': (p) => without(without(p, '…').split(' ').reverse().join(' '), '…').split(' ').reverse().join(' '),
}; // prettier-ignore
