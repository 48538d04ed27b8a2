import { readPackage } from './epub-package.ts';
import { decodePage } from './html-encoding.ts';
import { readPageInto } from './html-text.ts';
import type { WorkText } from './model.ts';
import { ReflowedText } from './reflowed-text.ts';
import { readingOf, Unreadable } from './unreadable.ts';
import type { WorkReading } from './work-reader.ts';
import { Zip, ZIP_LIMITS, type ZipLimits } from './zip.ts';

const NO_PAGES: ReadonlyMap<string, string> = new Map();

/**
 * The text of an EPUB in the order of its spine, notes last, with the printed pages that its list of pages or its marks
 * tell. Nothing outside of the archive is followed. A part that is named and not there makes it broken: what is said of
 * a text must not rest on half of it. Never throws.
 */
export function readEpub(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): WorkReading {
  return readingOf(() => textOf(new Zip(bytes, limits)));
}

function textOf(zip: Zip): WorkText {
  const { spine, pages } = readPackage(zip);
  const text = new ReflowedText();
  for (const path of spine) {
    const part = zip.read(path);
    if (!part) throw new Unreadable('broken');
    const pageAt = pages.get(path) ?? NO_PAGES;
    const opening = pageAt.get('');
    text.paragraph();
    if (opening !== undefined) text.page(opening, true);
    readPageInto(text, decodePage(part), { isXml: true, isBook: true, isWhole: false, pageAt });
  }
  return text.finish('epub');
}
