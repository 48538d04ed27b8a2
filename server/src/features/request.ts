import type { PrintedEntry } from '../bibliography/entry-printer.ts';
import type { BibliographyEntry } from '../bibliography/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { DocumentView } from '../checking/rule.ts';
import { escapeInline, escapeLabel } from '../text/markdown-escape.ts';
import type { TextRange } from '../text/range.ts';
import { isWorkFile } from '../workspace/attached-file.ts';
import type { Library } from '../workspace/library.ts';
import { nameOf } from '../workspace/paths.ts';
import type { QuotationVerdicts } from '../workspace/quotation-verdicts.ts';

/** Creates the URL of a place for links in hovers; hosts implement it. */
export interface Links {
  to(path: string, line: number): string;
}

/** A request for a position in an open document. */
export interface FeatureRequest {
  readonly view: DocumentView;
  readonly offset: number;
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  readonly quotations: QuotationVerdicts;
  readonly links: Links | null;
  /**
   * An entry in the document's citation style, or the best description available now; null when it cannot be read.
   */
  readonly describeEntry: (entry: BibliographyEntry) => PrintedEntry | null;
}

/** A Markdown link to a place, or its label where there are no links. `label` is plain text. */
export function placeLink(request: FeatureRequest, label: string, path: string, range: TextRange): string {
  if (isWorkFile(path)) return `${escapeLabel(label)} (${escapeInline(nameOf(path))})`;
  const line = request.library.linesOf(path)?.lineAt(range.from) ?? 0;
  return request.links
    ? `[${escapeLabel(label) || 'here'}](${request.links.to(path, line)})`
    : `${escapeLabel(label)} (${escapeInline(path)}:${line + 1})`;
}
