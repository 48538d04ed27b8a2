import { labelAround } from '../features/references/as-markdown-has-it.ts';
import type { InitializationOptions } from '../protocol/names.ts';
import type { TextRange } from '../text/range.ts';
import { extensionOf } from '../workspace/paths.ts';

/** Whether the editor lists headings, and what names a bracket's label, by itself. */
export function listsHeadings({ headings }: InitializationOptions, path: string): boolean {
  return headings?.includes(extensionOf(path)) ?? false;
}

/**
 * A place of a document at the range at which the editor tells it anyway, as a place that names the label around
 * `asked`; the place as it is where the editor does not.
 */
export function asEditorTells(place: TextRange, asked: TextRange, text: string): TextRange {
  const label = labelAround(text, asked);
  const own = label && labelAround(text, place);
  return own && text.slice(own.from, own.to) === text.slice(label.from, label.to) ? own : place;
}
