import type { ShortForm } from '../../short-form.ts';

export const noteInParentheses: ShortForm = {
  name: 'note-in-parentheses',
  languages: ['en', 'de', 'fr'],
  yields: 'short-forms',
  what: 'A note by its number in a parenthesis after the author, as OSCOLA has it: *Meyer (n 12) 9*, *Meyer (Fn. 12), S. 9*',
  form: 'supra',
  leadsTo: 'numbered-note',
  needsName: true,
  // ‘XIV, 1973 (n. 133), pp. 5–8’ is the number of a periodical, ‘Guidelines 7/20 (n 38)’ a note.
  pattern: String.raw`(?<!(?:\d\s?(?=\(\p{L}+\.))|,\s\d{4}\s?)\((?:above\s|supra\s|oben\s)?(?:nn?|fns?|notes?|anm|fu(?:ß|ss)note)\.?\s?\d{1,3}\s?(?:(?:above|oben)\s?)?\)`,
  needs: String.raw`\d(?<=[aegmnsſ.]\s?\d)`,
  fixture: `So it was.¹ So it was.²

Notes

1. L Meyer, *The Law of Docks* (Harbour Press 2009) 4.
2. Meyer ⟦note-in-parentheses|(n 1)⟧ 9.
`,
};
