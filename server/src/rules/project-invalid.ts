import { resolvePath } from '../workspace/paths.ts';
import type { Rule } from '../checking/rule.ts';

export const projectInvalid: Rule = {
  code: 'project-invalid',
  severity: 'warning',
  title: 'Fault in the project file',
  what: 'YAML that cannot be read in `sicetnon.yaml`, a key that is unknown, or a value of the wrong kind.',
  why: 'That setting does not count; the others do.',
  examples: [{ title: 'A project file', fixture: '//- sicetnon.yaml\nrules:\n  claim-open: hint\n' }],
  *checkFile({ kind, allIsRead }, { library }) {
    if (kind !== 'project') return;
    const { problems, sourcePaths } = library.project;
    yield* problems;
    for (const { text, range } of allIsRead ? sourcePaths : []) {
      const source = resolvePath('', text);
      if (source === null || !library.files.has(source))
        yield {
          range,
          message: `There is no file “${text}” in the workspace that could be the text of a work. Correct the path, which begins at the root.`,
        };
    }
  },
};
