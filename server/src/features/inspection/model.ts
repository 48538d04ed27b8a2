/** The form in which `sicetnon inspect` prints what was read. */
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
  /** Of a marker: where its note is defined; null where there is none. Of a definition: null. */
  target: PositionRange | null;
}

export interface InspectedTarget {
  path: string;
  key: string;
  range: PositionRange;
}

export interface InspectedCitation {
  style: 'pandoc' | 'author-year' | 'short-title';
  mode: CitationMode;
  text: string;
  key: string | null;
  /** The CiTO intent in front of the key; absent where there is none. */
  intent?: string;
  prefix: string;
  locator: string | null;
  suffix: string;
  range: PositionRange;
  targets: InspectedTarget[];
  status: 'resolved' | 'unresolved' | 'ambiguous';
  /** Whether a bibliography, or the text's own list, holds its work. */
  verdict: 'found' | 'missing' | 'no-bibliography';
  /** Whether the place that it names can be in the work; null where it names none. */
  locatorVerdict: 'confirmed' | 'possible' | 'impossible' | 'unchecked' | null;
}

export interface InspectedQuotation {
  style: 'marked' | 'inline' | 'block';
  text: string;
  range: PositionRange;
  from: string | null;
  at: string | null;
  /** Whether the text of its work has it; unknown where no such text is in the workspace. */
  status: 'exact' | 'different' | 'absent' | 'unknown';
  /** What it came to, all considered; null where it is taken for no quotation: a term, a title. */
  verdict: QuotationOutcome | null;
  /** Why it was not checked; null where it was. */
  reason: UncheckedReason | null;
  /** The passage, or the nearest; of an absent quotation one in another work, if any has it. */
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
}

/** The entries that a key leads to, as the workspace has them. */
export function entryTargets(key: string, path: string, library: Library): InspectedTarget[] {
  return library.entries(path, key).map(({ path: file, entry }) => ({
    path: file,
    key: entry.key.text,
    range: library.linesOf(file)!.positions(entry.range),
  }));
}
