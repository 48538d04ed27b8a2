import type { FoundName } from './model.ts';

const HAN = /^\p{Script=Han}+$/u;
const RUNS = /\p{Script=Han}{2,}/gu;
/** The longest name, in characters. */
const LONGEST = 5;

/**
 * Names in Han characters as prose has them: whole and without a space (闻远山), where an entry has the family name apart;
 * in Japanese also by the family name alone (桐生).
 */
export class SpokenNames {
  /** Name as spoken → its family name, and the indices of the entries by those who are called so. */
  private readonly spoken = new Map<string, { readonly family: string; readonly entries: number[] }>();

  /** @param names the names of each entry */
  constructor(names: readonly (readonly FoundName[])[]) {
    names.forEach((list, entry) => {
      for (const { family, given } of list) {
        if (!HAN.test(family)) continue;
        if (given !== null && HAN.test(given)) this.add(family + given, family, entry);
        if (family.length > 1 && family.length <= LONGEST) this.add(family, family, entry);
      }
    });
  }

  /** The family name of a whole name; other names are returned as they are. */
  familyOf(name: string): string {
    return this.spoken.get(bare(name))?.family ?? name;
  }

  /** The entries by those with a whole name; null for other names. */
  entriesOf(name: string): readonly number[] | null {
    return this.spoken.get(bare(name))?.entries ?? null;
  }

  /** The entries by all who are named in `prose`. */
  entriesIn(prose: string): number[] {
    if (this.spoken.size === 0) return [];
    const found: number[] = [];
    for (const [run] of prose.matchAll(RUNS))
      for (let from = 0; from < run.length - 1; from++) {
        // Of 桐生誠 the whole name, not the family name alone.
        for (let to = Math.min(run.length, from + LONGEST); to > from + 1; to--) {
          const named = this.spoken.get(run.slice(from, to));
          if (!named) continue;
          found.push(...named.entries);
          break;
        }
      }
    return found;
  }

  private add(name: string, family: string, entry: number): void {
    const there = this.spoken.get(name);
    if (there) there.entries.push(entry);
    else this.spoken.set(name, { family, entries: [entry] });
  }
}

/** Without the wide punctuation that was read with it. */
function bare(name: string): string {
  return name.replace(/[：，]$/, '');
}
