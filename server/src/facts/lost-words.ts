/** Words that Pandoc reads as something else than they seem to be, or leaves out without telling. */
import { readAttributes } from '../syntax/attributes.ts';
import type { HeadingNode, LinkDefinitionNode, SurplusNode } from '../syntax/nodes.ts';
import { encloses, type TextRange } from '../text/range.ts';
import type { Slip } from './model.ts';
import { slip } from './slip.ts';

/** Nodes of a block that may have cost it words, and where in it no prose is. */
export interface LosingBlock {
  readonly text: string;
  readonly nodes: readonly (HeadingNode | LinkDefinitionNode | SurplusNode)[];
  readonly opaque: readonly TextRange[];
}

/** What is longer is no line of a heading. */
const LONGEST_HEADING = 1000;

/** The slips among some nodes, in order. */
export function lostWordsIn({ text, nodes, opaque }: LosingBlock): Slip[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'surplus':
        return [{ kind: 'cells' as const, range: node.range, fixes: [] }];
      case 'linkDefinition':
        return takenForAddress(text, node.range);
      case 'heading':
        return [...attributesLost(text, node, opaque), ...underlinedByHyphen(text, node)];
    }
  });
}

/** `# Words {#id} <!-- comment -->`: attributes of a heading must be the last of its line. */
function attributesLost(text: string, { contentRange }: HeadingNode, opaque: readonly TextRange[]): Slip[] {
  const { from, to } = contentRange;
  if (to - from > LONGEST_HEADING) return [];
  const brace = text.slice(from, to).lastIndexOf('{');
  if (brace < 0) return [];
  const at = from + brace;
  const found = readAttributes(text, at, to);
  if (!found || opaque.some((range) => encloses(range, { from: at, to: at + 1 }))) return [];
  const { id, classes } = found.attributes;
  const behind = text.slice(found.end, to).trim();
  // A bracket or a sign before the brace takes the attributes to itself.
  if (!(id || classes.length > 0) || behind === '' || /[^\s]/.test(text.charAt(at - 1))) return [];
  const range = { from: at, to: found.end };
  const end = found.end + text.slice(found.end, to).trimEnd().length;
  const blank = /^\s/.test(text.slice(found.end, end)) ? 1 : 0;
  return [
    slip('heading', range, [
      { range: { from: at, to: found.end + blank }, insert: '' },
      { range: { from: end, to: end }, insert: ` ${text.slice(at, found.end)}` },
    ]),
  ];
}

/** A hyphen alone on the line below words, as an item of a list that was left empty or for a stroke. */
function underlinedByHyphen(text: string, { range, contentRange }: HeadingNode): Slip[] {
  if (text.slice(range.from, contentRange.from).includes('#')) return [];
  const below = text.slice(range.to, range.to + LONGEST_HEADING);
  const match = /^([ \t]*\n[ \t>]*)-[ \t]*(?=\n|$)/.exec(below);
  if (!match) return [];
  const at = range.to + match[1]!.length;
  const line = text.lastIndexOf('\n', at - 1);
  return [slip('underline', { from: at, to: at + 1 }, [{ range: { from: line, to: at + 1 }, insert: '' }])];
}

/** Words of a sentence, none of which is part of an address. */
const SENTENCE = /^[\p{L}\p{N}“"'‘(*_]/u;
/** Or the name of a file with blanks in it. */
const ADDRESS = /\.[a-z\d]{2,5}$|^[<#]|^\S*[/\\:@#=]|^\S+\.[a-z]{2,5}(?=\s|$)/iu;
const LEAST_WORDS = 3;

/** `[Note]: Words of a paragraph.`, which Pandoc takes for the definition of a link, blanks and all. */
function takenForAddress(text: string, range: TextRange): Slip[] {
  const written = text.slice(range.from, range.to);
  const head = /^\[((?:[^[\]\\]|\\.){1,200})\]:[ \t]*/.exec(written);
  // `[//]: words` is how some write a comment, which is to be printed nowhere.
  if (!head || /^(?:\/{2,}|#|comment)$/i.test(head[1]!)) return [];
  const words = written.slice(head[0].length).trim();
  if (!SENTENCE.test(words) || ADDRESS.test(words)) return [];
  if ((words.match(/(?<!\S)[^\s\p{L}]*\p{L}{2,}/gu)?.length ?? 0) < LEAST_WORDS) return [];
  const to = range.from + written.trimEnd().length;
  const before = { from: range.from, to: range.from };
  const inside = { from: range.from + 1, to: range.from + 1 };
  const asWords = [{ range: before, insert: '\\' }];
  const isNumber = /^\d{1,3}$/.test(head[1]!);
  return [
    {
      kind: 'definition',
      range: { from: range.from, to },
      fixes: isNumber ? [asWords, [{ range: inside, insert: '^' }]] : [asWords],
    },
  ];
}
