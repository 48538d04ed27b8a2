/**
 * The names that a document seeks, hashed without building the strings: over thousands of documents these
 * would be millions.
 */
import { beginPair, pairOf, type BegunPair } from '../../text/hash.ts';
import { names as nameOf } from '../../workspace/names.ts';
import type { HashedNames } from '../../text/hashed-names.ts';
import { mayBeLabel, namesSoughtBesides } from '../../workspace/names-sought.ts';
import type { DocumentSummary } from '../../workspace/summary.ts';

const CITEKEY = beginPair(nameOf.citekey(''));
const ACTOR = beginPair(nameOf.actor(''));
const WHOLE = beginPair('');

/** Hashes of the names that a document seeks, defined or not, each once. */
export function hashedSought(summary: DocumentSummary, names = new NameHasher()): HashedNames {
  names.clear();
  for (const { key } of summary.cited) {
    names.add(key.text, CITEKEY);
    if (mayBeLabel(key.text)) names.add(nameOf.label(key.text), WHOLE);
  }
  for (const actor of summary.actors) names.add(actor.text, ACTOR);
  for (const asserter of summary.asserters) {
    names.add(asserter.text, CITEKEY);
    names.add(asserter.text, ACTOR);
  }
  for (const name of namesSoughtBesides(summary)) names.add(name, WHOLE);
  return names.taken();
}

/** Hashes names and drops duplicates. It reuses its hash table, so use one hasher for many documents. */
export class NameHasher {
  private pairs = new Uint32Array(1024);
  private used = 0;
  /** An open-addressing table of pairs: index of the pair plus one, 0 for a free slot. */
  private places = new Uint32Array(1024);

  clear(): void {
    this.used = 0;
    this.places.fill(0);
  }

  add(name: string, begun: BegunPair): void {
    if (this.used === this.pairs.length) this.grow();
    const { used } = this;
    pairOf(name, this.pairs, used, begun);
    const place = this.placeOf(used);
    if (this.places[place] !== 0) return;
    this.places[place] = used + 1;
    this.used = used + 2;
  }

  taken(): HashedNames {
    return this.pairs.slice(0, this.used);
  }

  /** The slot of the pair at `at`, or the free slot where it belongs (linear probing). */
  private placeOf(at: number): number {
    const { pairs, places } = this;
    const last = places.length - 1;
    const first = pairs[at]!;
    const second = pairs[at + 1]!;
    for (let place = first & last; ; place = (place + 1) & last) {
      const known = places[place]! - 1;
      if (known < 0 || (pairs[known] === first && pairs[known + 1] === second)) return place;
    }
  }

  /** At most half of the slots are used. */
  private grow(): void {
    const { pairs, used } = this;
    this.pairs = new Uint32Array(pairs.length * 2);
    this.pairs.set(pairs);
    this.places = new Uint32Array(pairs.length * 2);
    for (let at = 0; at < used; at += 2) this.places[this.placeOf(at)] = at + 1;
  }
}
