/** Files of other formats, made where a test needs them. */
import assert from 'node:assert/strict';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { WorkText } from '../../../server/src/works/model.ts';
import type { WorkReading } from '../../../server/src/works/work-reader.ts';

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** An archive of texts by their paths. */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts))
    files[path] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { mtime: new Date(1990, 1, 1) });
}

export interface EpubParts {
  /** Bodies of chapters, in their order. */
  readonly chapters: readonly string[];
  readonly nav?: string;
  readonly ncx?: string;
  readonly encryption?: string;
  /** Other parts, or others in place of those that there would be. */
  readonly more?: Readonly<Record<string, string>>;
}

export function epub({ chapters, nav, ncx, encryption, more }: EpubParts): Uint8Array {
  const parts: Record<string, string> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': `<package><manifest>${chapters
      .map((_, i) => `<item id="c${i}" href="text/c%20${i}.xhtml" media-type="application/xhtml+xml"/>`)
      .join(
        '',
      )}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">${chapters
      .map((_, i) => `<itemref idref="c${i}"/>`)
      .join('')}</spine></package>`,
  };
  chapters.forEach((body, i) => {
    parts[`OEBPS/text/c ${i}.xhtml`] = xhtml(body);
  });
  if (nav !== undefined) parts['OEBPS/nav.xhtml'] = xhtml(nav);
  if (ncx !== undefined) parts['OEBPS/toc.ncx'] = ncx;
  if (encryption !== undefined) parts['META-INF/encryption.xml'] = encryption;
  return zipped({ ...parts, ...more });
}

export function xhtml(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;
}

/** A DOCX of the XML of its body, and of its notes. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipped({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': office('document', `<w:body>${body}</w:body>`),
    ...more,
  });
}

export function office(root: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="w" xmlns:mc="mc" xmlns:m="m" xmlns:v="v" xmlns:wps="wps">${inner}</w:${root}>`;
}

export function workOf(reading: WorkReading): WorkText {
  assert.equal(reading.status, 'read');
  return reading.work;
}

/** The text with what `printedPages` tells drawn into it, and `‖` before the notes. */
export function drawn({ text, notesFrom, sheets, folios }: WorkText): string {
  const marks = new Map<number, string>();
  const add = (at: number, mark: string): void => void marks.set(at, (marks.get(at) ?? '') + mark);
  if (notesFrom < text.length) add(notesFrom, '‖');
  for (const { from, index } of sheets) add(from, `{${folios[index] ?? '?'}}`);
  let out = '';
  for (let at = 0; at <= text.length; at++) out += (marks.get(at) ?? '') + text.charAt(at);
  return out.trimEnd();
}

/** Elements within each other, each a little different, so that no archive makes them small. */
export function nested(name: string, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += `<${name} a="${(i * 7919) % 999_983}">`;
  return text;
}
