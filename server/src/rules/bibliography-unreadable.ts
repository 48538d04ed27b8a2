import { plainText } from '../facts/plain-text.ts';
import type { Token } from '../facts/model.ts';
import { isInheritedSettings, type DeclaredBibliography } from '../workspace/bibliography-scope.ts';
import { globProblem } from '../workspace/glob.ts';
import type { Library } from '../workspace/library.ts';
import { folderOf } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { notAllowed } from '../checking/allowed-folders.ts';
import { whyUnread } from '../checking/named-files.ts';
import { deferred, say } from '../words/say.ts';

export const bibliographyUnreadable: Rule = {
  code: 'bibliography-unreadable',
  severity: 'error',
  title: deferred('Bibliography that cannot be read'),
  what: deferred(
    'A file named under `bibliography` that is missing (told as information where it is made when the text is rendered), is a folder, lies outside the workspace, is too large, or is not text; or a pattern for their names that cannot be read.',
  ),
  why: deferred('None of its works can be cited, and unknown citekeys cannot be told from known ones.'),
  examples: [
    {
      title: 'No such file',
      fixture: `//- notes.md
---
bibliography: ⟦bibliography-unreadable|works.bib⟧
---

The dockers won [@meyer2011].
`,
    },
    {
      title: 'The file is there',
      fixture: `//- works.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
---
bibliography: works.bib
---

The dockers won [@meyer2011].
`,
    },
    {
      title: 'A name that Pandoc reads as Markdown',
      fixture: `//- _works_.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
---
bibliography: ⟦bibliography-unreadable|_works_.bib⟧
---

The dockers won [@meyer2011].
//- more.md
---
bibliography: \\_works\\_.bib
---

The dockers won [@meyer2011].
`,
    },
  ],
  *checkLinks(summary, { library }) {
    yield* unreadableIn(summary.path, library.scopeOf(summary.path), library);
  },
  *checkFile({ kind, path }, { library }) {
    if (kind === 'project') yield* unreadableAmong(path, library.project.bibliography, library);
    if (kind === 'inherited-settings')
      for (const settings of library.settingsFiles())
        if (settings.path === path) yield* unreadableAmong(path, settings.content.bibliography, library);
  },
};

function unreadableAmong(path: string, named: readonly Token[], library: Library): Iterable<Observation> {
  const scope = named.map((token) => library.declared(path, token));
  return unreadableIn(
    path,
    scope.filter((declared) => !isReadBelow(path, declared, library)),
    library,
  );
}

/** Whether a path in settings does not exist relative to them, but does relative to a document below. */
function isReadBelow(path: string, declared: DeclaredBibliography, library: Library): boolean {
  if (!isInheritedSettings(path)) return false;
  const folder = folderOf(path);
  for (const document of library.documentPaths())
    if (folder === '' || document.startsWith(`${folder}/`))
      if (library.stateOf(library.declared(path, declared.token, document)) === 'read') return true;
  return false;
}

/** The bibliographies that `path` names and that could not be read. */
function* unreadableIn(
  path: string,
  scope: readonly DeclaredBibliography[],
  library: Library,
): Generator<Observation> {
  for (const declared of scope) {
    if (declared.declaredIn !== path) continue;
    // Globs in the project file are reported by its reader.
    const problem =
      declared.glob && path !== PROJECT_FILE ? globProblem(declared.token.text.replaceAll('\\', '/')) : null;
    if (problem !== null) {
      yield { range: declared.token.range, message: problem };
      continue;
    }
    const state = library.stateOf(declared);
    const folder = state === 'outside' ? firstFolderOutside(declared, library) : null;
    if (folder !== null)
      yield {
        range: declared.token.range,
        severity: 'information',
        message: notAllowed(declared.token.text, folder),
      };
    else if (state === 'made')
      yield { range: declared.token.range, severity: 'information', message: whyMade(declared) };
    else if (state === 'read') {
      const isName = declared.made === null && !declared.glob;
      if (isName && library.summary(path)) yield* takenForMarkdown(declared.token);
    } else if (state !== 'loading')
      yield {
        range: declared.token.range,
        message: whyUnread(declared.token.text, state, 'bibliography', library.largest),
      };
  }
}

/** A name that contains Markdown: Pandoc parses metadata as Markdown, paths included. */
function* takenForMarkdown({ text, range }: DeclaredBibliography['token']): Generator<Observation> {
  const meant = plainText(text);
  if (meant === text || isEscaped(text, meant)) return;
  const escaped = text.replace(/[\\_*`$^~&'"<>-]/g, '\\$&');
  const isPlain = range.to - range.from === text.length && plainText(escaped) === text;
  yield {
    range,
    severity: 'warning',
    message: say(
      'Pandoc looks for “{name}”, since it reads this name as Markdown. Put a backslash before each sign, or give the file a plainer name.',
      { name: meant },
    ),
    fixes: isPlain
      ? [{ title: say('Write “{words}”', { words: escaped }), edits: [{ range, insert: escaped }] }]
      : [],
  };
}

/** Whether the names differ only by backslashes that escape markup. */
function isEscaped(text: string, meant: string): boolean {
  return text.replace(/\\(?=[!-/:-@[-`{-~])/g, '') === meant;
}

function whyMade({ token: { text }, made }: DeclaredBibliography): string {
  const values = { file: text };
  if (made === 'address')
    return say(
      '“{file}” lies on the web and is not read: keys that stand only there cannot be checked.',
      values,
    );
  return made === 'code'
    ? say(
        'What “{file}” gives is known only when the text is rendered: keys that stand only there cannot be checked.',
        values,
      )
    : say(
        '“{file}” is not here before the text is rendered: keys that stand only there cannot be checked, and those that begin with “R-” are taken for known.',
        values,
      );
}

/** The folder that must be allowed for a bibliography outside; null where unknown. */
function firstFolderOutside({ paths }: DeclaredBibliography, library: Library): string | null {
  for (const path of paths) {
    const folder = library.folderOutside(path);
    if (folder !== null) return folder;
  }
  return null;
}
