/** Values of metadata that Pandoc parses as Markdown texts of their own. */
import type { Excerpt, Origins } from '../syntax/excerpt.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import type { YamlNode, YamlScalar } from '../yaml/model.ts';
import { frontMatterBlock } from './front-matter.ts';
import { proseOf } from './scalar-prose.ts';

/** A text inside another, and how much of it counts. */
export interface EmbeddedText {
  readonly excerpt: Excerpt;
  /**
   * `all` of it, as in a title; or only what is `certain`ly a note or citation, since `@name` may be a handle
   * there.
   */
  readonly counts: 'all' | 'certain';
}

/** Keys whose values are printed, at any depth. */
const PROSE = new Set(
  `title subtitle shorttitle abstract summary description thanks keywords note notes acknowledgements acknowledgments
   acknowledgement acknowledgment funding dedication epigraph preface foreword bio biography caption lead
   plain-language-summary author-note authornote footnote footnotes disclaimer motto`.split(/\s+/),
);

/** Keys of settings, whose values are paths, names and code. */
const SETTINGS = new Set(
  `nocite references bibliography csl citation-style lang source excerpt header-includes include-before include-after
   include-in-header include-before-body include-after-body format output params execute knitr filters editor engine
   jupyter crossref website book project listing css theme template template-partials pdf-engine fontfamily mainfont
   classoption documentclass geometry email url orcid github twitter mastodon image categories tags layout slug link
   links aliases id ref doi date`.split(/\s+/),
);

/** A limit on nesting. */
const DEEPEST = 12;

/** The texts in a metadata block (with its fences), in order. */
export function metadataTexts(block: string): EmbeddedText[] {
  const found = frontMatterBlock(block);
  // Fast path: most metadata has neither citations nor notes.
  if (!found || !/[@^]/.test(block)) return [];
  const { root } = parseYaml(block, found.body, 'last');
  return textsIn(block, root, null, (key) => (SETTINGS.has(key) ? 'nothing' : PROSE.has(key) ? 'all' : null));
}

/** How much of a key's values counts: as in `EmbeddedText`, `nothing`, or null for the same as its parent. */
type Judge = (key: string) => EmbeddedText['counts'] | 'nothing' | null;

/** The texts in YAML; `origins` is set where the YAML is an excerpt itself. */
export function textsIn(
  yaml: string,
  root: YamlNode | null,
  origins: Origins | null,
  judge: Judge,
  counts: EmbeddedText['counts'] | 'nothing' = 'certain',
): EmbeddedText[] {
  const found: { readonly scalar: YamlScalar; readonly counts: EmbeddedText['counts'] }[] = [];
  // An alias refers to a node that is read at its anchor.
  const seen = new Set<YamlNode>();
  const visit = (node: YamlNode, here: EmbeddedText['counts'] | 'nothing', depth: number): void => {
    if (seen.has(node) || depth > DEEPEST || here === 'nothing') return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) visit(item, here, depth + 1);
    else if (node.kind === 'map')
      for (const { key, value } of node.entries) visit(value, judge(key.text) ?? here, depth + 1);
    else if (/[@^]/.test(node.text)) found.push({ scalar: node, counts: here });
  };
  if (root?.kind === 'map')
    for (const { key, value } of root.entries) visit(value, judge(key.text) ?? counts, 0);
  return found
    .sort((a, b) => a.scalar.outer.from - b.scalar.outer.from)
    .map(({ scalar, counts: here }) => ({ excerpt: proseOf(yaml, scalar, origins), counts: here }));
}
