import { namesAny } from '../reasoning/claim-graph.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const resolutionIncomplete: Rule = {
  code: 'resolution-incomplete',
  severity: 'warning',
  title: deferred('Settlement that settles nothing'),
  what: deferred(
    'An adjudication whose `resolves` names fewer than two claims, whose `prefers` names a claim that it does not resolve, or that prefers them all.',
  ),
  why: deferred(
    'A conflict has two sides. Until both are named, it stays open; and who prefers all has preferred none.',
  ),
  withoutFix: 'the other side of the conflict only the person knows',
  examples: [
    {
      title: 'One side only',
      fixture: `[Wages rose]{.claim #rise} [@meyer2011].

[The pay books settle it]{.claim #verdict resolves="⟦resolution-incomplete|#rise⟧"} [@adler2014].
`,
    },
    {
      title: 'A preference for a third, and for all',
      fixture: `[Wages rose]{.claim #rise} [@meyer2011]. [They fell]{.claim #fall} [@adler2014]. [They stood]{.claim #stand} [@adler2014].

[The books settle it]{.claim #one resolves="#rise #fall" prefers="⟦resolution-incomplete|#stand⟧"} [@adler2014].

[The books settle it]{.claim #two resolves="#rise #fall" prefers="⟦resolution-incomplete|#rise⟧ #fall"} [@adler2014].
`,
    },
    {
      title: 'Both sides, one preferred',
      fixture: `[Wages rose]{.claim #rise} [@meyer2011]. [They fell]{.claim #fall contradicts="#rise"} [@adler2014].

[The books settle it]{.claim #verdict resolves="#rise #fall" prefers="#rise"} [@adler2014].
`,
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.settling, concerns: namesAny }, function* (claim) {
      const named = claim.relations.filter(({ kind }) => kind === 'resolves');
      const preferred = claim.relations.filter(({ kind }) => kind === 'prefers');
      if (named.length === 0) {
        if (preferred[0])
          yield {
            range: preferred[0].range,
            message: say(
              'A preference settles nothing by itself: name both sides of the conflict under “resolves”.',
            ),
          };
        return;
      }
      if (named.length === 1) {
        yield {
          range: named[0]!.range,
          message: say('A conflict has two sides: name the other one under “resolves” too.'),
        };
        return;
      }
      const resolved = reasoning.targetsOf(claim, 'resolves').map((target) => target.address);
      // An address that does not resolve is reported by another rule.
      if (resolved.length < named.length) return;
      const upheld = new Set<string>();
      for (const { address, range } of preferred) {
        const target = reasoning.resolveAddress(path, address);
        if (target.status !== 'resolved') continue;
        upheld.add(target.claim.address);
        if (!resolved.includes(target.claim.address))
          yield {
            range,
            message: say('“{address}” is preferred here but not among the claims that are resolved.', {
              address,
            }),
          };
      }
      if (preferred[0] && resolved.every((address) => upheld.has(address)))
        yield {
          range: preferred[0].range,
          message: say('All sides are preferred, so none is: leave out those that you do not uphold.'),
        };
    }),
};
