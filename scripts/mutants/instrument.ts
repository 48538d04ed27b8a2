import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { mutantKey } from './left-out.ts';
import type { ChosenMutant } from './mutant.ts';
import { switchedAtUse } from './switched-regexes.ts';

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

/** Options for drawing a sample. */
export interface Sampling {
  readonly size: number;
  /**
   * Whether mutants that empty string literals are included. Most are in messages, whose wording is for readers to
   * judge.
   */
  readonly words: boolean;
  /** In [0, 1). */
  readonly random: () => number;
  /** Keys of the mutants to take instead of drawing any; see `mutantKey`. */
  readonly chosen: ReadonlySet<string> | null;
}

/** The sample, and the number of mutants it was drawn from. */
export interface Drawn {
  readonly mutants: readonly ChosenMutant[];
  readonly among: number;
  /** The number of string mutants left out, if they were. */
  readonly words: number;
}

/**
 * Draws mutants of the sources in `rooms`, as many in each room. Instruments the sources in `folder`, so that each
 * mutant can be switched on at run time. Only drawn mutants are written, so that other code keeps its speed.
 */
export async function instrument(
  folder: string,
  rooms: ReadonlyMap<string, readonly string[]>,
  { size, words, random, chosen }: Sampling,
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
    // Stryker reports excluded mutants as well.
    const all = found.filter(({ status }) => status !== 'Ignored');
    among += all.length;
    ignored += found.length - all.length;
    const contents = new Map(sources.map(({ name, content }) => [name, content]));
    const isChosen = (mutant: (typeof all)[number]): boolean => {
      const content = contents.get(mutant.fileName)!;
      const code = content.split('\n')[mutant.location.start.line]!.trim();
      const file = path.relative(folder, mutant.fileName);
      return chosen!.has(mutantKey(file, code, textAt(content, mutant.location), mutant.replacement));
    };
    const taken = chosen ? all.filter(isChosen) : shuffled([...all], random).slice(0, perRoom);
    const wanted = new Set(taken.map(identity));
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
      writeFileSync(source.name, switchedAtUse(renamed(written[0]!.content, prefix)));
      for (const mutant of mutants)
        if (wanted.has(identity(mutant)))
          drawn.push({
            id: prefix + mutant.id,
            file: path.relative(folder, source.name),
            line: mutant.location.start.line + 1,
            mutator: mutant.mutatorName,
            original: textAt(source.content, mutant.location),
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

/** The text at a location, whose lines and columns begin at zero. */
function textAt(text: string, { start, end }: Located['location']): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column);
  lines[0] = lines[0]!.slice(start.column);
  return lines.join('\n');
}

function identity({ fileName, mutatorName, replacement, location: { start, end } }: Located): string {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join('\0');
}

/** Stryker numbers mutants per file; the file name before the number makes ids unique. */
function renamed(content: string, prefix: string): string {
  return content.replace(
    /\b(stryMutAct_9fa48|stryCov_9fa48)\(((?:"\d+"(?:, )?)+)\)/g,
    (_all, name: string, ids: string) =>
      `${name}(${ids.replace(/"(\d+)"/g, (_id, id: string) => JSON.stringify(prefix + id))})`,
  );
}

/** Fisher–Yates, in place. */
export function shuffled<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
