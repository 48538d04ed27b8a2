import { loneVias } from '../facts/claims.ts';
import type { Token } from '../facts/model.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import type { Inquiry, ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { MOST_STATEMENTS, saysProblems, statesTooMuch } from '../reasoning/says.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, listOf, say } from '../words/say.ts';

const PROJECT = `//- sicetnon.yaml
actors: [actors.yaml]
properties:
  members: {type: quantity, unit: person}
  trusted: {type: boolean}
  registered-as: {type: choice, of: [club, firm]}
//- actors.yaml
harbour-union: {name: Union of Harbour Workers}
`;

const WORDS = {
  status: ['open', 'accepted', 'rejected', 'withdrawn'],
  certainty: ['high', 'medium', 'low'],
} as const;

export const valueInvalid: Rule = {
  code: 'value-invalid',
  severity: 'warning',
  title: deferred('Value that cannot be read'),
  what: deferred(
    'A proposition in `says` that is no proposition, or whose value does not fit the type of its property, or that is said of nobody; a unit that cannot be compared with the declared one; a `status` or `certainty` that is none; a `via` in `by` that joins nobody.',
  ),
  why: deferred('What it says is compared with nothing, so no contradiction with it is found.'),
  withoutFix: 'the value that is meant only the person knows',
  examples: [
    {
      title: 'Neither yes nor no, no choice, no number',
      fixture: `${PROJECT}//- notes.md
[It was trusted]{.claim #a about="harbour-union" says="trusted = ⟦value-invalid|mostly⟧"} [@meyer2011].

[It was a guild]{.claim #b about="harbour-union" says="registered-as = ⟦value-invalid|guild⟧; members = ⟦value-invalid|many⟧"} [@meyer2011].
`,
    },
    {
      title: 'No operator; no status',
      fixture: `${PROJECT}//- notes.md
[It was trusted]{.claim #a about="harbour-union" says="⟦value-invalid|trusted⟧" status="⟦value-invalid|settled⟧"} [@meyer2011].
`,
    },
    {
      title: 'Of nobody',
      fixture: `${PROJECT}//- notes.md
[There were eighty]{.claim #a says="⟦value-invalid|members = 80⟧"} [@meyer2011].
`,
    },
    {
      title: 'A unit that nothing compares, and a report of nobody',
      fixture: `${PROJECT}//- notes.md
[There were eighty households]{.claim #a about="harbour-union" says="members = ⟦value-invalid|80 households⟧" by="⟦value-invalid|via⟧ @harbour-union"} [@meyer2011].
`,
    },
    {
      title: 'As declared',
      fixture: `${PROJECT}//- notes.md
[It was a trusted club]{.claim #a about="harbour-union" says="trusted = yes; registered-as = club; members = over 80 people"} [@meyer2011].
`,
    },
  ],
  *checkBlock({ facts }) {
    for (const claim of facts.claims) {
      if (claim.status) yield* wordProblems('status', claim.status);
      if (claim.certainty) yield* wordProblems('certainty', claim.certainty);
      for (const { range } of loneVias(claim))
        yield {
          range,
          message: say('“via” stands between the one who is reported and the one who reports: {form}.', {
            form: 'lee2011 via franceschini2014',
          }),
        };
      const problems = claim.says ? saysProblems(claim.says) : [];
      if (problems.length > 0) yield* problems;
    }
  },
  checkLinks: ({ path }, { library, reasoning }) =>
    reasoning.ask(path, inquiry(library, reasoning), function* (claim) {
      const propositions = reasoning.sayings.of(claim);
      if (claim.says && statesTooMuch(claim, propositions))
        yield {
          range: claim.says.range,
          message: say(
            'What this claim says of each actor comes to more than {count} statements; the others are compared with nothing. Divide the claim.',
            { count: MOST_STATEMENTS },
          ),
        };
      for (const proposition of propositions) {
        if (!proposition.actor && claim.about.length === 0)
          yield {
            range: proposition.range,
            severity: 'information',
            message: say(
              'Of whom? Name the actor under “about”, or in front: {form}. Until then this is compared with nothing.',
              { form: `actor.${proposition.property.text}` },
            ),
          };
        const value = reasoning.values.of(proposition);
        if (value.kind === 'invalid') yield { range: proposition.value.range, message: value.message };
        const unit = reasoning.values.strangeUnitOf(proposition);
        if (unit)
          yield {
            range: proposition.value.range,
            severity: 'information',
            message: say(
              '{property} is declared in “{unit}”, with which “{other}” cannot be compared: this is compared only with what has the same unit.',
              { property: proposition.property.text, unit: unit.declared, other: unit.written },
            ),
          };
      }
    }),
};

function* wordProblems(attribute: keyof typeof WORDS, { text, range }: Token): Generator<Observation> {
  const words: readonly string[] = WORDS[attribute];
  if (!words.includes(text.trim().toLowerCase()))
    yield {
      range,
      message: say('“{value}” is no {attribute}. It is one of {words}.', {
        value: text,
        attribute,
        words: listOf(words),
      }),
    };
}

function inquiry({ version }: Library, { sayings, values }: ReasoningIndex): Inquiry {
  return {
    question: Question.value,
    basis: version,
    concerns: (claim) => {
      const all = sayings.of(claim);
      return (
        all.some(
          (one) =>
            (!one.actor && claim.about.length === 0) ||
            values.of(one).kind === 'invalid' ||
            values.strangeUnitOf(one) !== null,
        ) || statesTooMuch(claim, all)
      );
    },
  };
}
