import { visible } from './visible.ts';

const ALWAYS = /[\\`*[\]<~|]/g;
/** An underscore can open emphasis only if it is not inside a word. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** An entity, as in `&amp;`. */
const ENTITY = /&(?=[#A-Za-z])/g;
const ICON = /\$(?=\()/g;
/** What GitHub's Markdown turns into links: URLs and mail addresses. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):|(?<=[\w.+-])@(?=[\w-])/gi;
/** What opens a block at the start of a line: headings, lists, quotations, rules, tables. */
const LINE_HEAD = /^[^\S\n]*(?:([#+\->=:])|(\d{1,9})([.)]))?/gm;
const BRACKET = /\\([[\]])/g;

/**
 * Escapes text so that Markdown renders exactly it: no markup, HTML, entity, link, image or icon, in
 * CommonMark or GitHub's Markdown as VS Code's hovers render it. Escapes no more than necessary, because some
 * editors show the source. Keeps line ends; drops white space at the start of lines, which would make code.
 * Not for link labels: see `escapeLabel`.
 */
export function escapeMarkdown(text: string): string {
  return escapeHead(escapeInline(text.replace(/\r\n?/g, '\n')));
}

/** The same for one line of a card, or a part of it: line ends become spaces. */
export function escapeLine(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** The same for text inside a line, where nothing opens a block. Keeps spaces around it. */
export function escapeInline(text: string): string {
  return visible(text, '\n\t')
    .replace(ALWAYS, '\\$&')
    .replace(UNDERSCORE, '\\_')
    .replace(ENTITY, '\\&')
    .replace(ICON, '\\$')
    .replace(ADDRESS, '\\$&');
}

/** Escapes what would open a block at the start of lines; drops white space there. */
export function escapeHead(markdown: string): string {
  return markdown.replace(LINE_HEAD, (_head, sign?: string, digits?: string, point?: string) =>
    sign !== undefined ? `\\${sign}` : digits !== undefined ? `${digits}\\${point}` : '',
  );
}

/**
 * Text as the label of a link, on one line, escaped with entities. `marked` removes backslashes before
 * brackets in labels and parses them again, so that an image would be fetched; it does not decode entities
 * there.
 */
export function escapeLabel(text: string): string {
  return escapeLine(text).replace(BRACKET, (_escaped, bracket: string) =>
    bracket === '[' ? '&#91;' : '&#93;',
  );
}

/** Text as inline code. Backquotes and line ends, which it cannot contain, are replaced. */
export function codeSpan(text: string): string {
  const code = visible(oneLine(text)).replaceAll('`', "'");
  return code === '' ? '' : `\`${code}\``;
}

function oneLine(text: string): string {
  // A single space stays as it is: a text may have a million of them.
  return text.replace(/[\s\u0085]{2,}|[^\S ]|\u0085/g, ' ').trim();
}
