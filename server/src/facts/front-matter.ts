import { shifted, type TextRange } from '../text/range.ts';
import { parseYaml, plainData, valueOf } from '../yaml/read-yaml.ts';
import type { YamlEntry, YamlNode } from '../yaml/read-yaml.ts';
import { isNothing, withoutAt, YamlReader } from '../yaml/yaml-reader.ts';
import type { FrontMatter, Token } from './model.ts';
import { say } from '../words/say.ts';

/**
 * Reads the YAML block at the start of a document (Pandoc's `yaml_metadata_block`): `---` on the first line,
 * then a line that is not blank, up to `---` or `...` on a line of its own. Null where there is none. Offsets
 * are in `text`. YAML errors become problems and the rest is read; unknown keys are ignored.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const block = frontMatterBlock(text);
  if (!block) return null;
  const reader = new YamlReader(text, parseYaml(text, block.body, 'last'));
  const entries = reader.rootEntries();
  const words = (...keys: string[]): Token | null => {
    const entry = entryOf(entries, keys);
    return entry && reader.words(entry.value, `\`${entry.key.text}\``);
  };
  const bibliography = entryOf(entries, ['bibliography']);
  const source = words('source');
  const nocite = entryOf(entries, ['nocite']);
  const read = {
    range: block.range,
    title: plainWords(entries, 'title'),
    lang: words('lang')?.text ?? null,
    source: source && withoutAt(source),
    excerpt: source !== null && isTrue(entries, 'excerpt'),
    bibliography: [
      ...(bibliography ? readPaths(reader, bibliography.value) : []),
      ...inFormats(entries).flatMap((value) => readPaths(reader, value)),
      ...entries.flatMap(({ value }) => inArguments(value)),
    ],
    csl: words('csl', 'citation-style'),
    nocite: nocite ? readNocite(text, nocite.value) : [],
    references: readReferences(reader, entryOf(entries, ['references'])),
    crossReferences: crossReferenceKinds(entries),
    citesNothing: isOfRemark(entryOf(entries, ['output'])?.value ?? null),
    keys: entries.map(({ key }) => key.text),
  };
  return { ...read, problems: isTemplate(text.slice(block.body.from, block.body.to)) ? [] : reader.problems };
}

/**
 * The metadata of several blocks joined as Pandoc does: the last occurrence of a key counts. The first block
 * is the one at the start, or null; offsets are those of the document.
 */
export function joinedFrontMatter(head: FrontMatter | null, further: readonly FrontMatter[]): FrontMatter {
  const all = head ? [head, ...further] : further;
  const last = (...keys: string[]): FrontMatter | undefined =>
    all.findLast((each) => keys.some((key) => each.keys.includes(key)));
  const source = last('source');
  return {
    range: head?.range ?? { from: 0, to: 0 },
    title: last('title')?.title ?? null,
    lang: last('lang')?.lang ?? null,
    source: source?.source ?? null,
    excerpt: source?.source != null && (last('excerpt')?.excerpt ?? false),
    bibliography: (last('bibliography') ?? last('output', 'format'))?.bibliography ?? [],
    csl: last('csl', 'citation-style')?.csl ?? null,
    nocite: last('nocite')?.nocite ?? [],
    references: last('references')?.references ?? [],
    crossReferences: last('crossref')?.crossReferences ?? [],
    citesNothing: last('output')?.citesNothing ?? false,
    keys: all.flatMap(({ keys }) => keys),
    // What is no block at the head may be prose between two rules, of which one sentence says enough.
    problems: all.flatMap(({ problems }, i) => (i === 0 && head ? problems : oneFault(problems))),
  };
}

/** Without the faults after the first. */
function oneFault(problems: FrontMatter['problems']): FrontMatter['problems'] {
  const first = problems.find(({ mild }) => !mild);
  return problems.filter((one) => one.mild || one === first);
}

/** A block that was read by itself, moved by `by` characters. */
export function shiftFrontMatter(one: FrontMatter, by: number): FrontMatter {
  const token = ({ text, range }: Token): Token => ({ text, range: shifted(range, by) });
  return {
    ...one,
    range: shifted(one.range, by),
    source: one.source && token(one.source),
    bibliography: one.bibliography.map(token),
    csl: one.csl && token(one.csl),
    nocite: one.nocite.map(token),
    references: one.references.map(({ id, range, item }) => ({
      id: token(id),
      range: shifted(range, by),
      item,
    })),
    problems: one.problems.map((problem) => ({ ...problem, range: shifted(problem.range, by) })),
  };
}

/** Whether a program fills the block in before Pandoc reads it: `{{ .Date }}`, `"{{ title . }}"`, `{% if … %}`, `<% … %>`. */
function isTemplate(yaml: string): boolean {
  return /(?:^|[\s:[-])(?:\{\{|\{%|<%)|["']\{\{[ -](?!<)/m.test(yaml);
}

/** The block with its fences, and the text between them; null where there is none. */
export function frontMatterBlock(text: string): { range: TextRange; body: TextRange } | null {
  if (!/^---[ \t]*\n[ \t]*[^\s]/.test(text)) return null;
  const from = text.indexOf('\n') + 1;
  for (let at = from; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const fence = text.startsWith('---', at) || text.startsWith('...', at);
    if (fence && text.slice(at + 3, end).trim() === '')
      return { range: { from: 0, to: end }, body: { from, to: at } };
    at = end + 1;
  }
  return null;
}

function entryOf(entries: readonly YamlEntry[], keys: readonly string[]): YamlEntry | null {
  return entries.find(({ key }) => keys.includes(key.text)) ?? null;
}

/** To Pandoc a title may be anything; only text can be shown. */
function plainWords(entries: readonly YamlEntry[], key: string): string | null {
  const value = entryOf(entries, [key])?.value;
  return value?.kind === 'scalar' && !isNothing(value) ? value.text.trim() : null;
}

/** Other programs may use the key for something else, so non-boolean values are ignored. */
function isTrue(entries: readonly YamlEntry[], key: string): boolean {
  const value = entryOf(entries, [key])?.value;
  return value?.kind === 'scalar' && /^(?:true|yes)$/i.test(value.text.trim());
}

/**
 * Paths. Quarto and Pandoc projects may name bibliographies by topic (`bibliography: {main: a.bib}`): all of
 * them.
 */
function readPaths(reader: YamlReader, node: YamlNode): Token[] {
  if (node.kind === 'map')
    return node.entries.flatMap(({ value }) => reader.wordList(value, '`bibliography`'));
  return reader.wordList(node, '`bibliography`');
}

/** Whether the only output are slides of xaringan: remark.js reads these, not Pandoc, and `@name` cites nothing. */
function isOfRemark(output: YamlNode | null): boolean {
  const formats =
    output?.kind === 'scalar'
      ? [output.text]
      : output?.kind === 'map'
        ? output.entries.map(({ key }) => key.text)
        : [];
  return formats.length > 0 && formats.every((format) => /^xaringan::/.test(format));
}

/** What Quarto's formats name each for itself: `format: {html: {bibliography: a.bib}}`. */
function inFormats(entries: readonly YamlEntry[]): YamlNode[] {
  const formats = entryOf(entries, ['format'])?.value;
  if (formats?.kind !== 'map') return [];
  return formats.entries.flatMap(({ value }) => valueOf(value, 'bibliography') ?? []);
}

const ARGUMENT = '--bibliography';

/** Bibliographies in `pandoc_args` of R Markdown's output formats. */
function inArguments(node: YamlNode, depth = 0): Token[] {
  if (node.kind === 'scalar' || depth > 6) return [];
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => inArguments(value, depth + 1));
  return node.items.flatMap((item, i): Token[] => {
    if (item.kind !== 'scalar') return inArguments(item, depth + 1);
    const { text, range } = item;
    const before = node.items[i - 1];
    if (before?.kind === 'scalar' && before.text === ARGUMENT) return [{ text, range }];
    if (!text.startsWith(`${ARGUMENT}=`) || range.to - range.from !== text.length) return [];
    const lead = ARGUMENT.length + 1;
    return [{ text: text.slice(lead), range: { from: range.from + lead, to: range.to } }];
  });
}

/** The keys in `nocite`, which is Markdown: searched in the value as written. */
function readNocite(text: string, node: YamlNode): Token[] {
  const words = text.slice(node.outer.from, node.outer.to);
  // What is commented out is not cited, and keeps its place.
  return citekeysIn(
    words.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)),
    node.outer.from,
  );
}

/** The citekeys, and `@*`, in a few words of Markdown that begin at `offset`. */
export function citekeysIn(words: string, offset: number): Token[] {
  const key =
    /(?<![\p{L}\p{N}_@])@(?:\{([^{}\n]+)\}|(\*|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/gu;
  return [...words.matchAll(key)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const from = offset + match.index + (match[1] === undefined ? 1 : 2);
    return { text: name, range: { from, to: from + name.length } };
  });
}

function readReferences(reader: YamlReader, entry: YamlEntry | null): FrontMatter['references'] {
  if (!entry || isNothing(entry.value)) return [];
  if (entry.value.kind !== 'list') {
    reader.report(entry.value.outer, say('`references` must be a list of works, each begun by a hyphen.'));
    return [];
  }
  const { items } = entry.value;
  if (items.length > 0 && items.every(({ kind }) => kind === 'scalar')) {
    const message = say(
      '`references` describes works, each with an `id`; these are words, so that nothing here can be cited.',
    );
    reader.report(entry.key.outer, message, true);
    return [];
  }
  return items.flatMap((item) => {
    const idNode = valueOf(item, 'id');
    const id = idNode && reader.words(idNode, 'The id of a reference');
    if (!id?.text) {
      if (!idNode || isNothing(idNode))
        reader.report(firstOf(item), say('This reference has no `id`, so that nothing can cite it.'));
      return [];
    }
    return [{ id, range: item.outer, item: plainData(item) }];
  });
}

/** The kinds of cross-references that `crossref: custom:` adds to Quarto's. */
export function crossReferenceKinds(entries: readonly YamlEntry[]): string[] {
  const custom = valueOf(entryOf(entries, ['crossref'])?.value ?? null, 'custom');
  const kinds = custom?.kind === 'list' ? custom.items : custom ? [custom] : [];
  return kinds.flatMap((kind) => {
    const key = valueOf(kind, 'key');
    return key?.kind === 'scalar' && key.text !== '' ? [key.text] : [];
  });
}

/** A small range for a problem with a node. */
function firstOf(node: YamlNode): TextRange {
  return node.kind === 'map' ? (node.entries[0]?.key.outer ?? node.outer) : node.outer;
}
