/** Which of the registered names decide what is ambiguous in a text. */
import { coarse } from '../actors/name-agreement.ts';
import { readWords } from '../actors/words.ts';
import type { NamedActor } from './actor-names.ts';
import { normalized } from '../text/normalized.ts';

/** Past so many shared names, every change of a name counts as one that matters to them. */
const MOST_SHARED = 50;

/** A name of an actor, made ready to be held against others. */
interface Name {
  readonly line: string;
  readonly letters: string;
  /** As a finder of names looks for them. */
  readonly words: readonly string[];
}

/**
 * All that decides which names are ambiguous in a text, as one string: the names that actors may share, those that
 * hold one of them or may stand across one, and those that may stand across these: of names that overlap in a text the
 * longest counts. Empty where no two actors share a name. Says too much rather than too little.
 */
export function sharingOf(actors: readonly NamedActor[]): string {
  const all: Name[] = [];
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, names } of actors)
    for (const name of names) {
      const letters = lettersOf(name);
      all.push({ line: `${id}\t${name}`, letters, words: readWords(name.trim()).texts.map(coarse) });
      if (letters === '') continue;
      const owner = owners.get(letters);
      if (owner === undefined) owners.set(letters, id);
      else if (owner !== id) shared.add(letters);
    }
  if (shared.size === 0) return '';
  const keys = [...shared];
  const seeds = all.filter(({ letters }) => keys.some((key) => letters.includes(key)));
  const matter = keys.length > MOST_SHARED ? all : [...withThoseAcross(seeds, all)];
  return matter
    .map(({ line }) => line)
    .sort()
    .join('\n');
}

/** A word of a name. */
interface Place {
  readonly name: Name;
  readonly at: number;
}

/** Names, those that may stand across one of them in a text, those that may stand across these, and so on. */
function withThoseAcross(seeds: readonly Name[], all: readonly Name[]): Set<Name> {
  const words = new Map<string, Place[]>();
  const lastWords = new Map<string, Place[]>();
  const pairs = new Map<string, Place[]>();
  for (const name of all)
    for (const [at, word] of name.words.entries()) {
      const next = name.words[at + 1];
      list(words, word, { name, at });
      if (next === undefined) list(lastWords, word, { name, at });
      else list(pairs, `${word} ${next}`, { name, at });
    }
  const reached = new Set(seeds);
  for (const name of reached)
    for (const [at, word] of name.words.entries()) {
      const next = name.words[at + 1];
      // Where neither ends with this word they agree in the next as well: few do, and many begin with an article.
      const lists =
        next === undefined ? [words.get(word)] : [pairs.get(`${word} ${next}`), lastWords.get(word)];
      for (const place of lists.flatMap((places) => places ?? []))
        // One of two that stand across each other begins within the other.
        if (
          (at === 0 || place.at === 0) &&
          !reached.has(place.name) &&
          areOne(name, at, place.name, place.at)
        )
          reached.add(place.name);
    }
  return reached;
}

function list(places: Map<string, Place[]>, key: string, place: Place): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

/** Whether two names are the same from these words on, as far as both go. */
function areOne(a: Name, from: number, b: Name, at: number): boolean {
  const length = Math.min(a.words.length - from, b.words.length - at);
  for (let i = 0; i < length; i++) if (a.words[from + i] !== b.words[at + i]) return false;
  return true;
}

/**
 * A name's letters alone, without a plural's `s`: names that could agree with the same words of a text come to
 * the same. That some others do too costs a search and no false report.
 */
function lettersOf(name: string): string {
  return normalized(name, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/s$/, '');
}
