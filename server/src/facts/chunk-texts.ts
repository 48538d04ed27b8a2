/** Texts in chunks of R Markdown and Quarto: captions in options, and chunks that contain prose. */
import { Excerpt } from '../syntax/excerpt.ts';
import type { TextRange } from '../text/range.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import { textsIn, type EmbeddedText } from './metadata-texts.ts';

/** The first line of a chunk: its fence, its engine, and its options as code. */
const HEADER = /^([ \t>]*)(`{3,}|~{3,})[ \t]*\{\s*=?([A-Za-z][\w.+:-]*)([^\n]*)\}[ \t]*\n/;
/** Engines of bookdown and knitr for prose. */
const PROSE = new Set(
  `block block2 asis theorem lemma corollary proposition conjecture definition example exercise hypothesis proof remark
   solution`.split(/\s+/),
);
/** Directives of MyST that hold prose; those for theorems and proofs begin with `prf:` or `proof:`. */
const DIRECTIVES = new Set(
  `admonition attention caution danger error hint important note seealso tip warning dropdown margin sidebar aside topic
   epigraph pull-quote card tab-item exercise-start solution-start`.split(/\s+/),
);
/** A line of options, after the comment sign of the language. */
const OPTION_LINE = /^[ \t>]*(?:#|\/\/|--|%%?|;;?|!|\/\*|\*|<!--|')\|/;
const CAPTION = /^(?:(?:fig|tbl|tab|lst|table|video)[-.](?:cap|subcap|scap)|code-summary|title|name)$/;
/** An option in the header whose value is a string. */
const HEADER_CAPTION = /\b(?:fig|tbl|tab)\.(?:cap|subcap)\s*=\s*(?:(?:str)?c\(\s*)?(["'])/g;

/** The texts in a chunk, which begins with its fence; empty where it is no chunk. */
export function chunkTexts(code: string): EmbeddedText[] {
  if (!/[@^]/.test(code)) return [];
  const header = HEADER.exec(code);
  if (!header) return [];
  const [opening, lead = '', fence = '', engine = '', options = ''] = header;
  if (PROSE.has(engine) || DIRECTIVES.has(engine) || /^(?:prf|proof):[a-z]/.test(engine))
    return [{ excerpt: body(code, opening.length, lead, fence), counts: 'all' }];
  const from = opening.lastIndexOf(options + '}');
  return [...inHeader(code, options, from), ...inOptions(code, opening.length)];
}

/** The content between the fences, without the prefix (`lead`) of each line. */
function body(code: string, from: number, lead: string, fence: string): Excerpt {
  const excerpt = new Excerpt(code, null);
  for (let at = from; at < code.length;) {
    const newline = code.indexOf('\n', at);
    const end = newline < 0 ? code.length : newline + 1;
    const start = code.startsWith(lead, at) ? at + lead.length : at;
    if (code.startsWith(fence, start)) break;
    excerpt.add(start, end);
    at = end;
  }
  excerpt.insert('\n', code.length);
  return excerpt;
}

function inHeader(code: string, options: string, from: number): EmbeddedText[] {
  const found: EmbeddedText[] = [];
  for (const match of options.matchAll(HEADER_CAPTION)) {
    const mark = match[1]!;
    const start = match.index + match[0].length;
    const excerpt = new Excerpt(code, null);
    let begun = start;
    let at = start;
    for (; at < options.length && options.charAt(at) !== mark; at++) {
      if (options.charAt(at) !== '\\') continue;
      excerpt.add(from + begun, from + at);
      begun = at + 1;
      at++;
    }
    if (at >= options.length) continue;
    excerpt.add(from + begun, from + at);
    found.push({ excerpt, counts: 'all' });
  }
  return found;
}

/** The captions in options on lines of their own, `#| fig-cap: …`, which are YAML. */
function inOptions(code: string, from: number): EmbeddedText[] {
  const yaml = new Excerpt(code, null);
  for (let at = from; at < code.length;) {
    const newline = code.indexOf('\n', at);
    const end = newline < 0 ? code.length : newline + 1;
    const sign = OPTION_LINE.exec(code.slice(at, Math.min(end, at + 80)));
    if (!sign) break;
    const start = at + sign[0].length;
    yaml.add(start + (code.charAt(start) === ' ' ? 1 : 0), end);
    at = end;
  }
  const { text } = yaml;
  if (!/[@^]/.test(text)) return [];
  const { root } = parseYaml(text, { from: 0, to: text.length }, 'last');
  return textsIn(text, root, yaml, (key) => (CAPTION.test(key) ? 'all' : null), 'nothing');
}

/** Whether a fence at the range opens a chunk. */
export function isChunk(text: string, { from, to }: TextRange): boolean {
  return to - from > 10 && /^[ \t>]*(?:```|~~~)[`~]*[ \t]*\{/.test(text.slice(from, from + 80));
}
