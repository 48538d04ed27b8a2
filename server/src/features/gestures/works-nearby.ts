import type { ActionRequest } from '../actions/action.ts';

/** How many works count as nearby. */
const NEAR = 5;

/** The works cited nearest to the selection, those in its paragraph first, each with its last locator. */
export function worksNearby({ view, selection, library }: ActionRequest): {
  key: string;
  locator: string | null;
  /** The distance in UTF-16 units. */
  distance: number;
}[] {
  const away = ({ from, to }: { from: number; to: number }) =>
    Math.max(0, from - selection.to, selection.from - to);
  const nearest = new Map<string, { key: string; locator: string | null; distance: number }>();
  for (const { key, range, locator } of view.facts.citations) {
    const distance = away(range);
    const known = nearest.get(key);
    if (known && known.distance <= distance) continue;
    nearest.set(key, { key, locator: locator && view.text.slice(locator.range), distance });
  }
  return [...nearest.values()]
    .sort((a, b) => a.distance - b.distance)
    .filter(({ key }) => library.entries(view.path, key).length > 0)
    .slice(0, NEAR);
}
