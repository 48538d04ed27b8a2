/** The results of several runs, kept as lines of JSON: a run of all families takes an hour, and may be made in parts. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rowOf, type Row } from './report.ts';
import type { Measured } from './measured.ts';

interface Kept {
  readonly title: string;
  readonly how: 'sift' | 'fully';
  readonly budget: number;
  readonly measured: Measured | null;
}

/** Adds the result of one family at the end of the file, which is created if need be. */
export function keep(file: string, result: Kept): void {
  mkdirSync(path.dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

/**
 * The newest results of the families with these titles: those measured in full, and of the others those sifted.
 */
export function keptRows(file: string, titles: readonly string[]): { measured: Row[]; sifted: Row[] } {
  const wanted = new Set(titles);
  const [fully, sift] = [new Map<string, Row>(), new Map<string, Row>()];
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  for (const line of lines) {
    const { title, how, measured } = JSON.parse(line) as Kept;
    if (wanted.has(title)) (how === 'fully' ? fully : sift).set(title, rowOf(title, measured));
  }
  return {
    measured: [...fully.values()],
    sifted: [...sift].filter(([title]) => !fully.has(title)).map(([, row]) => row),
  };
}
