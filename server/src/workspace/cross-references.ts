/** Keys that name a figure, a table or a section by means that the project has set up, and no work. */
import { settingsAbove } from './bibliography-scope.ts';
import type { Library } from './library.ts';
import { mayBeLabel } from './summary.ts';

/** Identifiers by which filters such as Manubot's look a work up themselves. */
const IDENTIFIER =
  /^(?:doi:10\.|shortdoi:10\/|pmid:\d|pmc(?:id)?:|arxiv:|isbn:\d|https?:|url:|wikidata:Q|clinicaltrials:NCT|tag:|raw:)/i;

/** Whether a key is an identifier that something else than a bibliography leads from to the work. */
export function isIdentifier(key: string): boolean {
  return IDENTIFIER.test(key);
}

/**
 * Whether a key that no bibliography holds is a cross-reference in the document at `path`: of a kind that its front
 * matter, that of those that take it in, or the settings above add to Quarto's; or pandoc-crossref's, to a label that
 * stands somewhere.
 */
export function isOwnCrossReference(key: string, path: string, library: Library): boolean {
  if (mayBeLabel(key) && library.hasLabel(key)) return true;
  const hyphen = key.indexOf('-');
  if (hyphen <= 0) return false;
  const kind = key.slice(0, hyphen).toLowerCase();
  for (const holder of [path, ...library.texts.includersOf(path)])
    if (library.summary(holder)?.crossReferences.some((one) => one.toLowerCase() === kind)) return true;
  const above = settingsAbove(path, (file) => library.files.has(file));
  for (const { path: settings, content } of library.settingsFiles())
    if (content.crossReferences.some((one) => one.toLowerCase() === kind) && above.includes(settings))
      return true;
  return false;
}
