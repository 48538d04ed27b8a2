import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import { judgedQuotations, relatedPassage, workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

/** Three words may be a term of the writer’s own. */
const MANY = 4;
/** The similarity of a passage that is worth showing. */
const NEAR = 0.65;

export const quoteAbsent: Rule = {
  code: 'quote-absent',
  severity: 'warning',
  title: deferred('Quotation that its source does not have'),
  what: deferred(
    'A quotation whose words, or anything like them, stand nowhere in the work that it names, although the whole text of that work is here: an error in a marked quotation, information where it is but three words. A text is whole unless `excerpt: true` says otherwise, its page marks leave gaps, or it is far shorter than the pages of its entry. Terms, titles and translations are left alone, and so is whatever may be in another language than the text.',
  ),
  why: deferred(
    'It is the gravest fault there is: words that were never written, with the name of an author to them.',
  ),
  withoutFix: 'the words are in no place of the work: there is nothing to put in their stead',
  examples: [
    {
      title: 'Words that nobody wrote',
      fixture: `${QUOTATION_PROJECT}//- notes.md
Meyer says that “⟦quote-absent|the women of the quarter brought bread to them every night⟧” [@meyer2011, para. 2].

[“⟦quote-absent|All the workers loved their masters dearly⟧”]{.quote from="@meyer2011" at="para. 1"}
`,
    },
    {
      title: 'A term, a translation, and a work whose text is not here',
      fixture: `${QUOTATION_PROJECT}//- notes.md
The so-called “kings of the morning gate” [@meyer2011, para. 1] said “nobody eats before noon in this town” [@meyer2011, para. 1, my translation]. “The sea was full of ships that never came to any port” [@novak1998, p. 4].
`,
    },
  ],
  *checkLinks(summary, world) {
    for (const { quotation, judgement } of judgedQuotations(summary, world, ['different', 'absent'])) {
      if (judgement?.outcome !== 'absent') continue;
      const { verdict, words } = judgement;
      const works = quotation.works.map(({ text }) => workInWords(text, summary.path, world.library));
      const near = verdict.status === 'different' && verdict.similarity >= NEAR ? verdict : null;
      yield {
        range: quotation.contentRange,
        ...(quotation.kind === 'marked'
          ? { severity: 'error' as const }
          : words < MANY
            ? { severity: 'information' as const }
            : {}),
        message: [
          sentence(works, near?.text ?? null),
          say('Look where they are from, or quote what it says.'),
        ].join(' '),
        related: near ? [relatedPassage(near.passage, say('What comes nearest'), near.text)] : [],
      };
    }
  },
};

/** What is missing from the texts of `works`, and the passage that comes nearest. */
function sentence(works: readonly string[], near: string | null): string {
  const values = { works: enumerated(works), count: works.length };
  if (near !== null)
    return say(
      '{count, plural, one {The text of {works} does not have these words} other {None of the texts of {works} has these words}}; what comes nearest is “{near}”.',
      { ...values, near },
    );
  return say(
    '{count, plural, one {The text of {works} has neither these words nor anything like them.} other {None of the texts of {works} has these words or anything like them.}}',
    values,
  );
}
