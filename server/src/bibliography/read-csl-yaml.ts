import { say } from '../words/say.ts';
import type { ReadingProblem } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import { parseYaml, plainData, valueOf } from '../yaml/read-yaml.ts';
import type { YamlNode } from '../yaml/read-yaml.ts';
import { CslEntry } from './csl-entry.ts';
import { cslItemOf } from './csl-item.ts';
import type { BibliographyEntry, BibliographyFile } from './model.ts';

/**
 * Reads CSL-YAML: a list of items under `references`, or bare. Each item is parsed by itself, so that a
 * broken one affects only itself.
 */
export function readCslYaml(text: string): BibliographyFile {
  const reading = new CslYamlReading(text);
  const items = itemsApart(text);
  if (items.length > 0) for (const item of items) reading.readPart(item);
  else reading.readWhole();
  return { format: 'csl-yaml', entries: reading.entries, problems: reading.problems };
}

class CslYamlReading {
  readonly entries: BibliographyEntry[] = [];
  readonly problems: ReadingProblem[] = [];

  constructor(private readonly text: string) {}

  readPart(part: TextRange): void {
    const { root, problems } = parseYaml(this.text, part);
    this.problems.push(...problems);
    for (const node of root?.kind === 'list' ? root.items : []) this.take(node, part, problems.length > 0);
  }

  /** Reads a list in brackets, or anything else without items at the start of lines. */
  readWhole(): void {
    const { root, problems } = parseYaml(this.text);
    this.problems.push(...problems);
    const list = root?.kind === 'map' ? (valueOf(root, 'references') ?? valueOf(root, 'items')) : root;
    if (list?.kind === 'list') for (const node of list.items) this.take(node, node.outer, false);
    else if (root !== null && problems.length === 0)
      this.problems.push({
        range: { from: root.outer.from, to: Math.min(root.outer.to, root.outer.from + 80) },
        message: say(
          'This file holds no list of works: a bibliography in YAML is a list, or has one under “references”.',
        ),
      });
  }

  private take(node: YamlNode, part: TextRange, isBroken: boolean): void {
    const range = { from: node.outer.from, to: Math.max(node.outer.from, trimmedEnd(this.text, part.to)) };
    const id = valueOf(node, 'id');
    if (node.kind !== 'map') {
      if (isBroken) return;
      this.problems.push({
        range: node.outer,
        message: say('This item of the bibliography has no fields, so it is not read.'),
      });
    } else if (id?.kind !== 'scalar' || id.text.trim() === '') {
      this.problems.push({
        range: { from: node.outer.from, to: lineEnd(this.text, node.outer.from) },
        message: say('This item has no “id”, so it cannot be cited. Give it one.'),
      });
    } else {
      const key = { text: id.text, range: id.range };
      const type = valueOf(node, 'type');
      this.entries.push(
        new CslEntry(key, range, type?.kind === 'scalar' ? type.text.toLowerCase() : 'document', () =>
          cslItemOf(plainData(node), id.text),
        ),
      );
    }
  }
}

/**
 * The items of a list whose hyphens are at the start of lines, each up to the next. Empty for a list in
 * brackets or no list.
 */
function itemsApart(text: string): TextRange[] {
  const starts: number[] = [];
  let indent = -1;
  let underReferences = false;
  let end = text.length;
  for (let at = 0; at < text.length;) {
    const to = lineEnd(text, at);
    const line = text.slice(at, to);
    const width = line.length - line.trimStart().length;
    const isItem = /^\s*-(?:\s|$)/.test(line);
    if (indent < 0) {
      if (/^references\s*:\s*(?:#.*)?$/.test(line)) underReferences = true;
      else if (isItem && (underReferences || width === 0)) {
        indent = width;
        starts.push(at);
      } else if (underReferences && line.trim() !== '' && !line.trimStart().startsWith('#')) return [];
    } else if (isItem && width === indent) starts.push(at);
    else if (line.trim() !== '' && width <= indent && !line.trimStart().startsWith('#')) {
      end = at;
      break;
    }
    at = to + 1;
  }
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? end }));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function trimmedEnd(text: string, to: number): number {
  let end = to;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}
