/** Actors as the register has them: organisations, offices, people, places, laws. */
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

export interface Actor {
  readonly id: Token;
  /** The whole entry. */
  readonly range: TextRange;
  /** The id where no name is given. */
  readonly name: Token;
  readonly aliases: readonly Token[];
  readonly kind: string | null;
  /** When it was active, EDTF, as written. */
  readonly active: Token | null;
  readonly place: string | null;
  readonly summary: string | null;
  /** Pandoc citations in support of the entry, as written. */
  readonly cite: Token | null;
  /** `led-by` → ids of other actors. */
  readonly relations: readonly { readonly kind: string; readonly targets: readonly Token[] }[];
  readonly sameAs: readonly string[];
  /** Citekeys of works that this person wrote. */
  readonly works: readonly Token[];
}

/** A register file, read as far as it can be. */
export interface ActorRegister {
  readonly actors: readonly Actor[];
  readonly problems: readonly ReadingProblem[];
}
