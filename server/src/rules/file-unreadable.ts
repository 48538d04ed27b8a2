import type { Rule } from '../checking/rule.ts';

/** Found when the file is opened. */
export const fileUnreadable: Rule = {
  code: 'file-unreadable',
  severity: 'error',
  title: 'File that cannot be read',
  what: 'A document that is not text in UTF-8, is too large, or cannot be opened.',
  why: 'Nothing in it is checked, and nothing that leads into it can be followed.',
  examples: [{ title: 'An empty file is no fault', fixture: '//- empty.md\n' }],
  checkFile: (view) => (view.kind === 'unreadable' ? [{ range: { from: 0, to: 0 }, message: view.why }] : []),
};
