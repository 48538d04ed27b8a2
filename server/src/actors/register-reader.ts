import type { Token } from '../facts/model.ts';
import { shifted, type TextRange } from '../text/range.ts';
import { independentEntries } from '../yaml/entries.ts';
import { readPlainEntry } from '../yaml/plain.ts';
import { parseYamlEntries } from '../yaml/read-yaml.ts';
import { YamlReader } from '../yaml/yaml-reader.ts';
import type { Actor, ActorRegister } from './model.ts';
import { readActor, readRegister } from './register.ts';

/** A cached top-level entry of the register. */
interface ReadEntry {
  readonly range: TextRange;
  /** The key as written; null where the entry has a problem and must be parsed with the others. */
  readonly key: string | null;
  readonly actor: Actor | null;
}

/**
 * An incremental reader for one register. Entries before and after an edit are reused; those inside it, and
 * those with problems, are parsed again. The result equals that of `readRegister`.
 */
export class RegisterReader {
  private text = '';
  private entries: readonly ReadEntry[] = [];

  /** Reads the current text. Offsets are in `text`, whose line ends are `\n`. Never throws. */
  read(text: string): ActorRegister {
    const ranges = independentEntries(text);
    if (!ranges) {
      this.text = '';
      this.entries = [];
      return readRegister(text);
    }
    const kept = this.kept(text, ranges);
    takePlain(text, ranges, kept);
    const { entries, register } = this.readAmong(text, ranges, kept);
    this.text = text;
    this.entries = entries;
    return register;
  }

  /** The entries that can be reused, by their current start. */
  private kept(text: string, ranges: readonly TextRange[]): Map<number, ReadEntry> {
    const { head, tail } = commonEnds(this.text, text);
    const by = text.length - this.text.length;
    const known = new Map(this.entries.map((entry) => [entry.range.from, entry]));
    const kept = new Map<number, ReadEntry>();
    for (const range of ranges) {
      const moved = range.from >= text.length - tail ? by : 0;
      if (moved === 0 && range.to > head && range.from < text.length - tail) continue;
      const entry = known.get(range.from - moved);
      if (entry?.key != null && entry.range.to === range.to - moved)
        kept.set(range.from, moved === 0 ? entry : shiftedEntry(entry, moved));
    }
    return kept;
  }

  private readAmong(
    text: string,
    ranges: readonly TextRange[],
    kept: Map<number, ReadEntry>,
  ): { entries: ReadEntry[]; register: ActorRegister } {
    let fresh = ranges.filter(({ from }) => !kept.has(from));
    let document = parseYamlEntries(text, fresh);
    const keys = keysOf(document.root);
    const doubled = [...kept.values()].filter(({ key }) => keys.has(key!));
    if (doubled.length > 0) {
      // A duplicate key is a problem of both entries, so they are parsed together.
      for (const { range } of doubled) kept.delete(range.from);
      fresh = ranges.filter(({ from }) => !kept.has(from));
      document = parseYamlEntries(text, fresh);
    }
    const reader = new YamlReader(text, document);
    const read = reader.rootEntries().map((entry) => ({
      from: entry.key.outer.from,
      key: entry.key.text,
      actor: readActor(reader, text, entry),
    }));
    const { problems } = reader;
    let [entry, problem] = [0, 0];
    const actors: Actor[] = [];
    const entries = ranges.map((range): ReadEntry => {
      const known = kept.get(range.from);
      if (known) {
        if (known.actor) actors.push(known.actor);
        return known;
      }
      const first = entry;
      for (; entry < read.length && read[entry]!.from < range.to; entry++)
        if (read[entry]!.actor) actors.push(read[entry]!.actor!);
      const firstProblem = problem;
      while (problem < problems.length && problems[problem]!.range.from < range.to) problem++;
      const faulty = problem > firstProblem || problems[problem]?.range.from === range.to;
      // A faulty entry may have become several entries, or none.
      const sound = !faulty && entry === first + 1 ? read[first]! : null;
      return { range, key: sound?.key ?? null, actor: sound?.actor ?? null };
    });
    return { entries, register: { actors, problems } };
  }
}

/** Fast path for most entries: parses plain lines without the full YAML parser. */
function takePlain(text: string, ranges: readonly TextRange[], kept: Map<number, ReadEntry>): void {
  const keys = new Set([...kept.values()].map(({ key }) => key));
  for (const range of ranges) {
    if (kept.has(range.from)) continue;
    const entry = readPlainEntry(text, range);
    if (!entry || keys.has(entry.key.text)) continue;
    const reader = new YamlReader(text, { root: null, problems: [] });
    const actor = readActor(reader, text, entry);
    if (reader.problems.length > 0) continue;
    keys.add(entry.key.text);
    kept.set(range.from, { range, key: entry.key.text, actor });
  }
}

function keysOf(root: ReturnType<typeof parseYamlEntries>['root']): Set<string> {
  return new Set(root?.kind === 'map' ? root.entries.map(({ key }) => key.text) : []);
}

/** The lengths of the common prefix and suffix of two texts, which do not overlap. */
function commonEnds(before: string, after: string): { head: number; tail: number } {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { head, tail };
}

function shiftedEntry({ range, key, actor }: ReadEntry, by: number): ReadEntry {
  return { range: shifted(range, by), key, actor: actor && shiftedActor(actor, by) };
}

function shiftedActor(actor: Actor, by: number): Actor {
  const token = ({ text, range }: Token): Token => ({ text, range: shifted(range, by) });
  const id = token(actor.id);
  return {
    ...actor,
    id,
    range: shifted(actor.range, by),
    name: actor.name === actor.id ? id : token(actor.name),
    aliases: actor.aliases.map(token),
    active: actor.active && token(actor.active),
    cite: actor.cite && token(actor.cite),
    relations: actor.relations.map(({ kind, targets }) => ({ kind, targets: targets.map(token) })),
    works: actor.works.map(token),
  };
}
