import { hashedNames, type HashedNames } from '../../text/hashed-names.ts';
import type { NameDump, NameTable } from '../model.ts';

/** Names and files in plain maps: the reference that `NameIndex` is compared with. */
export class PlainNames implements NameTable {
  /** By the label of a name: who defines it, and with which signature. */
  private readonly defined = new Map<string, Map<string, string>>();
  private readonly definedBy = new Map<string, ReadonlyMap<string, string>>();
  /** By the label of a name: who seeks it. */
  private readonly sought = new Map<string, Set<string>>();
  private readonly soughtBy = new Map<string, readonly string[]>();

  definers(name: string): Iterable<string> {
    return this.defined.get(labelOf(name))?.keys() ?? [];
  }

  isDefined(name: string): boolean {
    return this.defined.has(labelOf(name));
  }

  seekers(name: string): Iterable<string> {
    return this.sought.get(labelOf(name)) ?? [];
  }

  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[] {
    const before = this.definedBy.get(file) ?? new Map<string, string>();
    const changed: string[] = [];
    for (const name of before.keys()) {
      if (definitions.has(name)) continue;
      const definers = this.defined.get(labelOf(name))!;
      definers.delete(file);
      if (definers.size === 0) this.defined.delete(labelOf(name));
      changed.push(name);
    }
    for (const [name, signature] of definitions) {
      if (before.get(name) === signature) continue;
      const definers = this.defined.get(labelOf(name)) ?? new Map<string, string>();
      this.defined.set(labelOf(name), definers.set(file, signature));
      changed.push(name);
    }
    this.definedBy.set(file, definitions);
    return changed;
  }

  setSought(file: string, sought: HashedNames): void {
    for (const label of this.soughtBy.get(file) ?? []) {
      const seekers = this.sought.get(label)!;
      seekers.delete(file);
      if (seekers.size === 0) this.sought.delete(label);
    }
    const labels = labelsOf(sought);
    for (const label of labels) this.sought.set(label, (this.sought.get(label) ?? new Set()).add(file));
    this.soughtBy.set(file, labels);
  }

  prepare(): void {
    // Nothing to sort.
  }

  seeksMissing(file: string): boolean {
    return (this.soughtBy.get(file) ?? []).some((label) => !this.defined.has(label));
  }

  seeksAny(file: string): boolean {
    return (this.soughtBy.get(file) ?? []).length > 0;
  }

  *waiting(): Generator<string> {
    for (const [label, seekers] of this.sought) if (!this.defined.has(label)) yield* seekers;
  }

  dump(): NameDump {
    return {
      definers: [...this.defined].sort(byLabel).map(([label, files]) => [label, [...files].sort()]),
      seekers: [...this.sought].sort(byLabel).map(([label, files]) => [label, [...files].sort()]),
    };
  }
}

function byLabel([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** A name as hashed names identify it. */
function labelOf(name: string): string {
  return labelsOf(hashedNames(new Set([name])))[0]!;
}

function labelsOf(names: HashedNames): string[] {
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
  return Array.from({ length: names.length / 2 }, (_, i) => hex(names[2 * i]!) + hex(names[2 * i + 1]!));
}
