/** Pages of the web as they were saved: what Zotero and SingleFile keep, what Pandoc writes. */
import type { WorkText } from './model.ts';
import { decodePage } from './html-encoding.ts';
import { readPageInto } from './html-text.ts';
import { ReflowedText } from './reflowed-text.ts';
import { readingOf, Unreadable } from './unreadable.ts';
import type { WorkReading } from './work-reader.ts';

const MOST_BYTES = 128_000_000;
/** Letters that may be left out of any page. */
const FEW_LETTERS = 400;
const NO_PAGES: ReadonlyMap<string, string> = new Map();

/** The readable text of a page: without what is about it, its notes last. Never throws. */
export function readHtml(bytes: Uint8Array): WorkReading {
  return readingOf(() => {
    if (bytes.length > MOST_BYTES) throw new Unreadable('large');
    return textOf(decodePage(bytes));
  });
}

function textOf(html: string): WorkText {
  const isXml = /^\s*<\?xml\b/.test(html);
  const read = (isWhole: boolean): { text: ReflowedText; leftOut: number } => {
    const text = new ReflowedText();
    const leftOut = readPageInto(text, html, { isXml, isBook: false, isWhole, pageAt: NO_PAGES });
    return { text, leftOut };
  };
  const { text, leftOut } = read(false);
  // Where most of a page looks like furniture, it is not: a text in a form, a page that a dialog had hidden.
  return (leftOut > Math.max(FEW_LETTERS, text.length) ? read(true).text : text).finish('html');
}
