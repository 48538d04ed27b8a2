import { judgeRaised } from '../../raised-numbers.ts';
import type { MarkerForm } from '../../marker-form.ts';

export const caret: MarkerForm = {
  name: 'caret',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers between carets, as Pandoc raises them: *so it was.^12^*',
  pattern: String.raw`\^(\d{1,3})\^`,
  glimpse: String.raw`\^\d{1,3}\^`,
  opening: String.raw`\^\d`,
  leavesProse: '\\^',
  judge: judgeRaised,
  fixture: `Guilds wove⟦caret|^1^⟧ and dyed.⟦caret|^2^⟧

Notes

1. See the rolls.
2. So they said.
`,
};
