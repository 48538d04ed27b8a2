import { Question } from '../reasoning/quiet-claims.ts';
import { MOST_GROUNDS } from '../reasoning/support.ts';
import { workLabel } from '../workspace/labels.ts';
import { IN_A_ROW, shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const claimSingleSource: Rule = {
  code: 'claim-single-source',
  severity: 'off',
  title: deferred('Claim whose whole support is one work'),
  what: deferred('A claim all of whose support leads back to one work. Off unless asked for.'),
  why: deferred('Several footnotes to one book are one witness.'),
  withoutFix: 'a second source has to be found',
  examples: [
    {
      title: 'One witness, twice heard',
      fixture: `//- sicetnon.yaml
rules: {claim-single-source: information}
//- notes.md
⟦claim-single-source|[Wages rose]⟧{.claim #wages evidence="#books"} [@meyer2011, p. 4].

⟦claim-single-source|[The books show higher sums]⟧{.claim #books} [@meyer2011, p. 9].
`,
    },
    {
      title: 'Two witnesses',
      fixture: `//- sicetnon.yaml
rules: {claim-single-source: information}
//- notes.md
[Wages rose]{.claim #wages} [@meyer2011, p. 4; @adler2014].
`,
    },
  ],
  checkLinks: ({ path }, { reasoning, library }) =>
    reasoning.ask(path, { question: Question.singleSource }, function* (claim) {
      const single = reasoning.singleSource(claim);
      if (!single) return;
      yield {
        range: claim.headRange,
        message: sentence(
          shortened(claim.text, IN_A_ROW),
          workLabel(single.work, path, library) ?? single.work,
          single.isWhole,
        ),
      };
    }),
};

function sentence(claim: string, work: string, isWhole: boolean): string {
  return isWhole
    ? say('“{claim}” rests on {work} alone: all that supports it leads back there.', { claim, work })
    : say(
        '“{claim}” rests, as far as was looked, on {work} alone: of the claims that support it {count} were followed, and all of them lead back there. The others were not looked at.',
        { claim, work, count: MOST_GROUNDS },
      );
}
