import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { ChosenMutant } from './mutant.ts';

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

/** How a sample is drawn. */
export interface Sampling {
  readonly size: number;
  /** Whether words are emptied, too: most stand in messages, which are the reader's to judge more than a test's. */
  readonly words: boolean;
  /** A number below 1, and not below 0. */
  readonly random: () => number;
}

/** What was drawn, and how many there were to draw from. */
export interface Drawn {
  readonly mutants: readonly ChosenMutant[];
  readonly among: number;
  /** How many mutants of words there were besides, of which none was drawn. */
  readonly words: number;
}

/**
 * Draws mutants of the sources below `rooms` (as many in each room),
 * and writes the sources in `folder` anew so that each can be switched on while the program runs. Only what was
 * drawn is written in, so that the other lines stay as quick as they are.
 */
export async function instrument(
  folder: string,
  rooms: ReadonlyMap<string, readonly string[]>,
  { size, words, random }: Sampling,
): Promise<Drawn> {
  const options = { plugins: null, ignorers: [], excludedMutations: words ? [] : ['StringLiteral'] };
  let [among, ignored] = [0, 0];
  const instrumenter = new Instrumenter(silent);
  const perRoom = Math.ceil(size / rooms.size);
  const drawn: ChosenMutant[] = [];
  for (const files of rooms.values()) {
    const sources = files.map((name) => ({
      name: path.join(folder, name),
      content: readFileSync(path.join(folder, name), 'utf8'),
      mutate: true as const,
    }));
    const found = (await instrumenter.instrument(sources, options)).mutants;
    // Those that are excluded are told of all the same, and never written in.
    const all = found.filter(({ status }) => status !== 'Ignored');
    among += all.length;
    ignored += found.length - all.length;
    const wanted = new Set(
      shuffled([...all], random)
        .slice(0, perRoom)
        .map(identity),
    );
    for (const source of sources) {
      const ranges = all
        .filter((mutant) => mutant.fileName === source.name && wanted.has(identity(mutant)))
        .map(({ location }) => location);
      if (ranges.length === 0) continue;
      const { files: written, mutants } = await instrumenter.instrument(
        [{ ...source, mutate: ranges }],
        options,
      );
      const prefix = `${path.relative(folder, source.name)}:`;
      writeFileSync(source.name, renamed(written[0]!.content, prefix));
      for (const mutant of mutants)
        if (wanted.has(identity(mutant)))
          drawn.push({
            id: prefix + mutant.id,
            file: path.relative(folder, source.name),
            line: mutant.location.start.line + 1,
            mutator: mutant.mutatorName,
            replacement: mutant.replacement,
          });
    }
  }
  return { mutants: drawn, among, words: ignored };
}

interface Located {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: {
    readonly start: { line: number; column: number };
    readonly end: { line: number; column: number };
  };
}

function identity({ fileName, mutatorName, replacement, location: { start, end } }: Located): string {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join('\0');
}

/** Mutants are numbered file by file; the name of the file before the number tells them apart. */
function renamed(content: string, prefix: string): string {
  return content.replace(
    /\b(stryMutAct_9fa48|stryCov_9fa48)\(((?:"\d+"(?:, )?)+)\)/g,
    (_all, name: string, ids: string) =>
      `${name}(${ids.replace(/"(\d+)"/g, (_id, id: string) => JSON.stringify(prefix + id))})`,
  );
}

/** Fisher and Yates. */
export function shuffled<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
