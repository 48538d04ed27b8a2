import { isOutside, resolvePath } from '../workspace/paths.ts';
import { isWorkFile } from '../workspace/attached-file.ts';
import { notAllowed, notReadOutside } from '../checking/allowed-folders.ts';
import { isRefused } from '../checking/unread-works.ts';
import type { Token } from '../facts/model.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** Documents: if they cannot be read, other rules report it. */
const TEXT = /\.(?:md|markdown|qmd|rmd|txt)$/i;

export const projectInvalid: Rule = {
  code: 'project-invalid',
  severity: 'warning',
  title: deferred('Fault in the project file'),
  what: deferred(
    'YAML that cannot be read in `sicetnon.yaml`, a key that is unknown, a value of the wrong kind, or a source that is no text.',
  ),
  why: deferred('That setting does not count; the others do.'),
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
    {
      title: 'A source in a folder that nobody allowed',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
sources: {⟦project-invalid|meyer.pdf⟧: meyer2011}
//- works.bib
@book{meyer2011, title = {Dockers}}
//- meyer.pdf
%outside
//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 3].
`,
    },
    { title: 'A project file', fixture: '//- sicetnon.yaml\nrules:\n  claim-open: hint\n' },
  ],
  *checkFile({ kind, allIsRead }, { library }) {
    if (kind !== 'project') return;
    const { problems, sourcePaths } = library.project;
    yield* problems;
    for (const source of allIsRead ? sourcePaths : []) yield* faultOf(source, library);
  },
};

/** What is wrong with a file that the project names as the text of a work. */
function* faultOf({ text, range }: Token, library: Library): Generator<Observation> {
  const file = isWorkFile(text) ? library.works.namedInProject(text) : resolvePath('', text);
  const state = file !== null && isWorkFile(text) ? library.works.stateOf(file) : null;
  const folder = state === 'outside' ? library.works.folderOf(file!) : null;
  if (folder !== null) yield { range, severity: 'information', message: notAllowed(text, folder) };
  else if (state === 'outside' || (state === null && file === null && TEXT.test(text)))
    yield { range, severity: 'information', message: notReadOutside(text) };
  // Nothing is known of a file outside before somebody quotes from it.
  else if (file === null || state === 'missing' || !(isOutside(file) || library.files.has(file)))
    yield {
      range,
      message: say(
        'There is no file “{file}” in the workspace that could be the text of a work. Correct the path, which begins at the root.',
        { file: text },
      ),
    };
  else if (!library.summary(file) && !TEXT.test(file) && (state === null || isRefused(state)))
    yield {
      range,
      message: say(
        '“{file}” cannot be read as text, so that nothing that is quoted from its work is checked. Name a file with its text in Markdown, plain text, PDF, EPUB, HTML or DOCX.',
        { file: text },
      ),
    };
}
