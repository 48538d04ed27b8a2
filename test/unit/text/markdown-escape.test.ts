import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import type { Token } from 'marked';
import { cslToMarkdown, cslToPlainText } from '../../../server/src/bibliography/csl-markdown.ts';
import {
  codeSpan,
  escapeLabel,
  escapeLine,
  escapeMarkdown,
} from '../../../server/src/text/markdown-escape.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { compositions, HOSTILE } from '../../support/hostile.ts';
import { checkRendered, wordsShown } from '../../support/rendered.ts';
import { runs } from '../../support/runs.ts';

/** The text that a reader sees, or what kind of markup came of it. */
function seen(markdown: string): string {
  let text = '';
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'paragraph') {
        text += text === '' ? '' : '\n\n';
        walk(token.tokens ?? []);
      } else if (token.type === 'text' || token.type === 'escape') text += 'text' in token ? token.text : '';
      else if (token.type === 'br') text += '\n';
      else if (token.type !== 'space') assert.fail(`${token.type} came of ${JSON.stringify(markdown)}`);
    }
  };
  walk(marked.lexer(markdown, { gfm: true }));
  return text;
}

/** White space as HTML shows it: heads and ends of lines go. */
function shown(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

describe('text escaped for Markdown', () => {
  const markup = [
    '*a* **b** _c_ __d__ ~~e~~ `f`',
    '[text](command:workbench.action.quit) ![x](http://x.y/z.png) [a]: http://x',
    '<img src=x onerror=alert(1)> <script>x</script> <http://x.y> <!-- c -->',
    '# heading',
    '> quotation',
    '- item\n+ item\n1. item\n2) item',
    'title\n===\nx\n---',
    '| a | b |\n|---|---|\n| c | d |',
    '    code',
    '\tcode',
    'http://example.org www.example.org HTTPS://x.y jane@example.org ftp://x.y mailto:a@b.c',
    '&amp; &#60; &lt;b&gt; AT&T',
    'line\\\nbreak\\',
    '$(alert) $x$',
    ':::\n```js\ncode\n```\n~~~\n~~~',
    '[^1] [@key] [x] - [ ] task',
    '***\n___\n- - -',
  ];
  for (const text of markup)
    it(JSON.stringify(text), () => assert.equal(shown(seen(escapeMarkdown(text))), shown(text)));

  it('whatever it is, it shows as itself and makes no markup', () => {
    const unit = fc.constantFrom(
      ...'*_`[]()<>#+-.!~|&:@$=^"\'\\{}/ \n\t1ax;'.split(''),
      'http',
      '://',
      'www.',
      '&lt;',
      'é',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (parts) => {
        const text = parts.join('').trim();
        assert.equal(
          shown(seen(escapeMarkdown(text))).replace(/\s+/g, ' '),
          shown(text).replace(/\s+/g, ' '),
        );
      }),
      { numRuns: runs(1300) },
    );
  });

  it('is left alone where nothing could come of it', () => {
    const text = 'Smith, J. (2004), “A title”: 1–20; smith_2004 & Sons!';
    assert.equal(escapeMarkdown(text), text);
  });
});

/** As a page shows it: on one line, and what cannot be seen by its sign or number. */
function lineOf(text: string): string {
  return visible(text.replace(/[\s\u0085]+/g, ' ').trim());
}

describe('text of a file within a card', () => {
  const none = () => false;
  const ways: Readonly<Record<string, (text: string) => void>> = {
    'as the label of a link': (text) => {
      const link = `see [${escapeLabel(text)}](file:///a.md#L1), there`;
      for (const skeleton of checkRendered(link, (href) => href === 'file:///a.md#L1'))
        assert.equal(skeleton, 'p a file:///a.md /a /p', link);
      assert.equal(wordsShown(link), `see ${lineOf(text)}, there`);
    },
    'as a line': (text) => {
      const line = escapeLine(text);
      for (const skeleton of checkRendered(line, none))
        assert.equal(skeleton, line === '' ? '' : 'p /p', line);
      assert.equal(wordsShown(line), lineOf(text));
    },
    'as an item of a list, in bold': (text) => {
      const list = `- x\n- ${escapeLine(`x${text}`)}\n- **x ${escapeLine(text)} x**: y`;
      for (const skeleton of checkRendered(list, none))
        assert.match(skeleton, /^ul li (?:strong |\/strong |\/li li )*\/li \/ul$/);
    },
    'as code': (text) => {
      const code = codeSpan(text);
      for (const skeleton of checkRendered(`x ${code} y`, none))
        assert.equal(skeleton, code === '' ? 'p /p' : 'p code /code /p', code);
    },
    'as a work is described': (text) => {
      for (const ampersands of ['plain', 'entities'] as const) {
        const line = cslToMarkdown(text, ampersands);
        for (const skeleton of checkRendered(line, none))
          assert.equal(skeleton.replace(/ ?\/?(?:em|strong)\b/g, ''), line === '' ? '' : 'p /p', line);
        if (!/<[ib]|[*]/.test(text)) assert.equal(wordsShown(line), lineOf(cslToPlainText(text, ampersands)));
      }
    },
  };
  for (const [way, check] of Object.entries(ways)) {
    it(`${way} is words`, () => HOSTILE.forEach(check));
    it(`${way} is words, whatever it is put together of`, () =>
      fc.assert(fc.property(compositions, check), { numRuns: runs(4000) }));
  }
});
