import type { AbsentVerdict, DifferentVerdict } from '../workspace/quotation-verdicts.ts';
import type { QuotedPassage } from '../workspace/quoted-passages.ts';
import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import {
  isExcerpt,
  quotationsOf,
  relatedPassage,
  wordsQuoted,
  workInWords,
} from '../checking/quoted-words.ts';
import type { Fix, Observation, Rule } from '../checking/rule.ts';

/** Fewer words than this are a term or an allusion as likely as a quotation. */
const LEAST_WORDS = 3;
/** Without a mark, so many words are a quotation beyond doubt. */
const MANY_WORDS = 8;
const FIVE_WORDS = 5;
const SURE = 0.8;
/** Where not all that may be meant is here, the passage must come as near as this. */
const NEAR = 0.8;

export const quoteMismatch: Rule = {
  code: 'quote-mismatch',
  severity: 'warning',
  title: 'Quotation that is not what the source says',
  what: 'A quotation whose words are not in the text of the work that it names, where the workspace has that text. Case, quotation marks, dashes, hyphenation and white space do not count; ellipses, `[sic]` and words in brackets are read as editors mean them. Terms of one or two words, titles and quotations in another language than the text are left alone; so is what may be in the rest of a work of which an excerpt is here, unless a mark says where it is from: then it is told of mildly.',
  why: 'A reader trusts quotation marks. What stands between them must be the words of the source.',
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
    for (const { quotation, verdict } of quotationsOf(summary, world)) {
      if (!verdict || verdict.status === 'exact' || verdict.elsewhere.length > 0) continue;
      const words = wordsQuoted(quotation);
      if (words < LEAST_WORDS) continue;
      const work = verdict.status === 'different' ? verdict.passage.work : quotation.works[0]!.text;
      const label = workInWords(work, summary.path, world.library);
      // What is not in an excerpt may be in the rest of the work.
      const known = verdict.complete && !isExcerpt(work, verdict.searched, summary.path, world.library);
      // A mark says that these are its words: what cannot be found then is told of, but mildly.
      const mild =
        quotation.kind === 'marked' && verdict.complete ? { severity: 'information' as const } : null;
      if (quotation.loose && !(verdict.status === 'different' && isSurelyMeant(verdict, words))) continue;
      if (verdict.status === 'absent') {
        if (known && isCertainlyAbsent(quotation, verdict, words))
          yield {
            range: quotation.contentRange,
            ...(quotation.kind === 'marked' ? {} : { severity: 'information' as const }),
            message: `The text of ${label} that is here has neither these words nor anything like them. Look where they are from, or quote what it says.`,
          };
        else if (mild && verdict.sharesWords)
          yield {
            range: quotation.contentRange,
            ...mild,
            message: `Neither these words nor anything like them were found in what is here of ${label}. Look where they are from; the rest of the work may have them, or another language.`,
          };
      } else if (isMeant(quotation, verdict, known, words)) yield mismatch(quotation, verdict, label);
      else if (mild && isMeant(quotation, verdict, true, words))
        yield { ...mismatch(quotation, verdict, label), ...mild };
    }
  },
};

function mismatch(quotation: QuotedPassage, verdict: DifferentVerdict, work: string): Observation {
  const { passage, text, differences } = verdict;
  return {
    range: quotation.contentRange,
    message: `This is not word for word what ${work} says. ${differences.summary}`,
    related: [relatedPassage(passage, 'The nearest passage', text)],
    fixes: correction(quotation, verdict),
  };
}

function correction({ contentRange: { from } }: QuotedPassage, { corrections }: DifferentVerdict): Fix[] {
  if (!corrections) return [];
  const edits = corrections.map((splice) => ({
    range: { from: from + splice.from, to: from + splice.to },
    insert: splice.insert,
  }));
  return [{ title: 'Correct the quotation to what the source says', edits }];
}

/** Whether the nearest passage is the one that was meant. Few words come near something by chance. */
function isMeant(
  { kind }: QuotedPassage,
  { similarity }: DifferentVerdict,
  known: boolean,
  words: number,
): boolean {
  if (!known && similarity < NEAR) return false;
  if (words >= MANY_WORDS) return true;
  const few = words < 5;
  return similarity >= (kind === 'inline' ? (few ? NEAR : 0.75) : few ? 0.75 : 0.6);
}

/** Whether the words themselves leave no doubt which work was meant, where only that stands near which is cited. */
function isSurelyMeant({ similarity }: DifferentVerdict, words: number): boolean {
  return words >= FIVE_WORDS && similarity >= SURE;
}

function isCertainlyAbsent({ kind }: QuotedPassage, { sameLanguage }: AbsentVerdict, words: number): boolean {
  return sameLanguage && (kind === 'marked' || words >= MANY_WORDS);
}
