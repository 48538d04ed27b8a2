/** Texts and passages to quote, deterministic by seed. */

/** A random number generator with numbers from 0 up to 1 (mulberry32). */
export type Dice = () => number;

/** A deterministic generator (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One item of a list. */
export function pick<One>(roll: Dice, list: readonly One[]): One {
  return list[Math.floor(roll() * list.length)]!;
}

/** The text of a work. */
export interface Work {
  readonly key: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

const SENTENCE = /(?<=[.!?]["”’]?)\s+(?=["“A-Z])/;

/** A text as a work; its sentences are those with only plain words. */
export function workOf(key: string, text: string): Work {
  const sentences = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 200 && !/^[-#>\d[]/.test(paragraph))
    .flatMap((paragraph) => paragraph.split(SENTENCE))
    .filter((sentence) => {
      const words = sentence.split(' ');
      return words.length >= 12 && words.length <= 40 && /^[A-Z][a-z]/.test(sentence) && PLAIN.test(sentence);
    });
  return { key, text, sentences };
}

/** Letters, spaces and common punctuation, which no change breaks. */
const PLAIN = /^[\p{L} ,;.'’-]+$/u;

const WHO = ['The women of the quarter', 'The northern gang', 'The clerks of the exchange', 'Every widow of the harbour', 'The overman', 'Two of the younger masters', 'The boys from the lower seam', 'The owners', 'Nobody in the lodging house', 'The inspector']; // prettier-ignore
const DID = ['carried the ledger', 'counted the lamps', 'asked for a second shaft', 'paid the carters', 'mended the nets', 'refused the wage', 'burnt the letters', 'sold the bread', 'read the minutes aloud', 'kept the keys']; // prettier-ignore
const WHERE = ['beside the eastern gate', 'under the old bridge', 'in the hall of the chapel', 'behind the weighing house', 'at the head of the quay', 'before the whole assembly', 'along the river road', 'inside the lamp room']; // prettier-ignore
const WHEN = ['on the third morning', 'through the long winter', 'after the flood', 'before the bells had rung', 'within a single week', 'when the frost came', 'during the second strike', 'at the end of the season']; // prettier-ignore
const WHY = ['because the council had promised coal', 'since the accounts were already closed', 'although the price of rope had doubled', 'while the ships waited in the roads', 'so that their children could be fed', 'as the custom of the port demanded', 'and the magistrate wrote it down', 'though it was not allowed by the charter']; // prettier-ignore
const MARK = ['Anselm', 'Brigid', 'Caspar', 'Dorothea', 'Egbert', 'Frida', 'Gerold', 'Hedwig', 'Ivo', 'Jutta', 'Konrad', 'Lambert']; // prettier-ignore

/** A generated text of so many paragraphs without repeated sentences. */
export function madeUpText(roll: Dice, paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, i) =>
    Array.from(
      { length: 5 },
      (_, j) =>
        `As ${pick(roll, MARK)} the ${ordinal(i)} of the ${ordinal(j)} remembered, ${lower(pick(roll, WHO))} ${pick(roll, DID)} ${pick(roll, WHERE)} ${pick(roll, WHEN)}, ${pick(roll, WHY)}, and so the ${ordinal(j)} of the ${ordinal(i)} wrote to ${pick(roll, MARK)}.`,
    ).join(' '),
  ).join('\n\n');
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function ordinal(i: number): string {
  const tens = ['', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  const ones = [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
  ];
  return i < 10 ? ones[i]! : `${tens[Math.floor(i / 10)] ?? 'hundred and'} ${ones[i % 10]!}`.trim();
}
