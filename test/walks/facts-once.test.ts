import fc from 'fast-check';
import { markdown } from '../support/markdown-pieces.ts';
import { sameFactsWhenReadOnce } from '../support/same-facts.ts';
import { runs } from '../support/runs.ts';

describe('the facts of a text that is read once', function () {
  it('are those of a text whose blocks are kept', () =>
    fc.assert(
      fc.property(fc.array(markdown, { minLength: 1, maxLength: 4 }), (parts) =>
        sameFactsWhenReadOnce(parts.join('\n\n')),
      ),
      { numRuns: runs(1000) },
    ));

  it('are those of its own running text, whatever stands open before it', () =>
    sameFactsWhenReadOnce('    [\n> > [x]{.claim by=@q}\n\n*\n'));

  it('do not depend on words of the block before', () => {
    sameFactsWhenReadOnce('“\n: `c @x`\n-   `c @x`\n    : # ^[with @n and [x]]\n\n    *\n');
    sameFactsWhenReadOnce('> @a\n\n@a [text]{.x}\n```\net al. foo\n```\n\nfoo\n');
    sameFactsWhenReadOnce('So.\n\nThe term “what they earned” [@x].\n');
    sameFactsWhenReadOnce('by\n: @x\n\nby\n:   @x\n\n> by\n@y\n');
  });

  it('count from the beginning of the text in blocks within blocks and behind them', () =>
    sameFactsWhenReadOnce(`---
title: Strikes
---

::: {.claim #a about="union" says="members = 80"}
“They won”, says [@meyer2011, p. 3].

:::: {.quote from="adler2014"}
> Wages rose [@adler2014].
::::
:::

<blockquote>
<p>The firm paid.</p>
<p>Wages rose [@adler2014].</p>
</blockquote>

> The firm paid.

[@meyer2011, p. 9] The union was paid[^1]. "No more" [@adler2014] @meyer2011 [p. 4].

[^1]: See [it]{.actor ref="union"} and [@todo].

- [One]{.claim #b supports="#a"} <!-- sicetnon-disable-next-line claim-open -->

      @code
`));
});
