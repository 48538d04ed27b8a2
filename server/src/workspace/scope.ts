import { matcherOf } from './glob.ts';
import { extensionOf } from './paths.ts';
import type { Project } from './project.ts';

const MARKDOWN = new Set(['md', 'markdown', 'qmd', 'rmd']);

/** What bibliographies, registers and settings are written in: no documents, even where all files are included. */
const DATA = new Set(['bib', 'bibtex', 'json', 'yaml', 'yml', 'ris', 'csl']);

/** Whether `path` has the ending of a Markdown dialect that Pandoc reads. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.has(extensionOf(path));
}

/** Whether `path` is a file of data, which is never a document. */
export function isDataPath(path: string): boolean {
  return DATA.has(extensionOf(path));
}

/** Whether `path` is a style by which entries are formatted. */
export function isStylePath(path: string): boolean {
  return extensionOf(path) === 'csl';
}

/**
 * Which files are documents: what the project file includes and does not exclude; without a project file,
 * or one that says nothing of it, by the defaults of `Project.include`. Files of data never are.
 */
export function documentFilter(project: Project): (path: string) => boolean {
  const included = matcherOf(project.include);
  const excluded = matcherOf(project.exclude);
  return (path) => included(path) && !excluded(path) && !isDataPath(path);
}
