import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spliced } from '../../server/src/features/actions/splices.ts';
import { perform } from '../../server/src/features/gestures/perform.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from '../support/check.ts';
import { currentPandoc } from '../support/pandoc.ts';
import { runs } from '../support/runs.ts';

const TEXT = `---
title: Looms
---

# The *looms* of Ghent

The **soft \`looms\`** were “sold [in *spring*](x.md#y)” [see @maes1931, p. 3; -@roux1950], as
H~2~O^[an *inline* note] says, and \\* a [marked *thing*]{.actor ref="town"}[^1] too; $a*b$ it's <b>bold</b>.

> Quoted words
> over *two
> lines* [@maes1931].
>
> And more.

- one [^x] item
- another 'item' with [a span]{.x}

    and a paragraph.

| a *b* | c |
|-------|---|
| d     | e |

::: {.note}
Within *a div.*

Another **paragraph.**
:::

1. first
2. second

[^1]: A note *of* words.

    Its second paragraph [x].
`;

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** A tree of Pandoc's, without the part that is called \`name\`, and with words put together that stood in two. */
function without(name: string | null, tree: Json): { tree: Json; found: number } {
  let found = 0;
  const within = (node: Json): Json => {
    if (Array.isArray(node)) return joined(node.flatMap(unwrapped));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, within(value)]));
  };
  const unwrapped = (node: Json): Json[] => {
    if (isNode(node, 'Span') || isNode(node, 'Div')) {
      const [[id], content] = node['c'] as [[string], Json[]];
      if (id === name) {
        found++;
        return content.flatMap(unwrapped);
      }
    }
    return [within(node)];
  };
  return { tree: within(tree), found };
}

function joined(nodes: Json[]): Json[] {
  const all: Json[] = [];
  for (const node of nodes) {
    const last = all.at(-1) ?? null;
    if (isNode(node, 'Str') && isNode(last, 'Str'))
      all[all.length - 1] = { t: 'Str', c: (last['c'] as string) + (node['c'] as string) };
    else all.push(node);
  }
  return all;
}

function isNode(node: Json, kind: string): node is { [key: string]: Json } {
  return node !== null && typeof node === 'object' && !Array.isArray(node) && node['t'] === kind;
}

describe('Marking, as Pandoc reads it', () => {
  it('adds one part and changes nothing else, wherever the selection lies', async () => {
    const pandoc = await currentPandoc();
    const treeOf = async (text: string, name: string | null) =>
      without(name, (await pandoc.tree(text)) as Json);
    const { service } = await workspaceOf(`//- main.md\n${TEXT}`);
    service.open('main.md', TEXT);
    const lines = LineIndex.of(TEXT);
    const before = (await treeOf(TEXT, null)).tree;
    const place = fc.nat(TEXT.length);
    const long = fc.tuple(place, place);
    const short = fc
      .tuple(place, fc.integer({ min: 1, max: 40 }))
      .map(([at, size]) => [at, at + size] as const);
    let marked = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: short }, long), async ([a, b]) => {
        const selection = { from: Math.min(a, b), to: Math.min(TEXT.length, Math.max(a, b)) };
        const request = service.actionRequest('main.md', lines.positions(selection));
        const outcome = perform(request!, { kind: 'claim' });
        if (outcome.status === 'refused') return;
        marked++;
        const after = spliced(TEXT, outcome.edits).text;
        const name = /\.claim #([^\s}]+)/.exec(after)![1]!;
        const { tree, found } = await treeOf(after, name);
        assert.equal(found, 1, after);
        assert.deepEqual(tree, before, after);
      }),
      { numRuns: runs(120) },
    );
    assert.ok(marked > runs(120) / 4, `${marked} selections could be marked`);
  });
});
