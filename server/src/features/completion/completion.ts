import { intentOf } from '../../facts/citations.ts';
import { frontMatterBlock } from '../../facts/front-matter.ts';
import { writtenKey } from '../../syntax/written-key.ts';
import type { TextRange } from '../../text/range.ts';
import type { FeatureRequest } from '../request.ts';
import { attributeContext } from './attribute-context.ts';
import { suggestAttributes } from './attributes.ts';
import { suggestLocators } from './locators.ts';
import type { Suggestions } from './model.ts';
import { suggestWorks, withSign, type KeyStyle } from './works.ts';
import { suggestYaml } from './yaml.ts';
import { bisect } from '../../text/bisect.ts';
import { say } from '../../words/say.ts';

/** How far back an incomplete construct may begin, in UTF-16 units. */
const FARTHEST = 300;

/** Completions at the request's offset; null where nothing of ours is possible. */
export function suggestionsAt(request: FeatureRequest): Suggestions | null {
  const { view, offset } = request;
  const { text } = view.text;
  const attributes = attributeContext(text, offset);
  if (attributes) return suggestAttributes(request, attributes);
  // While it is being typed it may not be valid YAML.
  const head = frontMatterBlock(text);
  const body = head ? (offset < head.range.to ? head.body : null) : begunFrontMatter(text, offset);
  const inFrontMatter = body !== null;
  if (!inFrontMatter && isVerbatim(request)) return null;

  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - FARTHEST), offset);
  const inYaml = inFrontMatter ? suggestYaml('front-matter', request, body) : null;
  if (inYaml) return inYaml;
  const note = /\[\^([^\]\s]*)$/.exec(line);
  if (note) return notes(request, offset - note[1]!.length);
  const citation = /(?:^|[^\p{L}\p{N}_.])@(\{?)([^\s\]};,@]*)$/u.exec(line);
  if (citation) return suggestWorks(request, ...keyAt(text, offset, citation[2]!, citation[1] === '{'));
  const locator = /\[[^\][]*@[^\][;]*,\s*([\p{L}.]*)$/u.exec(line);
  if (locator) return suggestLocators({ from: offset - locator[1]!.length, to: offset }, request);
  return null;
}

/** The YAML of a front matter whose last line is still to be written, up to the first blank line; null where that is not meant. */
function begunFrontMatter(text: string, offset: number): TextRange | null {
  const begun = /^---[ \t]*\n((?:[^\n]*\S[^\n]*(?:\n|$))+)/.exec(text);
  if (!begun) return null;
  const body = { from: begun[0].length - begun[1]!.length, to: begun[0].length };
  if (offset < body.from || offset > body.to) return null;
  const above = text.slice(body.from, text.lastIndexOf('\n', offset - 1) + 1);
  return /^(?:(?:[\p{L}\p{N}_-]+[ \t]*:|[ \t]|-[ \t]|#)[^\n]*\n)*$/u.test(above) ? body : null;
}

/** The range of a citekey of which `typed` is present, and how to write it: unchanged after an intent or a brace. */
function keyAt(text: string, offset: number, typed: string, braced: boolean): [TextRange, KeyStyle] {
  const lead = intentOf(typed)?.length;
  const from = offset - typed.length + (lead === undefined ? 0 : lead + 1);
  if (braced) {
    const close = text[offset] === '}' ? '' : '}';
    return [
      { from, to: offset },
      { lead: '', write: (key) => (writtenKey(key) === null ? null : key + close) },
    ];
  }
  if (lead !== undefined)
    return [
      { from, to: offset },
      // Behind an intent Pandoc’s filter takes a key without braces.
      { lead: '', write: (key) => (writtenKey(key) === key ? key : null) },
    ];
  return [{ from: from - 1, to: offset }, withSign];
}

/** Code, comments, URLs and so on: nothing typed there is a citation. */
function isVerbatim({ view, offset }: FeatureRequest): boolean {
  const { opaque } = view.facts;
  const around = opaque[bisect(opaque.length, (i) => opaque[i]!.to > offset)];
  return around !== undefined && around.from < offset;
}

/** The labels of notes, those without a note call first; and the next free number. */
function notes({ view, offset }: FeatureRequest, from: number): Suggestions {
  const { definitions, markers } = view.facts;
  const called = new Set(
    markers
      .filter((marker) => marker.range.to <= from || marker.range.from > offset)
      .map((marker) => marker.label),
  );
  const close = view.text.text[offset] === ']' ? '' : ']';
  const labels = new Map(definitions.map((definition) => [definition.label, definition]));
  const items = [...labels.values()].map((definition) => ({
    kind: 'note' as const,
    label: definition.label,
    detail: view.text.slice(definition.bodyRange).replace(/\s+/g, ' ').slice(0, 90),
    insert: `${definition.label}${close}`,
    range: { from, to: offset },
    filter: `${definition.label} ${view.text.slice(definition.bodyRange).slice(0, 200)}`,
    rank: called.has(definition.label) ? 1 : 0,
  }));
  let next = 1;
  while (labels.has(String(next)) || called.has(String(next))) next++;
  items.push({
    kind: 'note',
    label: String(next),
    detail: say('a new note, still to be written'),
    insert: `${next}${close}`,
    range: { from, to: offset },
    filter: String(next),
    rank: 2,
  });
  return { items, isIncomplete: false };
}
