import { escapeHead, escapeInline } from '../text/markdown-escape.ts';
import { foldSpace } from './latex-text.ts';
import { wordTable } from '../text/word-table.ts';

interface Run {
  text: string;
  readonly italic: boolean;
  readonly bold: boolean;
}

const TAG_OR_ENTITY =
  /<(\/?)(i|b|em|strong|sup|sub|sc|span|div|a)\b([^<>]{0,300})>|&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|nbsp);/gi;
const ENTITIES = wordTable<string>({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' });

/** Whether `&…;` in a text are HTML entities, as in citeproc's output, or plain ampersands, as in files. */
export type Ampersands = 'entities' | 'plain';

/**
 * Converts CSL's light HTML to Markdown: keeps italics and bold, drops other tags, escapes everything else.
 * White space is folded, so the result is one line.
 */
export function cslToMarkdown(html: string, ampersands: Ampersands): string {
  return markdownOf(runsOf(html, ampersands));
}

/** Converts CSL's light HTML to plain text on one line. */
export function cslToPlainText(html: string, ampersands: Ampersands): string {
  return foldSpace(
    runsOf(html, ampersands)
      .map((run) => run.text)
      .join(''),
  );
}

function runsOf(html: string, ampersands: Ampersands): Run[] {
  const runs: Run[] = [];
  /** The number of open elements by name, so that a stray closing tag is known without a search. */
  const opened = new Map<string, number>();
  const open: { readonly tag: string; readonly italic: boolean; readonly bold: boolean }[] = [];
  let italic = false;
  let bold = false;
  let done = 0;
  const add = (text: string): void => {
    const last = runs[runs.length - 1];
    if (text === '') return;
    if (last && last.italic === italic && last.bold === bold) last.text += text;
    else runs.push({ text, italic, bold });
  };
  for (const found of html.matchAll(TAG_OR_ENTITY)) {
    if (found[4] !== undefined && ampersands === 'plain') continue;
    add(html.slice(done, found.index));
    done = found.index + found[0].length;
    if (found[4] !== undefined) add(entity(found[4].toLowerCase()));
    else if (found[1] === '') {
      const tag = found[2]!.toLowerCase();
      open.push({ tag, italic, bold });
      opened.set(tag, (opened.get(tag) ?? 0) + 1);
      const style = found[3]!;
      if (tag === 'i' || tag === 'em') italic = !italic;
      else if (tag === 'b' || tag === 'strong') bold = !bold;
      else if (/font-style:\s*normal/.test(style)) italic = false;
      else if (/font-style:\s*italic/.test(style)) italic = true;
      else if (/font-weight:\s*normal/.test(style)) bold = false;
      else if (tag === 'div') add(' ');
    } else {
      const tag = found[2]!.toLowerCase();
      if (!opened.get(tag)) continue;
      for (;;) {
        const closed = open.pop()!;
        opened.set(closed.tag, opened.get(closed.tag)! - 1);
        ({ italic, bold } = closed);
        if (closed.tag === tag) break;
      }
      if (tag === 'div') add(' ');
    }
  }
  add(html.slice(done));
  return runs;
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? '';
  const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\uFFFD';
}

interface Piece {
  text: string;
  /** The asterisks around it; '' for none. */
  readonly mark: string;
}

function markdownOf(runs: readonly Run[]): string {
  const markdown = pieces(runs).map(({ text, mark }, i) => {
    const inner = text.trim();
    const close = mark.split('').reverse().join('');
    if (mark !== '')
      return `${text.startsWith(' ') ? ' ' : ''}${mark}${escapeInline(inner)}${close}${text.endsWith(' ') ? ' ' : ''}`;
    // Only the first piece can open a block.
    return i === 0 ? escapeHead(escapeInline(text)) : escapeInline(text);
  });
  return markdown.join('').replace(/ {2,}/g, ' ').trim();
}

/**
 * Splits runs into pieces with the asterisks that can surround them. Adjacent pieces without asterisks are
 * merged before escaping: characters that are harmless apart may form markup together.
 */
function pieces(runs: readonly Run[]): Piece[] {
  const found: Piece[] = [];
  runs.forEach((run, i) => {
    const text = run.text.replace(/[\s\u0085]+/g, ' ');
    const inner = text.trim();
    const before = text.startsWith(' ') ? ' ' : (runs[i - 1]?.text.slice(-1) ?? ' ');
    const after = text.endsWith(' ') ? ' ' : (runs[i + 1]?.text.charAt(0) ?? ' ');
    const wanted = (run.italic ? '*' : '') + (run.bold ? '**' : '');
    const mark = wanted !== '' && inner !== '' && canMark(before, inner, after) ? wanted : '';
    const last = found.at(-1);
    if (mark === '' && last?.mark === '') last.text += text;
    else found.push({ text, mark });
  });
  return found;
}

/** Whether asterisks around `inner` would open and close emphasis (CommonMark's flanking rule). */
function canMark(before: string, inner: string, after: string): boolean {
  const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);
  const first = String.fromCodePoint(inner.codePointAt(0)!);
  const last = inner.slice(-1);
  return (
    (isWord(first) || !isWord(before)) && (isWord(last) || !isWord(after)) && before !== '*' && after !== '*'
  );
}
