import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compositions, HOSTILE } from '../../support/hostile.ts';
import { preview, render, values, words } from '../../support/preview.ts';
import { runs } from '../../support/runs.ts';

describe('the preview of a hostile text', () => {
  /** What our own elements may carry. */
  const ATTRIBUTE = /^(?:class|id|role|title|aria-label|href)$/;

  function check(payload: string): void {
    const value = payload.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ');
    const name = payload.replace(/[\s\]{}"]+/g, '');
    const text = `[w]{.claim #a .${name} about="${value}" says="${value}" status="open" onclick="${value}" style="${value}" ${name}="x"} [@{${name}}] @x-y ^[n] [^${name}] [^b] [^c]

::: {.quote from="${value}" onload=x src="${value}"}
Words
:::

[^${name}]: N

[^b]: M
`;
    // Without HTML of the text's own, every tag is one of the notation's or of Markdown's.
    const works = new Map([[name, { name: payload, year: payload }]]);
    const html = preview(false, () => works).render(text, {});
    for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g)) {
      const own = [...attributes!.matchAll(/ ([\w-]+)="([^"]*)"/g)];
      if (/^(?:span|div|sup)$/.test(tag!))
        for (const [, key] of own) assert.match(key!, ATTRIBUTE, `${key} in ${html}`);
      assert.doesNotMatch(tag!, /^(?:script|iframe|style|object|form|link|meta)$/);
      for (const [, key, address] of own) {
        assert.doesNotMatch(key!, /^on|^style$/, html);
        if (key === 'href' && attributes!.includes('doc-noteref'))
          assert.match(address!, /^#sicetnon-note-/, html);
      }
    }
  }

  for (const payload of [
    ...HOSTILE,
    'x" onmouseover="alert(1)',
    "x' onmouseover='alert(1)",
    '\uD800',
    'javascript:alert(1)',
  ])
    it(`shows words: ${JSON.stringify(payload)}`, () => check(payload));
  it('makes no link, image or element of what stands in a key or a label', () => {
    for (const name of [
      'https://evil.example/k',
      'www.evil.example',
      'jane@evil.example',
      '![x](https://evil.example/k.png)',
      '[x](https://evil.example/k)',
      '<img/src=https://evil.example/k.png>',
    ]) {
      const page = render(`[see @{${name}}, p. 3] and @{${name}}`);
      assert.doesNotMatch(page, /<(?:a|img)\b/, page);
      assert.equal(words(`@{${name}}`), name.replace(/</g, '&lt;').replace(/>/g, '&gt;'));
      const addresses = values(
        render(`Words[^${name.replace(/\]/g, '')}]\n\n[^${name.replace(/\]/g, '')}]: N`),
        'href',
      );
      assert.ok(
        addresses.every((address) => address.startsWith('#')),
        addresses.join(' '),
      );
    }
  });
  it('shows words, whatever it is put together of', () =>
    fc.assert(fc.property(compositions, check), { numRuns: runs(500) }));
});
