import { listOf, say } from '../words/say.ts';
import { nearestName } from '../text/nearest-name.ts';
import { overlaps } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { notAnEntry } from './read-yaml.ts';
import type { YamlDocument, YamlEntry, YamlNode, YamlProblem } from './read-yaml.ts';

/** A text with its range. */
export interface YamlWords {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * Extracts values of the expected shape from a YAML document, and collects problems for others. Where the
 * YAML itself has an error, the resulting shape is not reported again.
 */
export class YamlReader {
  private readonly found: YamlProblem[] = [];

  constructor(
    private readonly text: string,
    readonly document: YamlDocument,
  ) {}

  /** All problems, with those of the YAML, in the order of the text. */
  get problems(): YamlProblem[] {
    return [...this.document.problems, ...this.found].sort(
      (a, b) => a.range.from - b.range.from || a.range.to - b.range.to,
    );
  }

  /** Adds a problem; `mild` if the value was read all the same. */
  report(range: TextRange, message: string, mild?: true): void {
    const wide = range.to > range.from ? range : { from: range.from, to: range.from + 1 };
    if (!this.document.problems.some((problem) => overlaps(problem.range, wide)))
      this.found.push({ range, message, ...(mild && { mild }) });
  }

  /** The entries of the document; reports a problem and returns none where it is no mapping. */
  rootEntries(): readonly YamlEntry[] {
    const { root } = this.document;
    if (root === null) return [];
    if (root.kind === 'map') return root.entries;
    const lineEnd = this.text.indexOf('\n', root.outer.from);
    const to = lineEnd < 0 ? root.outer.to : Math.min(root.outer.to, lineEnd);
    this.report({ from: root.outer.from, to }, notAnEntry(this.text, root));
    return [];
  }

  /** The entries of a mapping; `what` names it in the problem, as in “`places` must hold lines …”. */
  entries(node: YamlNode, what: string): readonly YamlEntry[] {
    if (node.kind === 'map') return node.entries;
    if (!isNothing(node))
      this.report(node.outer, say('{what} must hold lines of the form `key: value`.', { what }));
    return [];
  }

  /** Reports unknown keys, with the nearest known one. */
  checkKeys(entries: readonly YamlEntry[], known: readonly string[], where: string): void {
    for (const { key } of entries) {
      if (known.includes(key.text) || key.text === '') continue;
      const near = nearestName(key.text, known);
      this.report(
        key.outer,
        near === null
          ? say('{where} has no key `{text}`; it knows {known}.', {
              where,
              text: key.text,
              known: enumeration(known),
            })
          : say('{where} has no key `{text}`; `{near}` is probably meant.', { where, text: key.text, near }),
      );
    }
  }

  /** A text; null where there is nothing, or (with a problem) a list or mapping. */
  words(node: YamlNode, what: string): YamlWords | null {
    if (isNothing(node)) return null;
    if (node.kind === 'scalar') return { text: node.text, range: node.range };
    this.report(
      node.outer,
      node.kind === 'map'
        ? say('{what} must be one word or phrase, not a mapping.', { what })
        : say('{what} must be one word or phrase, not a list.', { what }),
    );
    return null;
  }

  /** A list of texts; a single one counts as a list of one. */
  wordList(node: YamlNode, what: string): YamlWords[] {
    if (node.kind === 'map') {
      this.report(node.outer, say('{what} must be a list of words or phrases.', { what }));
      return [];
    }
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => this.words(item, say('Each item of {what}', { what })) ?? []);
  }

  /** A boolean; null (with a problem) where it is neither yes nor no. */
  truth(node: YamlNode, what: string): boolean | null {
    if (isNothing(node)) return null;
    if (node.kind === 'scalar' && /^(true|yes|false|no)$/i.test(node.text))
      return /^(true|yes)$/i.test(node.text);
    this.report(node.outer, say('{what} must be `true` or `false`.', { what }));
    return null;
  }

  /** One of a closed set; null (with a problem) where it is another word. */
  oneOf<T extends string>(node: YamlNode, choices: readonly T[], what: string): T | null {
    const words = this.words(node, what);
    if (words === null) return null;
    const chosen = choices.find((choice) => choice === words.text);
    if (chosen !== undefined) return chosen;
    const near = nearestName(words.text, choices);
    this.report(
      node.outer,
      near === null
        ? say('{what} cannot be `{text}`; it is {choices}.', {
            what,
            text: words.text,
            choices: enumeration(choices, 'or'),
          })
        : say('{what} cannot be `{text}`; `{near}` is probably meant.', { what, text: words.text, near }),
    );
    return null;
  }
}

/** Whether there is no value: `key:` alone, or `key: null`. */
export function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The text and range without the leading `@` that is allowed before ids and citekeys. */
export function withoutAt(words: YamlWords): YamlWords {
  if (!words.text.startsWith('@')) return { text: words.text, range: words.range };
  return {
    text: words.text.slice(1),
    range: { from: Math.min(words.range.from + 1, words.range.to), to: words.range.to },
  };
}

/** A list in words: `` `a`, `b` and `c` ``. */
export function enumeration(names: readonly string[], how: 'and' | 'or' = 'and'): string {
  return listOf(
    names.map((name) => `\`${name}\``),
    how,
  );
}
