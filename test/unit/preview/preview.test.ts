import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { NO_WORKS } from '../../../client/src/preview/works.ts';
import { preview, render, values, words } from '../../support/preview.ts';
import { runs } from '../../support/runs.ts';

const file = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

/** The words of a text in the preview of a document whose server knows some works. */
function wordsOfKnown(text: string): string {
  const works = new Map([
    ['osei2003', { name: 'Osei and Lindqvist', year: '2003' }],
    ['lee', { name: 'Lee', year: '2011' }],
    ['rolls', { name: '“The Rolls”', year: null }],
  ]);
  const md = preview(true, (document) => (document === 'file:///a.md' ? works : NO_WORKS));
  return md
    .render(text, { currentDocument: new URL('file:///a.md') })
    .replace(/<[^>]*>/g, '')
    .trim();
}

describe('the preview', () => {
  it('shows a claim with what it says of itself, for mouse and screen reader alike', () => {
    const html = render(
      '[The mill stood idle]{.claim #idle about="mill" says="hands < 3"\n when="1901" status="open"} then.',
    );
    const label = 'Claim idle · about mill · says hands &lt; 3 · when: 1901 · status: open';
    assert.equal(
      html,
      `<p><span class="claim sicetnon-claim sicetnon-open" id="idle" role="group" title="${label}" ` +
        `aria-label="${label}">The mill stood idle<span class="sicetnon-mark sicetnon-mark-open">open</span></span> then.</p>\n`,
    );
  });

  it('shows actors and quotations', () => {
    assert.deepEqual(values(render('[they]{.actor ref="mill"}'), 'title'), ['Actor · mill']);
    assert.deepEqual(values(render('[“so”]{.quote from="@doe" at="p. 3"}'), 'aria-label'), [
      'Quotation · from @doe · at p. 3',
    ]);
  });

  it('reads spans within spans, with stress, links and code in them', () => {
    assert.equal(
      render('[a *b* [c `]` d]{.x} [e](f.html)]{.y}'),
      '<p><span class="y">a <em>b</em> <span class="x">c <code>]</code> d</span> <a href="f.html">e</a></span></p>\n',
    );
  });

  it('leaves alone what is no span', () => {
    for (const text of ['[a] {.x}', '[a]{x y}', '\\[a]{.x}', '`[a]{.x}`', '[a]{.x', '{.x}', '[a]{.x\n\n#b}'])
      assert.ok(!render(text).includes('<span'), text);
  });

  it('leaves links and images to Markdown', () => {
    const plain = new MarkdownIt({ html: true, linkify: true });
    for (const text of [
      '[a](b "c"), ![d](e), [f][g], [g], <https://h.example>, i@j.example\n\n[g]: k',
      '| a |\n|---|\n| b |',
      '# A\n\n- b\n- [ ] c\n\n> d\n\n```\n::: x\n[^1]: y\n```',
      'a: b, a::b, ::: c, ^d, [^], [], []() and x^2^',
    ])
      assert.equal(render(text), plain.render(text, {}));
  });

  describe('divs', () => {
    it('hold blocks, and divs', () => {
      const html = render(
        ':::: {.claim #idle}\n- The mill\n\n::: {.quote from="doe"}\nstood idle\n:::\n\n::::\n\nAfter.',
      );
      assert.deepEqual(values(html, 'class'), ['claim sicetnon-claim', 'quote sicetnon-quote']);
      assert.match(html, /<li>The mill<\/li>[^]*<p>stood idle<\/p>\n<\/div>\n<\/div>\n<p>After\.<\/p>/);
    });

    it('may have their attributes over two lines, or a bare class, and colons behind', () => {
      assert.deepEqual(values(render('::: {.claim\nabout="mill"}\nx\n:::'), 'title'), ['Claim · about mill']);
      assert.deepEqual(values(render('::: claim :::\nx\n:::'), 'title'), ['Claim']);
    });

    it('end a paragraph without a blank line, but begin none within one', () => {
      assert.equal(words('::: x\na\n:::\nb'), 'a\n\nb');
      assert.equal(words('a\n::: x\nb\n:::'), 'a\n::: x\nb\n:::');
    });

    it('are plain text when never closed', () => assert.equal(words('::: {.claim}\na'), '::: {.claim}\na'));

    it('are not closed from within code', () =>
      assert.equal(words('::: x\n```\n:::\n```\na\n:::\nb'), ':::\n\na\n\nb'));

    it('stand in lists and block quotations', () => {
      assert.match(
        render('- a\n\n  ::: x\n  b\n  :::\n'),
        /<li>[^]*<div class="x">\n<p>b<\/p>\n<\/div>\n<\/li>/,
      );
      assert.match(render('> ::: x\n> b\n> :::\n'), /<blockquote>\n<div class="x">\n<p>b<\/p>/);
    });

    it('tell the preview which lines they stand in, so that it can scroll with the editor', () => {
      const opening = preview()
        .parse('a\n\n::: {.claim\n#b}\nc\n:::\n', {})
        .find(({ type }) => type === 'sicetnon_div_open');
      assert.deepEqual(opening?.map, [2, 6]);
    });
  });

  describe('standing', () => {
    const marks = (text: string): string[] =>
      [...render(text).matchAll(/sicetnon-mark-[^>]*>([^<]*)/g)].map(([, m]) => m!);

    it('marks what is open, rejected or withdrawn, and nothing else', () => {
      assert.deepEqual(marks('[a]{.claim status=rejected} [b]{.claim status="withdrawn"}'), [
        'rejected',
        'withdrawn',
      ]);
      assert.deepEqual(
        marks('[a]{.claim status=accepted} [b]{.claim status=sure} [c]{.x status=open} [d]{.claim}'),
        [],
      );
    });

    it('marks what settles and what is settled, before and behind', () => {
      const text =
        '[a]{.claim #a} [b]{.claim #b status=open} [c]{.claim #c resolves="#a b" prefers="#b"}\n\n::: {.claim #d}\n:::';
      assert.deepEqual(marks(text), ['settled', 'open · settled: upheld', 'settles']);
      assert.deepEqual(values(render(text), 'title'), [
        'Claim a · settled by c, not upheld',
        'Claim b · status: open · settled by c, upheld',
        'Claim c · settles #a b · upholds #b',
        'Claim d',
      ]);
    });

    it('does not settle by a rejected claim, nor claims of another file', () => {
      assert.deepEqual(marks('[a]{.claim #a} [c]{.claim resolves="#a #b" status=rejected}'), [
        'rejected · settles',
      ]);
      assert.deepEqual(marks('[a]{.claim #a} [c]{.claim resolves="doe#a doe#b"}'), ['settles']);
    });
  });

  describe('citations and notes', () => {
    it('show the key without its sign', () => {
      assert.equal(
        words('[see @doe2004, p. 3; -@{odd key,x}] @{odd,key} @doe [p. 3].'),
        '[see doe2004, p. 3; -@{odd key,x}] odd,key doe [p. 3].',
      );
      assert.deepEqual(values(render('@doe:2004/b. -@roe, @fig-map'), 'title'), [
        'Cites doe:2004/b',
        'Cites roe',
        'Refers to fig-map',
      ]);
    });

    for (const [text, shown] of [
      ['[@osei2003]', '(Osei and Lindqvist 2003)'],
      ['[see @osei2003, p. 3; also *cf.* -@lee]', '(see Osei and Lindqvist 2003, p. 3; also cf. 2011)'],
      ['[@nobody, p. 3; @lee]', '(nobody, p. 3; Lee 2011)'],
      ['[@nobody] and @nobody [p. 3], -@nobody', '[nobody] and nobody [p. 3], nobody'],
      ['@lee says, as @osei2003 [pp. 3-4] do', 'Lee (2011) says, as Osei and Lindqvist (2003, pp. 3-4) do'],
      [
        '@lee [, p. 3], @lee [@osei2003, p. 4]',
        'Lee (2011, p. 3), Lee (2011; Osei and Lindqvist 2003, p. 4)',
      ],
      ['Lee -@lee [p. 3] and -@lee.', 'Lee (2011, p. 3) and (2011).'],
      ['[@rolls, p. 3] @rolls [p. 4] @rolls', '(“The Rolls”, p. 3) “The Rolls” (p. 4) “The Rolls”'],
      ['[@agreesWith:lee] @{lee}.', '(Lee 2011) Lee (2011).'],
      [
        '@lee[^1] @lee [x](y) @lee [x]{.claim} @lee [@',
        'Lee (2011)1 Lee (2011) x Lee (2011) x Lee (2011) [@',
      ],
      ['a^[so @lee [p. 3], [@osei2003]]', 'aso Lee (2011, p. 3), (Osei and Lindqvist 2003)'],
      ['[so @lee [p. 3]]{.claim}', 'so Lee (2011, p. 3)'],
    ] as const)
      it(`name the works that are known: ${text}`, () => assert.equal(wordsOfKnown(text), shown));

    it('name works as the document has them, and none in words that belong to no document', () => {
      assert.equal(words('[@lee]'), '[lee]');
      const md = preview(true, (document) => new Map([['lee', { name: String(document), year: null }]]));
      const tokens = md.parse('[@lee]', {});
      const page = (env: object): string =>
        md.renderer
          .render(tokens, md.options, env)
          .replace(/<[^>]*>/g, '')
          .trim();
      assert.deepEqual([page({}), page({ currentDocument: 'a:b' })], ['(null)', '(a:b)']);
    });

    it('leave e-mail addresses and escaped signs alone', () =>
      assert.deepEqual(values(render('Write to mail@doe, \\@doe, `@doe`.'), 'class'), []));

    it('lead from a marker to its note, which stays in its place', () => {
      const html = render('a[^n]\n\n[^n]: b *c*\n\n    d\n\ne');
      assert.match(html, /<a href="#sicetnon-note-n" role="doc-noteref" title="Note n">1<\/a>/);
      assert.match(
        html,
        /<div class="sicetnon-note" id="sicetnon-note-n" role="note" aria-label="Note n">[^]*<em>c<\/em><\/p>\n<p>d<\/p>\n<\/div>\n<p>e<\/p>/,
      );
    });

    it('are numbered as they will be printed', () => {
      const html = render('a[^n] b^[x[^z]] c[^z] d[^n] e[^gone]\n\n[^z]: u[^n]\n[^n]: v\n[^idle]: w');
      assert.deepEqual(
        [...html.matchAll(/<a [^>]*>([^<]*)</g)].map(([, number]) => number),
        ['1', 'z', '3', '4', 'gone', 'n'],
      );
      assert.deepEqual(
        [...html.matchAll(/note-label">([^<]*)</g)].map(([, number]) => number),
        ['3', '1', 'idle'],
      );
    });

    it('say when there is no note', () => {
      assert.deepEqual(values(render('a[^n]'), 'title'), ['No note is labelled n']);
      assert.deepEqual(values(render('a[^n]'), 'href'), []);
    });

    it('take notes one after the other, with lines not indented', () => {
      assert.deepEqual(values(render('[^1]: a\nb\n[^2]: c'), 'aria-label'), ['Note 1', 'Note 2']);
      assert.equal(words('[^1]: a\nb\n\nc').replace(/\s+/g, ' '), '1a b c');
    });

    it('do not take a note for the definition of a link', () =>
      assert.equal(words('[^1]: https://doe.example'), '1https://doe.example'));

    it('show an inline note where it stands', () =>
      assert.match(
        render('a^[b @doe [c]] d'),
        /a<span class="sicetnon-inline-note" role="note">b <span [^>]*>doe<\/span> \[c\]<\/span> d/,
      ));

    it('show placeholders', () =>
      assert.deepEqual(
        values(render('a [citation needed], [?], [@], [@todo], [?](x)'), 'class'),
        Array(4).fill('sicetnon-placeholder'),
      ));
  });

  describe('is safe', () => {
    it('writes nothing of a text into the page but escaped', () => {
      const html = render(
        '[<b>a</b> & "c"]{.claim #i .xy by=\'"><script>\' about="<img src=x onerror=alert(1)>" onclick="x" style="y"}',
      );
      assert.ok(!/<(?:script|img)/.test(html), html);
      assert.deepEqual([...values(html, 'onclick'), ...values(html, 'style')], []);
      for (const text of [
        '@{"><script>}',
        '[^"><script>]',
        '[^"><b]: x',
        '[@{<script>}]',
        '[a]{.claim says="\\"><script>"}',
      ])
        assert.ok(!/<script/.test(preview(false).render(text, {})), text);
    });

    it('whatever is written', () => {
      const piece = fc.constantFrom(
        '[', ']', '{', '}', '{.claim', ' .x', ' #a', ' says="', '"', "'", '=', '@', '@doe', '-@', '@{', '^[', '[^', '[^1]', '[^1]: ',
        '\n', '\n\n', '::: ', ':::\n', '::: {.claim}\n', '    ', '> ', '- ', '`', '```\n', '<', '>', '&', '<script>', '\\', '*', '](x)', ' status=open}', ' resolves="#a"}', 'a', ' ', '|', '\n|---|\n',
      ); // prettier-ignore
      const tag = /<\/?[a-z][a-z0-9]*(?: [a-z-]+="[^"<>]*")*(?: \/)?>/g;
      const md = preview(false);
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const html = md.render(pieces.join(''), {});
          assert.ok(!/[<>]/.test(html.replace(tag, '')), html);
          assert.ok(!/<(?:script|style|iframe)| on[a-z]+=| style="(?!text-align)/.test(html), html);
          const opened = html.match(/<(?:span|div|sup|a)\b/g)?.length ?? 0;
          assert.equal(html.match(/<\/(?:span|div|sup|a)>/g)?.length ?? 0, opened, html);
        }),
        { numRuns: runs(700) },
      );
    });

    it('and never tires', () => {
      const md = preview();
      for (const unit of [
        '[',
        ']{.x}',
        '[x]{',
        '[[x]{.a}]{.a} ',
        '^[',
        '[^',
        '@',
        '[@a',
        '::: x\n',
        '::: x\n\n',
        ':::\n',
        '[^1]: ',
        '[^1]: a\n',
        '{.a ',
        '[a]{.claim resolves="#a"} ',
      ])
        assert.ok(md.render(unit.repeat(2_000), {}).length > 0, unit);
      assert.ok(md.render(`${'['.repeat(2_000)}x${']{.a}'.repeat(2_000)}`, {}).length > 0);
      assert.ok(md.render(`${'::: x\n'.repeat(2_000)}${':::\n'.repeat(2_000)}`, {}).length > 0);
    });

    it('with a style sheet that fetches nothing and has only the colours of the theme', () => {
      const css = file('client/src/preview/preview.css').replace(/\/\*[^]*?\*\//g, '');
      assert.ok(!/url\(|@import|expression|#[0-9a-f]{3,8}\b(?![^{]*\{)|rgba?\(|hsla?\(/i.test(css));
      assert.ok(css.includes('.vscode-high-contrast'));
    });
  });

  it('is contributed, style sheet and all, and the style sheet is packed', () => {
    const { contributes } = JSON.parse(file('package.json')) as { contributes: Record<string, unknown> };
    assert.equal(contributes['markdown.markdownItPlugins'], true);
    assert.deepEqual(contributes['markdown.previewStyles'], ['./client/src/preview/preview.css']);
    assert.ok(file('.vscodeignore').split('\n').includes('!client/src/preview/preview.css'));
  });
});
