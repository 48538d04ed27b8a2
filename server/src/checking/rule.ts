import type { DocumentFacts, Suppression } from '../facts/model.ts';
import type { FactLists } from '../facts/shift.ts';
import type { FoundFacts } from '../found/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import type { CombinedText } from '../workspace/combined-texts.ts';
import type { Library } from '../workspace/library.ts';
import type { Severity } from '../workspace/project.ts';
import type { QuotationVerdicts } from '../workspace/quotation-verdicts.ts';
import type { DocumentSummary, Named } from '../workspace/summary.ts';

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
}

/** A change that mends a finding, as splices of the document it stands in. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly range: TextRange; readonly insert: string }[];
}

/** What a rule says of a place. */
export interface Finding {
  readonly code: string;
  readonly range: TextRange;
  readonly message: string;
  /** Where it differs from the rule's own; what the project says still comes first. */
  readonly severity?: Exclude<Severity, 'off'>;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** The words could go: editors fade them. */
  readonly unnecessary?: boolean;
  /** Said only where somebody keeps works or actors, though the rule’s other findings are said everywhere. */
  readonly needsScholarship?: true;
}

/** What a rule says before the runner has put its code on it. */
export type Observation = Omit<Finding, 'code'>;

/** A document under the eyes of a rule that needs its own words only. */
export interface DocumentView {
  readonly path: string;
  readonly text: DocumentText;
  readonly facts: DocumentFacts;
  /** What it says in the manner of printed texts: numbered notes, names and years, short titles. */
  readonly found: FoundFacts;
  /** False where a quick look says that `found` holds nothing but what a bibliography would have to tell. */
  readonly mayHoldFound?: boolean;
}

/** A block under the eyes of a rule that looks at each by itself; the document may be seen as one. */
export interface BlockView {
  readonly facts: FactLists;
  readonly text: { slice(range: TextRange): string };
}

/** All else that there is, for rules that need it. Rules read, and never hold on to it. */
export interface World {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  readonly quotations: QuotationVerdicts;
}

/** An example of a rule: a fixture (`//- path`, ranges drawn as `⟦code|words⟧`) and what it shows. */
export interface RuleExample {
  readonly title: string;
  readonly fixture: string;
}

/** The lists of facts that give names. */
export type NameList = 'markers' | 'definitions' | 'claimNames';

/**
 * A file that documents lean on, or one that could not be read, under the eyes of a rule about files. A file that is
 * several of these is the first of them in this order.
 */
export type FileView = {
  readonly path: string;
  /** Before all is read, nothing may be said to be missing. */
  readonly allIsRead: boolean;
} & (
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'project' | 'inherited-settings' | 'bibliography' | 'register' }
);

/** The suppression comments of a document that silenced nothing, and the codes of all rules. */
export interface IdleSuppressions {
  readonly path: string;
  readonly idle: readonly Suppression[];
  readonly knownCodes: ReadonlySet<string>;
}

/** What every rule says of itself. */
export interface RuleCard {
  readonly code: string;
  readonly severity: Severity;
  /** A few words for headings and settings. */
  readonly title: string;
  /** What it reports. */
  readonly what: string;
  /** Why that matters to a scholar. */
  readonly why: string;
  /** Said only where somebody keeps works or actors: a bibliography, a register, or a citation that is understood. */
  readonly needsScholarship?: true;
  /** Run as tests and printed as the rule's page. At least one reports, at least one stays silent. */
  readonly examples: readonly RuleExample[];
}

/** Sees a document's own words as a whole, and runs when they change. */
export interface DocumentRule extends RuleCard {
  /** It looks at `found`, and at nothing else: not run where that holds nothing. */
  readonly readsFound?: true;
  /** Whether it says anything depends on the names in these lists alone, and on their order. */
  readonly dependsOnNames?: readonly NameList[];
  readonly checkDocument: (view: DocumentView) => Iterable<Observation>;
  /**
   * Of a document that stands in one text with others: what it says of the document's place in all these texts, instead of
   * what it said of its own words alone (`own`).
   */
  readonly checkInTexts?: (part: PartView, own: readonly Finding[]) => Iterable<Observation>;
}

/** A document among those with which it makes one text, or several. */
export interface PartView {
  readonly summary: DocumentSummary;
  readonly texts: readonly CombinedText[];
  readonly library: Library;
}

/**
 * Sees each block by itself, so that an edit of a long document costs no more than of a short one. What it says of a
 * block is remembered while the block stands; its findings have no related places in the block.
 */
export interface BlockRule extends RuleCard {
  readonly checkBlock: (view: BlockView) => Iterable<Observation>;
}

/**
 * Sees a document's summary and the rest of the workspace. It runs as well when a name that the document seeks
 * changes hands, without the document being read again.
 */
export interface LinkRule extends RuleCard {
  readonly checkLinks: (summary: DocumentSummary, world: World) => Iterable<Observation>;
  /** Works out in steps what `checkLinks` will ask for: of a long document that may be much. */
  readonly prepareLinks?: (summary: DocumentSummary, world: World) => Generator<void, void>;
}

/**
 * Sees each work and actor named, and of all else no more than what documents share (`Library.version`). What it says
 * of the names in a block is remembered while the block and that version stand.
 */
export interface NameRule extends RuleCard {
  readonly checkNames: (named: Named, world: World) => Iterable<Observation>;
}

/** Sees files that are no documents: the project file, bibliographies, registers, what cannot be read. */
export interface FileRule extends RuleCard {
  readonly checkFile: (view: FileView, world: World) => Iterable<Observation>;
}

/** Sees the suppression comments that silenced none of what the other rules found. */
export interface SuppressionRule extends RuleCard {
  readonly checkSuppressions: (view: IdleSuppressions) => Iterable<Observation>;
}

/** A rule, one file each, by what it checks. It may check in more than one way. */
export type Rule = DocumentRule | BlockRule | LinkRule | NameRule | FileRule | SuppressionRule;
