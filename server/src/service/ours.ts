import type { WorkspaceParts } from './workspace-parts.ts';

const PUBLISHED = /\.(?:qmd|rmd)$/i;
const OUR_PARTS: ReadonlySet<string> = new Set(['claim', 'quote', 'actor']);

/**
 * Whether a text that an editor shows is scholarship, so that other files of its folder may have to do with it: it cites
 * works, says where they are described, holds claims, or is written for Quarto or R Markdown. A bare `@name` is as likely
 * somebody's handle, and `[@org/package]` a package.
 */
export function isScholarship({ documents, library }: WorkspaceParts, path: string): boolean {
  const view = documents.open(path);
  if (!view) return false;
  if (PUBLISHED.test(path)) return true;
  const { facts } = view;
  const summary = library.summary(path);
  if (
    summary &&
    (summary.bibliography.length > 0 || summary.references.length > 0 || summary.csl || summary.source)
  )
    return true;
  if (facts.inclusions.length > 0 || facts.suppressions.length > 0) return true;
  if (facts.parts.some(({ attributes }) => attributes.classes.some(({ text }) => OUR_PARTS.has(text))))
    return true;
  return facts.citations.some(
    ({ key, mode, locator, doubt }) =>
      library.entries(path, key).length > 0 ||
      (mode !== 'AuthorInText' && !doubt && !key.includes('/') && (locator !== null || /\d/.test(key))),
  );
}
