import type { Observation, Rule } from '../checking/rule.ts';
import type { Suppression } from '../facts/model.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const suppressionUnused: Rule = {
  code: 'suppression-unused',
  severity: 'information',
  title: deferred('Suppression that suppresses nothing'),
  what: deferred('A `sicetnon-disable` comment where the rule that it names finds nothing.'),
  why: deferred(
    'The fault was mended, or the name is misspelt; either way the comment now hides what may come.',
  ),
  examples: [
    {
      title: 'Nothing to silence',
      fixture:
        '⟦suppression-unused|<!-- sicetnon-disable-next-line placeholder -->⟧\nThe fine was the highest of the year.\n',
    },
    {
      title: 'It has its use',
      fixture:
        '<!-- sicetnon-disable-next-line placeholder: on the desk -->\nThe fine was the highest of the year [citation needed].\n',
    },
  ],
  checkSuppressions: ({ idle, knownCodes }) =>
    idle.map((suppression) => unusedSuppression(suppression, knownCodes)),
};

/** The finding on an idle suppression. */
function unusedSuppression(suppression: Suppression, knownCodes: ReadonlySet<string>): Observation {
  const unknown = suppression.rules.find((rule) => !knownCodes.has(rule.text));
  const rules = enumerated(suppression.rules.map((rule) => rule.text));
  return {
    range: suppression.range,
    message: unknown
      ? say('There is no rule “{rule}”, so this comment silences nothing.', { rule: unknown.text })
      : rules
        ? say('This comment silences nothing: “{rules}” finds no fault here. Delete it.', { rules })
        : say('This comment silences nothing: the rules find no fault here. Delete it.'),
    unnecessary: true,
  };
}
