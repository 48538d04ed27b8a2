import type { Rule } from '../checking/rule.ts';

/** Found by the reader of the project file; see `reading.ts`. */
export const projectInvalid: Rule = {
  code: 'project-invalid',
  severity: 'warning',
  title: 'Fault in the project file',
  what: 'YAML that cannot be read in `sicetnon.yaml`, a key that is unknown, or a value of the wrong kind.',
  why: 'That setting does not count; the others do.',
  examples: [{ title: 'A project file', fixture: '//- sicetnon.yaml\nrules:\n  claim-open: hint\n' }],
};
