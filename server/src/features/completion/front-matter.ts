import { shippedStyles } from '../../bibliography/load-formatter.ts';
import { frontMatterSchema } from '../../facts/front-matter-schema.ts';
import type { TextRange } from '../../text/range.ts';
import { extensionOf, folderOf, relativeTo } from '../../workspace/paths.ts';
import type { FeatureRequest } from '../request.ts';
import type { Suggestion, Suggestions } from './model.ts';
import { suggestWorks } from './works.ts';

/** Files that `bibliography` may name. */
const BIBLIOGRAPHIES = new Set(['bib', 'bibtex', 'json', 'ris', 'yaml', 'yml']);

/**
 * What may stand at the cursor in the YAML at the head of a document, of what means something here: `line` is the
 * line up to the cursor. Null where that is no business of ours.
 */
export function suggestFrontMatter(request: FeatureRequest, line: string): Suggestions | null {
  const { offset } = request;
  const key = /^[A-Za-z-]*$/.exec(line);
  if (key) return all(keys(request, { from: offset - key[0].length, to: offset }));
  const value = /^([A-Za-z-]+):\s*(?:\[?\s*|.*,\s*)["']?([^\s"',[\]]*)$/.exec(line);
  if (!value) return null;
  const range = { from: offset - value[2]!.length, to: offset };
  switch (value[1]) {
    case 'source':
      return suggestWorks(request, range, { lead: '', write: (name) => name });
    case 'bibliography':
      return all(files(request, range, BIBLIOGRAPHIES));
    case 'csl':
      return all([
        ...files(request, range, new Set(['csl'])),
        ...shippedStyles.map((name) => file(name, 'a style that ships with Sic et Non', range)),
      ]);
    case undefined:
    default:
      return null;
  }
}

function keys({ view }: FeatureRequest, range: TextRange): Suggestion[] {
  const { properties } = frontMatterSchema() as { properties: Record<string, { description?: string }> };
  const block = view.text.slice(view.facts.frontMatter!.range);
  return Object.entries(properties)
    .filter(([name]) => !block.includes(`\n${name}:`))
    .map(([name, { description }], rank) => ({
      kind: 'attribute',
      label: name,
      detail: description ?? '',
      insert: `${name}: `,
      range,
      filter: name,
      rank,
    }));
}

function files(
  { view, library }: FeatureRequest,
  range: TextRange,
  endings: ReadonlySet<string>,
): Suggestion[] {
  const folder = folderOf(view.path);
  return [...library.files]
    .filter((path) => endings.has(extensionOf(path)))
    .map((path) => file(relativeTo(folder, path), '', range));
}

function file(label: string, detail: string, range: TextRange): Suggestion {
  return { kind: 'value', label, detail, insert: label, range, filter: label };
}

function all(items: readonly Suggestion[]): Suggestions {
  return { items, isIncomplete: false };
}
