import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

/** A comment is at its end where the fixture has `-->`; only what is drawn is found. */
const fixtures: Readonly<Record<string, string>> = {
  'the next line, with a reason, and no other': `<!-- sicetnon-disable-next-line placeholder: to be looked up in Hull -->
One [?] and
two ⟦placeholder|[?]⟧.
`,
  'blank lines in between do not count': `<!-- sicetnon-disable-next-line claim-unsupported -->

[Wages rose]{.claim #wages}.

⟦claim-unsupported|[Prices rose]⟧{.claim #prices}.
`,
  'several comments above one line': `<!-- sicetnon-disable-next-line placeholder -->
<!-- sicetnon-disable-next-line footnote-undefined: the note is with the printer -->
One [?] and two.[^two]
`,
  'a comment in a list and in a quotation': `- <!-- sicetnon-disable-next-line placeholder -->
  One [?]

> <!-- sicetnon-disable-next-line placeholder -->
> Two [?]
`,
  'several rules in one comment, or all of them': `<!-- sicetnon-disable-next-line placeholder, footnote-undefined -->
One [?] and two.[^two]

<!-- sicetnon-disable-next-line -->
Three [?] and four.[^four]
`,
  'a reason that holds a colon, over two lines': `<!-- sicetnon-disable-next-line placeholder: see the letters:
     they will tell -->
One [?]
`,
  'from here to there': `<!-- sicetnon-disable placeholder -->
One [?]

<!-- sicetnon-enable placeholder -->
Two ⟦placeholder|[?]⟧
`,
  'the whole file, also in front of the comment': `One [?]

<!-- sicetnon-disable-file placeholder: a draft -->
`,
  'what silences nothing is told': `⟦suppression-unused|<!-- sicetnon-disable-next-line placeholder -->⟧
Nothing is missing here.

⟦suppression-unused|<!-- sicetnon-disable-next-line place-holder -->⟧
One ⟦placeholder|[?]⟧
`,
  'a comment within code is none': `    <!-- sicetnon-disable-next-line placeholder -->

One ⟦placeholder|[?]⟧
`,
};

/** Placeholders are such where somebody keeps a bibliography. */
const BIBLIOGRAPHY = '//- works.bib\n@book{meyer2011, title = {Dockers}}\n//- main.md\n';

describe('suppressions', () => {
  for (const [title, fixture] of Object.entries(fixtures)) it(title, () => check(BIBLIOGRAPHY + fixture));

  it('fade where they silence nothing', async () => {
    const findings = await check(BIBLIOGRAPHY + fixtures['what silences nothing is told']!);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'suppression-unused').map(({ unnecessary }) => unnecessary),
      [true, true],
    );
  });
});
