/** A one-line description of a claim, quotation or actor, for tooltips and screen readers. */
import type { Attributes } from '../../../server/src/facts/model.ts';
import { wordTable } from '../../../server/src/text/word-table.ts';

/** Attributes in the order of the description, with introductory words. */
const words = wordTable<readonly (readonly [key: string, word: string])[]>({
  claim: [
    ['by', 'by'],
    ['about', 'about'],
    ['says', 'says'],
    ['when', 'when:'],
    ['where', 'where:'],
    ['certainty', 'certainty:'],
    ['status', 'status:'],
    ['evidence', 'evidence:'],
    ['supports', 'supports'],
    ['implies', 'implies'],
    ['qualifies', 'qualifies'],
    ['contradicts', 'contradicts'],
    ['resolves', 'settles'],
    ['prefers', 'upholds'],
  ],
  quote: [
    ['from', 'from'],
    ['at', 'at'],
  ],
  actor: [['ref', '']],
});

const names = wordTable<string>({ claim: 'Claim', quote: 'Quotation', actor: 'Actor' });

/** `Claim idle · about mill · says idle = yes`: the kind, the id, and the attributes. */
export function labelOf(kind: string, attributes: Attributes): string {
  const said = new Map<string, string>();
  for (const { key, value } of attributes.pairs)
    if (!said.has(key.text)) said.set(key.text, value.text.trim().replace(/\s+/g, ' '));
  const name = attributes.id ? `${names[kind]} ${attributes.id.text}` : names[kind]!;
  const rest = (words[kind] ?? []).flatMap(([key, word]) => {
    const value = said.get(key);
    return value ? [word ? `${word} ${value}` : value] : [];
  });
  return [name, ...rest].join(' · ');
}
