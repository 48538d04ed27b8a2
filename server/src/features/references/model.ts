import type { DocumentView } from '../../checking/rule.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';

/** Something with a name by which other places refer to it. */
export type Subject =
  | { readonly kind: 'note'; readonly path: string; readonly label: string }
  /** A numbered note of a found text; `note` is its index. */
  | { readonly kind: 'found-note'; readonly path: string; readonly note: number }
  /** An entry of a text's own reference list; `reference` is its index. */
  | { readonly kind: 'found-work'; readonly path: string; readonly reference: number }
  /** A work that notes cite; `note` and `work` are the indices of a description of it. */
  | { readonly kind: 'note-work'; readonly path: string; readonly note: number; readonly work: number }
  /** `near` is a file that names or defines it: two bibliographies may use one key for different works. */
  | { readonly kind: 'work'; readonly key: string; readonly near: string }
  | { readonly kind: 'claim'; readonly claim: ClaimRecord }
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'property'; readonly name: string };

/** A subject, and the words that name it at the position of the request. */
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
  /** Whether the name is written without escapes, so that it can be replaced. */
  readonly exact: boolean;
  /** Whether the word may also mean something else. */
  readonly ambiguous?: boolean;
}

/** Occurrences in no order, perhaps with duplicates; null where the caller may yield. */
export type Occurrences = Generator<Occurrence | null, void>;

/** Where to search for occurrences. */
export interface ReferenceWorld {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The document of the request, for what only its text tells; null where it is no document. */
  readonly view: DocumentView | null;
  /** Search only this document. */
  readonly only?: string;
}

/** An occurrence from a token. */
export function occurrence(
  path: string,
  token: { readonly text: string; readonly range: TextRange },
  role: Occurrence['role'] = 'use',
  ambiguous = false,
): Occurrence {
  const exact = token.range.to - token.range.from === token.text.length;
  return { path, range: token.range, role, exact, ...(ambiguous ? { ambiguous } : {}) };
}
