/**
 * Whether a file is a bibliography although nobody says so. `.bib` and `.ris` are by their names; JSON and YAML are where
 * they hold items of the Citation Style Language: an `id`, a `type` that CSL knows, and something by which works are known.
 */
import { readBibliography } from './read-bibliography.ts';

const BY_NAME = new Set(['bib', 'bibtex', 'biblatex', 'ris']);
const BY_CONTENT = new Set(['json', 'yaml', 'yml']);

/** The types of CSL 1.0.2, less those that data of other kinds bear as well and that no item lacks a better sign for. */
const CSL_TYPE =
  'article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage';

const IN_JSON = new RegExp(`"type"\\s*:\\s*"(?:${CSL_TYPE})"`);
const IN_YAML = new RegExp(`^[ \\t-]*type[ \\t]*:[ \\t]*["']?(?:${CSL_TYPE})["']?[ \\t]*$`, 'm');
const TYPE = new RegExp(`^(?:${CSL_TYPE})$`);

/** So much of a file is looked at before it is read: a list of works shows what it is at its head. */
const HEAD = 1 << 16;

/** Whether a file of that ending may be a bibliography: for certain, if it holds works, or not at all. `extension` is lower case. */
export function mayBeBibliography(extension: string): 'by-name' | 'by-content' | null {
  if (BY_NAME.has(extension)) return 'by-name';
  return BY_CONTENT.has(extension) ? 'by-content' : null;
}

/** Whether a text in JSON or YAML is a list of works. `path` has the ending that says which. */
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
