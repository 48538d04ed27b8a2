import { readFacts } from '../../facts/read.ts';
import type { Finding } from '../../checking/rule.ts';
import type { PlacedBlock } from '../../syntax/reading.ts';
import type { Syntax } from '../../syntax/tree.ts';
import { LineIndex } from '../../text/line-index.ts';
import { actionKinds, type ActionEdit, type ActionRequest, type FindingActions } from './action.ts';
import { spliced } from './splices.ts';
import { say } from '../../words/say.ts';

const REASON = 'reason';

/** Rules that no comment can suppress: their findings are outside texts, or about comments. */
const BEYOND_COMMENTS: ReadonlySet<string> = new Set([
  'suppression-unused',
  'file-unreadable',
  'encoding-guessed',
]);

/**
 * Suppresses one finding by a comment with a reason. Tries the line before; around the block, where the line before
 * would break a table, list or attribute; and the whole file. Each candidate is verified by reading the result: it
 * must suppress the finding and change nothing else.
 */
export const silenceFinding: FindingActions = (finding, request) =>
  BEYOND_COMMENTS.has(finding.code)
    ? []
    : [
        {
          title: inFrontMatter(finding, request)
            ? say('Disable {rule} for this file, with a reason', { rule: finding.code })
            : say('Disable {rule} for this line, with a reason', { rule: finding.code }),
          kind: actionKinds.fix,
          fixes: [finding],
          silences: finding.code,
          edits: () => silencing(finding, request),
        },
      ];

function silencing(finding: Finding, request: ActionRequest): readonly ActionEdit[] {
  const before = digest(request.syntax);
  // Front matter cannot contain our comments, and must stay at the start of the file.
  const nearer = inFrontMatter(finding, request)
    ? []
    : [...onTheLineBefore(finding, request), aroundTheBlock(finding, request)];
  for (const edits of [...nearer, forTheFile(finding, request)])
    if (edits.length > 0 && holds(edits, finding, request, before)) return edits;
  return [];
}

function inFrontMatter({ range }: Finding, { view }: ActionRequest): boolean {
  const frontMatter = view.facts.frontMatter;
  return frontMatter !== null && range.from < frontMatter.range.to;
}

/** A comment indented like the line, or like the text of the list item before it. */
function* onTheLineBefore({ code, range }: Finding, { view }: ActionRequest): Generator<ActionEdit[]> {
  const { text, lines } = view.text;
  const from = lines.lineStart(lines.lineAt(range.from));
  const lead = /^[ \t>]*/.exec(text.slice(from, range.from))![0];
  const item = /^(?:[-*+]|\(?[\p{L}\p{N}#@]{1,6}[.)])[ \t]+/u.exec(text.slice(from + lead.length, from + 80));
  const deeper = item ? [`${lead}${' '.repeat(item[0].length)}`] : [];
  for (const indent of [lead, ...deeper])
    yield [comment(view.path, from, `${indent}<!-- sicetnon-disable-next-line ${code}: `, ` -->\n`)];
}

/** From before the outermost block to after it. */
function aroundTheBlock({ code, range }: Finding, { view, syntax }: ActionRequest): ActionEdit[] {
  const { text } = view.text;
  const block = syntax.blocks.find(
    ({ offset, block: { length } }) => offset <= range.from && range.from < offset + length,
  );
  if (!block) return [];
  const words = text.slice(block.offset, block.offset + block.block.length);
  const from = block.offset + /^\s*/.exec(words)![0].length;
  const to = block.offset + words.trimEnd().length;
  if (to <= from) return [];
  return [
    comment(view.path, text.lastIndexOf('\n', from - 1) + 1, `<!-- sicetnon-disable ${code}: `, ' -->\n\n'),
    { path: view.path, range: { from: to, to }, insert: `\n\n<!-- sicetnon-enable ${code} -->` },
  ];
}

function forTheFile({ code }: Finding, { view }: ActionRequest): ActionEdit[] {
  const at = view.facts.frontMatter?.range.to ?? 0;
  const ending = view.text.text[at] === '\n' && at > 0 ? '' : '\n';
  const lead = at > 0 ? '\n\n' : '';
  return [
    comment(view.path, at, `${lead}<!-- sicetnon-disable-file ${code}: `, ` -->${at > 0 ? ending : '\n\n'}`),
  ];
}

function comment(path: string, at: number, head: string, tail: string): ActionEdit {
  const select = { from: head.length, to: head.length + REASON.length };
  return { path, range: { from: at, to: at }, insert: head + REASON + tail, select };
}

function holds(
  edits: readonly ActionEdit[],
  finding: Finding,
  { view, syntax, isReported }: ActionRequest,
  before: string,
): boolean {
  const after = spliced(view.text.text, edits);
  let shift = 0;
  const reread = syntax.apply(
    after.text,
    edits.map(({ range, insert }) => {
      const splice = { from: range.from + shift, to: range.to + shift, insert };
      shift += insert.length - (range.to - range.from);
      return splice;
    }),
  );
  if (digest(reread) !== before) return false;
  // Text inserted at the start of the finding precedes it.
  const by = edits.reduce(
    (sum, { range, insert }) => sum + (range.from <= finding.range.from ? insert.length : 0),
    0,
  );
  const moved = { ...finding, range: { from: finding.range.from + by, to: finding.range.to + by } };
  return !isReported(moved, readFacts(reread).suppressions, LineIndex.of(after.text));
}

const OURS = /[ \t>]*<!-- sicetnon-(?:disable|enable)[^\n]*? -->\n?/g;

/** A fingerprint of the blocks and nodes with their words, without comments and white space. */
function digest(syntax: Syntax): string {
  const wordsOf = (from: number, to: number) =>
    syntax.text
      .slice(from, to)
      .replace(OURS, '')
      .replace(/[\s>]+/g, '');
  const block = ({ offset, block: { nodes, children } }: PlacedBlock, base: number): string[] => {
    const at = base + offset;
    const own = nodes
      .filter(({ kind }) => kind !== 'comment')
      .map(({ kind, range }) => `${kind} ${wordsOf(at + range.from, at + range.to)}`);
    const inner = children.flatMap((child) => block(child, at));
    return own.length || inner.length ? [`(${own.join('\n')}${inner.join('')})`] : [];
  };
  return syntax.blocks.flatMap((each) => block(each, 0)).join('');
}
