import assert from 'node:assert/strict';
import type { IGrammar, Registry } from 'vscode-textmate';
import { coloursOf, contrast, readTheme, registryWith, shippedExtensions } from '../../support/textmate.ts';
import { kindsOf } from './kinds.ts';

/** At least one token of every kind. */
const everyKind = `
As @abbot1901 [p. 3] and [see @disagreesWith:abbot1901, 17; @fig-map] have it,[^n] ^[so] [citation needed].

[The mill stood idle]{.claim .draft #idle about="mill" says="mill.hands = 3; idle = yes" when="1901"
  status="open" supports="#other" colour="red"}

::: {.claim}
:::

<!-- sicetnon-disable-next-line placeholder: later -->
`;

const allKinds = [
  'address',
  'attribute-mark',
  'choice',
  'citation-mark',
  'citekey',
  'class',
  'comparison',
  'cross-reference',
  'date',
  'directive',
  'div-mark',
  'id',
  'intent',
  'key',
  'known-class',
  'locator',
  'name',
  'note',
  'number',
  'placeholder',
  'property',
  'rule',
  'span-mark',
  'suppression',
  'truth',
  'unknown-key',
  'value',
];

const themes = [
  'light_modern',
  'light_plus',
  'light_vs',
  'dark_modern',
  'dark_plus',
  'dark_vs',
  'hc_light',
  'hc_black',
];

describe('the colours of the notation', () => {
  let extensions: string;
  let registry: Registry;
  let grammar: IGrammar;

  before(async function () {
    extensions = shippedExtensions(this);
    registry = await registryWith(extensions);
    grammar = (await registry.loadGrammar('text.html.markdown'))!;
  });

  it('the sample has a token of every kind', () => {
    const kinds = new Set(kindsOf(grammar, everyKind).map(({ tag }) => tag));
    assert.deepEqual([...kinds].sort(), allKinds);
  });

  for (const name of themes)
    it(`are told from plain text, and can be read, in ${name}`, () => {
      const theme = readTheme(extensions, name);
      registry.setTheme(theme.raw);
      const colours = coloursOf(registry, grammar, everyKind);
      const faults: string[] = [];
      for (const { from, to, tag } of kindsOf(grammar, everyKind)) {
        const { foreground } = colours.find((each) => each.from <= from && from < each.to)!;
        const wanted = tag.endsWith('-mark') ? 3 : 4.5;
        const found = contrast(foreground, theme.background);
        const words = `${tag} “${everyKind.slice(from, to)}” ${foreground}`;
        if (foreground.toUpperCase() === theme.foreground.toUpperCase()) faults.push(`${words} is plain`);
        if (found < wanted) faults.push(`${words} has contrast ${found.toFixed(2)}, not ${wanted}`);
      }
      assert.deepEqual(faults, []);
    });
});
