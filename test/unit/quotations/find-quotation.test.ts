import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { isFoundAt } from '../../support/found-quotation.ts';

/** The quotation departs from the passage drawn in the source, as the summary says. */
function departs(quotation: string, drawn: string, summary: RegExp): void {
  const { text, ranges } = parseFixture(drawn)[0]!;
  const match = findQuotation(prepareSource(text, []), quotation);
  assert.equal(match.status, 'different', JSON.stringify(match));
  if (match.status !== 'different') return;
  assert.equal(draw(text, [{ ...match.nearest.range, tag: 'q' }]), draw(text, ranges));
  assert.match(match.nearest.differences.summary, summary);
  assert.ok(match.nearest.similarity < 1 && match.nearest.similarity > 0.5);
}

/** The source has the words, but parted by what is no hyphen at the end of a line. */
function isParted(quotation: string, text: string): boolean {
  return findQuotation(prepareSource(text, []), quotation).status !== 'exact';
}

/** How the pieces of a quotation are rearranged that departs from its source. */
function disorderIn(source: ReturnType<typeof prepareSource>, quotation: string): string | null {
  const match = findQuotation(source, quotation);
  return match.status === 'different' ? match.nearest.disorder : match.status;
}

describe('a dash at the end of a line', () => {
  it('breaks no word, as a hyphen does', () => {
    assert.ok(!isParted('the protection of the dockers', 'For the protec-\ntion of the dockers only.'));
    for (const dash of [' -\n', '--\n', '—\n', ' –\n'])
      assert.ok(
        isParted('the protection of the dockers', `For the protec${dash}tion of the dockers only.`),
        dash,
      );
  });
});

describe('a quotation is found word for word', () => {
  const cases: [string, string, string][] = [
    ['as it is', 'the harbour was silent', 'That year ⟦q|the harbour was silent⟧ for a month.'],
    ['in other case', 'The Harbour was SILENT', 'That year ⟦q|the harbour was silent⟧ for a month.'],
    ['with its quotation marks on', '“the harbour was silent,”', 'Then ⟦q|the harbour was silent⟧ again.'],
    ['with other quotation marks inside', 'they said ‘no’ and left', 'Then ⟦q|they said "no" and left⟧.'],
    ['with guillemets and their spaces', 'they said "no" and left', 'Then ⟦q|they said « no » and left⟧.'],
    ['with German guillemets', 'they said "no" and left', 'Then ⟦q|they said »no« and left⟧.'],
    ['with TeX quotation marks', 'they said “no” and left', "Then ⟦q|they said ``no'' and left⟧."],
    ['with another apostrophe', 'the dockers’ strike', "In May ⟦q|the dockers' strike⟧ began."],
    ['with other dashes', 'a port—once rich—fell', 'It was ⟦q|a port – once rich -- fell⟧ silent.'],
    ['behind a dash', 'once rich', 'It was a port—⟦q|once rich⟧—and fell.'],
    ['with another hyphen', 'the rural–urban divide', 'Here ⟦q|the rural-urban divide⟧ ends.'],
    [
      'with letters written as one',
      'the palaeontology of the Œuvre',
      'They dug ⟦q|the palæontology of the Oeuvre⟧ up.',
    ],
    ['with ligatures', 'the first office of finance', 'In ⟦q|the ﬁrst oﬃce of ﬁnance⟧ they sat.'],
    ['with a long s', 'the most humble servant', 'I am ⟦q|the moſt humble ſervant⟧ here.'],
    [
      'across a hyphenated line end',
      'the protection of dockers',
      'For ⟦q|the protec-\ntion of dockers⟧ only.',
    ],
    ['across a line end at a hyphen', 'a self-governing body', 'It is ⟦q|a self-\ngoverning body⟧ today.'],
    [
      'across a soft hyphen at a line end',
      'their protection ends',
      'So ⟦q|their protec\u00ad\ntion ends⟧ here.',
    ],
    ['with soft hyphens in lines', 'their protection ends', 'So ⟦q|their pro\u00adtec\u00adtion ends⟧ here.'],
    ['hyphenated in the quotation', 'their protec-\ntion ends', 'So ⟦q|their protection ends⟧ here.'],
    ['across lines and blank lines', 'the harbour was silent', 'Then ⟦q|the\nharbour\n\nwas  silent⟧.'],
    ['across a hyphen with a sign of its own', 'the protection ends', 'So ⟦q|the protec‐\ntion ends⟧ here.'],
    [
      'with a remark that the source has too',
      'the harbour [sic] was silent',
      'So ⟦q|the harbour⟧ [sic] ⟦q|was silent⟧.',
    ],
    [
      'with a letter and a claim',
      '[T]he [harbour]{.claim #h} was silent',
      'Then ⟦q|the harbour was silent⟧ again.',
    ],
    ['before a dash', 'a port once rich', 'It was ⟦q|a port once rich⟧—and fell.'],
    ['with no-break spaces', 'some 40 % of them', 'We saw ⟦q|some 40\u202f% of them⟧ go.'],
    ['with full-width forms', 'the NGO2 office', 'At ⟦q|the ＮＧＯ２ office⟧ door.'],
    [
      'with diacritics composed another way',
      'the café at the quay',
      'In ⟦q|the cafe\u0301 at the quay⟧ he sat.',
    ],
    ['with zero-width marks', 'the harbour master', 'Then ⟦q|the har\u200bbour master⟧ spoke.'],
    ['in emphasis', 'the harbour was silent', 'Then ⟦q|the **harbour** was *silent⟧*.'],
    ['over an underscore emphasis', 'the harbour was silent', 'Then ⟦q|the _harbour_ was silent⟧.'],
    ['over escapes', 'it cost 5* in all', 'Then ⟦q|it cost 5\\* in all⟧.'],
    ['over entities', 'pay & conditions — all', 'Of ⟦q|pay &amp; conditions &mdash; all⟧ spoke.'],
    ['over a claim', 'the harbour was silent', 'Then [⟦q|the harbour]{.claim #h says="a = b"} was silent⟧.'],
    [
      'over nested spans',
      'the harbour was silent',
      'Then [⟦q|the [harbour]{.actor ref="h"} was silent⟧]{.claim #h}.',
    ],
    [
      'over a link',
      'the harbour was silent',
      'Then ⟦q|the [harbour](https://example.org/h "The h") was silent⟧.',
    ],
    ['over HTML', 'the harbour was silent', 'Then ⟦q|the <em>harbour</em><!-- sic! --> was silent⟧.'],
    ['over a note marker', 'was silent, and the men', 'It ⟦q|was silent[^3], and the men⟧ left.'],
    ['over a raised number', 'was silent, and the men', 'It ⟦q|was silent¹², and the men⟧ left.'],
    ['over raised numbers', 'was silent, and the men', 'It ⟦q|was silent¹,²–⁴, and the men⟧ left.'],
    [
      'over a number in sup tags',
      'was silent, and the men',
      'It ⟦q|was silent<sup>3</sup>, and the men⟧ left.',
    ],
    ['over ^3^', 'was silent, and the men', 'It ⟦q|was silent^3^, and the men⟧ left.'],
    ['over a number in brackets', 'was silent, and the men', 'It ⟦q|was silent [3], and the men⟧ left.'],
    ['over a page mark', 'was silent, and the men', 'It ⟦q|was [p. 12] silent, and the men⟧ left.'],
    [
      'over a note between paragraphs',
      'first half and second half',
      'The ⟦q|first half\n\n[^1]: A note.\n\nand second half⟧.\n',
    ],
    [
      'within a note',
      'a note of some words',
      'Text.[^1]\n\n[^1]: This is ⟦q|a note\n    of some words⟧.\n\nMore.',
    ],
    ['in a block quotation', 'the harbour was silent', '> That ⟦q|the harbour\n> was silent⟧\n'],
    ['over list items', 'the cranes and the ropes', 'We saw:\n\n- ⟦q|the cranes\n- and the ropes⟧\n'],
    ['at a dash that opens a line', 'it fell—and how', 'Then ⟦q|it fell\n— and how⟧.'],
    ['in a heading', 'The silent harbour', '# ⟦q|The silent harbour⟧ {#h .unnumbered}\n'],
    [
      'after a fence of a div',
      'one thing and another',
      'There was ⟦q|one thing\n\n::: {.claim #c}\nand another⟧.\n:::\n',
    ],
    ['in Chinese, across a line end', '工会不代表工人', '他说⟦q|工会不代\n表工人⟧。'],
    ['in Chinese with Latin spaced', '这些NGO的工作', '关于⟦q|这些 NGO 的工作⟧，'],
    ['twice', 'the harbour', 'Here ⟦q|the harbour⟧ and there ⟦q|the\nharbour⟧.'],
  ];
  for (const [name, quotation, drawn] of cases) it(name, () => isFoundAt(quotation, drawn));
});

describe('a quotation that departs from its source', () => {
  it('in one word', () =>
    departs(
      'the harbour was often silent',
      'So ⟦q|the harbour was sometimes silent⟧, then.',
      /^The source has “sometimes” where the quotation has “often”\.$/,
    ));
  it('in its first word', () =>
    departs(
      'often was the harbour silent',
      'Then ⟦q|sometimes was the harbour silent⟧, yes.',
      /^The source has “sometimes” where the quotation has “often”\.$/,
    ));
  it('in its last word', () =>
    departs(
      'the harbour was silent often',
      'Then ⟦q|the harbour was silent sometimes⟧. Yes.',
      /^The source has “sometimes” where the quotation has “often”\.$/,
    ));
  it('by a word left out', () =>
    departs(
      'the harbour was silent',
      'So ⟦q|the harbour was not silent⟧, then.',
      /^The quotation leaves out “not”, after “was”\.$/,
    ));
  it('by a word too many', () =>
    departs(
      'the harbour was never silent',
      'So ⟦q|the harbour was silent⟧, then.',
      /^The source does not have “never”, after “was”\.$/,
    ));
  it('in diacritics', () =>
    departs(
      'the cafe at the quay',
      'In ⟦q|the café at the quay⟧ he sat.',
      /“café” where the quotation has “cafe”/,
    ));
  it('in a hyphen within a line', () =>
    departs(
      'their co-operation at work',
      'So ⟦q|their cooperation at work⟧ ends.',
      /“cooperation” where the quotation has “co-operation”/,
    ));
  it('in a hyphen that the source has', () =>
    departs('the anti corn league', 'So ⟦q|the anti-corn league⟧ runs.', /“anti-corn”/));
  it('in a word left out behind its first', () =>
    departs(
      'put beyond all doubt and controversy',
      'These would ⟦q|put it beyond all doubt and controversy⟧, he says.',
      /^The quotation leaves out “it”, after “put”\.$/,
    ));
  it('in its first word, before a dash', () =>
    departs(
      'The old town of Salem,',
      '⟦q|This old town of Salem⟧--my native place.',
      /^The source has “This” where the quotation has “The”\.$/,
    ));
  it('but not in the name of who speaks, cut short', () => {
    isFoundAt('*Dun.* The castle has a pleasant seat.', 'So:\n\n⟦q|DUNCAN. The castle has a pleasant seat⟧.');
    isFoundAt('*Lady M.* What beast was it?', 'So:\n\n⟦q|LADY MACBETH. What beast was it⟧?');
    isFoundAt('DUNCAN. The castle has a seat.', 'So:\n\n⟦q|Dun. The castle has a seat⟧.');
  });
  it('in the name of who speaks, where another does', () =>
    departs(
      '*Ban.* The castle has a pleasant seat.',
      'So:\n\n⟦q|DUNCAN. The castle has a pleasant seat⟧.',
      /“DUNCAN” where the quotation has “Ban”/,
    ));
  it('in a word that is cut short', () =>
    departs(
      'So the castle of Dun. The king has a seat',
      '⟦q|So the castle of DUNCAN. The king has a seat⟧.',
      /“DUNCAN” where the quotation has “Dun”/,
    ));
  it('but not in a bracket of the text around it', () => {
    isFoundAt('the castle has a pleasant seat.]', 'So ⟦q|the castle has a pleasant seat⟧.');
    isFoundAt('(the castle has a pleasant seat', 'So ⟦q|the castle has a pleasant seat⟧.');
  });
  it('but not in marks of quotation alone', () =>
    isFoundAt(
      'to the family vault of all the Mowbrays',
      'They go ⟦q|to the family vault of "all the Mowbrays⟧."',
    ));
  it('in a comma', () => departs('silent and cold', 'It was ⟦q|silent, and cold⟧ there.', /leaves out “,”/));
  it('in half a word', () =>
    departs('the harbour was still', 'So ⟦q|the harbour was stills⟧ there.', /“stills”/));
  it('behind an ellipsis', () =>
    departs(
      'the harbour … was never silent',
      'So ⟦q|the harbour of the old town was silent⟧.',
      /^In “was never silent”, the source does not have “never”/,
    ));
  it('in words that were dropped from its middle', () =>
    departs(
      'the women of the quarter brought bread to the strikers',
      'So ⟦q|the women of the quarter did not trust the union. They brought bread to the strikers⟧.',
      /^The quotation leaves out “did not trust the union\. They”, after “quarter”\.$/,
    ));
  it('right before an ellipsis', () =>
    departs(
      'the harbour of the new city … was silent',
      'So ⟦q|the harbour of the old town by the sea was silent⟧.',
      /^In “the harbour of the new city”, the source has “old town” where the quotation has “new city”\.$/,
    ));
  it('right behind an ellipsis in brackets', () =>
    departs(
      'the harbour [...] lay silent, of course',
      'So ⟦q|the harbour of the old town was silent, of course⟧.',
      /^In “lay silent, of course”, the source has “was” where the quotation has “lay”\.$/,
    ));
  it('on both sides of an ellipsis', () =>
    departs(
      'in the harbour of gold … lay silent for years',
      'So ⟦q|in the harbour of the old town by the sea was silent for years⟧.',
      /^In “in the harbour of gold”, .* “gold”\. In “lay silent for years”, the source has “was” where/,
    ));
  it('in the order of its parts', () => {
    const source = prepareSource('First came the dockers of the port. Then came the sailors.', []);
    assert.equal(disorderIn(source, 'Then came the sailors … the dockers of the port'), 'order');
  });
  it('by parts too far apart', () => {
    const source = prepareSource(
      `First came the dockers. ${'No one else came. '.repeat(400)} Then the sailors.`,
      [],
    );
    assert.equal(disorderIn(source, 'First came the dockers … Then the sailors'), 'distance');
  });
  it('by an interpolation too long for what it stands for', () => {
    const source = prepareSource(
      `First came the dockers ${'and no one else '.repeat(20)} from the port.`,
      [],
    );
    assert.equal(findQuotation(source, 'First came the dockers [they] from the port').status, 'different');
  });
});

describe('a quotation that is not in the source', () => {
  const source = prepareSource(
    'The harbour was silent for a month, and the men went home to their villages.',
    [],
  );
  it('is absent', () => {
    assert.deepEqual(findQuotation(source, 'a ledger of unpaid tolls'), { status: 'absent' });
  });
  it('is absent from an empty text', () => {
    assert.deepEqual(findQuotation(prepareSource('', []), 'the harbour'), { status: 'absent' });
  });
  it('holds no words, and nothing is wrong', () => {
    for (const empty of ['', '…', '“ ”', '[...]', '[sic]', '—'])
      assert.deepEqual(findQuotation(source, empty), { status: 'exact', ranges: [], occurrences: [] });
  });
  it('stands there only as the quotation itself', () => {
    const text = 'He spoke of “the silent harbour” and of nothing else.';
    const except = { from: text.indexOf('“'), to: text.indexOf('”') + 1 };
    assert.equal(findQuotation(prepareSource(text, []), 'the silent harbour', { except }).status, 'absent');
    const twice = `The silent harbour. ${text}`;
    const moved = { from: except.from + 20, to: except.to + 20 };
    assert.equal(
      findQuotation(prepareSource(twice, []), 'the silent harbour', { except: moved }).status,
      'exact',
    );
  });
});

describe('bad input', () => {
  const hostile = [
    '['.repeat(5000),
    '[a'.repeat(3000),
    '<sup>'.repeat(3000),
    '....'.repeat(3000),
    '[…]'.repeat(500),
    '\\'.repeat(999),
    '`'.repeat(999),
    'a … '.repeat(800),
    '\ud800\udc00\ud800',
    '{'.repeat(3000),
    ']('.repeat(3000),
    '^['.repeat(3000),
  ];
  for (const text of hostile)
    it(`neither throws nor hangs: ${JSON.stringify(text.slice(0, 12))}`, () => {
      const source = prepareSource(text, []);
      assert.ok(findQuotation(source, text).status);
      assert.ok(findQuotation(source, 'a … b … c').status);
      assert.ok(findQuotation(prepareSource('a b c '.repeat(2000), []), text).status);
    });
});
