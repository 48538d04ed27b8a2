import type { Suppression } from '../../facts/model.ts';
import type { FoundResolution } from '../../found/model.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { DocumentView, Finding } from '../../checking/rule.ts';
import type { Syntax } from '../../syntax/tree.ts';
import type { LineIndex } from '../../text/line-index.ts';
import type { TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';

/** A splice of a file's text; offsets count in the text as it is, before any of an action's edits. */
export interface ActionEdit {
  readonly path: string;
  readonly range: TextRange;
  /** With `\n` line ends. */
  readonly insert: string;
  /** A stretch of `insert`, counted in it, that the person is to write over; an editor that can selects it. */
  readonly select?: TextRange;
}

/** The kinds of actions, named as the protocol names them: a client may ask for `source` and get all of these. */
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
  renumberNotes: 'source.sicetnon.renumberNotes',
  sortNotes: 'source.sicetnon.sortNotes',
  convertAllNotes: 'source.sicetnon.convertNotes',
  convertAllCitations: 'source.sicetnon.convertCitations',
} as const;

export type ActionKind = (typeof actionKinds)[keyof typeof actionKinds];

/** Something that an editor can do for a person who asks for it. Nothing is done unasked. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** Works the edits out, all of one undoable change; they do not overlap. */
  readonly edits: () => readonly ActionEdit[];
  /** A file that has to be made before it can be edited. */
  readonly creates?: string;
  /** The findings that are gone afterwards. */
  readonly fixes?: readonly Finding[];
  /** It only silences a finding. */
  readonly silences?: string;
  /** The findings that it deals with, though more is left to do by hand. */
  readonly concerns?: readonly Finding[];
  /** It changes much: the person is shown what, before it is done. */
  readonly needsPreview?: boolean;
  /**
   * What the person has to choose before there are edits. A client that cannot ask is offered what `edits` has, if
   * anything.
   */
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
  /** What it is asked about, as the choices for it have it; else what stands at the cursor. */
  readonly askedOf?: string;
  /** The one that a person most likely wants. */
  readonly isPreferred?: boolean;
}

/** A question for actions: a selection, perhaps empty, in an open document. */
export interface ActionRequest {
  readonly view: DocumentView;
  readonly syntax: Syntax;
  readonly selection: TextRange;
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The findings on the document, worked out when first asked for. */
  readonly findings: () => readonly Finding[];
  /** Whether a finding would be reported where these comments stand; `lines` are those of the text with them. */
  readonly isReported: (finding: Finding, suppressions: readonly Suppression[], lines: LineIndex) => boolean;
  /** What its found citations mean in its bibliographies, worked out when first asked for. */
  readonly resolution: () => FoundResolution;
}

/** Actions for a finding. An empty list where there is nothing to be done about it. */
export type FindingActions = (finding: Finding, request: ActionRequest) => readonly Action[];

/** Actions for a selection or a document; `wants` says which kinds are asked for. */
export type TextActions = (request: ActionRequest, wants: (kind: ActionKind) => boolean) => readonly Action[];
