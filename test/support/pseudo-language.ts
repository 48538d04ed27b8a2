import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { setLanguage, type Catalogue } from '../../server/src/words/say.ts';

/** Signs around what is said, and around each value that is filled in. */
const [OPEN, CLOSE] = ['⟪', '⟫'];
const [FILLED, END] = ['‹', '›'];

/**
 * Makes every message be said between signs, its values between others, as a translation would. So what was never
 * said, or glued to what was, stands outside of the signs. Plurals are those of German, lists too.
 */
export function speakPseudo(): void {
  const catalogue: Catalogue = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: (_, message) => ({
        value: pseudo(String(message)),
        configurable: true,
        enumerable: true,
      }),
      get: (_, message) => pseudo(String(message)),
    },
  );
  setLanguage('de', catalogue);
}

/** Says everything in English again. */
export function speakEnglish(): void {
  setLanguage('en', {});
}

/** A message between signs, the values that are filled in between theirs. */
function pseudo(message: string): string {
  let marked = message;
  for (const { start, end } of argumentsOf(message).toSorted((a, b) => b.start - a.start))
    marked = `${marked.slice(0, start)}${FILLED}${marked.slice(start, end)}${END}${marked.slice(end)}`;
  return `${OPEN}${marked}${CLOSE}`;
}

/** Where a message has a value filled in; nowhere where it is no MessageFormat, and is taken as it is. */
function argumentsOf(message: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements)
      if (element.type === TYPE.argument)
        found.push({ start: element.location!.start.offset, end: element.location!.end.offset });
      else if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const { value } of Object.values(element.options)) visit(value);
  };
  try {
    visit(parse(message, { ignoreTag: true, captureLocation: true }));
  } catch {
    return [];
  }
  return found;
}

/**
 * What of a text in the pseudo-language was not said: what stands outside of the signs, and words of values that
 * stand nowhere in `sources`, the texts that values may be taken from.
 */
export function unsaidOf(text: string, sources: string): string[] {
  const unsaid: string[] = [];
  // The signs that are open; words count where the innermost is a value's.
  const open: string[] = [];
  for (const [part] of text.matchAll(/[⟪⟫‹›]|[^⟪⟫‹›]+/gu)) {
    if (part === OPEN || part === FILLED) open.push(part);
    else if (part === CLOSE || part === END) {
      const opened = open.pop();
      if (opened !== (part === CLOSE ? OPEN : FILLED)) unsaid.push(`signs that are not balanced: ${text}`);
    } else if (open.length === 0) {
      if (part.trim() !== '') unsaid.push(part.trim());
    } else if (open.at(-1) === FILLED)
      unsaid.push(...wordsOf(part).filter((word) => !OF_LISTS.has(word) && !sources.includes(word)));
  }
  if (open.length > 0) unsaid.push(`signs that are not balanced: ${text}`);
  return unsaid;
}

/** What German lists have between their items. */
const OF_LISTS: ReadonlySet<string> = new Set(['und', 'oder']);

function wordsOf(value: string): string[] {
  return value.match(/\p{L}{2,}/gu) ?? [];
}
