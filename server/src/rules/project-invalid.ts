import { resolvePath } from '../workspace/paths.ts';
import { isWorkFile } from '../workspace/attached-file.ts';
import { isRefused } from '../checking/unread-works.ts';
import type { Library } from '../workspace/library.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** Documents: if they cannot be read, other rules report it. */
const TEXT = /\.(?:md|markdown|qmd|rmd|txt)$/i;

/** Whether a source is a PDF or the like, and was read where anybody wanted it. */
function isReadable(source: string, { works }: Library): boolean {
  return isWorkFile(source) && !isRefused(works.stateOf(source));
}

export const projectInvalid: Rule = {
  code: 'project-invalid',
  severity: 'warning',
  title: deferred('Fault in the project file'),
  what: deferred(
    'YAML that cannot be read in `sicetnon.yaml`, a key that is unknown, a value of the wrong kind, or a source that is no text.',
  ),
  why: deferred('That setting does not count; the others do.'),
  withoutFix: 'what is meant cannot be told from a broken line',
  examples: [
    {
      title: 'A key that is unknown, and a value of the wrong kind',
      fixture: `//- sicetnon.yaml
⟦project-invalid|bibliographie⟧: [works.bib]
rules:
  claim-open: ⟦project-invalid|quiet⟧
`,
    },
    {
      title: 'A source that is no text',
      fixture:
        '//- sicetnon.yaml\nsources: {⟦project-invalid|smith2004.jpg⟧: smith2004}\n//- smith2004.jpg\nJFIF\n',
    },
    { title: 'A project file', fixture: '//- sicetnon.yaml\nrules:\n  claim-open: hint\n' },
  ],
  *checkFile({ kind, allIsRead }, { library }) {
    if (kind !== 'project') return;
    const { problems, sourcePaths } = library.project;
    yield* problems;
    for (const { text, range } of allIsRead ? sourcePaths : []) {
      const source = resolvePath('', text);
      if (source === null || !library.files.has(source))
        yield {
          range,
          message: say(
            'There is no file “{file}” in the workspace that could be the text of a work. Correct the path, which begins at the root.',
            { file: text },
          ),
        };
      else if (!library.summary(source) && !TEXT.test(source) && !isReadable(source, library))
        yield {
          range,
          message: say(
            '“{file}” cannot be read as text, so that nothing that is quoted from its work is checked. Name a file with its text in Markdown, plain text, PDF, EPUB, HTML or DOCX.',
            { file: text },
          ),
        };
    }
  },
};
