import assert from 'node:assert/strict';
import { suggestionsAt } from '../../../server/src/features/completion/completion.ts';
import { suggestionsInData } from '../../../server/src/features/completion/data.ts';
import type { Suggestion } from '../../../server/src/features/completion/model.ts';
import type { Service } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceFrom } from '../../support/check.ts';

/** A workspace that holds something of everything that may be completed; nothing in it is found wrong. */
const FILES: Readonly<Record<string, string>> = {
  'sicetnon.yaml': `bibliography: [works.bib, more.json, more.yaml]
actors: [actors.yaml]
csl: apa
sources:
  texts/ash.txt: ash1950
  texts/oak.md: {work: oak1960, excerpt: true}
properties:
  trusted: {type: boolean}
  standing: {type: choice, of: [free, bound]}
  roles: {type: choice, of: [judge, payer], many: true}
  members: {type: quantity, unit: person}
  founded: {type: date}
  motto:
    type: text
places:
  Ghent: Flanders
  Bruges: Flanders
rules:
  claim-unsupported: information
`,
  'actors.yaml': `guild:
  name: Guild of Weavers
  kind: guild
  place: Ghent
  works: [ash1950]
  cite: "[@ash1950, 3]"
  relations:
    part-of: [town]
town:
  name: Town Council
  kind: council
"odd one":
  name: An Odd One
`.replace('"odd one"', 'odd-one'),
  'works.bib': `@book{ash1950,
  author = {Ash, Mary},
  title = {The Fairs},
  year = {1950},
}

@incollection{elm1951,
  author = {Elm, Eve},
  title = {On Tolls},
  booktitle = {Tolls},
  crossref = {ash1950},
  pages = {10--20},
  year = {1951},
}

@book{odd:key+2,
  author = {Odd, Ann},
  title = {Odd},
  year = {1952},
}
`,
  'more.json': `[
  {
    "id": "oak1960",
    "type": "book",
    "title": "Oak",
    "author": [{ "family": "Oak", "given": "Ada" }],
    "issued": { "date-parts": [[1960]] }
  }
]
`,
  'more.yaml': `references:
- id: fir1970
  type: book
  title: Fir
  author:
  - family: Fir
    given: Flo
`,
  'main.md': `---
title: Fairs
lang: en
bibliography: works.bib
csl: apa
nocite: "@elm1951"
references:
- id: yew1980
  type: book
  title: Yew
---

[The town trusted nobody]{.claim #none about="town" says="trusted = no" when="1950" where="Ghent" status="accepted" certainty="high"} [@ash1950, p. 3; see @elm1951, p. 12].[^one]

[It was a guild]{.claim #guilds by="elm1951" about="guild" says="standing = free; town.roles = judge" evidence="@ash1950, p. 4; #none" supports="other.md#came"} [@{odd:key+2}].

[Nobody paid]{.claim #unpaid implies="#guilds" qualifies="#none"} [@ash1950].

[the council]{.actor ref="town"} said [“the fair was old”]{.quote from="@ash1950" at="p. 1"}.

[^one]: See @ash1950, chap. 2.
`,
  'texts/ash.txt': '[p. 1]\n\nThe fair was old.\n\n[p. 2]\n\nMore.\n',
  'texts/oak.md': '[The oak was old]{.claim #old}.\n',
  'other.md': '[Nobody came]{.claim #came} [@ash1950].\n',
};

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

/** One of so many items is tried at each place; all of them with `ALL=1`, which takes minutes. */
const ONE_OF = process.env['ALL'] ? 1 : 5;

/** So many of what is offered next are tried after each that asks for more. */
const MOST_NEXT = 2;

/** What is said of a value that stood there before the name of its field was another. */
const OF_VALUE = / bibliography-refused: | leans on it\./;

/** The findings on all files, as words that do not say where. */
function findings(service: Service, typed: string): Map<string, number> {
  const found = new Map<string, number>();
  // What a project file says is wrong elsewhere is what it was written for.
  for (const path of typed === 'sicetnon.yaml' ? [typed] : service.files())
    for (const { code, message } of service.check(path).findings) {
      if (MEANT.has(code)) continue;
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

describe('What is completed', () => {
  for (const path of ['main.md', 'sicetnon.yaml', 'actors.yaml', 'works.bib', 'more.json', 'more.yaml'])
    it(`in ${path} is never found wrong`, async function () {
      this.timeout(600_000);
      const service = await workspaceFrom(FILES);
      const typed = new Typed(service, path);
      const whole = FILES[path]!;
      await typed.write(whole);
      const clean = findings(service, path);
      assert.deepEqual([...clean], [], 'nothing is wrong at first');
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
        for (const [told, times] of findings(service, path))
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
        const chosen = fitting.filter((_, index) => (index + offset) % ONE_OF === 0);
        if (chosen.length === 0) return;
        const known = before();
        for (const item of chosen) {
          const next = taken(text, item);
          const at = `${JSON.stringify(whole.slice(Math.max(0, from - 25), from))} + ${item.label}`;
          if (item.again) {
            await typed.write(next.text);
            for (const further of typed.offered(next.text, next.cursor).slice(0, MOST_NEXT))
              if (!further.again)
                await isFine(taken(next.text, further).text, known, `${at} + ${further.label}`);
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
      for (const { offset, items, namesValue, word, isKey } of asItIs)
        if (word === 0 || !isKey) await tryAll(whole, offset, offset, items, () => clean, namesValue);
      for (const { offset, word, namesValue } of places) {
        if (word === 0 || !mayBegin(offset - word)) continue;
        const from = offset - word;
        const text = whole.slice(0, from) + whole.slice(offset);
        await typed.write(text);
        await tryAll(
          text,
          from,
          offset,
          typed.offered(text, from),
          () => findings(service, path),
          namesValue,
        );
      }
      assert.ok(tried > 5, `${tried} were tried`);
      if (process.env['ALL']) console.log(`${tried} items were tried`);
      assert.deepEqual([...new Set(wrong)].slice(0, 40), []);
    });
});

/** As an editor sifts what is offered by what is typed. */
function begins(letters: string, filter: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/^[@#]/, '');
  return plain(filter)
    .split(/[\s#]+/)
    .some((word) => word.startsWith(plain(letters)));
}
