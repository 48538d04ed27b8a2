import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import { judgedQuotations, relatedPassage, workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const LONGEST = 120;

export const quoteShortened: Rule = {
  code: 'quote-shortened',
  severity: 'information',
  title: deferred('Ellipsis that leaves out what limits'),
  what: deferred(
    'A quotation that stands in its source word for word, but whose ellipsis leaves out, within one sentence, a word that denies or limits what is quoted: *not*, *never*, *except*, *only*, *unless*, a *but* beside a piece, and their like in English, German, French, Spanish, Italian, Portuguese and Chinese.',
  ),
  why: deferred(
    'Each word that is quoted may be right, and the whole say the opposite of what the source says. Whether it does is for you to judge.',
  ),
  withoutFix: 'what the writer left out, and whether that was meant, only the writer knows',
  examples: [
    {
      title: 'A denial left out',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“⟦quote-shortened|The gangs were hired at the gate … knew at dawn whether he would eat⟧” [@meyer2011, para. 1].
`,
    },
    {
      title: 'Other words left out',
      fixture: `${QUOTATION_PROJECT}//- notes.md
“When the strike came, the foremen … counted those who went in” [@meyer2011, para. 3].
`,
    },
  ],
  *checkLinks(summary, world) {
    for (const { quotation, judgement } of judgedQuotations(summary, world, ['exact'])) {
      if (judgement?.outcome !== 'shortened') continue;
      const { verdict, omitted } = judgement;
      const passage = verdict.passages[0]!;
      const words = omitted.length > LONGEST ? `${omitted.slice(0, LONGEST).trimEnd()} …` : omitted;
      yield {
        range: quotation.contentRange,
        message: say(
          'What is left out here denies or limits what is quoted: the text of {work} has “{words}”.',
          { work: workInWords(passage.work, summary.path, world.library), words },
        ),
        related: [relatedPassage(passage, say('The passage'))],
      };
    }
  },
};
