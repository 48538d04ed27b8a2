/** The index of a shard: what a file claims to hold is believed only where it can be so. */

/** A document in a shard; its bytes are stretches of the shard's. */
export interface ShardEntry {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970; negative where it was too young to tell the next change from this one. */
  readonly modified: number;
  /** Of the file's bytes. */
  readonly hash: string;
  /** The work whose text the project file said that it is. */
  readonly source: string | null;
  /** Of the names that it was searched for; '' where it was not searched. */
  readonly names: string;
  readonly kept: Stretch;
  readonly once: Stretch;
}

/** From where, and how far. */
export type Stretch = readonly [from: number, to: number];

/** Digests hold views of 32-bit numbers. */
const WORD = 4;

/**
 * The entries of an index of JSON, of a shard with so many bytes in either part. Throws where it is not such an index:
 * another form, a stretch that leads out of its part, or a path that is told of twice.
 */
export function readIndex(json: string, onceSize: number, keptSize: number): ShardEntry[] {
  const index = JSON.parse(json) as unknown;
  if (!Array.isArray(index)) throw new TypeError('The index is no list.');
  const paths = new Set<string>();
  for (const each of index as unknown[]) {
    if (!isEntry(each, onceSize, keptSize)) throw new TypeError('The index holds what is no entry.');
    if (paths.has(each.path)) throw new TypeError('The index tells of a document twice.');
    paths.add(each.path);
  }
  return index as ShardEntry[];
}

function isEntry(value: unknown, onceSize: number, keptSize: number): value is ShardEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, size, modified, hash, source, names, kept, once } = value as Record<
    keyof ShardEntry,
    unknown
  >;
  return (
    typeof path === 'string' &&
    typeof size === 'number' &&
    typeof modified === 'number' &&
    typeof hash === 'string' &&
    (source === null || typeof source === 'string') &&
    typeof names === 'string' &&
    isStretch(kept, keptSize) &&
    isStretch(once, onceSize)
  );
}

function isStretch(value: unknown, size: number): value is Stretch {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as unknown[];
  return isPlace(from) && isPlace(to) && from < to && to <= size;
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value % WORD === 0;
}
