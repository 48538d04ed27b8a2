/** The output format of `sicetnon inspect`. */
import type { CitationMode } from '../../facts/model.ts';
import type { PositionRange } from '../../text/range.ts';
import type { QuotationOutcome } from '../../checking/checks.ts';
import type { UncheckedReason } from '../../checking/quotation-judgement.ts';
import type { Library } from '../../workspace/library.ts';

export interface InspectedNote {
  kind: 'marker' | 'definition';
  /** `pandoc`, `inline`, `superscript`, `html`, `caret`, `bracket`. */
  style: string;
  label: string;
  range: PositionRange;
  /** For a marker the range of the note's definition, null where there is none; for a definition null. */
  target: PositionRange | null;
}

export interface InspectedTarget {
  path: string;
  key: string;
  range: PositionRange;
}

export interface InspectedCitation {
  style: 'pandoc' | 'author-year' | 'number' | 'short-title';
  mode: CitationMode;
  text: string;
  key: string | null;
  /** The CiTO intent before the key; absent where there is none. */
  intent?: string;
  prefix: string;
  locator: string | null;
  suffix: string;
  range: PositionRange;
  targets: InspectedTarget[];
  status: 'resolved' | 'unresolved' | 'ambiguous';
  /** Whether a bibliography, or the text's own reference list, has its work. */
  verdict: 'found' | 'missing' | 'no-bibliography';
  /** Whether its locator can be in the work; null without a locator. */
  locatorVerdict: 'confirmed' | 'possible' | 'impossible' | 'unchecked' | null;
}

export interface InspectedQuotation {
  style: 'marked' | 'inline' | 'block';
  text: string;
  range: PositionRange;
  from: string | null;
  at: string | null;
  /** Whether the text of its work has it; `unknown` where the workspace has no such text. */
  status: 'exact' | 'different' | 'absent' | 'unknown';
  /** The overall result; null where it counts as a term or title rather than a quotation. */
  verdict: QuotationOutcome | null;
  /** Why it was not checked; null where it was. */
  reason: UncheckedReason | null;
  /** The passage, or the nearest; for an absent quotation one in another work, if any has it. */
  target: InspectedTarget | null;
}

export interface InspectedFile {
  path: string;
  notes: InspectedNote[];
  citations: InspectedCitation[];
  claims: object[];
  mentions: object[];
  quotations: InspectedQuotation[];
  references: object[];
  /** How well each list of notes or references of a text as found was understood. */
  lists: object[];
}

/** The entries of a key in the scope of the document. */
export function entryTargets(key: string, path: string, library: Library): InspectedTarget[] {
  return library.entries(path, key).map(({ path: file, entry }) => ({
    path: file,
    key: entry.key.text,
    range: library.linesOf(file)!.positions(entry.range),
  }));
}
