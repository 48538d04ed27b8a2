import { matcherOf } from './glob.ts';
import { extensionOf } from './paths.ts';
import type { Project } from './project.ts';

const MARKDOWN = new Set(['md', 'markdown', 'qmd', 'rmd']);

/**
 * Extensions of bibliographies, registers and settings: never documents, even where all files are included.
 */
const DATA = new Set(['bib', 'bibtex', 'json', 'yaml', 'yml', 'ris', 'csl']);

/** Whether `path` has the extension of a Markdown dialect that Pandoc reads. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.has(extensionOf(path));
}

/** Whether `path` is a plain text by its extension. */
export function isPlainTextPath(path: string): boolean {
  return extensionOf(path) === 'txt';
}

/** Whether `path` is a data file, which is never a document. */
export function isDataPath(path: string): boolean {
  return DATA.has(extensionOf(path));
}

/** Whether `path` is a citation style. */
export function isStylePath(path: string): boolean {
  return extensionOf(path) === 'csl';
}

/** Folders into which bookdown, Quarto and Jekyll write what they made of the documents. */
const OUTPUT = /(?:^|\/)(?:_book|_site|_freeze)\//;

/** What R Markdown makes of a document on the way to Pandoc, and deletes unless it fails. */
const ON_THE_WAY = /\.(?:knit|utf8)\.md$/;

function isRendered(path: string): boolean {
  return OUTPUT.test(path) || ON_THE_WAY.test(path);
}

/** Whether `path` is one of the files or lies in one of the folders `outputs`, and the project file does not include it by name. */
export function isInOutput(path: string, outputs: readonly string[], { include }: Project): boolean {
  return outputs.some((output) =>
    path === output
      ? !include.includes(path)
      : path.startsWith(`${output}/`) && !include.some((glob) => glob.startsWith(`${output}/`)),
  );
}

/**
 * A predicate for documents: what the project file includes and does not exclude. Without a project file, or
 * where it does not say, by the defaults of `Project.include`. Data files never are.
 */
export function documentFilter(project: Project): (path: string) => boolean {
  const included = matcherOf(project.include);
  const excluded = matcherOf(project.exclude);
  const isOutput = project.include.some((glob) => OUTPUT.test(glob)) ? () => false : isRendered;
  return (path) => included(path) && !excluded(path) && !isDataPath(path) && !isOutput(path);
}
