import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { readable } from '../../../server/src/quotations/folded-text.ts';
import { check } from '../../support/check.ts';

const status = (source: string, quoted: string, writesSharpS = true): string =>
  findQuotation(prepareSource(source, []), prepareQuotation(quoted, writesSharpS)).status;

const OLD = 'Er wußte, daß die Flöße in hohem Maße zur Last fielen und mußte auf der Straße Buße tun.';

describe('ß in a quotation', () => {
  for (const quoted of [
    'Er wusste, dass die Flöße in hohem Maße zur Last fielen',
    'in hohem Maße zur Last fielen und musste auf der Strasse Buße tun',
    'Er wußte, daß die Flöße in hohem Maße',
  ])
    it(`is ss as well where it is one word: ${quoted}`, () => assert.equal(status(OLD, quoted), 'exact'));

  for (const quoted of [
    'daß die Flöße in hohem Masse zur Last fielen',
    'mußte auf der Straße Busse tun.',
    'daß die Flösse in hohem Maße',
  ])
    it(`is not where ss makes another word: ${quoted}`, () => assert.equal(status(OLD, quoted), 'different'));

  it('is not the other way round either', () => {
    const source = 'Die Masse der Dockarbeiter und die Russen im Hafen zahlten keine Buße.';
    assert.equal(status(source, 'Die Maße der Dockarbeiter'), 'different');
    assert.equal(status(source, 'Die Masse der Dockarbeiter und die Russen im Hafen'), 'exact');
    assert.equal(status(source, 'und die Rußen im Hafen zahlten'), 'different');
  });

  it('is not looked at where the text that quotes, or the one that is quoted, writes none', () => {
    assert.equal(status(OLD, 'in hohem Masse zur Last fielen', false), 'exact');
    assert.equal(status(OLD.replaceAll('ß', 'ss'), 'in hohem Maße zur Last fielen und mußte'), 'exact');
    assert.equal(status('Die Masse der Leute zahlte große Steuern.', 'Die Masse der Leute', false), 'exact');
  });

  it('is shown as it is written, like other letters that are compared as two', () => {
    const text = 'Er wußte, daß das ﬃne œuvre der Straße *groß* ist, aß und Æsop las.';
    const { folded } = prepareSource(text, []);
    assert.equal(readable(text, folded, 0, folded.key.length), text.replaceAll('*', ''));
  });

  it('is told of with both words', async () => {
    const project = `//- sicetnon.yaml
sources: {hafen.txt: hafen1901}
//- hafen.txt
${OLD}
//- notes.md
---
lang: de
references:
- id: hafen1901
---

`;
    const only = ['quote-mismatch'];
    const [finding] = await check(
      `${project}Die große Frage: „⟦quote-mismatch|daß die Flöße in hohem Masse zur Last fielen⟧“ [@hafen1901].\n`,
      { only },
    );
    assert.match(
      finding!.message,
      /^“daß die Flöße in hohem Masse zur Last…” is not word for word in hafen1901\. The source has “Maße” where the quotation has “Masse”\.$/,
    );
    await check(`${project}Die Frage: „dass die Flösse in hohem Masse zur Last fielen“ [@hafen1901].\n`, {
      only,
    });
  });
});
