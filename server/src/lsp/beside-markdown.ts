import { labelAround } from '../features/references/as-markdown-has-it.ts';
import type { InitializationOptions } from '../protocol/names.ts';
import type { TextRange } from '../text/range.ts';
import { extensionOf } from '../workspace/paths.ts';

/** Whether the editor's own Markdown support lists headings and link labels. */
export function listsHeadings({ headings }: InitializationOptions, path: string): boolean {
  return headings?.includes(extensionOf(path)) ?? false;
}

/**
 * Adjusts a place to the range that the editor's own Markdown support reports for the label around `asked`, so that
 * duplicates are merged; unchanged where it reports none.
 */
export function asEditorTells(place: TextRange, asked: TextRange, text: string): TextRange {
  const label = labelAround(text, asked);
  const own = label && labelAround(text, place);
  return own && text.slice(own.from, own.to) === text.slice(label.from, label.to) ? own : place;
}
