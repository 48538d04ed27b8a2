import type { Token } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Library } from '../workspace/library.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import type { Project } from '../workspace/project.ts';
import type { SharedKind, SharedReading } from './shared-reading.ts';

/** The properties of a shared file's content by which a worse version is recognised. */
export interface Standing {
  /** What others may depend on: keys, ids, paths, names. */
  readonly names: ReadonlySet<string>;
  /** The number of problems. */
  readonly faults: number;
  /** In UTF-16 units, with LF line ends. */
  readonly length: number;
  /** Whether the last line has a line end. */
  readonly isEnded: boolean;
}

const NOTHING: Standing = { names: new Set(), faults: 0, length: 0, isEnded: false };

/**
 * Whether content looks half written, compared with the version before: names are lost, problems are new, or
 * it is shorter or breaks off. The user may have intended that; waiting a little does no harm.
 */
export function isWorse(after: Standing, before: Standing): boolean {
  if (after.faults > before.faults || after.length < before.length) return true;
  if (before.isEnded && !after.isEnded) return true;
  for (const name of before.names) if (!after.names.has(name)) return true;
  return false;
}

/** The standing of parsed content; `lines` is the index of its text. */
export function standingOf(reading: SharedReading, lines: LineIndex): Standing {
  const last = lines.lineCount - 1;
  return {
    names: new Set(namesIn(reading)),
    faults: reading.kind === 'settings' ? 0 : reading.content.problems.length,
    length: lines.lineEnd(last),
    isEnded: last > 0 && lines.lineStart(last) === lines.lineEnd(last),
  };
}

/** The standing of what the library has of `path`, read as `kind`; null where it was not read. */
export function standingIn(library: Library, path: string, kind: SharedKind): Standing | null {
  const kept = keptOf(library, path, kind);
  if (kept) return standingOf(kept.reading, kept.lines);
  if (kind === 'project') return NOTHING;
  const state = library.unreadableFile(path);
  // A file rejected when merely found was never read as this kind.
  return state === undefined || state === 'unrelated' ? null : NOTHING;
}

function keptOf(
  library: Library,
  path: string,
  kind: SharedKind,
): { reading: SharedReading; lines: LineIndex } | null {
  switch (kind) {
    case 'project': {
      const lines = library.linesOf(PROJECT_FILE);
      return lines && { reading: { kind, content: library.project }, lines };
    }
    case 'settings': {
      for (const { path: other, content, lines } of library.settingsFiles())
        if (other === path) return { reading: { kind, content }, lines };
      return null;
    }
    case 'register': {
      const register = library.register(path);
      return register ? { reading: { kind, content: register.content }, lines: register.lines } : null;
    }
    case 'bibliography': {
      const loaded = library.bibliography(path);
      return loaded ? { reading: { kind, content: loaded.content }, lines: loaded.lines } : null;
    }
  }
}

function namesIn(reading: SharedReading): Iterable<string> {
  switch (reading.kind) {
    case 'project':
      return namesOfProject(reading.content);
    case 'settings':
      return texts(reading.content.bibliography);
    case 'register':
      return texts(reading.content.actors.map(({ id }) => id));
    case 'bibliography':
      return texts(reading.content.entries.map(({ key }) => key));
  }
}

function* namesOfProject(project: Project): Generator<string> {
  const { bibliography, actors, csl, include, exclude, sources, properties, places, rules } = project;
  for (const one of texts(bibliography)) yield `bibliography ${one}`;
  for (const one of texts(actors)) yield `actors ${one}`;
  if (csl) yield `csl ${csl.text}`;
  for (const one of include) yield `include ${one}`;
  for (const one of exclude) yield `exclude ${one}`;
  for (const [path, { text }] of sources) yield `source ${path} ${text}`;
  for (const name of properties.keys()) yield `property ${name}`;
  for (const [place, within] of places) yield `place ${place} ${within}`;
  for (const code of rules.keys()) yield `rule ${code}`;
}

function* texts(tokens: Iterable<Token>): Generator<string> {
  for (const { text } of tokens) yield text;
}
