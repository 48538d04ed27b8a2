import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { locate } from '../../../server/src/quotations/numbering.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';

/** Some 1,500 letters without a number, about `topic`. */
function page(topic: string): string {
  return Array.from(
    { length: 30 },
    (_, i) => `Of ${topic} they said many things, and ${'x'.repeat(1 + (i % 7))} too.`,
  ).join('\n');
}

function placeOf(text: string, words: string): ReturnType<typeof locate> {
  return locate(prepareSource(text, []), text.indexOf(words));
}

describe('page furniture is left out, and tells the pages', () => {
  const heads = ['oaks', 'elms', 'firs', 'limes']
    .map((tree, i) => `${661 + i}\n\n${page(tree)}\n\nThe last of the ${tree}`)
    .join('\n\n---\n\n');
  const feet = ['oaks', 'elms', 'firs', 'limes']
    .map((tree, i) => `${page(tree)}\n\nThe last of the ${tree} was\n\n${661 + i}\n`)
    .join('\n---\n\nfelled. ');
  const fed = ['oaks', 'elms', 'firs', 'limes']
    .map(
      (tree, i) => `${i % 2 ? `Okoro ${31 + i}` : `${31 + i} Annals of Wood`}\n${page(tree)} and so the con-`,
    )
    .join('\n\ffirmed facts. '.replace('firmed facts. ', ''));

  it('where rules part the pages and the number leads', () => {
    assert.deepEqual(placeOf(heads, 'The last of the elms'), { page: '662' });
    assert.deepEqual(placeOf(heads, 'Of firs'), { page: '663' });
    assert.deepEqual(placeOf(heads, 'The last of the limes'), { page: '664' });
  });
  it('where the number closes the page', () => {
    assert.deepEqual(placeOf(feet, 'The last of the oaks'), { page: '661' });
    assert.deepEqual(placeOf(feet, 'Of elms'), { page: '662' });
    assert.deepEqual(placeOf(feet, 'The last of the limes'), { page: '664' });
    const match = findQuotation(prepareSource(feet, []), 'The last of the elms was felled');
    assert.equal(match.status, 'exact');
  });
  it('where form feeds part the pages and running heads bear the numbers', () => {
    assert.deepEqual(placeOf(fed, 'Of firs'), { page: '33' });
    const text = fed.replace(/con-\n\n?\f(\d\d Annals of Wood|Okoro \d\d)\n/g, 'con-\n\f$1\nfirmed facts. ');
    const match = findQuotation(prepareSource(text, []), 'and so the confirmed facts');
    assert.equal(match.status === 'exact' && match.occurrences.length, 3);
  });
  it('where heads stand apart from their numbers, of up to 90 letters', () => {
    const headed = (head: string) =>
      ['oaks', 'elms', 'firs', 'limes']
        .map((tree, i) => `${31 + i}\n\n${head}\n\n${page(tree)} The last of the ${tree} was`)
        .join('\n\nfelled at dawn.\n\n')
        .replaceAll('was\n\nfelled at dawn.\n\n', 'was\n\n');
    const crosses = (head: string) =>
      findQuotation(prepareSource(headed(head), []), 'The last of the elms was Of firs they said').status ===
      'exact';
    assert.ok(crosses('Annals of Wood'));
    assert.ok(crosses('A'.repeat(90)));
    assert.ok(!crosses('A'.repeat(91)));
  });
  it('where numbers stand in their heads, some blanks away, and alone where a chapter begins', () => {
    const told = (first: string, gap: string) => {
      const pages = [first, ...[13, 14, 15].map((n) => `${n}${gap}Annals of Wood`)].map(
        (head, i) => `${head}\n\n${page(`tree ${'abcd'[i]}`)}`,
      );
      return placeOf(pages.join('\n\n\f'), 'Of tree a');
    };
    assert.deepEqual(told('12', ' '), { page: '12' });
    assert.deepEqual(told('12', '    '), { page: '12' });
    assert.deepEqual(told('12    Annals of Wood', '    '), { page: '12' });
  });
  it('and is silent where nothing tells heads from feet', () => {
    const bare = `${page('ash')}\n\n10\n\n${page('oak')}\n\n11\n\n${page('elm')}\n\n12\n\n${page('fir')}`;
    assert.equal(placeOf(bare, 'Of oak'), null);
    const match = findQuotation(
      prepareSource(bare, []),
      'Of oak they said many things, and xx too. Of elm they said',
    );
    assert.equal(match.status, 'exact');
  });
  it('but numbers that do not rise are words of the text', () => {
    const text = `${page('ash')}\n\n1990\n\n${page('oak')}\n\n12\n\n${page('elm')}`;
    assert.equal(placeOf(text, 'Of elm'), null);
    assert.equal(
      findQuotation(prepareSource(text, []), 'Of oak they said many things, and xx too. Of elm they said')
        .status,
      'different',
    );
  });
  it('nor are the numbers of stanzas pages', () => {
    const text = [1, 2, 3, 4].map((n) => `${n}\n\nA stanza of the sea\nand of the harbour.`).join('\n\n');
    assert.equal(placeOf(text, 'A stanza'), null);
  });
  it('gives both pages where one bears no number', () => {
    const text = [5, 6, 8, 9].map((n) => `${n}\n\n${page(`tree ${'abcdefghij'[n]}`)}`).join('\n\n---\n\n');
    assert.deepEqual(placeOf(text, 'Of tree g'), { page: '6-7' });
    assert.deepEqual(placeOf(text, 'Of tree i'), { page: '8' });
  });
  it('from three numbers on; from two where breaks stand beside both', () => {
    const two = (gap: string) => `5${gap}${page('a')}\n\n6${gap}${page('b')}`;
    assert.deepEqual(placeOf(`x\n\f${two('\n\n').replace('\n\n6', '\n\f6')}`, 'Of a'), { page: '5' });
    assert.equal(placeOf(`x\n\n${two('\n\n')}`, 'Of a'), null);
  });
  it('where at most three pages between two numbers bear none', () => {
    const text = (last: number) =>
      [1, 2, 3, last].map((n) => `${n}\n\n${page(`tree ${'abcdefghij'[n]}`)}`).join('\n\n---\n\n');
    assert.deepEqual(placeOf(text(7), 'Of tree d'), { page: '3-6' });
    assert.notDeepEqual(placeOf(text(8), 'Of tree d'), { page: '3-7' });
  });
  it('where marks in the text begin the pages', () => {
    const text = `Front. [p. 7] One ${page('a')} [p. 8] two ${page('b')} [p. 9] three.`;
    assert.equal(placeOf(text, 'Front'), null);
    assert.deepEqual(placeOf(text, 'two'), { page: '8' });
    assert.equal(findQuotation(prepareSource(text, []), 'xx too. two Of b').status, 'exact');
  });
  it('but a locator or two in brackets are no page marks', () => {
    assert.equal(placeOf('He says so [p. 7] and so [p. 3], and then that [p. 9].', 'and then'), null);
    assert.equal(placeOf('He says so [p. 7] and that.', 'and that'), null);
    assert.equal(placeOf('He says so [p. 7] and that [p. 9], too.', 'and that'), null);
  });
});

describe('numbered paragraphs', () => {
  it('in a list of items', () => {
    const text =
      '- ¹ One is first.\n\nStill first.\n\n- 2 Two.\n- 3 Three, which\n\nruns on.\n\nRÉSUMÉ\n\nAll of it.';
    assert.deepEqual(placeOf(text, 'Still'), { paragraph: '1' });
    assert.deepEqual(placeOf(text, 'runs on'), { paragraph: '3' });
    assert.equal(placeOf(text, 'All of it'), null);
    assert.equal(findQuotation(prepareSource(text, []), 'Two. Three, which runs on').status, 'exact');
  });
  it('in brackets, raised, or with a section sign', () => {
    assert.deepEqual(placeOf('[1] One.\n\n[2] Two.\n\n[3] Three.', 'Two'), { paragraph: '2' });
    assert.deepEqual(placeOf('¹ One.\n\n² Two.\n\n³ Three.', 'Two'), { paragraph: '2' });
    assert.deepEqual(placeOf('§ 1 One.\n\n§ 2 Two.\n\n§ 3. Three.', 'Three'), { section: '3' });
  });
  it('are none when the numbers are those of notes', () => {
    assert.equal(
      placeOf('One¹ and two² and three³.\n\n¹ See one.\n\n² See two.\n\n³ See three.', 'See two'),
      null,
    );
    assert.equal(
      placeOf('As in [1], [2] and [3].\n\n[1] A book.\n\n[2] A book too.\n\n[3] More.', 'A book too'),
      null,
    );
  });
  it('from three on, the first of them 1', () => {
    assert.deepEqual(placeOf('- 1 apple\n- 2 pears\n- 3 plums', 'pears'), { paragraph: '2' });
    assert.equal(placeOf('- 2 apples\n- 3 pears\n- 4 plums', 'pears'), null);
    assert.equal(placeOf('- 1 apple\n- 2 pears', 'pears'), null);
  });
  it('are none when half of the numbers are called in the text', () => {
    const list = '\n\n[1] Aa.\n\n[2] Bb.\n\n[3] Cc.\n\n[4] Dd.';
    assert.deepEqual(placeOf(`So [1].${list}`, 'Bb'), { paragraph: '2' });
    assert.equal(placeOf(`So [1] and [2].${list}`, 'Bb'), null);
  });
  it('are none when they do not rise one by one', () => {
    assert.equal(placeOf('- 3 apples\n- 2 pears\n- 7 plums', 'pears'), null);
    assert.equal(placeOf('- 1 apple\n- 2 pears', 'pears'), null);
  });
});

describe('notes', () => {
  it("of Pandoc's kind", () => {
    assert.deepEqual(placeOf('A.[^a]\n\n[^a]: See the\n    harbour.\n\nB.', 'harbour'), { note: 'a' });
    assert.equal(placeOf('A.[^a]\n\n[^a]: See the\n    harbour.\n\nB.', 'B.'), null);
  });
  it('listed under a heading', () => {
    const text = 'A¹ b² c³.\n\n## Notes\n\n1. See one.\n2. See two.\n3. See three.';
    assert.deepEqual(placeOf(text, 'See two'), { note: '2' });
  });
  it('in the first of two lists that are of one length', () => {
    const list = (what: string) => `## Notes\n\n1. See ${what} a.\n2. See ${what} b.\n3. See ${what} c.\n\n`;
    const text = `A.\n\n${list('oaks')}B.\n\n${list('elms')}`;
    assert.deepEqual(placeOf(text, 'See oaks b'), { note: '2' });
  });
  it('that a reader of notes found', () => {
    const source = prepareSource('A (1). (1) See one.', [], { notes: [{ from: 7, to: 19, label: '1' }] });
    assert.deepEqual(locate(source, 11), { note: '1' });
  });
});
