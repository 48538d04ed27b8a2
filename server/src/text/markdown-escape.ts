import { visible } from './visible.ts';

const ALWAYS = /[\\`*[\]<~|]/g;
/** An underscore opens emphasis only where a word does not surround it. */
const UNDERSCORE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** `&amp;` and the like; `$(icon)`. */
const ENTITY = /&(?=[#A-Za-z])/g;
const ICON = /\$(?=\()/g;
/** What GitHub's Markdown makes links of, unasked: addresses of pages and of mail. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):|(?<=[\w.+-])@(?=[\w-])/gi;
/** What opens a block at the head of a line: headings, lists, quotations, rules, tables. */
const LINE_HEAD = /^[^\S\n]*(?:([#+\->=:])|(\d{1,9})([.)]))?/gm;
const BRACKET = /\\([[\]])/g;

/**
 * Text as Markdown that shows just that text: nothing in it can become markup, HTML, an entity, a link, an
 * image or an icon, in CommonMark or GitHub's Markdown as VS Code's hovers render them. No sign is escaped
 * that need not be, because some editors show the source. Line ends stay; white space at the head of a line,
 * which would make it code, goes. Not for the label of a link: see `escapeLabel`.
 */
export function escapeMarkdown(text: string): string {
  return escapeHead(escapeInline(text.replace(/\r\n?/g, '\n')));
}

/** The same for what is one line of a card, or part of one: line ends become blanks, so that it stays one. */
export function escapeLine(text: string): string {
  return escapeMarkdown(oneLine(text));
}

/** The same for text that stands in the middle of a line, where nothing opens a block. Blanks around it stay. */
export function escapeInline(text: string): string {
  return visible(text, '\n\t')
    .replace(ALWAYS, '\\$&')
    .replace(UNDERSCORE, '\\_')
    .replace(ENTITY, '\\&')
    .replace(ICON, '\\$')
    .replace(ADDRESS, '\\$&');
}

/** Markdown whose lines open no block, whatever they begin with; white space at their heads goes. */
export function escapeHead(markdown: string): string {
  return markdown.replace(LINE_HEAD, (_head, sign?: string, digits?: string, point?: string) =>
    sign !== undefined ? `\\${sign}` : digits !== undefined ? `${digits}\\${point}` : '',
  );
}

/**
 * Text as the label of a link, on one line. `marked` undoes backslashes before brackets there, and reads the label
 * anew, so that an image in it would be fetched; it does not touch entities.
 */
export function escapeLabel(text: string): string {
  return escapeLine(text).replace(BRACKET, (_escaped, bracket: string) =>
    bracket === '[' ? '&#91;' : '&#93;',
  );
}

/** Text as code within a line. What code cannot hold, backquotes and line ends, is replaced. */
export function codeSpan(text: string): string {
  const code = visible(oneLine(text)).replaceAll('`', "'");
  return code === '' ? '' : `\`${code}\``;
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim();
}
