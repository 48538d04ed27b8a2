import { Asserters } from './asserters.ts';
import { firstDayOf, lastDayOf, timeOf } from './claim-days.ts';
import type { ClaimGraph } from './claim-graph.ts';
import type { ClaimStore } from './claim-store.ts';
import type { Clash, ClaimRecord, Conflict, ReasoningContext, Saying, Settlement, Time } from './model.ts';
import { Places } from './place.ts';
import { Remembered } from './remembered.ts';
import { RememberedClaims } from './remembered-claims.ts';
import { statementsOf, type Sayings } from './says.ts';
import { markOf, statementName, type StatementIndex } from './statement-index.ts';
import { meet, type Times } from './time.ts';
import { excludes, type Value, type Values } from './values.ts';

/** A claim's statements and circumstances, understood; wherever they stand, since claims move with every letter. */
interface Understood {
  readonly statements: readonly UnderstoodStatement[];
  /** Null: any time. `unreadable`: nothing can be said. */
  readonly when: Time | null | 'unreadable';
}

interface UnderstoodStatement {
  /** As the index of statements knows it. */
  readonly name: number;
  readonly actor: string;
  readonly property: string;
  readonly saying: Saying;
  readonly value: Value;
  readonly mark: number;
}

/** In what two claims clash, as long as both say what they say. */
interface Clashes {
  readonly clashes: readonly Clash[];
  readonly uncertain: boolean;
}

/** So that two handles fit into one number. */
const MOST_CLAIMS = 2 ** 26;
const REMEMBERED_PROPERTIES = 64;
const REMEMBERED_VALUES = 2048;

/**
 * Conflicts of the first two kinds, declared and by proposition, found among the claims that share an actor and
 * a property or name one another: never by walking them all.
 */
export class Conflicts {
  asserters = new Asserters(new Map());
  private places = new Places(new Map());
  private readonly understood = new RememberedClaims<Understood>();
  /** By property and mark: values repeat, and not every claim has to be read for its own. */
  private readonly valuesOf = new Remembered<string, Remembered<number, Value>>(REMEMBERED_PROPERTIES);
  /** Answers to `rivals` since the last change: each claim is asked for several times over. */
  private readonly rivalsOf = new RememberedClaims<readonly number[]>();
  /** By both their numbers; likewise. */
  private readonly clashesOf = new RememberedClaims<Clashes>();

  constructor(
    private readonly store: ClaimStore,
    private readonly graph: ClaimGraph,
    private readonly statements: StatementIndex,
    private readonly times: Times,
    private readonly sayings: Sayings,
    private readonly values: Values,
  ) {}

  setContext(context: ReasoningContext): void {
    this.values.declare(context.properties);
    this.places = new Places(context.places);
    this.asserters = new Asserters(context.authors);
    this.understood.clear();
    this.valuesOf.clear();
    this.forgetPairs();
  }

  /** Forgets what was known of a claim that came or went. */
  forget(handle: number): void {
    this.understood.delete(handle);
    this.forgetPairs();
  }

  private forgetPairs(): void {
    this.rivalsOf.clear();
    this.clashesOf.clear();
  }

  /**
   * The claims that may conflict with this one: values that exclude its own at a time that may be the same, and
   * `contradicts` both ways.
   */
  rivals(handle: number): readonly number[] {
    let rivals = this.rivalsOf.get(handle);
    if (!rivals) {
      rivals = this.findRivals(handle);
      this.rivalsOf.set(handle, rivals, this.store.isLive(handle));
    }
    return rivals;
  }

  private findRivals(handle: number): readonly number[] {
    const { graph } = this;
    const found: number[] = [];
    const { statements, when } = this.understand(handle);
    // Nobody knows what a claim of an unreadable time contradicts.
    if (when !== 'unreadable' && statements.length > 0) {
      const from = firstDayOf(when);
      const to = lastDayOf(when);
      for (const own of statements)
        this.statements.forEachMeeting(own.name, from, to, (other, mark) => {
          if (mark !== own.mark && this.opposes(own, other, mark)) found.push(other);
        });
    }
    found.push(...graph.targets(handle, 'contradicts'), ...graph.sources(handle, 'contradicts'));
    return found.length > 1 ? graph.sorted([...new Set(found)]) : found;
  }

  /** Whether the value of that mark, which another claim states of the same property, excludes our own. */
  private opposes(own: UnderstoodStatement, other: number, mark: number): boolean {
    let values = this.valuesOf.get(own.property);
    if (!values) this.valuesOf.set(own.property, (values = new Remembered(REMEMBERED_VALUES)));
    let value = values.get(mark);
    if (!value) {
      const stated = this.understand(other).statements.find(
        (each) => each.mark === mark && each.property === own.property,
      );
      if (!stated) return false;
      values.set(mark, (value = stated.value));
    }
    return excludes(own.value, value, this.values.declarationOf(own.property)) !== null;
  }

  /** The conflicts of a claim, in the order of the other side's file and place. */
  of(handle: number): Conflict[] {
    return this.rivals(handle).flatMap((other) => this.between(handle, other) ?? []);
  }

  /** The conflict between two claims, settled or not; null when there is none. Symmetric. */
  between(one: number, other: number): Conflict | null {
    const [first, second] = this.graph.compare(one, other) <= 0 ? [one, other] : [other, one];
    const [a, b] = [this.store.claim(first), this.store.claim(second)];
    if (this.graph.targets(first, 'resolves').includes(second)) return null;
    if (this.graph.targets(second, 'resolves').includes(first)) return null;
    const declaredBy = [
      ...(this.graph.targets(first, 'contradicts').includes(second) ? [a.address] : []),
      ...(first !== second && this.graph.targets(second, 'contradicts').includes(first) ? [b.address] : []),
    ];
    const { clashes, uncertain } = this.clashes(first, second);
    if (declaredBy.length === 0 && clashes.length === 0) return null;
    const onlyUncertain = declaredBy.length === 0 && uncertain;
    return {
      kind: declaredBy.length > 0 ? 'declared' : 'proposition',
      a,
      b,
      declaredBy,
      clashes,
      within: first === second ? [...this.asserters.of(a)] : this.asserters.shared(a, b),
      hedged: a.certainty === 'low' || b.certainty === 'low' || onlyUncertain,
      settlement: this.settlement(first, second),
      consequence: null,
    };
  }

  private clashes(first: number, second: number): Clashes {
    const pair = first * MOST_CLAIMS + second;
    let known = this.clashesOf.get(pair);
    if (!known) {
      known = this.findClashes(first, second);
      this.clashesOf.set(pair, known, this.store.isLive(first) || this.store.isLive(second));
    }
    return known;
  }

  private findClashes(first: number, second: number): Clashes {
    const [left, right] = [this.understand(first), this.understand(second)];
    const together = this.circumstances(first, second);
    const clashes: Clash[] = [];
    if (!together) return { clashes, uncertain: false };
    let uncertain = true;
    left.statements.forEach((a, i) => {
      right.statements.forEach((b, j) => {
        if ((first === second && j <= i) || !sameSubject(a, b)) return;
        const declaration = this.values.declarationOf(a.property);
        const excluded = excludes(a.value, b.value, declaration);
        if (!excluded) return;
        uncertain &&= excluded.uncertain || together.uncertain;
        clashes.push({
          actor: a.actor,
          property: a.property,
          a: a.saying,
          b: b.saying,
          declaration,
        });
      });
    });
    return { clashes, uncertain: clashes.length > 0 && uncertain };
  }

  /** Whether the two speak of times that meet and places that agree; null when not. */
  private circumstances(first: number, second: number): { uncertain: boolean } | null {
    const [a, b] = [this.understand(first).when, this.understand(second).when];
    if (a === 'unreadable' || b === 'unreadable') return null;
    if (a && b && !meet(a.span, b.span)) return null;
    const [here, there] = [this.store.claim(first).where, this.store.claim(second).where];
    if (here && there && !this.places.compatible(here.text, there.text)) return null;
    return { uncertain: Boolean(a && b && (a.uncertain || b.uncertain)) };
  }

  /** Why a conflict of the two is at rest: by a claim that resolves both, or by the status of one. */
  settlement(first: number, second: number): Settlement | null {
    for (const judge of this.graph.sources(first, 'resolves')) {
      const by = this.store.claim(judge);
      if (isDead(by) || !this.graph.targets(judge, 'resolves').includes(second)) continue;
      const preferred = this.graph
        .targets(judge, 'prefers')
        .map((handle) => this.store.claim(handle).address);
      return { kind: 'resolved', by, preferred };
    }
    for (const claim of [this.store.claim(first), this.store.claim(second)])
      if (claim.status === 'rejected' || claim.status === 'withdrawn') return { kind: claim.status, claim };
    return null;
  }

  private understand(handle: number): Understood {
    let known = this.understood.get(handle);
    if (!known) {
      known = this.read(this.store.claim(handle));
      this.understood.set(handle, known, this.store.isLive(handle));
    }
    return known;
  }

  private read(claim: ClaimRecord): Understood {
    const statements = statementsOf(claim, this.sayings.of(claim)).map((statement): UnderstoodStatement => {
      const { actor, proposition } = statement;
      const saying = withoutPlaces(proposition);
      const property = saying.property.text;
      return {
        name: statementName(statement),
        actor,
        property,
        saying,
        value: this.values.of(saying),
        mark: markOf(statement) | 0,
      };
    });
    return { statements, when: timeOf(claim, this.times) };
  }
}

/** Whether a claim no longer stands: rejected by the annotator or withdrawn. */
export function isDead(claim: ClaimRecord): boolean {
  return claim.status === 'rejected' || claim.status === 'withdrawn';
}

function withoutPlaces({ property, operator, value }: Saying): Saying {
  return { property: { text: property.text }, operator, value: { text: value.text } };
}

function sameSubject(a: UnderstoodStatement, b: UnderstoodStatement): boolean {
  return a.actor === b.actor && a.property === b.property;
}
