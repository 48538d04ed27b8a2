/** What an EPUB says of itself: its parts in reading order, and where its printed pages begin. */
import { resolved } from './archive-paths.ts';
import { decodePage } from './html-encoding.ts';
import { Unreadable } from './unreadable.ts';
import { visitXml } from './xml-elements.ts';
import type { Zip } from './zip.ts';

export interface EpubPackage {
  /** Paths of the parts within the archive, in reading order. */
  readonly spine: readonly string[];
  /** Path of a part → `id` within it, or '' for its beginning → the printed page that begins there. */
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

interface Item {
  readonly path: string | null;
  readonly type: string;
  readonly properties: string;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const TEXT_TYPE = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)\b/i;
/** What hides fonts from copying, and no text. */
const OF_FONTS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;
const MOST_PARTS = 10_000;

/** Reads the package that the container names. Throws `Unreadable`: broken, or its text is encrypted. */
export function readPackage(zip: Zip): EpubPackage {
  const at = packagePath(zip);
  const opf = partOf(zip, at);
  const items = new Map<string, Item>();
  const order: string[] = [];
  let toc: string | undefined;
  visitXml(opf, {
    open: ({ name, attributes }) => {
      if (name === 'item')
        items.set(attributes['id'] ?? '', {
          path: resolved(at, attributes['href'] ?? '')?.path ?? null,
          type: attributes['media-type'] ?? '',
          properties: attributes['properties'] ?? '',
        });
      else if (name === 'itemref') order.push(attributes['idref'] ?? '');
      else if (name === 'spine') toc = attributes['toc'];
    },
  });
  if (order.length > MOST_PARTS) throw new Unreadable('large');
  const parts = order.map((id) => items.get(id)).filter((item) => item !== undefined);
  // What leads out of the archive is not followed.
  const spine = parts.flatMap(({ path, type }) => (path !== null && isText(path, type) ? [path] : []));
  const encrypted = encryptedParts(zip);
  if (spine.some((path) => encrypted.has(path))) throw new Unreadable('password');
  if (spine.length === 0) throw new Unreadable('broken');
  const all = [...items.values()];
  const nav = all.find(({ properties }) => properties.split(/\s+/).includes('nav'))?.path ?? null;
  const ncx =
    items.get(toc ?? '')?.path ?? all.find(({ type }) => type === 'application/x-dtbncx+xml')?.path ?? null;
  const listed = pagesOfNav(zip, nav);
  return { spine: [...new Set(spine)], pages: listed.size > 0 ? listed : pagesOfNcx(zip, ncx) };
}

function isText(path: string, type: string): boolean {
  return TEXT_TYPE.test(type) || (type === '' && /\.x?html?$/i.test(path));
}

function packagePath(zip: Zip): string {
  let path: string | null = null;
  visitXml(partOf(zip, CONTAINER), {
    open: ({ name, attributes }) => {
      if (name === 'rootfile') path ??= resolved('', attributes['full-path'] ?? '')?.path ?? null;
    },
  });
  if (path === null) throw new Unreadable('broken');
  return path;
}

function partOf(zip: Zip, path: string): string {
  const bytes = zip.read(path);
  if (!bytes) throw new Unreadable('broken');
  return decodePage(bytes);
}

/** Which parts are encrypted so that their words cannot be read. */
function encryptedParts(zip: Zip): ReadonlySet<string> {
  const parts = new Set<string>();
  if (!zip.has(ENCRYPTION)) return parts;
  let ofFonts = false;
  visitXml(partOf(zip, ENCRYPTION), {
    open: ({ name, attributes }) => {
      if (name === 'encrypteddata') ofFonts = false;
      // The method of the data comes before its reference; those of keys stand in elements of their own.
      if (name === 'encryptionmethod') ofFonts = OF_FONTS.test(attributes['Algorithm'] ?? '');
      if (name !== 'cipherreference' || ofFonts) return;
      const path = resolved('', attributes['URI'] ?? '')?.path;
      if (path) parts.add(path);
    },
  });
  return parts;
}

type Pages = Map<string, Map<string, string>>;

function addPage(pages: Pages, from: string, href: string, label: string): void {
  const target = resolved(from, href);
  if (!target || label.trim() === '') return;
  const within = pages.get(target.path) ?? new Map<string, string>();
  if (!within.has(target.id)) within.set(target.id, label.trim());
  pages.set(target.path, within);
}

/** The list of pages in the navigation of EPUB 3. */
function pagesOfNav(zip: Zip, path: string | null): Pages {
  const pages: Pages = new Map();
  if (path === null || !zip.has(path)) return pages;
  let isList = false;
  let href: string | null = null;
  let label = '';
  visitXml(partOf(zip, path), {
    open: ({ name, attributes }) => {
      if (name === 'nav') isList = /\bpage-list\b/.test(attributes['epub:type'] ?? '');
      else if (isList && name === 'a') [href, label] = [attributes['href'] ?? '', ''];
    },
    words: (words) => {
      if (href !== null) label += words;
    },
    close: (name) => {
      if (name === 'nav') isList = false;
      if (name === 'a' && href !== null) {
        addPage(pages, path, href, label);
        href = null;
      }
    },
  });
  return pages;
}

/** The list of pages in the navigation of EPUB 2. */
function pagesOfNcx(zip: Zip, path: string | null): Pages {
  const pages: Pages = new Map();
  if (path === null || !zip.has(path)) return pages;
  let isTarget = false;
  let label = '';
  let href = '';
  visitXml(partOf(zip, path), {
    open: ({ name, attributes }) => {
      if (name === 'pagetarget') [isTarget, label, href] = [true, '', ''];
      else if (isTarget && name === 'content') href = attributes['src'] ?? '';
    },
    words: (words) => {
      if (isTarget) label += words;
    },
    close: (name) => {
      if (name !== 'pagetarget') return;
      isTarget = false;
      if (href !== '') addPage(pages, path, href, label);
    },
  });
  return pages;
}
