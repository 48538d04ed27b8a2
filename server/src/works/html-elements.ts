/** What the elements of a page are to somebody who reads it. */

export type Attributes = Readonly<Record<string, string>>;

const UNREAD = names(
  'script style template noscript title svg canvas audio video object iframe button select textarea input datalist label legend rt rp annotation annotation-xml dialog map noframes noembed applet progress meter',
);
/** Attributes of templates that are shown (WHATWG HTML, 4.12.3), and the former name. */
const SHOWN_TEMPLATES = ['shadowrootmode', 'shadowroot'];
/** Elements that begin and end a paragraph. */
const PARAGRAPHS = names(
  'p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure figcaption table caption hr address center fieldset details summary form body html pre',
);
/** Elements that begin and end a line. */
const LINES = names('li dt dd tr');
const CELLS = names('td th');

const FURNITURE_ROLES = names(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar doc-backlink doc-toc doc-pagelist',
);
/** Names of classes that sites and readers give to what is about a text. */
const FURNITURE_CLASSES = names(
  'mw-editsection mw-jump-link noprint navbox breadcrumb breadcrumbs sidebar site-header site-footer cookie-banner cookie-notice sharedaddy share-buttons social-share advertisement headerlink anchorjs-link footnote-back footnote-backref footnote-backlink reversefootnote mw-cite-backlink sr-only visually-hidden screen-reader-text',
);
const ARTICLES = names('article main section blockquote figure');
/** A head that holds the title and the abstract of the text itself. */
const OWN_HEAD = /title|abstract|article|entry|post|paper|author/i;
const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const NOTE_TYPES = names(
  'footnote footnotes endnote endnotes rearnote rearnotes doc-footnote doc-endnote doc-endnotes',
);
const NOTE_CLASSES = names('footnotes footnote endnotes endnote footnote-list fn-group footnotetext');
const NOTE_BLOCKS = names('section div aside ol ul dl li dd p table td details footer blockquote');
const MARGIN_CLASSES = names('sidenote marginnote');
const REFERENCE_CLASSES = names('footnote footnote-ref footnoteref noteref fnref footnote-reference');
const REFERENCE_TARGET = /#_?(?:ftn|fn|footnote|endnote|edn|note|cite_note)(?:ref)?[-_:.]?\w{0,20}\d/i;
const REFERENCE_LISTS = names('references');
const REFERENCE_TYPES = names('noteref');
const BREAK_TYPES = names('pagebreak');
const PAGE_CLASSES = names(
  'pagenum page-number pagenumber pageno page-num pagebreak page-break pb x-ebookmaker-pageno',
);
/** Numbers with zeros before them count what a converter saw, not what was printed. */
const PAGE_NAME = /^(?:page|pag|pg|seite)[-_.]?([1-9]\d{0,3}|[ivxlc]{1,8})$/i;
const PAGE_WORDS =
  /^[[{(|\s–—-]*(?:(?:pp?|pg|pag|page|s|seite)\b\.?\s*)?(\d{1,5}|[ivxlc]{1,8})[\]})|\s.–—-]*$/i;

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function hasOne(list: string | undefined, set: ReadonlySet<string>): boolean {
  return (
    list !== undefined &&
    list
      .toLowerCase()
      .split(/\s+/)
      .some((name) => set.has(name))
  );
}

/** What an element of this name does to the line that it stands in. */
export function flowOf(name: string): 'paragraph' | 'line' | 'cell' | 'inline' {
  if (PARAGRAPHS.has(name)) return 'paragraph';
  if (LINES.has(name) || name === 'br') return 'line';
  return CELLS.has(name) ? 'cell' : 'inline';
}

/**
 * Whether an element holds no words of the text, whatever it is for. A template is put in by a script, but for that of a
 * component: browsers show it where it stands, and programs that save pages write components so.
 */
export function isUnread(name: string, attributes: Attributes): boolean {
  return UNREAD.has(name) && !(name === 'template' && SHOWN_TEMPLATES.some((mark) => mark in attributes));
}

/** Whether an element is hidden, or about the text rather than of it. `isWithin`: in an article, or in a book. */
export function isFurniture(name: string, attributes: Attributes, isWithin: boolean): boolean {
  if (name === 'nav' || hasOne(attributes['role'], FURNITURE_ROLES)) return true;
  if ('hidden' in attributes || UNSEEN.test(attributes['style'] ?? '')) return true;
  if (name === 'body' || name === 'html' || ARTICLES.has(name)) return false;
  if (attributes['aria-hidden'] === 'true' && flowOf(name) === 'inline') return true;
  // Blocks of an article or a book are its own, whatever they are called.
  if (hasOne(attributes['class'], FURNITURE_CLASSES) && (!isWithin || flowOf(name) === 'inline')) return true;
  if (isWithin) return false;
  if (name === 'aside' || name === 'footer') return true;
  return name === 'header' && !OWN_HEAD.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

/** Whether an element of that name holds the text that a page is about. */
export function isArticle(name: string): boolean {
  return name === 'article' || name === 'main';
}

/** Whether an element holds notes, or what else interrupts no sentence. */
export function holdsNotes(name: string, attributes: Attributes): boolean {
  if (name === 'aside' || hasOne(attributes['class'], MARGIN_CLASSES)) return true;
  if (!NOTE_BLOCKS.has(name)) return false;
  if (hasOne(attributes['epub:type'], NOTE_TYPES) || hasOne(attributes['role'], NOTE_TYPES)) return true;
  if (hasOne(attributes['class'], NOTE_CLASSES) || hasOne(attributes['id'], NOTE_CLASSES)) return true;
  return name === 'ol' && hasOne(attributes['class'], REFERENCE_LISTS);
}

/** Whether an element is the mark of a note in the text. */
export function isNoteMark(name: string, attributes: Attributes): boolean {
  if (name === 'sup') return true;
  if (name !== 'a') return false;
  const { role, href } = attributes;
  if (role === 'doc-noteref' || hasOne(attributes['epub:type'], REFERENCE_TYPES)) return true;
  return (
    href !== undefined &&
    href.includes('#') &&
    (hasOne(attributes['class'], REFERENCE_CLASSES) || REFERENCE_TARGET.test(href))
  );
}

export interface PageMarkElement {
  /** By its attributes; null where its words must tell. */
  readonly label: string | null;
  readonly certain: boolean;
}

/** Whether an element marks the beginning of a printed page. */
export function pageMarkOf(name: string, attributes: Attributes): PageMarkElement | null {
  const { id, title, role } = attributes;
  const named = PAGE_NAME.exec(id ?? attributes['name'] ?? '')?.[1] ?? null;
  if (role === 'doc-pagebreak' || hasOne(attributes['epub:type'], BREAK_TYPES)) {
    const spoken = title?.trim() || attributes['aria-label']?.trim();
    return { label: spoken ? (pageInWords(spoken) ?? spoken) : named, certain: true };
  }
  if (leadsElsewhere(name, attributes)) return null;
  if (hasOne(attributes['class'], PAGE_CLASSES)) return { label: named, certain: false };
  return named !== null && (name === 'a' || name === 'span') ? { label: named, certain: false } : null;
}

/** Whether an element is a link: the numbers by which a site is leafed through are no pages. */
export function leadsElsewhere(name: string, { href, id }: Attributes): boolean {
  return name === 'a' && href !== undefined && href !== `#${id}`;
}

/** The number in what stands at the beginning of a page: `[Pg 12]`, `12`, `S. 12`; null for any other words. */
export function pageInWords(words: string): string | null {
  return PAGE_WORDS.exec(words)?.[1] ?? null;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NOTE_NUMBER = /^[[({\s]*\d{1,4}(?:\s*[,–-]\s*\d{1,4}){0,9}[\])}.\s]*$/;

/** The mark of a note as raised digits; null for what is no number. */
export function raisedNumber(words: string): string | null {
  if (!NOTE_NUMBER.test(words)) return null;
  return words.replace(/[^\d,–-]/g, '').replace(/\d/g, (digit) => RAISED[Number(digit)]!);
}
