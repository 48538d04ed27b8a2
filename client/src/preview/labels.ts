/** A one-line description of a claim, quotation or actor, for tooltips and screen readers. */
import type { Attributes } from '../../../server/src/facts/model.ts';
import { wordTable } from '../../../server/src/text/word-table.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** Attributes in the order of the description, with the message for each. */
const words = wordTable<readonly (readonly [key: string, message: string])[]>({
  claim: [
    ['by', deferred('by {value}')],
    ['about', deferred('about {value}')],
    ['says', deferred('says {value}')],
    ['when', deferred('when: {value}')],
    ['where', deferred('where: {value}')],
    ['certainty', deferred('certainty: {value}')],
    ['status', deferred('status: {value}')],
    ['evidence', deferred('evidence: {value}')],
    ['supports', deferred('supports {value}')],
    ['implies', deferred('implies {value}')],
    ['qualifies', deferred('qualifies {value}')],
    ['contradicts', deferred('contradicts {value}')],
    ['resolves', deferred('settles {value}')],
    ['prefers', deferred('upholds {value}')],
  ],
  quote: [
    ['from', deferred('from {value}')],
    ['at', deferred('at {value}')],
  ],
  actor: [['ref', '{value}']],
});

const names = wordTable<readonly [alone: string, withId: string]>({
  claim: [deferred('Claim'), deferred('Claim {id}')],
  quote: [deferred('Quotation'), deferred('Quotation {id}')],
  actor: [deferred('Actor'), deferred('Actor {id}')],
});

/** `Claim idle · about mill · says idle = yes`: the kind, the id, and the attributes. */
export function labelOf(kind: string, attributes: Attributes): string {
  const said = new Map<string, string>();
  for (const { key, value } of attributes.pairs)
    if (!said.has(key.text)) said.set(key.text, value.text.trim().replace(/\s+/g, ' '));
  const [alone, withId] = names[kind]!;
  const name = attributes.id ? say(withId, { id: attributes.id.text }) : say(alone);
  const rest = (words[kind] ?? []).flatMap(([key, message]) => {
    const value = said.get(key);
    return value ? [say(message, { value })] : [];
  });
  return [name, ...rest].join(' · ');
}
