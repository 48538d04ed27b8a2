/**
 * Recognises bibliographies that are not named anywhere. `.bib` and `.ris` count by extension. JSON and YAML
 * count if they have CSL items: an `id`, a `type` of CSL, and a title, author or the like.
 */
import { readBibliography } from './read-bibliography.ts';

const BY_NAME = new Set(['bib', 'bibtex', 'biblatex', 'ris']);
const BY_CONTENT = new Set(['json', 'yaml', 'yml']);

/** The types of CSL 1.0.2, without those that are also frequent in other data. */
const CSL_TYPE =
  'article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage';

const IN_JSON = new RegExp(`"type"\\s*:\\s*"(?:${CSL_TYPE})"`);
const IN_YAML = new RegExp(`^[ \\t-]*type[ \\t]*:[ \\t]*["']?(?:${CSL_TYPE})["']?[ \\t]*$`, 'm');
const TYPE = new RegExp(`^(?:${CSL_TYPE})$`);

/**
 * How much of a file is examined before it is parsed, in UTF-16 units: a list of works shows what it is at
 * its start.
 */
const HEAD = 1 << 16;

/**
 * Whether a file with that extension may be a bibliography: for certain, if it contains works, or never.
 * `extension` is in lower case.
 */
export function mayBeBibliography(extension: string): 'by-name' | 'by-content' | null {
  if (BY_NAME.has(extension)) return 'by-name';
  return BY_CONTENT.has(extension) ? 'by-content' : null;
}

/** Whether a text in JSON or YAML is a list of works. The extension of `path` says which. */
export function isListOfWorks(path: string, text: string): boolean {
  const isJson = /\.json$/i.test(path);
  const head = text.slice(0, HEAD);
  if (!(isJson ? IN_JSON : IN_YAML).test(head)) return false;
  if (isJson && !/^[\s\uFEFF]*[[{]/.test(head)) return false;
  return readBibliography(path, text).entries.some((entry) => {
    if (!TYPE.test(entry.type)) return false;
    const { names, year, title } = entry.sketch();
    return names.length > 0 || year !== null || title !== null;
  });
}
