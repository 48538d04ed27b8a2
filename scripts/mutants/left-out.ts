import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChosenMutant } from './mutant.ts';

/** A mutant that tests cannot or need not detect. */
interface LeftOut {
  readonly file: string;
  /** The changed line, trimmed. */
  readonly code: string;
  /** What of it is replaced. */
  readonly original: string;
  readonly replacement: string;
  /** What it changes: nothing observable, or only speed. */
  readonly changes: 'nothing' | 'speed';
  readonly because: string;
}

/** The equivalent mutants, which are not tried, each with its reason; from `left-out.json`. */
export class LeftOutMutants {
  private readonly reasons = new Map<string, string>();
  private readonly lines = new Map<string, readonly string[]>();

  constructor(private readonly root: string) {
    const all = JSON.parse(
      readFileSync(new URL('./left-out.json', import.meta.url), 'utf8'),
    ) as readonly LeftOut[];
    for (const { file, code, original, replacement, changes, because } of all)
      this.reasons.set(mutantKey(file, code, original, replacement), `changes ${changes}: ${because}`);
  }

  /** The reason for leaving a mutant out; null if it is tried. */
  reasonFor(mutant: ChosenMutant): string | null {
    const { file, original, replacement } = mutant;
    return this.reasons.get(mutantKey(file, this.lineOf(mutant), original, replacement)) ?? null;
  }

  /** The line that a mutant changes, trimmed. */
  lineOf({ file, line }: ChosenMutant): string {
    let lines = this.lines.get(file);
    if (!lines) this.lines.set(file, (lines = readFileSync(path.join(this.root, file), 'utf8').split('\n')));
    return lines[line - 1]?.trim() ?? '';
  }
}

/** The identity of a mutant, whatever its line number. `code` is its line, trimmed. */
export function mutantKey(file: string, code: string, original: string, replacement: string): string {
  return [file, code, ...[original, replacement].map((text) => text.replace(/\s+/g, ' ').trim())].join('\0');
}
