/** Collections by many hands in which a note finds a work: ‘…, in AA.VV., Le navi, Torino, 1991’. */
import type { ReadWork } from './work-form.ts';
import { proseName } from './names.ts';
import { tidyTitle } from './note-titles.ts';
import type { TextRange } from '../text/range.ts';

const IN_VARIOUS =
  /[,.”"»’)\s](?:in|en|dans):?\s((?:AA\.?\s?VV|VV\.?\s?AA)\.?),\s["“«]?([\p{Lu}\p{Lo}][^“”"«»;]{2,160}?)["”»]?(?=,|\.\s|\s?\()/iu;

/** The collection by unnamed authors within the rest of a description; null if there is none. */
export function collectionIn(text: string, { from, to }: TextRange): ReadWork['container'] {
  const match = IN_VARIOUS.exec(text.slice(from, to));
  if (!match) return null;
  return {
    range: { from: from + match.index + match[0].indexOf(match[1]!), to },
    names: [proseName(match[1]!)],
    title: tidyTitle(match[2]!),
  };
}
