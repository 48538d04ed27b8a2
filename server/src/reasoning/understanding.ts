import type { Asserters, Voice } from './asserters.ts';
import { timeOf } from './claim-days.ts';
import { isDead } from './settlement.ts';
import type { ClaimRecord, Saying, Time } from './model.ts';
import { Remembered } from './remembered.ts';
import { statementsOf, type Sayings } from './says.ts';
import { markOf, statementName, subjectName } from './claim-names.ts';
import type { Times } from './time.ts';
import type { Value, Values } from './values.ts';
import type { ClaimRecords } from '../store/model.ts';

/**
 * A claim's statements and circumstances, parsed. Without positions, since claims move at every keystroke,
 * and without the record, since thousands may be compared with one.
 */
export interface Understood extends Voice {
  /** Distinct. */
  readonly statements: readonly UnderstoodStatement[];
  /** By index name, where there are many. */
  readonly byName: ReadonlyMap<number, readonly UnderstoodStatement[]> | null;
  /** The actors of its statements, distinct. */
  readonly actors: readonly string[];
  /** Null for any time; `unreadable` cannot be compared. */
  readonly when: Time | null | 'unreadable';
  /** Null for any place. */
  readonly where: string | null;
  readonly isLow: boolean;
  readonly isDead: boolean;
}

/** One statement of a claim, parsed. */
export interface UnderstoodStatement {
  /** The statement's name in the index. */
  readonly name: number;
  readonly actor: string;
  readonly property: string;
  readonly saying: Saying;
  readonly value: Value;
  readonly mark: number;
}

/**
 * Cache size. The claims that are compared repeatedly are few, even where thousands contradict each other.
 */
const REMEMBERED = 4096;
/** Claims with more statements get a lookup table by name. */
const MANY = 8;

/** Parses what claims state of whom, when and where, with a cache. */
export class Understanding {
  private readonly known = new Remembered<number, Understood>(REMEMBERED);

  constructor(
    private readonly store: ClaimRecords,
    private readonly times: Times,
    private readonly sayings: Sayings,
    private readonly values: Values,
  ) {}

  forget(handle: number): void {
    this.known.delete(handle);
  }

  clear(): void {
    this.known.clear();
  }

  /** The parsed claim. `asserters` gives the canonical ids. */
  of(handle: number, asserters: Asserters): Understood {
    let known = this.known.get(handle);
    if (!known) {
      known = this.read(this.store.claim(handle), asserters);
      this.known.set(handle, known);
    }
    return known;
  }

  private read(claim: ClaimRecord, asserters: Asserters): Understood {
    const statements: UnderstoodStatement[] = [];
    const seen = new Set<string>();
    for (const statement of statementsOf(claim, this.sayings.of(claim))) {
      const { actor, proposition } = statement;
      const { property, operator, value } = proposition;
      const words = `${actor}\n${property.text} ${operator} ${value.text}`;
      if (seen.has(words)) continue;
      seen.add(words);
      const saying = { property: { text: property.text }, operator, value: { text: value.text } };
      statements.push({
        name: statementName(statement),
        actor,
        property: property.text,
        saying,
        value: this.values.of(saying),
        mark: markOf(statement) | 0,
      });
    }
    return {
      statements,
      byName: statements.length > MANY ? byName(statements) : null,
      actors:
        statements.length === 1 ? [statements[0]!.actor] : [...new Set(statements.map((one) => one.actor))],
      when: timeOf(claim, this.times),
      where: claim.where?.text ?? null,
      ...asserters.voiceOf(claim),
      isLow: claim.certainty === 'low',
      isDead: isDead(claim),
    };
  }
}

function byName(statements: readonly UnderstoodStatement[]): Map<number, UnderstoodStatement[]> {
  const found = new Map<number, UnderstoodStatement[]>();
  for (const statement of statements) {
    const some = found.get(statement.name);
    if (some) some.push(statement);
    else found.set(statement.name, [statement]);
  }
  return found;
}

const NOTHING: readonly never[] = [];

/** The statements of a claim with the same property as `one`, of the same actor or another. */
export function ofSameSubject(
  { statements, byName }: Understood,
  { name, actor: own, property }: UnderstoodStatement,
  actor = own,
): readonly UnderstoodStatement[] {
  const sought = byName && actor !== own ? subjectName(actor, property) : name;
  const some = byName ? (byName.get(sought) ?? NOTHING) : statements;
  for (const each of some)
    if (each.actor !== actor || each.property !== property)
      return some.filter((one) => one.actor === actor && one.property === property);
  return some;
}
