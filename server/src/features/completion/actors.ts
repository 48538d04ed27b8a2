import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { MOST_SUGGESTIONS, type Suggestion, type Suggestions } from './model.ts';

/** The actors of the registers, found by any of their names. */
export function suggestActors({ library }: FeatureRequest, range: TextRange): Suggestions {
  const items: Suggestion[] = [];
  for (const { actor } of library.allActors()) {
    if (items.length >= MOST_SUGGESTIONS) return { items, isIncomplete: true };
    const aliases = actor.aliases.map((alias) => alias.text);
    items.push({
      kind: 'actor',
      label: actor.id.text,
      detail: [actor.name.text, actor.kind].filter(Boolean).join(' · '),
      insert: actor.id.text,
      range,
      filter: [actor.id.text, actor.name.text, ...aliases].join(' '),
    });
  }
  return { items, isIncomplete: false };
}
