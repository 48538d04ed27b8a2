/** The block structure of a text, as Pandoc reads it and as we do, in one notation. */
import { outlineOf } from '../../server/src/syntax/tree.ts';
import type { OutlinedBlock, SyntaxNode } from '../../server/src/syntax/nodes.ts';
import type { Node } from './pandoc.ts';

/** The structure of a document, `Header1 BlockQuote(Para BulletList(Item(Para)))`, and those of its notes. */
export interface BlockStructure {
  readonly body: string;
  readonly notes: readonly string[];
}

/** Pandoc's names. Tight and loose paragraphs are one kind; a figure is the paragraph with its image. */
const NAMES: Record<OutlinedBlock, string> = {
  paragraph: 'Para',
  code: 'CodeBlock',
  rule: 'HorizontalRule',
  table: 'Table',
  lineBlock: 'LineBlock',
  bulletList: 'BulletList',
  numberedList: 'OrderedList',
  definitionList: 'DefinitionList',
  item: 'Item',
};

/** Blocks without further structure: a table is compared as a whole. */
const LEAVES = new Set(['Para', 'CodeBlock', 'HorizontalRule', 'Table', 'LineBlock']);

interface Block {
  readonly name: string;
  readonly to: number;
  readonly children: Block[];
}

/** The structure that we read in `text`. */
export function ourBlocks(text: string): BlockStructure {
  const body: Block[] = [];
  const notes: Block[][] = [];
  const open: Block[] = [];
  for (const node of outlineOf(text)) {
    if (node.kind === 'inlineNote') notes.push([{ name: 'Para', to: node.range.to, children: [] }]);
    const name = nameOf(node);
    if (name === null) continue;
    const words = text.slice(node.range.from, node.range.to);
    if (name === 'Para' && (COMMANDS.test(words) || ENVIRONMENT.test(words))) continue;
    while (open.length > 0 && open.at(-1)!.to <= node.range.from) open.pop();
    const block: Block = { name, to: node.range.to, children: [] };
    if (name === 'Note') notes.push(block.children);
    else (open.at(-1)?.children ?? body).push(block);
    open.push(block);
  }
  return { body: words(body), notes: notes.map(words) };
}

function nameOf(node: SyntaxNode): string | null {
  if (node.kind === 'block') return NAMES[node.block];
  if (node.kind === 'heading') return `Header${node.level}`;
  if (node.kind === 'blockQuote') return 'BlockQuote';
  if (node.kind === 'div') return 'Div';
  return node.kind === 'definition' ? 'Note' : null;
}

function words(blocks: readonly Block[]): string {
  return blocks
    .map(({ name, children }) =>
      LEAVES.has(name) || /^Header/.test(name) ? name : `${name}(${words(children)})`,
    )
    .join(' ');
}

/** TeX commands alone may be a paragraph or a raw block; both are equivalent for us. */
function isTex({ t, c }: Node): boolean {
  return t === 'Space' || t === 'SoftBreak' || (t === 'RawInline' && (c as [string])[0] === 'tex');
}

const COMMANDS = /^\s*(?:\\[a-zA-Z]+\*?(?:\{[^{}]*\}|\[[^[\]]*\])*\s*)+$/;
const ENVIRONMENT = /^\s*\\begin\{(\w+\*?)\}[^]*\\end\{\1\}\s*$/;

/** The structure of a Pandoc AST, without raw blocks of other formats. */
export function pandocBlocks(tree: readonly Node[]): BlockStructure {
  const notes: string[] = [];
  const blocks = (nodes: unknown): string =>
    (nodes as Node[])
      .map(block)
      .filter((one) => one !== '')
      .join(' ');
  const items = (lists: unknown) => (lists as unknown[]).map((item) => `Item(${blocks(item)})`).join(' ');
  const block = (node: Node): string => {
    const { t, c } = node;
    switch (t) {
      case 'Para':
      case 'Plain':
        inlines(c);
        return (c as Node[]).every(isTex) ? '' : 'Para';
      case 'Figure':
        inlines(c);
        return 'Para';
      case 'Header':
        inlines(c);
        return `Header${(c as [number])[0]}`;
      case 'BlockQuote':
        return `BlockQuote(${blocks(c)})`;
      case 'Div':
        return `Div(${blocks((c as [unknown, unknown])[1])})`;
      case 'BulletList':
        return `BulletList(${items(c)})`;
      case 'OrderedList':
        return `OrderedList(${items((c as [unknown, unknown])[1])})`;
      case 'DefinitionList':
        return `DefinitionList(${(c as [unknown, unknown[]][])
          .map(([term, definitions]) => (inlines(term), items(definitions)))
          .join(' ')})`;
      case 'RawBlock':
      case 'Null':
        return '';
      case undefined:
      default:
        inlines(c);
        return t ?? '';
    }
  };
  /** Finds notes in inlines, at any depth. */
  const inlines = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(inlines);
    else if (typeof node === 'object' && node !== null) {
      const { t, c } = node as Node;
      if (t === 'Note') notes.push(blocks(c));
      else inlines(c);
    }
  };
  return { body: blocks(tree), notes };
}
