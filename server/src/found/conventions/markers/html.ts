import { judgeRaised } from '../../raised-numbers.ts';
import type { MarkerForm } from '../../marker-form.ts';

export const html: MarkerForm = {
  name: 'html',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers in tags of HTML that raise them, with or without a link: *so it was.&lt;sup>12&lt;/sup>*',
  pattern: String.raw`<sup>\s{0,3}(?:<a [^>\n]{0,200}>)?\s{0,3}\[?(\d{1,3})\]?\s{0,3}(?:<\/a>)?\s{0,3}<\/sup>`,
  glimpse: String.raw`<sup>\s*(?:\d|$)`,
  opening: '<sup>',
  isMarkup: true,
  leavesProse: '<',
  judge: judgeRaised,
  fixture: `Guilds wove⟦html|<sup>1</sup>⟧ and dyed.⟦html|<sup><a href="#n2">[2]</a></sup>⟧

Notes

1. See the rolls.
2. So they said.
`,
};
