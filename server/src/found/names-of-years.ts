import { distance } from 'fastest-levenshtein';
import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';

/** So many different names of a year are compared with one that is not among them; more say no more. */
const MOST_COMPARED = 1000;
/** The length of the shortest name that may be misspelt, in letters. */
const SHORTEST = 5;

interface Dated {
  readonly names: readonly FoundName[];
  readonly year: string | null;
}

interface NamesOfYear {
  /** The last word of the first author’s family name → works. */
  readonly lastWords: Map<string, number[]>;
  /** The first author’s family name without blanks and hyphens → works. */
  readonly squeezed: Map<string, number[]>;
  /** The initials of bodies with three words or more → works. */
  readonly initials: Map<string, number[]>;
  /** The words of bodies with one or two, joined → works, by their first letter. */
  readonly shortBodies: Map<string, Map<string, number[]>>;
}

/** Works by names that differ a little from what is cited, or are shortened there: year by year. */
export class NamesOfYears {
  private readonly years = new Map<string, NamesOfYear>();
  private readonly misspelt_ = new Map<string, readonly number[]>();

  /** @param familyOf the words of the family name of a work’s first author, for comparison */
  constructor(works: readonly Dated[], familyOf: (work: number) => readonly string[]) {
    works.forEach(({ names, year }, work) => {
      if (year === null) return;
      let there = this.years.get(year);
      if (!there)
        this.years.set(
          year,
          (there = {
            lastWords: new Map(),
            squeezed: new Map(),
            initials: new Map(),
            shortBodies: new Map(),
          }),
        );
      const last = familyOf(work).at(-1) ?? '';
      if (names[0]) add(there.squeezed, foldedWords(names[0].family).join(''), work);
      if (last.length >= SHORTEST) add(there.lastWords, last, work);
      const [only, second] = names;
      if (only && !second && only.given === null) addBody(there, foldedWords(only.family), work);
    });
  }

  /** Works whose first author’s name differs by one letter, or two in a long name. Ascending. */
  misspelt(cited: string, year: string): readonly number[] {
    if (cited.length < SHORTEST) return [];
    const key = `${year} ${cited}`;
    let found = this.misspelt_.get(key);
    if (!found) this.misspelt_.set(key, (found = this.alike(cited, year)));
    return found;
  }

  /** Works whose first author’s name differs by blanks only, ‘Looms Weaver’ and ‘Loomsweaver’. */
  squeezed(letters: string, year: string): readonly number[] {
    return letters.length < SHORTEST ? [] : (this.years.get(year)?.squeezed.get(letters) ?? []);
  }

  private alike(cited: string, year: string): readonly number[] {
    const found: number[] = [];
    let compared = 0;
    for (const [own, works] of this.years.get(year)?.lastWords ?? []) {
      if (++compared > MOST_COMPARED) break;
      if (Math.abs(own.length - cited.length) > 2) continue;
      if (distance(own, cited) <= (isLong(own, cited) ? 2 : 1)) found.push(...works);
    }
    return found.sort((a, b) => a - b);
  }

  /** Works by a body whose name has the letters of an acronym: HGA, *Hafengewerbeamt*. */
  abbreviated(acronym: string, year: string): readonly number[] {
    const there = this.years.get(year);
    const letters = folded(acronym);
    if (!there) return [];
    const found = [...(there.initials.get(letters) ?? [])];
    let compared = 0;
    if (letters.length > 2)
      for (const [body, works] of there.shortBodies.get(letters[0]!) ?? []) {
        if (++compared > MOST_COMPARED) break;
        if (areWithin(letters, body)) found.push(...works);
      }
    return found;
  }
}

/** Words that an acronym passes over. */
const PASSED_OVER = new Set(
  'of the and for in der die das des und fur de la le les du et da do dos e del y'.split(' '),
);

function addBody({ initials, shortBodies }: NamesOfYear, words: readonly string[], work: number): void {
  const own = words.filter((word) => !PASSED_OVER.has(word));
  const letters = own.map(([first]) => first).join('');
  if (own.length > 2 && letters !== own.join('')) add(initials, letters, work);
  const [first, second] = own;
  if (first === undefined || own.length > 2 || first.length < 8) return;
  let bodies = shortBodies.get(first[0]!);
  if (!bodies) shortBodies.set(first[0]!, (bodies = new Map<string, number[]>()));
  add(bodies, second === undefined ? first : `${first} ${second}`, work);
}

/** Whether an acronym’s letters are within the words of a body in their order, and the first of each word is one. */
function areWithin(letters: string, body: string): boolean {
  const words = body.split(' ');
  const joined = words.join('');
  if (joined === letters || !words.every(([first]) => letters.includes(first!))) return false;
  let at = 0;
  for (const letter of joined) if (letter === letters[at]) at++;
  return at === letters.length;
}

function add(map: Map<string, number[]>, word: string, work: number): void {
  const works = map.get(word);
  if (works) works.push(work);
  else map.set(word, [work]);
}

/** Whether two letters may differ between two names: in long ones, and of a shorter one in what follows its beginning. */
function isLong(own: string, cited: string): boolean {
  const [shorter, longer] = own.length < cited.length ? [own, cited] : [cited, own];
  return shorter.length >= 8 || (longer.length >= 8 && longer.startsWith(shorter.slice(0, SAME_BEGINNING)));
}

const SAME_BEGINNING = 3;
