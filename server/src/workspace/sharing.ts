/** Which registered names decide what is ambiguous in a text. */
import { coarse } from '../actors/name-agreement.ts';
import { readWords } from '../actors/words.ts';
import { normalized } from '../text/normalized.ts';

/** An actor with the names that a text may use. */
export interface NamedActor {
  readonly id: string;
  readonly names: readonly string[];
}

/** Past this many shared names, every change of a name counts. */
const MOST_SHARED = 50;
/** Past this many words in a name, every change of a name counts. */
const MOST_WORDS = 24;

/** A name of an actor, prepared for comparison. */
interface Name {
  readonly line: string;
  readonly letters: string;
  /** The words that a name finder looks for. */
  readonly words: readonly string[];
}

/**
 * All that decides which names are ambiguous in a text, as one string. In it are the names that actors may
 * share, those that contain or may overlap one, and those that may overlap these: of overlapping names in a
 * text the longest wins. Empty where no two actors share a name. Errs on the side of too many names.
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
  const matter = (): readonly Name[] => {
    const seeds = all.filter(({ letters }) => keys.some((key) => letters.includes(key)));
    return withThoseAcross(seeds, all);
  };
  return (keys.length > MOST_SHARED ? all : matter())
    .map(({ line }) => line)
    .sort()
    .join('\n');
}

/** The transitive closure of names under possible overlap in a text. */
function withThoseAcross(seeds: readonly Name[], all: readonly Name[]): readonly Name[] {
  if (all.some(({ words }) => words.length > MOST_WORDS)) return all;
  const places = new Places(all);
  const reached = new Set(seeds);
  for (const { words } of reached)
    for (let at = 0; at < words.length; at++) for (const name of places.across(words, at)) reached.add(name);
  return [...reached];
}

/**
 * Names indexed by sequences of their words. Two names may overlap where one begins within the other and both
 * agree as far as both go. A sequence that has been looked up once is not looked up again.
 */
class Places {
  private readonly beginnings = new Map<string, Name[]>();
  private readonly whole = new Map<string, Name[]>();
  private readonly within = new Map<string, Name[]>();
  private readonly endings = new Map<string, Name[]>();

  constructor(all: readonly Name[]) {
    for (const name of all)
      for (let from = 0; from < name.words.length; from++) {
        let words = '';
        for (let to = from; to < name.words.length; to++) {
          words += `${name.words[to]!}\0`;
          add(from === 0 ? this.beginnings : this.within, words, name);
        }
        add(from === 0 ? this.whole : this.endings, words, name);
      }
  }

  /** The names that may overlap this sequence of words from the index `at` on. */
  *across(words: readonly string[], at: number): Generator<Name> {
    let rest = '';
    for (let to = at; to < words.length; to++) {
      rest += `${words[to]!}\0`;
      yield* taken(this.whole, rest);
      if (at === 0) yield* taken(this.endings, rest);
    }
    yield* taken(this.beginnings, rest);
    if (at === 0) yield* taken(this.within, rest);
  }
}

function taken(places: Map<string, Name[]>, words: string): readonly Name[] {
  const names = places.get(words) ?? [];
  places.delete(words);
  return names;
}

function add(places: Map<string, Name[]>, words: string, name: Name): void {
  const names = places.get(words);
  if (names) names.push(name);
  else places.set(words, [name]);
}

/**
 * The letters of a name without a plural `s`: a coarse key, equal for names that could match the same words.
 * Some others are equal too, which costs a search but causes no false finding.
 */
function lettersOf(name: string): string {
  return normalized(name, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/s$/, '');
}
