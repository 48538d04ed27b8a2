import type { EntryAt } from '../workspace/entry-at.ts';
import { passageLocator, passagePlace } from '../workspace/quotation-places.ts';
import { isLongWork } from '../checking/long-works.ts';
import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import { isTitleOf, wordsQuoted } from '../checking/quotation-judgement.ts';
import { quotationsOf, workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** Terms and allusions need no page. */
const LEAST_WORDS = 5;
export const quoteUnlocated: Rule = {
  code: 'quote-unlocated',
  severity: 'information',
  title: deferred('Quotation without a place'),
  what: deferred(
    'A quotation whose citation names no page, paragraph or other place, from a work that has them: a book, an article of several pages, or a work whose text in the workspace is numbered. Works without pages, titles, and terms of a few words are left alone.',
  ),
  why: deferred('A reader should not have to search a whole book for one sentence.'),
  examples: [
    {
      title: 'From a book, from an article of fifteen pages, and where the text tells the place',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“The sea was full of ships that never came to any port” [@⟦quote-unlocated|novak1998⟧]. “What the men earned stood in neither” [@⟦quote-unlocated|adler2014⟧].

[“Nobody on the quays was paid by the month”]{.quote from="@⟦quote-unlocated|meyer2011⟧"}
`,
    },
    {
      title: 'From what has no pages, and from nowhere in particular',
      fixture: `---
references:
- id: harbour2020
  type: article-newspaper
  title: Cranes for sale
---

“The last of the cranes was sold to a museum of toys” [@harbour2020].
`,
    },
    {
      title: 'With a place, in words that say it, and of a term or a title',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“What the men earned stood in neither” [@adler2014, p. 12]. “The sea was full of ships that never came to any port” [@novak1998, in the preface]. A “port of call” [@novak1998] is no home.
`,
    },
    {
      title: 'Once for several quotations, and not where the sentence names the page',
      fixture: `${QUOTATION_PROJECT}//- notes.md
She writes of “a sea that was full of ships” and “a port that never came to be” [@⟦quote-unlocated|novak1998⟧].

On p. 12 one reads that “what the men earned stood in neither” [@adler2014].
`,
    },
  ],
  *checkLinks(summary, world) {
    const { path } = summary;
    // One finding per citation, however many quotations are attributed to it.
    const told = new Set<number>();
    const all = [...quotationsOf(summary, world)];
    // Of a quotation in two pieces the place stands after one of them.
    for (const { quotation } of all)
      if (quotation.located && quotation.works[0]) told.add(quotation.works[0].range.from);
    for (const { quotation, verdict } of all) {
      const { located, works, room, disclaimer } = quotation;
      if (located || disclaimer === 'name' || disclaimer === 'title') continue;
      const work = works[0]!.text;
      // What the work does not have can have no place in it.
      if ((verdict && verdict.status !== 'exact') || world.library.workTexts.keyOf(path) === work) continue;
      const [entry] = world.library.entries(path, work);
      if (!entry || wordsQuoted(quotation) < LEAST_WORDS) continue;
      if (quotation.kind === 'inline' && isTitleOf(quotation, path, world.library)) continue;
      const own = (verdict?.passages ?? []).filter((passage) => passage.work === work);
      const places = new Set(own.map(passagePlace));
      const known = places.size === 1 && !places.has('') ? own[0]! : null;
      // Of several works cited together it is unknown which is quoted.
      if (!known && (works.length > 1 || !isLong(entry))) continue;
      if (told.has(works[0]!.range.from)) continue;
      told.add(works[0]!.range.from);
      yield {
        range: works[0]!.range,
        message: [
          say('The place in {work} is not given.', { work: workInWords(work, path, world.library) }),
          known
            ? say('Its text has these words at {place}.', { place: passagePlace(known) })
            : say('Add the page.'),
        ].join(' '),
        fixes:
          known && room
            ? [
                {
                  title: say('Add “{words}”', { words: passageLocator(known, summary.lang) }),
                  edits: [
                    {
                      range: { from: room.at, to: room.at },
                      insert: room.before + passageLocator(known, summary.lang) + room.after,
                    },
                  ],
                },
              ]
            : [],
      };
    }
  },
};

/** Whether a work is long enough that a page should be given. */
function isLong({ entry, printedOn }: EntryAt): boolean {
  return isLongWork(entry.type) || printedOn !== null;
}
