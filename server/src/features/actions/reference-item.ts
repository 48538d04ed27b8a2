/** An entry of a text's own list of references as an item of a bibliography: as far as it was understood. */
import type { CslItem } from '../../bibliography/model.ts';
import type { FoundReference } from '../../found/model.ts';
import { cslName } from './note-work-item.ts';

const DOI = /\b10\.\d{4,9}\/[^\s"<>«»]*[\p{L}\p{N}]/u;
const URL = /https?:\/\/[^\s"<>«»]*[\p{L}\p{N}/]/u;
const THESIS =
  /\b(?:ph\.?\s?d\.?|doctoral|master['’]?s?|m\.?a\.?)\s(?:thesis|diss)|\bdiss(?:ertation)?\b|\bth[eè]se\b|\bm[ée]moire de\b|\btesis\b|\btesi di\b|\btese\b|\bdisserta[çc][ãa]o\b|学位论文/iu;
/** `12(2)`, `vol. 12, no. 2`, `v. 12, n. 2`, `Jg. 12, H. 2`. */
const VOLUME =
  /(?:^|[\s,])(?:(?:vol(?:ume)?|v|t|tome|bd|jg|jahrg)\.?\s?)?(\d{1,4})\s?(?:\(\s?(?:(?:no?|nr|nos|n[º°]|issue|h|heft)\.?\s?)?(\d{1,4}(?:[-–/]\d{1,4})?)\s?\)|[,.:]?\s(?:no?|nr|nos|n[º°]|issue|h|heft)\.?\s?(\d{1,4}))/iu;
const VOLUME_ALONE =
  /(?:^|[\s,])(?:vol(?:ume)?|v|t|tome|bd|jg|jahrg)\.?\s?(\d{1,4})(?!\d)|[,\s](\d{1,4})\s?[,:]\s?(?:pp?\.|S\.|\d)/iu;
const PLACE_AND_PUBLISHER =
  /(?:^|[.,(?!”"»]\s?)(\p{Lu}[\p{L}\p{M}’'-]+(?:[\s/,-]{1,2}\p{Lu}[\p{L}\p{M}.’'-]*){0,3})\s?:\s(\p{Lu}[^.:;()]{1,70}?)(?=[.,;)]|\s*$)/u;
const IN = /^["”»’']?\s?[.,:]?\s?(?:In|in|dans|en|em)[:\s]/u;

/**
 * The item of a reference under a key.
 * @param words the entry as written, on one line
 */
export function itemOfReference(reference: FoundReference, words: string, key: string): CslItem {
  const { names, editors, title, containerTitle, year, pages } = reference;
  const at = title === null ? -1 : words.indexOf(title.replace(/\s+/g, ' '));
  const behind = title === null || at < 0 ? words : words.slice(at + title.length);
  const doi = DOI.exec(behind)?.[0];
  const url = URL.exec(behind)?.[0];
  const plain = behind.replace(/https?:\/\/\S+|\bdoi:?\s?\S+/giu, ' ');
  const isPart = editors.length > 0 || IN.test(plain);
  const volume = containerTitle === null ? null : VOLUME.exec(plain);
  const alone = containerTitle === null || volume ? null : VOLUME_ALONE.exec(plain);
  const hasVolume = volume !== null || alone !== null;
  const imprint = PLACE_AND_PUBLISHER.exec(plain);
  const type = THESIS.test(behind)
    ? 'thesis'
    : isPart && !hasVolume
      ? 'chapter'
      : containerTitle !== null
        ? 'article-journal'
        : url !== undefined && imprint === null
          ? 'webpage'
          : 'book';
  const isBook = type === 'book' || type === 'thesis' || type === 'webpage';
  return {
    id: key,
    type,
    ...(names.length > 0 ? { author: names.map(cslName) } : {}),
    ...(editors.length > 0 ? { editor: editors.map(cslName) } : {}),
    ...(title === null ? {} : { title: title.replace(/\s+/g, ' ') }),
    ...(containerTitle === null || isBook ? {} : { 'container-title': containerTitle.replace(/\s+/g, ' ') }),
    ...(year === null ? {} : { issued: { 'date-parts': [[Number(year)]] } }),
    ...(hasVolume ? { volume: (volume?.[1] ?? alone?.[1] ?? alone?.[2])! } : {}),
    ...((volume?.[2] ?? volume?.[3]) ? { issue: (volume?.[2] ?? volume?.[3])! } : {}),
    ...(pages && !isBook
      ? { page: pages.from === pages.to ? `${pages.from}` : `${pages.from}–${pages.to}` }
      : {}),
    ...(imprint && type !== 'article-journal'
      ? { 'publisher-place': imprint[1]!.trim(), publisher: imprint[2]!.trim() }
      : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(url && !url.includes('doi.org/10.') ? { URL: url } : {}),
  };
}
