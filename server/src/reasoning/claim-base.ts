import { ClaimGraph } from './claim-graph.ts';
import { ClaimStore } from './claim-store.ts';
import { ClaimWords } from './claim-words.ts';
import type { CountedRivals } from './conflict-tally.ts';
import { Conflicts } from './conflicts.ts';
import { Consequences } from './consequences.ts';
import { HashMultimap } from './hash-multimap.ts';
import { LastAnswers } from './last-answers.ts';
import type { ReasoningContext } from './model.ts';
import { Nearness } from './nearness.ts';
import { PlaceNames } from './place-names.ts';
import { QuietClaims } from './quiet-claims.ts';
import { Sayings } from './says.ts';
import { StatementIndex } from './statement-index.ts';
import { Support } from './support.ts';
import { Times } from './time.ts';
import { Values } from './values.ts';

/**
 * The claims of a workspace, the names by which they find each other, and what works out the rest of them: `ClaimKeeper`
 * writes it, `ReasoningIndex` answers out of it.
 */
export class ClaimBase {
  readonly store = new ClaimStore();
  readonly index = new HashMultimap();
  readonly statements = new StatementIndex();
  /** What addresses may begin with. */
  readonly places = new PlaceNames();
  readonly graph = new ClaimGraph(this.store, this.index, this.places);
  readonly support = new Support(this.store, this.graph);
  readonly words = new ClaimWords();
  readonly quiet = new QuietClaims();
  /** Of claims in very many conflicts how many they are, until something near changes its meaning. */
  readonly counted = new Map<number, CountedRivals>();
  /** Files last told of addresses that do not lead to one claim: what comes or goes may be nearer to what they mean. */
  readonly waiting = new Set<string>();
  readonly last = new LastAnswers();
  /** Reads `when` and dates among values. */
  readonly times = new Times();
  /** Reads what claims say. */
  readonly sayings = new Sayings();
  /** Reads values as the project declares their properties. */
  readonly values = new Values(this.times);
  readonly conflicts = new Conflicts(
    this.store,
    this.graph,
    this.statements,
    this.times,
    this.sayings,
    this.values,
  );
  readonly consequences = new Consequences(this.store, this.graph, this.conflicts);
  readonly nearness = new Nearness(this.store, this.graph, this.conflicts, this.consequences, this.support);
  context: ReasoningContext = {
    properties: new Map(),
    places: new Map(),
    authors: new Map(),
  };
}
