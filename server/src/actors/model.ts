/** Actors in a register: organisations, offices, people, places, laws. */
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

export interface Actor {
  readonly id: Token;
  /** The whole entry. */
  readonly range: TextRange;
  /** Defaults to the id. */
  readonly name: Token;
  readonly aliases: readonly Token[];
  readonly kind: string | null;
  /** The time of its activity in EDTF, as written. */
  readonly active: Token | null;
  readonly place: string | null;
  readonly summary: string | null;
  /** Pandoc citations that support the entry, as written. */
  readonly cite: Token | null;
  /** `led-by` → ids of other actors. */
  readonly relations: readonly { readonly kind: string; readonly targets: readonly Token[] }[];
  readonly sameAs: readonly string[];
  /** Citekeys of works that this person wrote. */
  readonly works: readonly Token[];
}

/** A register file, as far as it could be read. */
export interface ActorRegister {
  readonly actors: readonly Actor[];
  readonly problems: readonly ReadingProblem[];
}
