/**
 * Who defines a name and who seeks it. A seeker registers the name it wants even when nothing defines it,
 * so that the file, entry or actor that comes later wakes exactly those that waited. Nothing stores a
 * resolution.
 */
export class NameIndex {
  private readonly definersByName = new Map<string, Map<string, string>>();
  private readonly seekersByName = new Map<string, Set<string>>();
  private readonly definedBy = new Map<string, ReadonlyMap<string, string>>();
  private readonly soughtBy = new Map<string, ReadonlySet<string>>();
  /** Names that are sought and not defined. */
  private readonly missing = new Set<string>();

  /** The files that define `name`, in no order. */
  definers(name: string): Iterable<string> {
    return this.definersByName.get(name)?.keys() ?? [];
  }

  isDefined(name: string): boolean {
    return this.definersByName.has(name);
  }

  /** The files that seek `name`, in no order. */
  seekers(name: string): Iterable<string> {
    return this.seekersByName.get(name) ?? [];
  }

  /**
   * Replaces what `file` defines: each name with a signature of all that seekers' findings depend on.
   * Returns the names that came, went, or mean something else now.
   */
  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[] {
    const before = this.definedBy.get(file) ?? new Map<string, string>();
    const changed: string[] = [];
    for (const name of before.keys()) {
      if (definitions.has(name)) continue;
      const definers = this.definersByName.get(name);
      definers?.delete(file);
      if (definers?.size === 0) this.definersByName.delete(name);
      this.note(name);
      changed.push(name);
    }
    for (const [name, signature] of definitions) {
      if (before.get(name) === signature) continue;
      let definers = this.definersByName.get(name);
      if (!definers) this.definersByName.set(name, (definers = new Map()));
      definers.set(file, signature);
      this.note(name);
      changed.push(name);
    }
    if (definitions.size) this.definedBy.set(file, definitions);
    else this.definedBy.delete(file);
    return changed;
  }

  /** Replaces the names that `file` seeks. */
  setSought(file: string, names: ReadonlySet<string>): void {
    const before = this.soughtBy.get(file) ?? new Set<string>();
    for (const name of before) {
      if (names.has(name)) continue;
      const seekers = this.seekersByName.get(name);
      seekers?.delete(file);
      if (seekers?.size === 0) this.seekersByName.delete(name);
      this.note(name);
    }
    for (const name of names) {
      if (before.has(name)) continue;
      let seekers = this.seekersByName.get(name);
      if (!seekers) this.seekersByName.set(name, (seekers = new Set()));
      seekers.add(file);
      this.note(name);
    }
    if (names.size) this.soughtBy.set(file, names);
    else this.soughtBy.delete(file);
  }

  /** The files that seek a name which nothing defines. */
  *waiting(): Generator<string> {
    for (const name of this.missing) yield* this.seekers(name);
  }

  private note(name: string): void {
    if (this.seekersByName.has(name) && !this.definersByName.has(name)) this.missing.add(name);
    else this.missing.delete(name);
  }

  /** The index as plain data in a fixed order, to compare an incremental one with a rebuilt one. */
  dump(): { definers: [string, [string, string][]][]; seekers: [string, string[]][] } {
    return {
      definers: [...this.definersByName]
        .map(([name, files]): [string, [string, string][]] => [name, [...files].sort()])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      seekers: [...this.seekersByName]
        .map(([name, files]): [string, string[]] => [name, [...files].sort()])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }
}

/** The names that files define and seek; the prefix keeps the kinds apart. */
export const names = {
  citekey: (key: string): string => `cite:${key}`,
  actor: (id: string): string => `actor:${id}`,
  /** An author whom a note of a document in `folder` cites in full: the chapters of a book lie side by side. */
  noteAuthor: (folder: string, family: string): string => `note-author:${folder}/${family.toLowerCase()}`,
  /** A document that is the text of a work. */
  source: (key: string): string => `source:${key}`,
} as const;
