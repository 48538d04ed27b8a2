import assert from 'node:assert/strict';
import { yamlPlaceAt, yamlWord } from '../../../server/src/yaml/place-at.ts';

function at(drawn: string): string | null {
  const offset = drawn.indexOf('‸');
  const text = drawn.replace('‸', '');
  const place = yamlPlaceAt(text, offset, { from: 0, to: text.length });
  if (!place) return null;
  const { path, at: kind, range, quote, inFlow, beside } = place;
  const others = [...beside].map(([key, value]) => (value ? `${key}=${value}` : key)).join(',');
  return `${path.join('/')} ${kind} ${quote}${text.slice(range.from, range.to)}${inFlow ? ' flow' : ''}${others ? ` beside ${others}` : ''}`;
}

describe('A place in YAML', () => {
  for (const [drawn, told] of [
    ['‸', ' word '],
    ['bib‸', ' word bib'],
    ['a: 1\nbib‸\nc: x\n', ' word bib beside c=x'],
    ['csl: ap‸', 'csl value ap'],
    ['csl: "ap‸', 'csl value "ap'],
    ["csl: 'ap‸'", "csl value 'ap"],
    ['csl: "apa" ‸', null],
    ['# bib‸', null],
    ['csl: apa # th‸', null],
    ['bibliography: [a.bib, b‸]', 'bibliography/[] value b flow'],
    ['bibliography:\n  - a.bib\n  - b‸', 'bibliography/[] word b'],
    ['bibliography:\n- a.bib\n- b‸', 'bibliography/[] word b'],
    ['bibliography:\n  - ‸', 'bibliography/[] word '],
    ['bibliography: [a.bib,\n  b‸', 'bibliography/[] value b flow'],
    ['properties:\n  trusted: {type: boo‸', 'properties/trusted/type value boo flow beside type'],
    ['properties:\n  trusted: {type: choice, o‸}', 'properties/trusted key o flow beside type=choice'],
    ['properties:\n  trusted:\n    type: choice\n    o‸', 'properties/trusted word o beside type=choice'],
    [
      'properties:\n  trusted:\n    o‸\n    type: choice\n  x: 1',
      'properties/trusted word o beside type=choice',
    ],
    ['properties:\n  a: {type: text}\n  ‸\nplaces:\n', 'properties word  beside a={type: text}'],
    ['sources:\n  "a b.txt": as‸', 'sources/a b.txt value as'],
    ['note: |\n  words‸\n', null],
    ['note: |\n  words\nb‸\n', ' word b'],
    ['- id: a\n  ty‸', '[] word ty beside id=a'],
    ['- id: a\n- ‸', '[] word '],
    ['acftu:\n  relations:\n    led-by: [cp‸]', 'acftu/relations/led-by/[] value cp flow'],
    ['acftu:\n  relations: {led-by: cp‸', 'acftu/relations/led-by value cp flow beside led-by'],
    ['a: {b: "x, y", c: [1, 2], d‸', 'a key d flow beside b=x, y,c'],
  ] as const)
    it(drawn.replaceAll('\n', '⏎'), () => assert.equal(at(drawn), told));

  it('writes words as they are read', () => {
    const none = { quote: '', inFlow: false } as const;
    for (const [word, written] of [
      ['a b.bib', 'a b.bib'],
      ['a: b', '"a: b"'],
      ['@odd', '"@odd"'],
      ['true', '"true"'],
      ['a, b', 'a, b'],
    ] as const)
      assert.equal(yamlWord(word, none), written);
    assert.equal(yamlWord('a, b', { quote: '', inFlow: true }), '"a, b"');
    assert.equal(yamlWord('a"b', { quote: '"', inFlow: false }), 'a\\"b');
  });

  it('is none outside of the YAML', () => {
    const text = '---\na: b\n---\n';
    for (const offset of [0, 3, 10, text.length])
      assert.equal(yamlPlaceAt(text, offset, { from: 4, to: 8 }), null);
  });

  it('is found in whatever text', () => {
    const letters = ['a', ':', ' ', '\n', '[', '{', '"', "'", '-', '#', '|', ']', '}', ',', '  b: '];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    for (let round = 0; round < 3000; round++) {
      let text = '';
      while (text.length < 40) text += letters[next() % letters.length];
      const offset = next() % (text.length + 1);
      const place = yamlPlaceAt(text, offset, { from: 0, to: text.length });
      if (place)
        assert.ok(place.range.from <= place.range.to && place.range.to === offset, JSON.stringify(text));
    }
  });
});
