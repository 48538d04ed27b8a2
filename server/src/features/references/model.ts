import type { DocumentView } from '../../checking/rule.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';

/** Something with a name by which other places refer to it. */
export type Subject =
  | { readonly kind: 'note'; readonly path: string; readonly label: string }
  /** A numbered note of a text as found; `note` is its index. */
  | { readonly kind: 'found-note'; readonly path: string; readonly note: number }
  /** An entry of a text's own list of references; `reference` is its index. */
  | { readonly kind: 'found-work'; readonly path: string; readonly reference: number }
  /** `near` is a file that names or defines it: two bibliographies may use one key for two works. */
  | { readonly kind: 'work'; readonly key: string; readonly near: string }
  | { readonly kind: 'claim'; readonly claim: ClaimRecord }
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'property'; readonly name: string };

/** A subject and the words that name it at the place that was asked about. */
export interface SubjectAt {
  readonly subject: Subject;
  readonly range: TextRange;
}

/** A place that names a subject. */
export interface Occurrence {
  readonly path: string;
  /** The name alone, without signs and brackets. */
  readonly range: TextRange;
  readonly role: 'definition' | 'use';
  /** The name stands there letter by letter, not by escapes; then it can be written over. */
  readonly exact: boolean;
  /** The same word may mean something else as well. */
  readonly ambiguous?: boolean;
}

/** Occurrences as they are found, in no order, some perhaps twice; null where whoever gathers them may rest. */
export type Occurrences = Generator<Occurrence | null, void>;

/** Where occurrences are looked for. */
export interface ReferenceWorld {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The document that was asked about, for what only its own text knows; null where it is none. */
  readonly view: DocumentView | null;
  /** Look in this document only. */
  readonly only?: string;
}

/** The occurrence of a name as a token has it. */
export function occurrence(
  path: string,
  token: { readonly text: string; readonly range: TextRange },
  role: Occurrence['role'] = 'use',
  ambiguous = false,
): Occurrence {
  const exact = token.range.to - token.range.from === token.text.length;
  return { path, range: token.range, role, exact, ...(ambiguous ? { ambiguous } : {}) };
}
