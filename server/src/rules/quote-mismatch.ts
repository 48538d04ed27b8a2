import type { DifferentVerdict } from '../workspace/quotation-verdicts.ts';
import { passagePlace } from '../workspace/quotation-places.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import { judgedQuotations, relatedPassage, workInWords } from '../checking/quoted-words.ts';
import type { Fix, Observation, Rule } from '../checking/rule.ts';
import { shownWords } from '../quotations/shown-words.ts';
import { shortened } from '../text/shortened.ts';
import { deferred, say } from '../words/say.ts';

/** How many UTF-16 units of a quotation identify it in a message. */
const BRIEF = 40;

export const quoteMismatch: Rule = {
  code: 'quote-mismatch',
  severity: 'warning',
  title: deferred('Quotation that is not what the source says'),
  what: deferred(
    'A quotation whose words are not in the text of the work that it names, where the workspace has that text. Case, quotation marks, dashes, hyphenation and white space do not count; ellipses, `[sic]` and words in brackets are read as editors mean them: what an ellipsis joins stands in this order and within two pages, and words in brackets stand for a few others, none of which denies. Terms of one or two words, titles and quotations in another language than the text are left alone; words that come near nothing are told by `quote-absent`.',
  ),
  why: deferred('A reader trusts quotation marks. What stands between them must be the words of the source.'),
  examples: [
    {
      title: 'One word is another’s',
      fixture: `${QUOTATION_PROJECT}//- notes.md
For the pay books show that “⟦quote-mismatch|most crews were paid by the month⟧” [@meyer2011, para. 2].

She saw that [“⟦quote-mismatch|nobody knew at noon whether he would eat⟧”]{.quote from="@meyer2011" at="para. 1"}.
`,
    },
    {
      title: 'In a block quotation',
      fixture: `${QUOTATION_PROJECT}//- notes.md
> ⟦quote-mismatch|The owners kept three sets of books,
> one for the bank and one for the tax.⟧ [@adler2014, p. 12]
`,
    },
    {
      title: 'Word for word, shortened, and with words put in',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“Nobody on the quays was paid by the month” [@meyer2011, para. 2]. “[T]he foremen … counted those who went in” [@meyer2011, para. 3].

[“one [set] for the bank and one for the tax”]{.quote from="@adler2014" at="p. 12"}
`,
    },
    {
      title: 'A term, a title, a translation, and a work whose text is not here',
      fixture: `${QUOTATION_PROJECT}//- notes.md
The “quay culture” [@meyer2011, para. 1] of “Wages on the Waterfront Today” [@adler2014, p. 10] is what he calls “la culture des quais et des hommes qui y travaillent” [@adler2014, p. 11]. “The sea was full of ships that never came to any port” [@novak1998, p. 4].
`,
    },
  ],
  *checkLinks(summary, world) {
    for (const { quotation, judgement } of judgedQuotations(summary, world, ['different']))
      if (judgement?.outcome === 'altered') {
        const { verdict } = judgement;
        yield mismatch(quotation, verdict, workInWords(verdict.passage.work, summary.path, world.library));
      }
  },
};

function mismatch(quotation: QuotedPassage, verdict: DifferentVerdict, work: string): Observation {
  const { passage, text, differences, others, disorder } = verdict;
  const place = disorder === 'words' ? passagePlace(passage) : '';
  const words = shortened(shownWords(quotation.words), BRIEF);
  return {
    range: quotation.contentRange,
    message: [
      place
        ? say('“{words}” is not word for word in {work}, {place}.', { words, work, place })
        : say('“{words}” is not word for word in {work}.', { words, work }),
      differences.summary,
    ].join(' '),
    related: [
      relatedPassage(passage, say('The nearest passage'), text),
      ...others.map((other) => relatedPassage(other, say('Another that is as near'))),
    ],
    fixes: correction(quotation, verdict),
  };
}

function correction({ contentRange: { from } }: QuotedPassage, { corrections }: DifferentVerdict): Fix[] {
  if (!corrections) return [];
  const edits = corrections.map((splice) => ({
    range: { from: from + splice.from, to: from + splice.to },
    insert: splice.insert,
  }));
  return [{ title: say('Correct the quotation to what the source says'), edits }];
}
