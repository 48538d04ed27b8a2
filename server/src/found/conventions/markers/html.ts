import { judgeRaised } from '../../raised-numbers.ts';
import type { MarkerForm } from '../../marker-form.ts';

export const html: MarkerForm = {
  name: 'html',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers in tags of HTML that raise them, with or without a link: *so it was.&lt;sup>12&lt;/sup>*',
  pattern: String.raw`(?:<a\s[^<>\n]{0,200}>\s?)?<sup(?:\s[^<>\n]{0,80})?>\s{0,3}(?:<a [^>\n]{0,200}>)?\s{0,3}(?:\[\\?|\\)?\[?(\d{1,3})\\?\]?(?:\]\(#[^()\s]{1,80}\))?\s{0,3}(?:<\/a>)?\s{0,3}<\/sup>`,
  glimpse: String.raw`<sup(?:\s[^<>]{0,80})?>\s*(?:\\?\[|\d|<a|$)`,
  opening: '<a|<sup',
  isMarkup: true,
  leavesProse: '<',
  judge: judgeRaised,
  fixture: `Guilds wove⟦html|<sup>1</sup>⟧ and dyed.⟦html|<sup><a href="#n2">[2]</a></sup>⟧ They spun.⟦html|<sup id="r3">3</sup>⟧ They sold.⟦html|<sup>[4](#n4)</sup>⟧

Notes

1. See the rolls.
2. So they said.
3. The ledgers.
4. The tolls.
`,
};
