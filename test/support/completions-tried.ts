/** Takes what is offered at the places of a text, and looks whether the checks then call it wrong. */
import { suggestionsAt } from '../../server/src/features/completion/completion.ts';
import { suggestionsInData } from '../../server/src/features/completion/data.ts';
import type { Suggestion } from '../../server/src/features/completion/model.ts';
import type { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';

/**
 * What follows from what is said and is no fault of who chose it from a list: claims that come to be at odds, that are
 * said to be open, or that settle a conflict of which the other side is yet to be named.
 */
const MEANT = new Set([
  'claim-contradiction',
  'claim-conclusion',
  'claim-commitment',
  'claim-self-contradiction',
  'locator-outside',
  'claim-open',
  'resolution-incomplete',
]);

/** So many of what is offered next are tried after each that asks for more. */
const MOST_NEXT = 2;

/** What is said of something begun, the rest of which only the writer knows: the values of a choice. */
const TO_BE_GONE_ON = / needs `of`, the list of what it can be\.$/;

/** What is said of a value that stood there before the name of its field was another. */
const OF_VALUE = / bibliography-refused: | leans on it\./;

/** The findings on all files, as words that do not say where. */
export function findingsIn(service: Service, typed: string, isAlone = false): Map<string, number> {
  const found = new Map<string, number>();
  // What a project file says is wrong elsewhere is what it was written for.
  for (const path of isAlone || typed === 'sicetnon.yaml' ? [typed] : service.files())
    for (const { code, message } of service.check(path).findings) {
      if (MEANT.has(code) || TO_BE_GONE_ON.test(message)) continue;
      const told = `${path} ${code}: ${message.replace(/\bline \d+/g, 'line')}`;
      found.set(told, (found.get(told) ?? 0) + 1);
    }
  return found;
}

/** A file in an editor, written over again and again. */
class Typed {
  constructor(
    private readonly service: Service,
    private readonly path: string,
  ) {}

  async write(text: string): Promise<void> {
    this.service.open(this.path, text);
    await this.service.settle();
  }

  offered(text: string, offset: number): readonly Suggestion[] {
    const position = LineIndex.of(text).positionAt(offset);
    const request = this.service.request(this.path, position);
    if (request) return suggestionsAt(request)?.items ?? [];
    const data = this.service.dataRequest(this.path, position);
    return (data && suggestionsInData(data)?.items) ?? [];
  }
}

/** The text with an item taken, and where the cursor is then. */
function taken(text: string, { range, insert }: Suggestion): { text: string; cursor: number } {
  const inside = /="" ?$/.test(insert) ? insert.lastIndexOf('"') : insert.length;
  const cursor = range.from + inside;
  return { text: text.slice(0, range.from) + insert + text.slice(range.to), cursor };
}

/** How much is tried: at each place one of `oneOf` items, and one of `everyPlace` places where there are any. */
export interface HowMuch {
  readonly oneOf: number;
  readonly everyPlace: number;
  /** Whether only the text itself is looked at afterwards, not what else names something of it. */
  readonly isAlone?: boolean;
}

/**
 * What the checks say is wrong where something that is offered in a text is taken, and was not said before; and how many were
 * tried. `path` is the text's, `whole` what is in it.
 */
export async function triedCompletions(
  service: Service,
  path: string,
  whole: string,
  { oneOf, everyPlace, isAlone = false }: HowMuch,
): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
  const typed = new Typed(service, path);
  await typed.write(whole);
  const clean = findingsIn(service, path, isAlone);
  const wrong: string[] = [];
  let tried = 0;
  const isFine = async (
    text: string,
    before: ReadonlyMap<string, number>,
    what: string,
    namesValue = false,
  ) => {
    tried++;
    await typed.write(text);
    for (const [told, times] of findingsIn(service, path, isAlone))
      if (times > (before.get(told) ?? 0) && !(namesValue && OF_VALUE.test(told)))
        wrong.push(`${what} → ${told}`);
  };
  /** Tries what is offered at `from` in a text that has these findings, and is what the service has. */
  const tryAll = async (
    text: string,
    from: number,
    offset: number,
    items: readonly Suggestion[],
    before: () => ReadonlyMap<string, number>,
    namesValue: boolean,
  ) => {
    const fitting = items.filter(({ range, filter }) => begins(text.slice(range.from, from), filter));
    const chosen = fitting.filter((_, index) => (index + offset) % oneOf === 0);
    if (chosen.length === 0) return;
    const known = before();
    for (const item of chosen) {
      const next = taken(text, item);
      const at = `${JSON.stringify(whole.slice(Math.max(0, from - 25), from))} + ${item.label}`;
      if (item.again) {
        await typed.write(next.text);
        for (const further of typed.offered(next.text, next.cursor).slice(0, MOST_NEXT))
          if (!further.again) await isFine(taken(next.text, further).text, known, `${at} + ${further.label}`);
      } else await isFine(next.text, known, at, namesValue);
    }
  };
  const places: { offset: number; word: number; isKey: boolean; namesValue: boolean }[] = [];
  for (let offset = 0; offset <= whole.length; offset++) {
    // At the end of a word, with the word there and without it, in whose place something may be chosen.
    if (/[\p{L}\p{N}_]/u.test(whole[offset] ?? '')) continue;
    const word = /[\p{L}\p{N}_-]*$/u.exec(whole.slice(0, offset))![0].length;
    // A key with something after it means that, whatever it is called.
    const isKey = /^["']?[ \t]*(?::[ \t]*[^\s"']|=)/.test(whole.slice(offset));
    const namesValue = /^["']?[ \t]*[:=]/.test(whole.slice(offset));
    places.push({ offset, word, isKey, namesValue });
  }
  const mayBegin = (from: number) => /[\s"'[{(=:@#.^,;-]/.test(whole[from - 1] ?? ' ');
  // The text as it is, whose findings are known, is asked at all places before anything is written over it.
  const asItIs = places
    .filter(({ word, offset }) => word > 0 || mayBegin(offset))
    .map((place) => ({ ...place, items: typed.offered(whole, place.offset) }));
  const telling = asItIs.filter(({ items }) => items.length > 0);
  const some = everyPlace === 1 ? null : telling.filter((_, index) => index % everyPlace === 0);
  for (const { offset, items, namesValue, word, isKey } of some ?? asItIs)
    if (word === 0 || !isKey) await tryAll(whole, offset, offset, items, () => clean, namesValue);
  for (const { offset, word, namesValue } of some ?? places) {
    if (word === 0 || !mayBegin(offset - word)) continue;
    const from = offset - word;
    const text = whole.slice(0, from) + whole.slice(offset);
    await typed.write(text);
    await tryAll(
      text,
      from,
      offset,
      typed.offered(text, from),
      () => findingsIn(service, path, isAlone),
      namesValue,
    );
  }
  return { tried, wrong: [...new Set(wrong)] };
}

/** As an editor sifts what is offered by what is typed. */
function begins(letters: string, filter: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/^[@#]/, '');
  return plain(filter)
    .split(/[\s#]+/)
    .some((word) => word.startsWith(plain(letters)));
}
