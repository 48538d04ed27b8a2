import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberHtml: NoteNumberForm = {
  name: 'number-html',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number raised by tags of HTML: *&lt;sup>12&lt;/sup> See the rolls*',
  family: 'raised',
  pattern: String.raw`(?:<(?:p|div|a|span)\s[^<>\n]{0,120}>(?:<\/a>)?\s?)?<sup(?:\s[^<>\n]{0,80})?>\s?(?:<a\s[^<>\n]{0,200}>)?(?:\[\\?|\\)?\[?(\d{1,3})\\?\]?(?:\]\(#[^()\s]{1,80}\))?(?:<\/a>)?\s?<\/sup>(?:<\/a>)?[.)]?[ \t]*(?:\n(?:[ \t]*\n)?[ \t]*)?`,
  spansLines: true,
  fixture: `Guilds wove.¹ And dyed.² They spun.³

Notes

<sup>⟦number-html|1⟧</sup> See the rolls.
<sup>⟦number-html|2⟧</sup> So they said.
<p id="n3"><sup>⟦number-html|3⟧</sup> The ledgers.</p>
`,
};
