import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChosenMutant, Judged } from './mutant.ts';
import { roomOf } from './specs.ts';

/** The header of a result file, which decides whether results are still valid. */
interface Head {
  /** Hash of the sources and of the sampling options. */
  readonly sources: string;
  readonly tests: string;
}

/**
 * Results as JSON lines, appended as they come in. With unchanged sources a later run keeps the detected mutants, and
 * with unchanged tests the others as well.
 */
export class Results {
  private readonly judged = new Map<string, Judged>();

  constructor(
    private readonly file: string,
    head: Head,
  ) {
    for (const one of before(file, head)) this.judged.set(one.id, one);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, [head, ...this.judged.values()].map((each) => `${JSON.stringify(each)}\n`).join(''));
  }

  has({ id }: ChosenMutant): boolean {
    return this.judged.has(id);
  }

  add(one: Judged): void {
    this.judged.set(one.id, one);
    appendFileSync(this.file, `${JSON.stringify(one)}\n`);
  }

  /** `41 of 50 noticed, 82.0 %`; mutants that are left out do not count. */
  score(room: string | null = null): string {
    const here = [...this.judged.values()].filter(
      ({ file, fate }) => fate !== 'left-out' && (room === null || roomOf(file) === room),
    );
    const noticed = here.filter(({ fate }) => fate === 'killed' || fate === 'slow').length;
    const share = here.length === 0 ? 'none' : `${((100 * noticed) / here.length).toFixed(1)} %`;
    return `${noticed} of ${here.length} noticed, ${share}`;
  }

  get size(): number {
    return this.judged.size;
  }

  /** The score of each room, and the mutants that survived or are left out. */
  report(rooms: readonly string[], drawn: number, lineOf: (mutant: ChosenMutant) => string): string {
    const all = [...this.judged.values()].sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    );
    const list = (fates: readonly Judged['fate'][]): string[] =>
      all
        .filter(({ fate }) => fates.includes(fate))
        .map((mutant) => {
          const { file, line, mutator, original, replacement, fate, by } = mutant;
          const change = `${shortened(original)}  →  ${shortened(replacement) || '(nothing)'}`;
          return `  ${fate.padEnd(9)} ${file}:${line} ${mutator}: ${change}\n${' '.repeat(12)}${by ?? shortened(lineOf(mutant))}`;
        });
    const counts = (['killed', 'slow', 'survived', 'uncovered', 'left-out'] as const).map(
      (fate) => `${all.filter((one) => one.fate === fate).length} ${fate}`,
    );
    return [
      '',
      ...rooms.map((room) => `${room.padEnd(14)} ${this.score(room)}`),
      '',
      'Left out:',
      ...list(['left-out']),
      '',
      'Not noticed:',
      ...list(['survived', 'uncovered']),
      '',
      `${counts.join(', ')}; ${drawn - all.length} not tried`,
      `${this.score()}`,
    ].join('\n');
  }
}

/** The valid results of an earlier run. */
function before(file: string, head: Head): Judged[] {
  if (!existsSync(file)) return [];
  const [first, ...rest] = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const known = JSON.parse(first ?? '{}') as Partial<Head>;
  if (known.sources !== head.sources) return [];
  const sameTests = known.tests === head.tests;
  return rest
    .map((line) => JSON.parse(line) as Judged)
    .filter(({ fate }) => fate !== 'left-out' && (sameTests || fate === 'killed' || fate === 'slow'));
}

function shortened(code: string): string {
  const plain = code.replace(/\s+/g, ' ').trim();
  return plain.length > 100 ? `${plain.slice(0, 99)}…` : plain;
}
