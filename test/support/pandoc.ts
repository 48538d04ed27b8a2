/** Pandoc's reading of a text and ours, in one form for comparison. */
import { spawnSync } from 'node:child_process';
import { isCrossReference } from '../../server/src/facts/citations.ts';
import { plainText } from '../../server/src/facts/plain-text.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import type { NoteDefinition } from '../../server/src/facts/model.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { firstFrom } from '../../server/src/text/range.ts';

export interface ReadCitation {
  readonly key: string;
  readonly mode: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly inNote: boolean;
  readonly group: number;
}

export interface ReadPart {
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
}

/** A document in Pandoc's order: notes are at their note calls. */
export interface ReadDocument {
  readonly citations: ReadCitation[];
  /** The text of each note without white space, since the AST does not separate paragraphs. */
  readonly notes: string[];
  readonly literalMarkers: string[];
  readonly spans: ReadPart[];
  readonly divs: ReadPart[];
}

/** The version of the installed Pandoc, or null. */
export function pandocVersion(): string | null {
  const run = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? (/^pandoc\S* (\S+)/.exec(run.stdout)?.[1] ?? null) : null;
}

/** Rewrites chunk headers of R Markdown so that Pandoc 2.17 reads them as code. */
function withPlainChunks(text: string): string {
  return text.replace(
    /^([ \t>]*)(`{3,}|~{3,})[ \t]*\{\s*=?([A-Za-z][\w+-]*)(?:[ ,][^\n]*)?\}[ \t]*$/gm,
    (_whole, lead: string, fence: string, language: string) => lead + fence + language.toLowerCase(),
  );
}

/** A node of Pandoc’s AST. */
export interface Node {
  t?: string;
  c?: unknown;
}

type Attributes = [id: string, classes: string[], pairs: [string, string][]];

/** A Pandoc that parses a text to its AST; null where it refuses (broken YAML). */
export interface Pandoc {
  readonly version: string;
  tree(text: string): Promise<readonly Node[] | null>;
}

/** The current Pandoc, which also gives metadata. */
export interface CurrentPandoc extends Pandoc {
  /** The keys cited in the metadata of a text; empty where it cannot be read. */
  metadataCitations(text: string): Promise<string[]>;
}

/** The current Pandoc as WebAssembly from npm, which is available wherever the tests run. */
export async function currentPandoc(): Promise<CurrentPandoc> {
  const { convert, query } = await import('pandoc-wasm');
  return {
    version: query({ query: 'version' }) as string,
    tree: async (text) => {
      const { stdout } = await convert({ from: 'markdown', to: 'json' }, withPlainChunks(text), {});
      return stdout === '' ? null : (JSON.parse(stdout) as { blocks: Node[] }).blocks;
    },
    metadataCitations: async (text) => {
      const { stdout } = await convert({ from: 'markdown', to: 'json' }, text, {});
      const keys: string[] = [];
      JSON.parse(stdout || '{}', (name, value: unknown) => {
        if (name === 'citationId') keys.push(value as string);
        return name === 'blocks' ? null : value;
      });
      return keys;
    },
  };
}

/** The installed Pandoc; null where there is none. */
export function installedPandoc(): Pandoc | null {
  const version = pandocVersion();
  return version === null ? null : { version, tree: (text) => Promise.resolve(installedTree(text)) };
}

/** Reads a text with the installed Pandoc. Null when it refuses (broken YAML). */
export function readWithPandoc(text: string): ReadDocument | null {
  const blocks = installedTree(text);
  return blocks && fromPandoc(blocks);
}

function installedTree(text: string): readonly Node[] | null {
  const { status, stdout, error } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
    input: withPlainChunks(text),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error) throw error;
  // Pandoc refuses the text, so there is nothing to compare with.
  return status === 0 ? (JSON.parse(stdout) as { blocks: Node[] }).blocks : null;
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as Node;
  switch (t) {
    case 'Str':
      return c as string;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Quoted': {
      const [kind, quoted] = c as [Node, unknown];
      const mark = kind.t === 'DoubleQuote' ? '"' : "'";
      return mark + textOf(quoted) + mark;
    }
    case 'Code':
    case 'CodeBlock':
    case 'Math':
      return (c as [unknown, string])[1];
    case 'RawInline':
    case 'RawBlock':
    case 'Note':
      return '';
    case 'Cite':
    case 'Link':
    case 'Image':
    case 'Span':
    case 'Div':
      return textOf((c as [unknown, unknown])[1]);
    case undefined:
    default:
      return textOf(c);
  }
}

const LITERAL_MARKER = /\[\^([^[\]^\s]+)\]/g;

/** The reading in a Pandoc AST. */
export function fromPandoc(blocks: readonly Node[]): ReadDocument {
  const read: ReadDocument = { citations: [], notes: [], literalMarkers: [], spans: [], divs: [] };
  let group = 0;
  const part = ([id, classes, attributes]: Attributes): ReadPart => ({
    id,
    classes,
    attributes,
  });
  const walk = (node: unknown, inNote: boolean): void => {
    if (Array.isArray(node)) {
      if (node.some((one) => (one as Node | null)?.t === 'Str')) {
        const run = (node as Node[])
          .map(({ t, c }) => (t === 'Str' ? (c as string) : t === 'Space' || t === 'SoftBreak' ? ' ' : ''))
          .join('');
        for (const match of run.matchAll(LITERAL_MARKER)) read.literalMarkers.push(match[1]!);
      }
      for (const one of node) walk(one, inNote);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { t, c } = node as Node;
    if (t === 'Cite') {
      const [all] = c as [Record<string, unknown>[]];
      const items = all.filter((item) => !isCrossReference(item['citationId'] as string));
      for (const item of items)
        read.citations.push({
          key: item['citationId'] as string,
          mode: (item['citationMode'] as { t: string }).t,
          prefix: textOf(item['citationPrefix']),
          suffix: textOf(item['citationSuffix']),
          inNote,
          group,
        });
      group++;
      for (const item of all) {
        walk(item['citationPrefix'], inNote);
        walk(item['citationSuffix'], inNote);
      }
      return;
    }
    if (t === 'Note') {
      read.notes.push(textOf(c).replace(/\s/g, ''));
      walk(c, true);
      return;
    }
    if (t === 'Span') read.spans.push(part((c as [Attributes])[0]));
    else if (t === 'Div') read.divs.push(part((c as [Attributes])[0]));
    else if (
      t === 'Code' ||
      t === 'CodeBlock' ||
      t === 'Str' ||
      t === 'Math' ||
      t === 'RawInline' ||
      t === 'RawBlock'
    )
      return;
    // The caption of a figure repeats that of its image.
    else if (t === 'Figure') return walk((c as [unknown, unknown, unknown])[2], inNote);
    else if (t === 'Link' || t === 'Image') return walk((c as [unknown, unknown])[1], inNote);
    if (c !== undefined) walk(c, inNote);
  };
  walk(blocks, false);
  return renumbered(read);
}

function renumbered(read: ReadDocument): ReadDocument {
  const numbers = new Map<number, number>();
  const number = (group: number) => {
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group)!;
  };
  return { ...read, citations: read.citations.map((one) => ({ ...one, group: number(one.group) })) };
}

interface Event {
  readonly at: number;
  /** The note definition that contains it. */
  readonly home: NoteDefinition | null;
  emit(read: ReadDocument, inNote: boolean, visit: number): void;
}

/** Our reading in Pandoc's order: the contents of a note come at its note call. */
export function readOurselves(text: string): ReadDocument {
  const facts = readFacts(parseTree(text));
  const read: ReadDocument = { citations: [], notes: [], literalMarkers: [], spans: [], divs: [] };
  // Pandoc registers a definition when it is read to its end, so of nested ones the outer comes last.
  const made = [...facts.definitions].sort((a, b) => a.range.to - b.range.to || b.range.from - a.range.from);
  const winning = new Map(made.map((definition) => [definition.label, definition]));
  const homeOf = (at: number): NoteDefinition | null => {
    let home: NoteDefinition | null = null;
    for (const one of facts.definitions) if (one.range.from <= at && at < one.range.to) home = one;
    return home;
  };
  const events: Event[] = [];
  // Texts in metadata, chunk options and attributes are not in the AST's blocks.
  const isWithin = (at: number) => {
    const before = facts.opaque[firstFrom(facts.opaque, at + 1) - 1];
    return before !== undefined && at < before.to;
  };
  const push = (at: number, emit: Event['emit']) => events.push({ at, home: homeOf(at), emit });
  const groups = new Map<string, number>();
  let visits = 0;
  let within: { from: number; to: number } | null = null;
  const inlineNoteHolds = (at: number) => within !== null && within.from <= at && at < within.to;
  const run = (home: NoteDefinition | null, inNote: boolean, visit: number) => {
    for (const event of events)
      if (event.home === home) event.emit(read, inNote || inlineNoteHolds(event.at), visit);
  };
  for (const citation of facts.citations.filter(({ range }) => !isWithin(range.from)))
    push(citation.range.from, (into, inNote, visit) => {
      const name = `${visit}:${citation.group}`;
      if (!groups.has(name)) groups.set(name, groups.size);
      into.citations.push({
        key: (citation.intent ? `${citation.intent}:` : '') + citation.key,
        mode: citation.mode,
        prefix: plainText(text, citation.prefixRange),
        suffix: plainText(text, citation.suffixRange),
        inNote,
        group: groups.get(name)!,
      });
    });
  for (const marker of facts.markers.filter(({ range }) => !isWithin(range.from)))
    push(marker.range.from, (into, inNote, visit) => {
      const definition = visit === 0 ? winning.get(marker.label) : undefined;
      if (!definition) {
        into.literalMarkers.push(marker.label);
        return;
      }
      void inNote;
      into.notes.push(plainText(text, definition.bodyRange).replace(/\s/g, ''));
      run(definition, true, ++visits);
    });
  for (const note of facts.inlineNotes.filter(({ range }) => !isWithin(range.from)))
    push(note.range.from, (into) => {
      into.notes.push(plainText(text, note.bodyRange).replace(/\s/g, ''));
      if (!inlineNoteHolds(note.range.from)) within = note.range;
    });
  for (const { range, kind, attributes } of facts.parts)
    push(range.from, (into) =>
      (kind === 'span' ? into.spans : into.divs).push({
        id: attributes.id?.text ?? '',
        classes: attributes.classes.map((token) => token.text),
        attributes: attributes.pairs.map(({ key, value }) => [key.text, value.text] as const),
      }),
    );
  events.sort((a, b) => a.at - b.at);
  run(null, false, 0);
  return read;
}
