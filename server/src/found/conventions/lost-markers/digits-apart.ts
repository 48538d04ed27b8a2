import { isCounted } from '../../counted-words.ts';
import type { LostMarkerForm, LostPlace } from '../../lost-marker-form.ts';

export const digitsApart: LostMarkerForm = {
  name: 'digits-apart',
  languages: ['any'],
  yields: 'lost-markers',
  what: 'Digits between two spaces, as some conversions of PDF leave raised ones, where only that number is missing: *the dockers, 12 who won*',
  patternOf: (digits) => String.raw`(?<=[\p{L}\p{M}\d.,;:!?)\]”“’"'»«…][ \n])${digits}(?![\d\p{L}])`,
  accepts,
  fixture: `Guilds wove.1 The dockers, ⟦digits-apart|2⟧ who dyed, had 3 halls.3 They sold.4

Notes

1. See the rolls.
2. So they said.
3. And they.
4. See the ledgers.
`,
};

/** The end of a year, or a word with punctuation, before a space. */
const PAUSE = /(?:(?<![\d.,/-])(?:1[5-9]|20)\d\d|\p{L}|\))[.,;:!?)\]”“’"'»«…]{1,3}[ \n]$/u;
/** The end of a year or a word, before a space. */
const WORD = /(?:(?<![\d.,/-])(?:1[5-9]|20)\d\d|\p{L}{3})[ \n]$/u;
/** What no counted thing begins with: punctuation, or a word that goes on with the sentence. */
const GOES_ON =
  /^(?:[,.;:)”’»]|[ \n](?:and|or|but|has|have|had|is|are|was|were|of|in|on|to|for|by|from|with|that|which|who|as|at|may|can|will|und|oder|ist|sind|hat|haben|war|waren|wird|werden|zu|in|im|von|mit|als|für|auf|et|ou|est|sont|a|ont|de|du|des|que|qui|en|dans|par|pour|y|o|es|son|ha|han|por|para|con|e|è|sono|che|di|del|della|nel|nella|per|é|são|foi|do|da|em|no|na|com)(?![\p{L}’']))/u;

function accepts({ text, from, to }: LostPlace): boolean {
  const before = text.slice(Math.max(0, from - 24), from);
  const after = text.slice(to, to + 16);
  // A number at the head of a line is that of a page, a note or a point.
  if (before.endsWith('\n') && /^[.)]?[ \t]*(?:\n|\p{Lu}|$)/u.test(after)) return false;
  if (isCounted(text, from, to)) return false;
  return PAUSE.test(before) || (WORD.test(before) && GOES_ON.test(after));
}
