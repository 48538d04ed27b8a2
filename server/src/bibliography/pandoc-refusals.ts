import { listOf, say } from '../words/say.ts';
import type { ReadingProblem } from '../facts/model.ts';
import type { BibtexScan, ScannedEntry } from './bibtex-scanner.ts';
import { Components } from '../text/components.ts';
import { BibtexWalker } from './bibtex-walker.ts';
import { refusalsOf, type Refusal } from './pandoc-grammar.ts';

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

/** What kind of character stands there, and the character or its number; for `{kind, select, …}` in a message. */
function signAt(text: string, at: number): { signKind: string; sign: string } {
  const code = text.codePointAt(at);
  if (code === undefined) return { signKind: 'end', sign: '' };
  const sign = String.fromCodePoint(code);
  if (/\s/u.test(sign)) return { signKind: 'blank', sign };
  return /\p{Cf}|\p{Cc}/u.test(sign)
    ? { signKind: 'hidden', sign: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }
    : { signKind: 'plain', sign };
}

function messageOf(text: string, { kind, at, word }: Refusal): string {
  const sign = signAt(text, at);
  switch (kind) {
    case 'stray-at':
      return say(
        'Pandoc refuses this whole bibliography: it takes this “@” for the beginning of an entry. Write “%” at the head of the line, or the address without “@”.',
      );
    case 'type':
      return say(
        'Pandoc refuses this whole bibliography: the type of an entry is a word such as “@book”, without digits.',
      );
    case 'parentheses':
      return say(
        'Pandoc refuses this whole bibliography: to it an entry stands in braces, “{form}”, not in parentheses.',
        { form: '@book{…}' },
      );
    case 'key-missing':
      return say(
        'Pandoc refuses this whole bibliography: the entry has no key that it can read. Write one after the brace, with a comma after it.',
      );
    case 'key-sign':
      return say(
        'Pandoc refuses this whole bibliography: to it the key ends after “{word}”, for a key holds letters, digits and signs such as “:”, “-”, “_”, but not {signKind, select, end {the end of the file} blank {a blank} hidden {a sign that cannot be seen ({sign})} other {“{sign}”}}. Write the key otherwise, here and where it is cited.',
        { word, ...sign },
      );
    case 'no-fields':
      return say(
        'Pandoc refuses this whole bibliography: after the key “{word}” it expects a comma and fields.',
        { word },
      );
    case 'two-commas':
      return say(
        'Pandoc refuses this whole bibliography: two commas follow one another in the entry “{word}”. Take one out.',
        { word },
      );
    case 'field-name':
      return say(
        'Pandoc refuses this whole bibliography: the name of a field holds letters, digits, “-”, “_” and “+”, but not {signKind, select, end {the end of the file} blank {a blank} hidden {a sign that cannot be seen ({sign})} other {“{sign}”}}.',
        { ...sign },
      );
    case 'no-equals-sign':
      return say('Pandoc refuses this whole bibliography: after “{word}” it expects “=” and a value.', {
        word,
      });
    case 'value-sign':
      return /[“”‘’]/.test(text[at] ?? '')
        ? say('Pandoc refuses this whole bibliography: curly quotation marks begin no value. Write {form}.', {
            form: `${word} = {…}`,
          })
        : say(
            'Pandoc refuses this whole bibliography: a value without braces holds letters and digits, but not {signKind, select, end {the end of the file} blank {a blank} hidden {a sign that cannot be seen ({sign})} other {“{sign}”}}. Write {form}.',
            { ...sign, form: `${word} = {…}` },
          );
    case 'after-value':
      return say('Pandoc refuses this whole bibliography: a comma is missing before this.');
    case 'escaped-brace':
      return say(
        'Pandoc refuses this whole bibliography: to it “{sign}” closes nothing. Take the backslash out, or write “{command}” for the sign itself.',
        { sign: '\\}', command: '\\textbackslash' },
      );
    case 'unclosed':
      return say('Pandoc refuses this whole bibliography: what opens here is not closed.');
    case 'comment':
      return say(
        'Pandoc refuses this whole bibliography: to it an @comment stands in braces that are closed. Write “%” at the head of the line for other remarks.',
      );
    case 'string':
      return say(
        'Pandoc refuses this whole bibliography: to it an @string stands in braces and defines one abbreviation: {form}.',
        { form: '@string{name = {text}}' },
      );
    case 'preamble':
      return say(
        'Pandoc refuses this whole bibliography: to it an @preamble stands in braces that are closed.',
      );
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
    const others = listOf(parents.map((parent) => `“${parent}”`));
    const message = parents.includes(key)
      ? say(
          'The entry “{key}” takes fields from itself, and Pandoc never comes to an end with this bibliography. Take its crossref or xdata out.',
          { key },
        )
      : say(
          'The entry “{key}” takes fields from {others}, and that in turn from it: Pandoc never comes to an end with this bibliography. Take the crossref or xdata out of one.',
          { key, others },
        );
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
