/** What a claim, a quotation or an actor is, in a line for a tooltip and a screen reader. */
import type { Attributes } from '../../../server/src/facts/model.ts';
import { wordTable } from '../../../server/src/text/word-table.ts';

/** Attributes in the order in which a reader would ask for them, with the words that introduce them. */
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

/** `Claim idle · about mill · says idle = yes`: the kind, the name, and whatever else is said of it. */
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
