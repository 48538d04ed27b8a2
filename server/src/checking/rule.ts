import type { Suppression } from '../facts/model.ts';
import type { DocumentFacts, FactLists } from '../facts/fact-lists.ts';
import type { FoundFacts } from '../found/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import type { CombinedText } from '../workspace/combined-texts.ts';
import type { Library } from '../workspace/library.ts';
import type { Severity } from '../workspace/project.ts';
import type { QuotationVerdicts } from '../workspace/quotation-verdicts.ts';
import type { DocumentSummary, Named } from '../workspace/summary.ts';

/** A related place of a finding. */
export interface RelatedPlace {
  readonly path: string;
  readonly range: TextRange;
  readonly message: string;
}

/** A correction for a finding, as splices of its document. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly range: TextRange; readonly insert: string }[];
}

/** What a rule reports at a place. */
export interface Finding {
  readonly code: string;
  readonly range: TextRange;
  readonly message: string;
  /** Set if it differs from the rule's; the project file takes precedence. */
  readonly severity?: Exclude<Severity, 'off'>;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Whether the words are superfluous: editors fade them. */
  readonly unnecessary?: boolean;
  /**
   * Reported only in scholarly work (`Library.isScholarly`), although other findings of the rule are always reported.
   */
  readonly needsScholarship?: true;
}

/** A finding without the code, which the runner adds. */
export type Observation = Omit<Finding, 'code'>;

/** A document for rules that need only its own text. */
export interface DocumentView {
  readonly path: string;
  readonly text: DocumentText;
  readonly facts: DocumentFacts;
  /** Facts of found texts: numbered notes, author-year citations, short titles. */
  readonly found: FoundFacts;
  /** False where a quick test shows that `found` has only what a bibliography would have to resolve. */
  readonly mayHoldFound?: boolean;
}

/** A block for rules that check each by itself; a whole document can be passed as one. */
export interface BlockView {
  readonly facts: FactLists;
  readonly text: { slice(range: TextRange): string };
}

/** The rest of the workspace. Rules read it and do not keep references to it. */
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

/** Lists of facts that give names. */
export type NameList = 'markers' | 'definitions' | 'claimNames';

/**
 * A shared file, or one that could not be read, for file rules. A file of several kinds is the first in this order.
 */
export type FileView = {
  readonly path: string;
  /** False during the first reading, when nothing may be reported as missing. */
  readonly allIsRead: boolean;
} & (
  | { readonly kind: 'unreadable'; readonly why: string }
  /** A document whose encoding was guessed. */
  | { readonly kind: 'guessed' }
  | { readonly kind: 'project' | 'inherited-settings' | 'bibliography' | 'register' }
);

/** The idle suppressions of a document, and the codes of all rules. */
export interface IdleSuppressions {
  readonly path: string;
  readonly idle: readonly Suppression[];
  readonly knownCodes: ReadonlySet<string>;
}

/** The description of a rule. Title, what and remark are marked as `deferred`: editors show them. */
export interface RuleCard {
  readonly code: string;
  readonly severity: Severity;
  /** A short title for headings and settings. */
  readonly title: string;
  /** What it reports. */
  readonly what: string;
  /** What `what` ends with, where several rules share that. */
  readonly remark?: string;
  /** Why that matters to a scholar. */
  readonly why: string;
  /** Why no program can offer a fix, where none does; not shown to users. */
  readonly withoutFix?: string;
  /** Reported only in scholarly work: where there is a bibliography, a register, or a citation that resolves. */
  readonly needsScholarship?: true;
  /** Run as tests, and printed on the rule's page. At least one must report, and at least one must not. */
  readonly examples: readonly RuleExample[];
}

/** Checks the text of a document as a whole, and runs when it changes. */
export interface DocumentRule extends RuleCard {
  /** Set if it checks only `found`: it is not run where that is empty. */
  readonly readsFound?: true;
  /** Set if its result depends only on the names in these lists, and their order. */
  readonly dependsOnNames?: readonly NameList[];
  readonly checkDocument: (view: DocumentView) => Iterable<Observation>;
  /**
   * For a document that is part of larger texts: its findings in all of them, in place of those on the document alone
   * (`own`).
   */
  readonly checkInTexts?: (part: PartView, own: readonly Finding[]) => Iterable<Observation>;
}

/** A document with the texts that it is a part of. */
export interface PartView {
  readonly summary: DocumentSummary;
  readonly texts: readonly CombinedText[];
  readonly library: Library;
}

/**
 * Checks each block by itself, so that an edit costs no more in a long document. Results are cached with the block,
 * so its findings have no related places in the block.
 */
export interface BlockRule extends RuleCard {
  readonly checkBlock: (view: BlockView) => Iterable<Observation>;
}

/**
 * Checks a document's summary with the rest of the workspace. It runs also when the definition of a name that the
 * document seeks changes, without parsing the document.
 */
export interface LinkRule extends RuleCard {
  readonly checkLinks: (summary: DocumentSummary, world: World) => Iterable<Observation>;
  /** Computes in steps what `checkLinks` will need, which may be much for a long document. */
  readonly prepareLinks?: (summary: DocumentSummary, world: World) => Generator<void, void>;
}

/**
 * Checks each work and actor that is named, and otherwise depends only on shared state (`Library.version`). Results
 * for the names in a block are cached for that version.
 */
export interface NameRule extends RuleCard {
  readonly checkNames: (named: Named, world: World) => Iterable<Observation>;
}

/** Checks files that are no documents: project file, bibliographies, registers, and unreadable files. */
export interface FileRule extends RuleCard {
  readonly checkFile: (view: FileView, world: World) => Iterable<Observation>;
}

/** Checks idle suppressions, after all other rules. */
export interface SuppressionRule extends RuleCard {
  readonly checkSuppressions: (view: IdleSuppressions) => Iterable<Observation>;
}

/** A rule, one per file, by what it checks. It may check in several ways. */
export type Rule = DocumentRule | BlockRule | LinkRule | NameRule | FileRule | SuppressionRule;
