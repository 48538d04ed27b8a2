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

/**
 * Text as Markdown that shows just that text: nothing in it can become markup, HTML, an entity, a link, an
 * image or an icon, in CommonMark or GitHub's Markdown as VS Code's hovers render them. No sign is escaped
 * that need not be, because some editors show the source. Line ends stay; white space at the head of a line,
 * which would make it code, goes.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '\uFFFD')
    .replace(ALWAYS, '\\$&')
    .replace(UNDERSCORE, '\\_')
    .replace(ENTITY, '\\&')
    .replace(ICON, '\\$')
    .replace(ADDRESS, '\\$&')
    .replace(LINE_HEAD, (_head, sign?: string, digits?: string, point?: string) =>
      sign !== undefined ? `\\${sign}` : digits !== undefined ? `${digits}\\${point}` : '',
    );
}
