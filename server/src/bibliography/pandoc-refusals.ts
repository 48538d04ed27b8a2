import type { ReadingProblem } from '../facts/model.ts';
import type { BibtexScan, ScannedEntry } from './bibtex-scanner.ts';
import { Components } from '../text/components.ts';
import { BibtexWalker } from './bibtex-walker.ts';
import { refusalsOf, type Refusal } from './pandoc-grammar.ts';

const WHOLE = 'Pandoc refuses this whole bibliography';

/**
 * Errors for which Pandoc refuses the file, or never terminates on it, with how to correct them. Where our
 * own reader has already reported an entry, nothing is added.
 * @param text With LF line ends.
 */
export function pandocRefusals(text: string, { entries, problems }: BibtexScan): ReadingProblem[] {
  const told = problems.map(({ range }) => range.from).sort((a, b) => a - b);
  const refusals = refusalsOf(text)
    .filter(({ entry, at }) => !told.some((from) => from >= entry && from <= at))
    .map((refusal) => ({ range: rangeOf(text, refusal), message: messageOf(text, refusal) }));
  return [...refusals, ...circles(text, entries)].sort((a, b) => a.range.from - b.range.from);
}

/** The range of the character at which Pandoc stops; at the end of the file, the start of the entry. */
function rangeOf(text: string, { at, entry, word, kind }: Refusal): ReadingProblem['range'] {
  if (kind === 'field-name' || kind === 'key-sign') {
    const to = at + (/^[^\s,={}]*/.exec(text.slice(at, at + 100))?.[0].length ?? 0);
    return { from: at - word.length, to: Math.max(to, at) };
  }
  if (at < text.length && text[at] !== '\n') return { from: at, to: at + 1 };
  return { from: entry, to: entry + (/^@\w*/.exec(text.slice(entry, entry + 40))?.[0].length ?? 1) };
}

/** The character for a message; by name if it is invisible. */
function signAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end of the file';
  const sign = String.fromCodePoint(code);
  if (/\s/u.test(sign)) return 'a blank';
  return /\p{Cf}|\p{Cc}/u.test(sign)
    ? `a sign that cannot be seen (U+${code.toString(16).toUpperCase().padStart(4, '0')})`
    : `“${sign}”`;
}

function messageOf(text: string, { kind, at, word }: Refusal): string {
  const sign = signAt(text, at);
  switch (kind) {
    case 'stray-at':
      return `${WHOLE}: it takes this “@” for the beginning of an entry. Write “%” at the head of the line, or the address without “@”.`;
    case 'type':
      return `${WHOLE}: the type of an entry is a word such as “@book”, without digits.`;
    case 'parentheses':
      return `${WHOLE}: to it an entry stands in braces, “@book{…}”, not in parentheses.`;
    case 'key-missing':
      return `${WHOLE}: the entry has no key that it can read. Write one after the brace, with a comma after it.`;
    case 'key-sign':
      return `${WHOLE}: to it the key ends after “${word}”, for a key holds letters, digits and signs such as “:”, “-”, “_”, but not ${sign}. Write the key otherwise, here and where it is cited.`;
    case 'no-fields':
      return `${WHOLE}: after the key “${word}” it expects a comma and fields.`;
    case 'two-commas':
      return `${WHOLE}: two commas follow one another in the entry “${word}”. Take one out.`;
    case 'field-name':
      return `${WHOLE}: the name of a field holds letters, digits, “-”, “_” and “+”, but not ${sign}.`;
    case 'no-equals-sign':
      return `${WHOLE}: after “${word}” it expects “=” and a value.`;
    case 'value-sign':
      return /[“”‘’]/.test(text[at] ?? '')
        ? `${WHOLE}: curly quotation marks begin no value. Write ${word} = {…}.`
        : `${WHOLE}: a value without braces holds letters and digits, but not ${sign}. Write ${word} = {…}.`;
    case 'after-value':
      return `${WHOLE}: a comma is missing before this.`;
    case 'escaped-brace':
      return `${WHOLE}: to it “\\}” closes nothing. Take the backslash out, or write “\\textbackslash” for the sign itself.`;
    case 'unclosed':
      return `${WHOLE}: what opens here is not closed.`;
    case 'comment':
      return `${WHOLE}: to it an @comment stands in braces that are closed. Write “%” at the head of the line for other remarks.`;
    case 'string':
      return `${WHOLE}: to it an @string stands in braces and defines one abbreviation: @string{name = {text}}.`;
    case 'preamble':
      return `${WHOLE}: to it an @preamble stands in braces that are closed.`;
  }
}

/** Entries that inherit from themselves, directly or through others: Pandoc never terminates on these. */
function circles(text: string, entries: readonly ScannedEntry[]): ReadingProblem[] {
  const heirs = entries
    .map((entry) => ({ key: entry.key, parents: parentsOf(text, entry) }))
    .filter(({ parents }) => parents.length > 0);
  const numbers = new Map(heirs.map(({ key }, number) => [key.text, number]));
  const components = new Components((number) =>
    heirs[number]!.parents.flatMap((parent) => numbers.get(parent) ?? []),
  );
  return heirs.flatMap(({ key: { text: key, range }, parents }, number) => {
    if (!components.isInCircle(number)) return [];
    const others = parents.map((parent) => `“${parent}”`).join(' and ');
    const message = parents.includes(key)
      ? `The entry “${key}” takes fields from itself, and Pandoc never comes to an end with this bibliography. Take its crossref or xdata out.`
      : `The entry “${key}” takes fields from ${others}, and that in turn from it: Pandoc never comes to an end with this bibliography. Take the crossref or xdata out of one.`;
    return [{ range, message }];
  });
}

/** The keys in `crossref` and `xdata`. */
function parentsOf(text: string, entry: ScannedEntry): string[] {
  if (!/crossref|xdata/i.test(text.slice(entry.range.from, entry.range.to))) return [];
  const keys: string[] = [];
  new BibtexWalker(text, entry.escapes).fields(entry.body, entry.closer, (nameFrom, nameTo, from, to) => {
    if (!/^(?:crossref|xdata)$/i.test(text.slice(nameFrom, nameTo))) return;
    for (const [key] of text.slice(from, to).matchAll(/[^\s,{}"#]+/g)) keys.push(key);
  });
  return keys;
}
