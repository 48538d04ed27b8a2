import type { Locator, PandocCitation } from '../../facts/model.ts';
import { citingOf } from '../views/citing.ts';
import { codeSpan, escapeLine } from '../../text/markdown-escape.ts';
import type { EntryAt } from '../../workspace/entry-at.ts';
import { placeLink, type FeatureRequest } from '../request.ts';

/** How many entries with one key are shown. */
const MOST_CARDS = 8;

/** The entry of `key`, the locator, and where the entry is defined. */
export function entryCard(key: string, locator: Locator | null, request: FeatureRequest): string | null {
  return entriesCard(request.library.entries(request.view.path, key), key, locator, request);
}

/** As `entryCard`, for entries that were looked up already. */
export function entriesCard(
  found: readonly EntryAt[],
  key: string,
  locator: Locator | null,
  request: FeatureRequest,
): string | null {
  const { library, view } = request;
  if (found.length === 0) return null;
  const cards = found.slice(0, MOST_CARDS).map(({ path, entry }) => {
    const printed = request.describeEntry(entry);
    const lines = [
      printed?.markdown ?? `**${escapeLine(key)}**: this entry of the bibliography cannot be read.`,
      ...(printed?.notes ?? []).map((note) => `*${escapeLine(note)}*`),
    ];
    if (locator) lines.push(`Cited here: ${escapeLine(view.text.slice(locator.range))}.`);
    const texts = library.documentsOfSource(key);
    const places = [placeLink(request, key, path, entry.key.range)];
    for (const text of texts)
      if (text !== view.path) places.push(placeLink(request, 'its text', text, { from: 0, to: 0 }));
    lines.push(places.join(' · '));
    return lines.join('\n\n');
  });
  if (found.length > 1) cards.unshift(`The bibliographies hold ${found.length} entries of this key.`);
  return cards.join('\n\n---\n\n');
}

/** What can be done where no bibliography is known at all; null elsewhere. `@name` may be a social media handle. */
export function nothingKnownCard(
  { key, mode }: PandocCitation,
  { library, view }: FeatureRequest,
): string | null {
  if (mode === 'AuthorInText' || citingOf(view.path, library).how !== 'none') return null;
  return `No bibliography is known here, so that nothing can be said of ${codeSpan(key)}. Put one beside this text, or name it in the front matter; *Choose My Library…* has a library of your own looked at, and *New Work…* describes the work here.`;
}
