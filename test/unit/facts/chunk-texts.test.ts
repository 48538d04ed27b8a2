import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';
import { check } from '../../support/check.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

const WORKS = `//- works.bib
@book{meyer2011, title = {Dockers}}
//- sicetnon.yaml
bibliography: [works.bib]
`;

/** The paths that a text takes in, drawn. */
function checkInclusions(drawn: string): void {
  const { text } = parseFixture(drawn)[0]!;
  const { inclusions } = readFacts(parseTree(text));
  for (const { target } of inclusions)
    assert.equal(text.slice(target.range.from, target.range.to), target.text);
  assert.equal(
    draw(
      text,
      inclusions.map(({ target }) => ({ tag: 'in', ...target.range })),
    ),
    drawn,
  );
}

describe('chunks of R Markdown and Quarto', () => {
  it('hold captions that cite', () =>
    check(`${WORKS}//- a.qmd
\`\`\`{r}
#| label: tbl-x
#| tbl-cap: "From [@meyer2011] and [@⟦citation-undefined|one⟧]"
#| fig-cap:
#|   - "After [@⟦citation-undefined|two⟧]"
#|   - >
#|     Folded [@⟦citation-undefined|three⟧].
#| data: "@handle"
f(x) # [@code]
\`\`\`

\`\`\`{r fig.cap="After [@⟦citation-undefined|four⟧] \\"so\\" @⟦citation-undefined|five⟧", out.width="@six"}
x@slot
\`\`\`

\`\`\`{ojs}
//| fig-cap: "From @⟦citation-undefined|seven⟧"
x
\`\`\`
`));

  it('are prose where bookdown says so', () =>
    check(`${WORKS}//- a.Rmd
\`\`\`{block2, type='rmdnote'}
A box cites [@meyer2011] and [@⟦citation-undefined|one⟧] and calls a note.[^box]
\`\`\`

[^box]: The note of the box.

1. In a list

    \`\`\`{exercise, label="ex1"}
    Read @⟦citation-undefined|two⟧ [p. 3].
    \`\`\`
`));

  it('are prose in directives of MyST', () =>
    check(`${WORKS}//- a.md
\`\`\`{prf:proof}
The proof cites [@meyer2011] and [@⟦citation-undefined|one⟧] and calls a note.[^proof]
\`\`\`

\`\`\`{margin}
Beside it stands [@⟦citation-undefined|two⟧].
\`\`\`

\`\`\`{code-cell}
lame = [@three]
\`\`\`

[^proof]: The note of the proof.
`));

  it('titles of callouts and captions of figures cite as well, other attributes do not', () =>
    check(`${WORKS}//- a.qmd
::: {.callout-note title="After [@⟦citation-undefined|one⟧] and a note[^t]"}
Text.
:::

::: {#fig-map fig-cap="Caption [@⟦citation-undefined|two⟧]" fig-alt="@alt" title="@no"}
![](x.png)
:::

[^t]: A note.
`));
});

describe('shortcodes', () => {
  it('are no text', () =>
    check(`${WORKS}//- a.qmd
{{< video https://example.org/@channel >}} and {{< meta [@title] >}}, but [@⟦citation-undefined|one⟧].

Never closed {{< video @⟦citation-undefined|two⟧ and

no more >}} here.
`));
});

describe('what a text takes in', () => {
  it('is told by shortcodes and chunks', () =>
    checkInclusions(`{{< include ⟦in|_a.qmd⟧ >}} and {{< include "⟦in|b c.qmd⟧" >}}, {{< video x.qmd >}}.

\`\`\`{r child="⟦in|parts/child.Rmd⟧", echo=FALSE}
\`\`\`

\`\`\`{r, child = c('⟦in|x.Rmd⟧', '⟦in|y.Rmd⟧'), file='z.R'}
\`\`\`

\`\`\`{r}
#| child: ⟦in|z.qmd⟧
\`\`\`

\`\`\`{r}
#| child: ["⟦in|p.qmd⟧", '⟦in|q.qmd⟧']
\`\`\`

\`\`\`{r results='asis'}
res <- knitr::knit_child("⟦in|q.Rmd⟧", quiet = TRUE)
\`\`\`

\`\`\`r
knit_child("no.Rmd")
\`\`\`

Inline \`r knitr::knit_child('⟦in|in.Rmd⟧')\` and \`{{< include no.qmd >}}\`.

1. In a list

   {{< include ⟦in|_part.qmd⟧ >}}
`));
});
