import type { Place } from './model.ts';

const NUMBERS = /(\d{1,6})(?:\s?[-–—]\s?(\d{1,6}))?/g;

/**
 * Whether a locator names the place: `label` in CSL's terms (page, paragraph, note), `value` as written
 * (`20-23`, `327–28`, `5, 9`). Null when the place has no number of that kind, or either is not plain
 * digits: then nothing can be said. A place known as `663-664` agrees with either page.
 */
export function agreesWithLocator(place: Place, label: string, value: string): boolean | null {
  const known =
    label === 'page'
      ? place.page
      : label === 'paragraph'
        ? place.paragraph
        : label === 'note'
          ? place.note
          : undefined;
  if (known === undefined) return null;
  const [here] = numberRanges(known);
  const named = numberRanges(value);
  if (!here || named.length === 0) return null;
  return named.some(([from, to]) => from <= here[1] && here[0] <= to);
}

function numberRanges(text: string): [number, number][] {
  return [...text.matchAll(NUMBERS)].map((match) => {
    const from = match[1]!;
    const to = match[2] ?? from;
    // 327–28 goes on to 328.
    const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
    return [Number(from), Number(whole)];
  });
}
