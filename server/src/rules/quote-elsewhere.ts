import type { Locator } from '../facts/model.ts';
import type { Place } from '../quotations/model.ts';
import type { Library } from '../workspace/library.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import { passagePlace, numberInWords, placeAsLocator, placeInWords } from '../workspace/quotation-places.ts';
import type { SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import { judgedQuotations, relatedPassage, workInWords } from '../checking/quoted-words.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, listOf, say } from '../words/say.ts';

/** How many passages are listed. */
const MOST_PASSAGES = 3;

export const quoteElsewhere: Rule = {
  code: 'quote-elsewhere',
  severity: 'warning',
  title: deferred('Quotation that stands elsewhere'),
  what: deferred(
    'A quotation that the text of its work has at another page, paragraph or note than its locator says; or that its work does not have, but another work whose text is in the workspace. Where the numbers in a text cannot be trusted, nothing is said.',
  ),
  why: deferred('Who looks it up finds something else, and who cites it again carries the mistake on.'),
  examples: [
    {
      title: 'In the next paragraph',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“Nobody on the quays was paid by the month” [@meyer2011, ⟦quote-elsewhere|para. 3⟧].

[“counted those who went in”]{.quote from="@meyer2011" at="⟦quote-elsewhere|paras. 1-2⟧"}
`,
    },
    {
      title: 'In another work',
      fixture: `${QUOTATION_PROJECT}//- notes.md
[“⟦quote-elsewhere|What the men earned stood in neither⟧”]{.quote from="@meyer2011" at="para. 2"}
`,
    },
    {
      title: 'Where it is said to stand, and in a text without numbers',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“Nobody on the quays was paid by the month” [@meyer2011, paras. 2-3]. “What the men earned stood in neither” [@adler2014, p. 12].
`,
    },
  ],
  *checkLinks(summary, world) {
    const { path } = summary;
    const { library } = world;
    for (const { quotation, judgement } of judgedQuotations(summary, world, ['exact', 'different', 'absent']))
      if (judgement?.outcome === 'misplaced') yield otherPlace(quotation, judgement.own, summary, library);
      else if (judgement?.outcome === 'elsewhere') {
        const found = otherWork(quotation, judgement.verdict.elsewhere, path, library);
        // The rest of the work may have them too.
        yield judgement.certain ? found : { ...found, severity: 'information' };
      }
  },
};

function otherWork(
  { kind, contentRange, works }: QuotedPassage,
  elsewhere: readonly SourcePassage[],
  path: string,
  library: Library,
): Observation {
  const [named] = works;
  const others = [...new Set(elsewhere.map(({ work }) => work))];
  const labels = others.map((work) => workInWords(work, path, library));
  const placed = others.map((work, i) => {
    const place = passagePlace(elsewhere.find((passage) => passage.work === work)!);
    return place ? say('{work}, {place},', { work: labels[i]!, place }) : labels[i]!;
  });
  return {
    range: contentRange,
    ...(kind === 'marked' ? {} : { severity: 'information' as const }),
    message: say(
      'These words are not in the text of {work} that is here; {others} {count, plural, one {has} other {have}} them word for word.',
      { work: workInWords(named!.text, path, library), others: listOf(placed), count: others.length },
    ),
    related: elsewhere
      .slice(0, MOST_PASSAGES)
      .map((passage) =>
        relatedPassage(
          passage,
          say('The words in {work}', { work: workInWords(passage.work, path, library) }),
        ),
      ),
    fixes: (named!.range.from < named!.range.to ? others : []).map((work, i) => ({
      title: say('Cite {work} instead', { work: labels[i]! }),
      edits: [{ range: named!.range, insert: work }],
    })),
  };
}

/** The finding for a quotation that is elsewhere in its work, at `own`. */
function otherPlace(
  { locator: named, works }: QuotedPassage,
  own: readonly SourcePassage[],
  { path, lang }: Pick<DocumentSummary, 'path' | 'lang'>,
  library: Library,
): Observation {
  const locator = named!;
  const places = distinctPlaces(own, locator, lang);
  const label = workInWords(works[0]!.text, path, library);
  const values = {
    work: label,
    places: listOf(places.slice(0, MOST_PASSAGES).map(({ words }) => say('at {place}', { place: words }))),
    named: placeNamed(locator),
  };
  return {
    range: locator.range,
    message:
      own.length > MOST_PASSAGES
        ? say('The text of {work} has these words in other places, {places}, not at {named}.', values)
        : say('The text of {work} has these words {places}, not at {named}.', values),
    related: own.slice(0, MOST_PASSAGES).map((passage) => relatedPassage(passage, say('The words'))),
    fixes: places.slice(0, MOST_PASSAGES).map(({ words, written, value }) => ({
      title: say('Change the place to {place}', { place: words }),
      edits: [
        {
          range: locator.range,
          // A bare number stays one.
          insert: locator.range.to - locator.range.from === locator.value.length ? value : written,
        },
      ],
    })),
  };
}

function distinctPlaces(
  passages: readonly SourcePassage[],
  { label }: Locator,
  lang: string | null,
): { words: string; written: string; value: string }[] {
  const found = new Map<string, { words: string; written: string; value: string }>();
  for (const { places } of passages) {
    const place = places[0]!;
    const only: Place =
      label === 'page'
        ? { page: place.page! }
        : label === 'note'
          ? { note: place.note! }
          : place.paragraph === undefined
            ? { section: place.section! }
            : { paragraph: place.paragraph };
    const words = placeInWords(only);
    found.set(words, { words, written: placeAsLocator(only, lang), value: Object.values(only)[0] as string });
  }
  return [...found.values()];
}

function placeNamed({ label, value }: Locator): string {
  return numberInWords(label, value, /[-–—,;&]|and/.test(value));
}
