import assert from 'node:assert/strict';
import { parseFixture } from '../../support/fixture.ts';
import { read } from './reading.ts';

/** Every marker drawn as `⟦label|…⟧` is found with that label, and no other. */
function check(fixture: string): ReturnType<typeof read> {
  const { text, ranges } = parseFixture(fixture)[0]!;
  const facts = read(text);
  assert.deepEqual(
    facts.markers.map(({ label, range }) => ({ tag: label, ...range })),
    ranges.map(({ tag, from, to }) => ({ tag, from, to })),
  );
  return facts;
}

describe('found: notes', () => {
  it('superscripts under a heading', () => {
    const facts = check(`Guilds wove⟦1|¹⟧ and dyed.⟦2|²⟧ So it was in 1302⟦3|³⟧.

NOTES

1. See the rolls.
2. Dyer, *Dyes*, 1990.
3. Or 1303.
`);
    assert.deepEqual(
      facts.noteDefinitions.map(({ markers }) => markers),
      [[0], [1], [2]],
    );
    assert.equal(facts.noteLists[0]!.heading!.text, 'NOTES');
    assert.deepEqual([facts.unusedNotes, facts.misorderedMarkers], [[], []]);
  });

  it('every style of marker and of list', () => {
    check('Wove⟦1|<sup>1</sup>⟧ and dyed.⟦2|<sup>2</sup>⟧\n\n## Notes\n\n1. One.\n2. Two.\n');
    check('Wove⟦1|^1^⟧ and dyed.⟦2|^2^⟧\n\n**Notes**\n\n1) One.\n2) Two.\n');
    check('Wove⟦1|[1]⟧ and dyed.⟦2| [2]⟧\n\nEndnotes\n\n[1] One.\n[2] Two.\n'.replace('| [2]', '|[2]'));
    check('Wove⟦1|¹⟧ and dyed.⟦2|²⟧\n\nAnmerkungen:\n\n¹ Eins.\n² Zwei.\n');
    check(
      'Wove⟦1|<sup>1</sup>⟧ and dyed.⟦2|<sup>2</sup>⟧\n\nNotes\n\n<sup>1</sup> One.\n<sup>2</sup> Two.\n',
    );
    check('织⟦1|¹⟧，染。⟦2|²⟧\n\n注释\n\n1. 一。\n2. 二。\n');
    check('Tissé⟦1|¹⟧ et teint ⟦2|²⟧.\n\nNotes de bas de page\n\n1 Voir les rôles.\n2 Idem.\n');
  });

  it('at the end without a heading', () => {
    check('Wove⟦1|¹⟧ and dyed.⟦2|²⟧\n\n---\n\n1. One.\n2. Two.\n');
    check(
      'Wove⟦1|¹⟧ and dyed.⟦2|²⟧\n\n1. One.\n2. Two.\n\n## References\n\n- Weaver AB (2003) Looms. Leiden: Burrow.\n',
    );
  });

  it('interrupted by page breaks, blank lines, bullets, indentation', () => {
    const facts = check(
      `A⟦1|¹⟧ B.⟦2|²⟧ C.⟦3|³⟧ Dd.⟦4|⁴⟧

Notes

1. One "goes
 
- on here" to the end.

2. Two.

   3. Three.
   wraps.
- 4. Four.
-

RÉSUMÉ

Text.
`
        .replace('A⟦', 'All⟦')
        .replace('C.⟦', 'See.⟦')
        .replace('B.⟦', 'But.⟦'),
    );
    assert.equal(facts.noteDefinitions.length, 4);
    const { text } = parseFixture('x')[0]!;
    assert.equal(text, 'x');
  });

  it('the bodies end where the notes do', () => {
    const text = 'Wove¹ and dyed.²\n\nNotes\n\n1. One\nwraps.\n\n2. Two.\n-\n\nRÉSUMÉS\n\nA summary.\n';
    const bodies = read(text).noteDefinitions.map(({ bodyRange }) =>
      text.slice(bodyRange.from, bodyRange.to),
    );
    assert.deepEqual(bodies, ['One\nwraps.', 'Two.']);
  });

  it('a list for each chapter', () => {
    const facts = check(
      'Wove⟦1|¹⟧ and.⟦2|²⟧\n\n## Notes\n\n1. One.\n2. Two.\n\n# Two\n\nDyed⟦1|¹⟧ and.⟦2|²⟧\n\n## Notes\n\n1. Uno.\n2. Due.\n',
    );
    assert.deepEqual(
      facts.markers.map(({ definition, list }) => [definition, list]),
      [
        [0, 0],
        [1, 0],
        [2, 1],
        [3, 1],
      ],
    );
  });

  it('paragraph numbers, exponents, ordinals, isotopes, affiliations stay unread', () => {
    check(`- ¹ The first paragraph has 10 m² of cloth, 5 km² of town and 10⁹ threads.⟦1|¹⟧
- ² The second speaks of ¹⁴C and R² and x³ and 10⁻³ and H₂O², and the 1<sup>st</sup> of them.⟦2|²⟧
- ³ The third is here.⟦3|³⟧

Notes

1. One.
2. Two m³.
3. Three.
`);
    check(`Anna Weaver¹ and Clara Dyer²

¹ University of Ghent
² Guild College

Wove it.⟦1|¹⟧ Dyed it.⟦2|²⟧

Notes

1. One.
2. Two.
`);
  });

  it('are no points that begin sentences of one paragraph, whether or not a colon stands before the first', () => {
    const { markers } = read(
      '织布有三步。（1）纺线要细。（2）织布要密。（3）染色要匀。\n\n他染布（1）。她织布（2）。他纺线（3）。\n\n## 注释\n\n1. 王染。\n2. 李织。\n3. 张纺。\n',
    );
    assert.deepEqual(
      markers.map(({ range }) => range.from > 30),
      [true, true, true],
    );
  });

  it('numbered lists that are no notes', () => {
    for (const text of [
      'It takes 5 m² and 10⁹ threads.\n\nSteps\n\n1. Wind.\n2. Weave.\n',
      'It takes 5 m² of it.\n\n## Notes\n\nNothing is numbered here.\n',
      'See [1] and [2].\n\n## References\n\n1. Weaver AB (2003) Looms. Leiden: Burrow.\n2. Dyer C (1990) Dyes. Leiden: Burrow.\n',
      'No markers at all.\n\n## Notes\n\n1. One.\n2. Two.\n',
      'Text with a [1](http://example.org) link.\n\n## Notes\n\n1. One.\n2. Two.\n',
      'It needs a licence [1].\n\nSteps\n\n1. Wind.\n2. Weave.\n3. Dye.\n',
      'It reads argv[1], then mode[2] and argv[3].\n\n## Notes\n\n1. One.\n2. Two.\n3. Three.\n',
      '线的系数beta[1]为正，布的系数beta[2]为负，染料的系数beta[3]为零。\n\n## 注释\n\n1. 一。\n2. 二。\n3. 三。\n',
      '织布有三步：（1）纺线：线要细。（2）织布：布要密；（3）染色。\n\n## 注释\n\n1. 王染。\n2. 李织。\n3. 张纺。\n',
      '1. First point.\n\nA page on it.\n\nMore.\n\nAnd more¹.\n\nMore.\n\n2. Second point.\n\nDone.\n',
    ]) {
      const facts = read(text);
      assert.deepEqual([facts.markers, facts.noteDefinitions], [[], []], text);
    }
  });

  it('Pandoc’s notes switch it off', () => {
    const facts = read('Wove¹ and dyed.²\n\nNotes\n\n1. One.\n2. Two.\n', { hasPandocNotes: true });
    assert.deepEqual([facts.markers, facts.noteDefinitions, facts.noteLists], [[], [], []]);
  });

  it('code is no prose', () => {
    const text = 'Wove.¹ `a²` and dyed.²\n\nNotes\n\n1. One.\n2. Two.\n';
    const from = text.indexOf('`');
    const facts = read(text, { opaque: [{ from, to: from + 4 }] });
    assert.equal(facts.markers.length, 2);
  });

  it('markers behind attributes and in spans', () => {
    const text =
      '[Wove]{.claim #a}<sup>1</sup> and [dyed.<sup>2</sup>]{.claim}\n\nNotes\n\n1. One.\n2. Two.\n';
    const tags = [...text.matchAll(/\{[^}]*\}|<\/?sup>/g)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    assert.deepEqual(
      read(text, { opaque: tags }).markers.map(({ label }) => label),
      ['1', '2'],
    );
    assert.deepEqual(
      read(text).markers.map(({ label }) => label),
      ['1', '2'],
    );
  });
});

describe('found: notes in disorder', () => {
  const LIST = '\n\nNotes\n\n1. One.\n2. Two.\n3. Three.\n5. Five.\n6. Six.\n';

  it('a marker without its note', () => {
    const facts = check(`All.⟦1|¹⟧ But.⟦2|²⟧ See.⟦3|³⟧ Do.⟦4|⁴⟧ Eye.⟦5|⁵⟧ For.⟦6|⁶⟧${LIST}`);
    assert.deepEqual(
      facts.markers.filter(({ definition }) => definition === null).map(({ label }) => label),
      ['4'],
    );
  });

  it('numbers of sections behind supra, and exponents that are fractions, are none', () => {
    const labels = (words: string): string[] =>
      read(`All.[1] But.[2] See.[3] ${words} Eye.[5] For.[6]${LIST}`).markers.map(({ label }) => label);
    assert.deepEqual(labels('Cf. supra IV.[106], IV.[116]-[117].'), ['1', '2', '3', '5', '6']);
    const raised = (words: string): string[] =>
      read(`All.¹ But.² See.³ ${words} Eye.⁵ For.⁶${LIST}`).markers.map(({ label }) => label);
    assert.deepEqual(raised('It is (1 − h)−⁷ here, and (1 + h)⁸/2.'), ['1', '2', '3', '5', '6']);
  });

  it('a marker behind a year is one, whatever is missing around it', () => {
    const facts = read(`All.¹ In 1702³ they rose. Eye.⁵ For.⁶${LIST}`);
    assert.deepEqual(
      facts.markers.map(({ label }) => label),
      ['1', '3', '5', '6'],
    );
  });

  it('a note without its marker', () => {
    const facts = read(`All.¹ But.² Eye.⁵ For.⁶${LIST}`);
    assert.deepEqual(
      facts.unusedNotes.map((i) => facts.noteDefinitions[i]!.label),
      ['3'],
    );
  });

  it('notes out of order, the fewest that would have to move', () => {
    const facts = read(`All.¹ But.⁶ See.² Do.³ Eye.⁵ Again.²${LIST}`);
    assert.deepEqual(
      facts.misorderedMarkers.map((i) => facts.markers[i]!.label),
      ['6'],
    );
  });
});
