import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

/** Found when the file is opened. */
export const fileUnreadable: Rule = {
  code: 'file-unreadable',
  severity: 'error',
  title: deferred('File that cannot be read'),
  what: deferred('A document that is not text in UTF-8, is too large, or cannot be opened.'),
  why: deferred('Nothing in it is checked, and nothing that leads into it can be followed.'),
  withoutFix: 'the file cannot be read, so that nothing is written into it',
  examples: [{ title: 'An empty file is no fault', fixture: '//- empty.md\n' }],
  checkFile: (view) => (view.kind === 'unreadable' ? [{ range: { from: 0, to: 0 }, message: view.why }] : []),
};
