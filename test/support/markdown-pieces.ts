/** Random Markdown from pieces that are difficult in combination, for property tests. */
import fc from 'fast-check';

const WORDS = [
  'foo',
  'bar',
  'Baz',
  'x',
  '(p. 3)',
  'cf.',
  '12',
  'a.',
  'et al.',
  'foo;',
  '3-5',
  'é',
  '京都',
  'it’s',
  "don't",
];
const CITATIONS = [
  '@a',
  '[@b, p. 3]',
  '[see @c; -@d, ch. 2]',
  '@e [p. 4]',
  '[-@f]',
  '@{odd:key}',
  '@g:h.i',
  '@k [see @l]',
  '[@m;@n]',
  '-@o',
  '[@2004]',
  '[@Zé:1]',
  '(@p)',
  '[*see* @q, *ibid.*]',
  '[@r, [nested] x]',
  '@s [-@t, 3]',
  '@w;',
  '[@x]{.c}',
  '[@y](u)',
  '[@z][r]',
  '@a2\n[p. 9]',
  '[see\n@b2]',
  '@{https://x.y/z?w=1}',
  '[@a~b]',
  '@c/d',
  '@fig-x',
  '\\@ref(x)',
];
const NOTES = ['[^1]', '[^2]', '[^long-1]', '^[inline]', '^[with @n and [x]]', '^[a `]` b]'];
const SPANS = [
  '[text]{.x}',
  '[t *u*]{#i .c k="v w"}',
  '[a [b]{.y} c]{.z}',
  '[q]{k=v}',
  '[bad]{.}',
  '<span class="h">y</span>',
  '[x\ny]{.claim says="a = b; c < d" by=@q}',
  '[x]{ .sp }',
  '[x] {.no}',
];
const VERBATIM = [
  '`c @x`',
  '`` ` [^1] ``',
  '`a`{.r}',
  '`unclosed',
  '``',
  '$x_@y$',
  '$5 and',
  '$$a [@b] c$$',
  '\\emph{@x}',
  '<!-- @c [^1] -->',
  '<b>@d</b>',
  '<http://a.b/@c>',
  '<m@n.o>',
  'm@n.o',
  '&amp;',
  '\\*',
  '\\@e',
  '<br>',
  '`x`{=html}',
];
const LOOSE = [
  '*',
  '**',
  '_',
  '"',
  "'",
  '[',
  ']',
  '(',
  ')',
  '^',
  '~',
  '^2^',
  '~x~',
  '![',
  '](u)',
  '[l](u "t")',
  '[r][s]',
  ';',
  '-',
  '--',
  '...',
  '“',
  '”',
  '***',
  '`',
  '$',
  '#',
  ':',
  '[*a](b)*',
];

const piece = (loose: boolean) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 3, arbitrary: fc.constantFrom(...CITATIONS) },
    { weight: 1, arbitrary: fc.constantFrom(...NOTES) },
    { weight: 1, arbitrary: fc.constantFrom(...SPANS) },
    { weight: 1, arbitrary: fc.constantFrom(...VERBATIM) },
    ...(loose ? [{ weight: 2, arbitrary: fc.constantFrom(...LOOSE) }] : []),
  );

/** Running text. */
export const runningText = (loose = true): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(piece(loose), fc.constantFrom(' ', ' ', ' ', '', '\n')), { minLength: 1, maxLength: 7 })
    .map((pieces) =>
      pieces
        .map(([words, gap]) => words + gap)
        .join('')
        .trim(),
    );

const oneLine = runningText().map((text) => text.replace(/\n/g, ' '));
const indented = (text: string, indent: string) => text.replace(/\n(?=[^\n])/g, `\n${indent}`);

/** A document of nested blocks. */
export const markdown: fc.Arbitrary<string> = fc
  .letrec<{ block: string; blocks: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block', withCrossShrink: true },
      runningText(),
      fc
        .tuple(fc.constantFrom('# ', '## ', '#', '###  '), oneLine, fc.constantFrom('', ' {#id .c}', ' #'))
        .map((it) => it.join('')),
      fc.tuple(oneLine, fc.constantFrom('\n---', '\n===', '\n--')).map((it) => it.join('')),
      fc
        .tuple(
          fc.constantFrom('- ', '* ', '1. ', 'a) ', '(@) ', '(@ex) ', 'i. ', '#. ', '-   '),
          fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('\n', '\n\n'),
        )
        .map(([marker, items, gap]) =>
          items.map((item) => marker + indented(item, ' '.repeat(marker.length))).join(gap),
        ),
      tie('blocks').map((text) =>
        text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
      ),
      tie('blocks').map((text) => `> ${text}`),
      fc
        .tuple(
          fc.constantFrom('::: a', '::: {.b #i}', '::::', '::: {k="v"}', '<div class="d">'),
          tie('blocks'),
          fc.constantFrom(':::', '::::', '</div>', ''),
        )
        .map((it) => it.join('\n')),
      fc
        .tuple(
          fc.constantFrom('```', '```r', '~~~', '``` {.x}'),
          runningText(),
          fc.constantFrom('```', '~~~', ''),
        )
        .map((it) => it.join('\n')),
      fc
        .tuple(
          fc.constantFrom('1', '2', 'long-1'),
          fc.constantFrom(' ', '', '\n    '),
          tie('blocks'),
          fc.constantFrom('    ', '    ', ''),
        )
        .map(([label, gap, text, indent]) => `[^${label}]:${gap}${indented(text, indent)}`),
      fc
        .tuple(oneLine, fc.constantFrom('\n: ', '\n\n:   ', '\n~ '), tie('block'))
        .map(([term, mark, text]) => term + mark + indented(text, '    ')),
      fc.tuple(oneLine, oneLine).map(([one, two]) => `| ${one}\n| ${two}`),
      fc
        .tuple(oneLine, oneLine, oneLine)
        .map(([a, b, caption]) => `| h | i |\n|---|---|\n| ${a} | ${b} |\n\n: ${caption}`),
      oneLine.map((text) => `    ${text}`),
      fc.constantFrom(
        '---',
        '* * *',
        '<hr>',
        '<p>',
        '</p>',
        '<!-- c\n\n@x -->',
        '[r]: http://u "t"',
        '<td>',
        '</td>',
        '</div>',
        ':::',
        '---\nk: v\n---',
      ),
    ),
    blocks: fc
      .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), {
        minLength: 1,
        maxLength: 3,
        depthIdentifier: 'block',
      })
      .map((all) =>
        all
          .map(([text, gap]) => text + gap)
          .join('')
          .trimEnd(),
      ),
  }))
  .blocks.map((text) => `${text}\n`);
