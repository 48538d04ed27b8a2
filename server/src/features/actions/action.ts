import type { Suppression } from '../../facts/model.ts';
import type { FoundResolution } from '../../found/model.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { DocumentView, Finding } from '../../checking/rule.ts';
import type { Syntax } from '../../syntax/tree.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';

/** A splice of a file's text; offsets are in the text before any of an action's edits. */
export interface ActionEdit {
  readonly path: string;
  readonly range: TextRange;
  /** With LF line ends. */
  readonly insert: string;
  /** The part of `insert`, in its own offsets, that the user is to replace; editors that can select it. */
  readonly select?: TextRange;
}

/** The kinds of actions, named as in the protocol: a client that asks for `source` gets all of these. */
export const actionKinds = {
  fix: 'quickfix',
  convertNotes: 'refactor.rewrite.sicetnon.convertNotes',
  convertCitations: 'refactor.rewrite.sicetnon.convertCitations',
  markClaim: 'refactor.surround.sicetnon.claim',
  markActor: 'refactor.surround.sicetnon.actor',
  markQuotation: 'refactor.surround.sicetnon.quotation',
  cite: 'refactor.sicetnon.cite',
  addNote: 'refactor.sicetnon.note',
  describe: 'refactor.sicetnon.describe',
  relate: 'refactor.sicetnon.relate',
  showSource: 'refactor.sicetnon.showSource',
  renumberNotes: 'source.sicetnon.renumberNotes',
  sortNotes: 'source.sicetnon.sortNotes',
  convertAllNotes: 'source.sicetnon.convertNotes',
  convertAllCitations: 'source.sicetnon.convertCitations',
  convertToPandoc: 'source.sicetnon.convertToPandoc',
  convertAllShortForms: 'source.sicetnon.convertShortForms',
  bibliographyOfNotes: 'source.sicetnon.bibliographyOfNotes',
} as const;

/** Actions that need no more than the words of a text. */
const OF_TEXT: ReadonlySet<string> = new Set([
  actionKinds.convertNotes,
  actionKinds.convertCitations,
  actionKinds.convertAllNotes,
  actionKinds.convertAllCitations,
  actionKinds.convertAllShortForms,
  actionKinds.convertToPandoc,
  actionKinds.bibliographyOfNotes,
]);

/** Whether actions of a kind are offered in a plain text, too, that is no document of a project. */
export function isOfText(kind: ActionKind): boolean {
  return OF_TEXT.has(kind);
}

export type ActionKind = (typeof actionKinds)[keyof typeof actionKinds];

/** A code action. Nothing is done without being asked for. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** Computes the edits, which are disjoint and form one undo step. */
  readonly edits: () => readonly ActionEdit[];
  /** A file to be created before it is edited. */
  readonly creates?: string;
  /** The findings that are gone afterwards. */
  readonly fixes?: readonly Finding[];
  /** Set if it only suppresses a finding: the code of its rule. */
  readonly silences?: string;
  /** The findings that it addresses, with more left to do by hand. */
  readonly concerns?: readonly Finding[];
  /** Whether to show the changes before applying them, because there are many. */
  readonly needsPreview?: boolean;
  /** What the user has to choose first. A client that cannot ask gets the result of `edits`, if any. */
  readonly asks?:
    | 'newWork'
    | 'chooseLibrary'
    | 'allowFolder'
    | 'actor'
    | 'quotation'
    | 'cite'
    | 'holder'
    | 'subject'
    | 'statement'
    | 'contradicts'
    | 'supports'
    | 'qualifies'
    | 'settle';
  /**
   * The subject of the question, in the terms of its choices; by default what is at the cursor. Of `cite` the place of the
   * citation, as zero-based line and column: `12:30`.
   */
  readonly askedOf?: string;
  /** Whether it is the most likely choice. */
  readonly isPreferred?: boolean;
}

/** A request for actions: a selection, perhaps empty, in an open document. */
export interface ActionRequest {
  readonly view: DocumentView;
  readonly syntax: Syntax;
  readonly selection: TextRange;
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The findings in the document, computed on demand. */
  readonly findings: () => readonly Finding[];
  /** Whether a finding would be reported with these suppressions; `lines` is the index of the text with them. */
  readonly isReported: (finding: Finding, suppressions: readonly Suppression[], lines: LineIndex) => boolean;
  /** The meaning of found citations in the document's bibliographies, computed on demand. */
  readonly resolution: () => FoundResolution;
}

/** The actions for a finding; empty if there is nothing to offer. */
export type FindingActions = (finding: Finding, request: ActionRequest) => readonly Action[];

/** The actions for a selection or a document; `wants` filters by kind. */
export type TextActions = (request: ActionRequest, wants: (kind: ActionKind) => boolean) => readonly Action[];
