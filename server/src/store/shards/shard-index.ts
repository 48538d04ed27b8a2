/** The index of a shard. It is untrusted input, so all that it claims is validated. */

/** A document in a shard; its bytes are stretches of the shard's. */
export interface ShardEntry {
  readonly path: string;
  readonly size: number;
  /**
   * Modification time in milliseconds since 1970; negative if it was so recent that a later change might have
   * the same time.
   */
  readonly modified: number;
  /** Hash of the file's bytes. */
  readonly hash: string;
  /** The work whose text the file is, according to the project file. */
  readonly source: string | null;
  /** Hash of the actors' names that it was searched for; '' where it was not searched. */
  readonly names: string;
  readonly kept: Stretch;
  readonly once: Stretch;
}

/** A half-open range of bytes. */
export type Stretch = readonly [from: number, to: number];

/** Digests are viewed as 32-bit numbers, so stretches must be aligned. */
const WORD = 4;

/**
 * Parses and validates the JSON index of a shard whose parts have these sizes. Throws where it is malformed:
 * another form, a stretch that leads out of its part, or a path that occurs twice.
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
