import { ClaimGraph } from './claim-graph.ts';
import type { CountedRivals } from './conflict-tally.ts';
import { Conflicts } from './conflicts.ts';
import { Consequences } from './consequences.ts';
import { LastAnswers } from './last-answers.ts';
import type { ReasoningContext } from './model.ts';
import { Nearness } from './nearness.ts';
import { PlaceNames } from './place-names.ts';
import { QuietClaims } from './quiet-claims.ts';
import { Sayings } from './says.ts';
import { Support } from './support.ts';
import { Times } from './time.ts';
import { Values } from './values.ts';
import type { ClaimNames, ClaimRecords, ClaimTables, ClaimWords, StatementTable } from '../store/model.ts';

/**
 * The claims of a workspace, their indexes, and the parts that derive answers from them. `ClaimKeeper` writes
 * it, `ReasoningIndex` reads it.
 */
export class ClaimBase {
  readonly store: ClaimRecords;
  readonly index: ClaimNames;
  readonly statements: StatementTable;
  readonly words: ClaimWords;
  /** The places that addresses may begin with. */
  readonly places = new PlaceNames();
  readonly graph: ClaimGraph;
  readonly support: Support;
  readonly quiet = new QuietClaims();
  /**
   * Cached counts for claims in very many conflicts, dropped when the meaning of a claim near them changes.
   */
  readonly counted = new Map<number, CountedRivals>();
  /**
   * Files whose unresolved addresses were reported: claims that are added or removed may change the
   * suggestions.
   */
  readonly waiting = new Set<string>();
  readonly last = new LastAnswers();
  /** Parses `when` and dates among values. */
  readonly times = new Times();
  /** Parses `says`. */
  readonly sayings = new Sayings();
  /** Parses values by the declared type of their property. */
  readonly values = new Values(this.times);
  readonly conflicts: Conflicts;
  readonly consequences: Consequences;
  readonly nearness: Nearness;
  context: ReasoningContext = {
    properties: new Map(),
    places: new Map(),
    authors: new Map(),
  };

  constructor(readonly tables: ClaimTables) {
    const { records, names, statements, words } = tables;
    this.store = records;
    this.index = names;
    this.statements = statements;
    this.words = words;
    this.graph = new ClaimGraph(records, names, this.places);
    this.support = new Support(records, this.graph);
    this.conflicts = new Conflicts(records, this.graph, statements, this.times, this.sayings, this.values);
    this.consequences = new Consequences(records, this.graph, this.conflicts);
    this.nearness = new Nearness(records, this.graph, this.conflicts, this.consequences, this.support);
  }
}
