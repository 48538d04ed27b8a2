import { shareAPage } from './comparison.ts';
import { readPageRanges } from './page-ranges.ts';

/** The numbers of a passage, as far as its text has page, paragraph and note numbers. */
interface NumberedPlace {
  readonly page?: string;
  readonly paragraph?: string;
  readonly section?: string;
  readonly note?: string;
}

/**
 * Whether a locator names the place: `label` in CSL's terms (page, paragraph, section, note), `value` as written
 * (`20-23`, `327–28`, `5, 9`, `xi`). Null when the place has no number of that kind, either cannot be read, or they
 * count in different ways: then nothing can be said. A place known as `663-664` agrees with either page.
 */
export function agreesWithLocator(place: NumberedPlace, label: string, value: string): boolean | null {
  const known =
    label === 'page'
      ? place.page
      : label === 'paragraph'
        ? // In many languages `§` is read as the sign of a paragraph.
          (place.paragraph ?? place.section)
        : label === 'section'
          ? place.section
          : label === 'note'
            ? place.note
            : undefined;
  const here = known === undefined ? null : readPageRanges(known);
  const named = readPageRanges(value);
  if (!here || !named) return null;
  const answers = named.map((range) => shareAPage(range, here[0]!));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
