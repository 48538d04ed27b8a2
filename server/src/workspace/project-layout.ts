/** Where something can be inserted into a project file without changing the rest. */
import type { Project } from './project.ts';
import type { YamlEntry, YamlNode } from '../yaml/read-yaml.ts';

/** An insertion point, and the text before and after what is inserted. */
export interface Gap {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Insertion points under an existing key, for an entry of a map and for an item of a list. */
export interface KeyGaps {
  readonly map: Gap | null;
  readonly list: Gap | null;
}

/** Keyed by the project that was read, since the layout is no part of its meaning. */
const LAYOUTS = new WeakMap<Project, ReadonlyMap<string, KeyGaps>>();

/** Records the layout of the file that a project was read from. */
export function rememberLayout(project: Project, text: string, entries: readonly YamlEntry[]): void {
  LAYOUTS.set(project, new Map(entries.map((entry) => [entry.key.text, gapsOf(text, entry)])));
}

/**
 * The insertion points under a top-level key; none where its value is a scalar, undefined without the key.
 */
export function gapsUnder(project: Project, key: string): KeyGaps | undefined {
  return LAYOUTS.get(project)?.get(key);
}

function gapsOf(text: string, { key, value }: YamlEntry): KeyGaps {
  const colon = text.indexOf(':', key.outer.to);
  if (value.kind === 'scalar')
    return value.value === null
      ? {
          map: { at: lineEnd(text, colon), before: '\n  ', after: '' },
          list: { at: colon + 1, before: ' [', after: ']' },
        }
      : { map: null, list: null };
  const gap = /^[[{]/.test(text.slice(value.outer.from)) ? insideBrackets(value) : below(text, value);
  return value.kind === 'map' ? { map: gap, list: null } : { map: null, list: gap };
}

function insideBrackets(value: Exclude<YamlNode, { kind: 'scalar' }>): Gap {
  const isEmpty = (value.kind === 'map' ? value.entries : value.items).length === 0;
  return { at: value.outer.to - 1, before: isEmpty ? '' : ', ', after: '' };
}

/** On a line of its own, indented like the first. */
function below(text: string, value: Exclude<YamlNode, { kind: 'scalar' }>): Gap | null {
  const [first, last] =
    value.kind === 'map'
      ? [value.entries[0]?.key.outer, value.entries.at(-1)?.range]
      : [value.items[0]?.outer, value.items.at(-1)?.outer];
  if (!first || !last) return null;
  const lineStart = text.lastIndexOf('\n', first.from - 1) + 1;
  const lead = /^[ \t]*(?:-[ \t]+)?/.exec(text.slice(lineStart))?.[0] ?? '';
  return { at: lineEnd(text, Math.max(first.to, last.to - 1)), before: `\n${lead}`, after: '' };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
