import type { WorkFormat } from './model.ts';
import { Unreadable } from './unreadable.ts';
import { isZip, Zip } from './zip.ts';

/** Some put a few lines in front of a PDF; readers look this far for its mark. */
const PDF_WITHIN = 1024;
const HTML_WITHIN = 4096;
const PDF_MARK = '%PDF-';
/** What may stand before the first tag that tells: a mark, white space, a prolog, comments. */
const HTML_OPENING =
  /^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b/i;

/** By how names end: which files may be texts of works. */
const ENDINGS: ReadonlyMap<string, WorkFormat> = new Map([
  ['pdf', 'pdf'],
  ['epub', 'epub'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['xht', 'html'],
  ['docx', 'docx'],
  ['docm', 'docx'],
]);

/** The format that a file of this name should have; null for names that no text of a work has. */
export function formatByName(name: string): WorkFormat | null {
  const ending = /\.([a-z]{3,5})$/i.exec(name)?.[1];
  return ending === undefined ? null : (ENDINGS.get(ending.toLowerCase()) ?? null);
}

/**
 * The format of a file by what it begins with, whatever it is called; its name counts only where its bytes do not
 * contradict it: an archive whose directory is lost, a page that begins with its words. Null for any other file.
 */
export function recognise(bytes: Uint8Array, name: string): WorkFormat | null {
  const named = formatByName(name);
  if (isZip(bytes)) return formatOfArchive(bytes, named);
  // What Office encrypts is an older kind of archive.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return named === 'docx' ? 'docx' : null;
  const opening = openingOf(bytes);
  if (HTML_OPENING.test(opening)) return 'html';
  if (opening.slice(0, PDF_WITHIN).includes(PDF_MARK)) return 'pdf';
  return named === 'html' && !opening.includes('\0') && opening.trim() !== '' ? 'html' : null;
}

function formatOfArchive(bytes: Uint8Array, named: WorkFormat | null): WorkFormat | null {
  try {
    const zip = new Zip(bytes);
    if (zip.has('META-INF/container.xml')) return 'epub';
    for (const name of zip.names) if (/^word\/document\d*\.xml$/.test(name)) return 'docx';
    return zip.has('mimetype') && named === 'epub' ? 'epub' : null;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return named === 'epub' || named === 'docx' ? named : null;
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function openingOf(bytes: Uint8Array): string {
  const start = bytes.subarray(0, HTML_WITHIN);
  if (startsWith(start, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(start);
  if (startsWith(start, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(start);
  return new TextDecoder('latin1').decode(startsWith(start, [0xef, 0xbb, 0xbf]) ? start.subarray(3) : start);
}
