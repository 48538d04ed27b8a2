/**
 * The files that an entry says hold its work, in the many forms in which reference managers write them: Zotero, Better
 * BibTeX, JabRef, Mendeley, Citavi. Paths are as written there, but for their escapes; whose file it is, is not known here.
 */
import type { BibliographyEntry } from './model.ts';

/** A file that is named for an entry. */
export interface Attachment {
  /** With `/` between its parts; absolute, or relative to whatever the program keeps its files in. */
  readonly path: string;
  /** What the program calls it: `Full Text PDF`, `Snapshot`; '' where it says nothing. */
  readonly description: string;
}

/** Fields of more characters hold something else. */
const LONGEST = 20_000;
const MOST = 50;
/** What may follow the last colon: a type of files, in letters, or as MIME has it. */
const TYPE = /^(?:[A-Za-z0-9+.-]{1,12}|[a-z]+\/[A-Za-z0-9.+-]+)$/;

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
  const plain = field.replaceAll(/\{?\$\\backslash\$\}?/g, '\\').replaceAll(/\{\\([&_%#])\}/g, '$1');
  return split(plain, ';')
    .slice(0, MOST)
    .flatMap((item) => attachmentIn(item) ?? []);
}

function attachmentIn(item: string): Attachment | null {
  const parts = withDrives(split(item, ':'));
  const last = parts.length > 1 ? parts.at(-1)! : '';
  const hasType = parts.length > 1 && TYPE.test(last.trim()) && !/\.[A-Za-z0-9]{2,5}$/.test(last.trim());
  const rest = hasType ? parts.slice(0, -1) : parts;
  const description = rest.length > 1 ? rest[0]! : '';
  const written = (rest.length > 1 ? rest.slice(1).join(':') : rest[0]!).trim();
  const path = slashed(unescaped(written));
  return path === '' ? null : { path, description: unescaped(description).trim() };
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

/** A letter before a path that begins at a root is a drive, not a description: `C:\Papers\a.pdf`. */
function withDrives(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const isDrive = /^\s*[A-Za-z]$/.test(parts[i]!) && /^[\\/]/.test(parts[i + 1] ?? '');
    joined.push(isDrive ? `${parts[i]!.trim()}:${parts[++i]!}` : parts[i]!);
  }
  return joined;
}

/** Without the escapes of BibTeX and of the programs: `\:`, `\;`, `\\`, `\_`, `\&`. */
function unescaped(written: string): string {
  return written.replaceAll(/\\([:;\\_&%#{}$ ])/g, '$1').replaceAll(/[{}]/g, '');
}

/** With slashes; Mendeley leaves out the first one of a path. */
function slashed(path: string): string {
  const plain = path.replaceAll('\\', '/');
  return /^(?:home|Users|root)\//.test(plain) ? `/${plain}` : plain;
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
    const plain = file.replace(/^file:\/\/(?=\/)/i, '');
    return [{ path: slashed(plain), description: typeof title === 'string' ? title : '' }];
  });
}
