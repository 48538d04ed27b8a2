/**
 * The files that an entry says hold its work, in the many forms in which reference managers write them: Zotero, Better
 * BibTeX, JabRef, Mendeley, Citavi. Paths are as written there, but for their escapes; whose file it is, is not known here.
 */
import { latexToText } from './latex-text.ts';
import type { BibliographyEntry } from './model.ts';

/** A file that is named for an entry. */
export interface Attachment {
  /** With `/` between its parts; absolute, or relative to whatever the program keeps its files in. */
  readonly path: string;
  /** What the program calls it: `Full Text PDF`, `Snapshot`; '' where it says nothing. */
  readonly description: string;
  /** Whether the slash at its beginning was left out, so that it may be relative all the same. */
  readonly mayBeRelative?: true;
}

/** Zotero’s sign for the base folder of linked files; `/` follows in none of its paths. */
export const LINKED = 'attachments:';

/** Fields of more characters hold something else. */
const LONGEST = 20_000;
const MOST = 50;
/** What may follow a path: a type of files, in letters, or as MIME has it. */
const TYPE = /^(?:[A-Za-z0-9+.-]{1,20}|[a-z]+\/[A-Za-z0-9.+-]+)$/;
const EXTENSION = /\.[A-Za-z0-9]{2,5}$/;
/** Letters of other languages as Mendeley writes them, also in paths. */
const LATEX_LETTER =
  /\{\\(?:[`'^"~=.]|[A-Za-z]{1,2}(?![A-Za-z]))\s*(?:\{\\?[A-Za-z]{0,2}\}|\\?[A-Za-z])?\}|\\[`'^"~](?:\{\\?[A-Za-z]\}|[A-Za-z])|\\[cvHkru]\{[A-Za-z]\}/g;
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]+:\//;
/** Folders at the root of a system: Mendeley leaves out the slash before them. */
const AT_ROOT = /^(?:home|Users|root|Volumes|media|mnt)\//;

/** The attachments of an entry, in its order; none where it names none. */
export function attachmentsOf(entry: BibliographyEntry): Attachment[] {
  if (!entry.latex) return fromItem(entry);
  const field = entry.latex()?.fields.get('file');
  return field === undefined ? [] : readFileField(field);
}

/** What a BibTeX `file` field says: items between `;`, in each a description, a path and a type between `:`. */
export function readFileField(field: string): Attachment[] {
  if (field.length > LONGEST) return [];
  // Mendeley writes a backslash, and a colon after a drive, in LaTeX.
  const plain = field
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/\{?\$\\backslash\$\}?/g, '\\')
    .replaceAll(/\{\\([&_%#])\}/g, '$1')
    .replaceAll(/\\([~^])\{\}/g, '$1')
    .replaceAll(LATEX_LETTER, latexToText);
  return split(plain, ';')
    .slice(0, MOST)
    .flatMap((item) => attachmentIn(item) ?? []);
}

function attachmentIn(item: string): Attachment | null {
  const parts = withPrefixes(split(item, ':'));
  const { description, written } = partsOfItem(parts);
  const plain = slashed(unescaped(written.trim()));
  const path = fromAddress(plain);
  if (path === null || path === '') return null;
  return attachment(path, unescaped(description).trim());
}

/** Mendeley leaves out the slash at the beginning of a path. */
function attachment(path: string, description: string): Attachment {
  return AT_ROOT.test(path) ? { path: `/${path}`, description, mayBeRelative: true } : { path, description };
}

/** Which of the parts are the path: those up to a name with an extension that nothing or a type follows. */
function partsOfItem(parts: readonly string[]): { readonly description: string; readonly written: string } {
  const isType = (part: string | undefined): boolean =>
    part === undefined || part.trim() === '' || (TYPE.test(part.trim()) && !EXTENSION.test(part.trim()));
  const last = parts.findIndex((part, i) => i > 0 && EXTENSION.test(part.trim()) && isType(parts[i + 1]));
  if (last > 0) {
    const first = parts.findIndex((part, i) => i > 0 && part.trim() !== '');
    return { description: parts[0]!, written: parts.slice(first, last + 1).join(':') };
  }
  if (parts.length === 1 || EXTENSION.test(parts[0]!.trim())) return { description: '', written: parts[0]! };
  const hasType = parts.length > 2 && isType(parts.at(-1));
  return { description: parts[0]!, written: (hasType ? parts.slice(1, -1) : parts.slice(1)).join(':') };
}

/** Parts of a text between unescaped signs; the escapes stay. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && (text[at + 1] === ':' || text[at + 1] === ';' || text[at + 1] === '\\')) at++;
    else if (text[at] === sign) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/**
 * Joins what belongs to a path: a letter before a path that begins at a root is a drive (`C:\Papers\a.pdf`),
 * `attachments:` is the folder in which Zotero keeps linked files, and addresses have a scheme.
 */
function withPrefixes(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const isDrive = /^\s*[A-Za-z]$/.test(parts[i]!) && /^[\\/]/.test(parts[i + 1] ?? '');
    const isLinked = `${parts[i]!.trim()}:` === LINKED && i + 1 < parts.length;
    const isAddress = /^\s*(?:file|https?)$/i.test(parts[i]!) && parts[i + 1]?.startsWith('//') === true;
    let whole = isDrive || isLinked || isAddress ? `${parts[i]!.trim()}:${parts[++i]!}` : parts[i]!;
    // `file:///C:/Papers/a.pdf` has a drive within.
    if (isAddress && /^file:\/\/(?:localhost)?\/[A-Za-z]$/i.test(whole) && /^[\\/]/.test(parts[i + 1] ?? ''))
      whole += `:${parts[++i]!}`;
    joined.push(whole);
  }
  return joined;
}

/** Without the escapes of BibTeX and of the programs: `\:`, `\;`, `\\`, `\_`, `\&`. A Windows path may have none. */
function unescaped(written: string): string {
  const isRaw = /^[A-Za-z]:\\(?!\\)/.test(written);
  const plain = isRaw ? written : written.replaceAll(/\\([:;\\_&%#{}$ ])/g, '$1');
  return plain.replaceAll(/[{}]/g, '');
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A path from an address of this machine; null for one of the web or of another machine, which is never followed. */
function fromAddress(path: string): string | null {
  const local = /^file:\/\/(?:localhost)?(?=\/)/i.exec(path);
  if (!local) return ADDRESS.test(path) || path.startsWith('//') ? null : path;
  const plain = path.slice(local[0].length).replace(/^\/(?=[A-Za-z]:\/)/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A stray percent sign stands for itself.
    return plain;
  }
}

/** Attachments as exports to CSL-JSON carry them; those of RIS, by `L1`, are made so. */
function fromItem(entry: BibliographyEntry): Attachment[] {
  const listed = entry.attached?.();
  if (!Array.isArray(listed)) return [];
  return (listed as unknown[]).slice(0, MOST).flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    const { path, localPath, title } = each as Readonly<Record<string, unknown>>;
    const file = [localPath, path].find((one): one is string => typeof one === 'string' && one !== '');
    if (file === undefined || file.length > LONGEST) return [];
    const plain = fromAddress(slashed(file));
    return plain === null ? [] : [attachment(plain, typeof title === 'string' ? title : '')];
  });
}
