import assert from 'node:assert/strict';
import { read } from './reading.ts';
import { check, withNotes } from './works-in-notes-lines.ts';

describe('found: short titles in notes, without a word for it', () => {
  const MEYER = 'Lena Meyer, Dockers of the Delta (Hamburg, 2009), p. 4.';
  const ADLER = 'Carl Adler, ‘Owners and Ships’, Quarterly of Ports, 4, 2 (2014), pp. 173–87, here p. 180.';

  it('lead to the work with their words', () => {
    const facts = check(
      [
        MEYER,
        ADLER,
        'Meyer, Dockers of the Delta, p. 9.',
        'Adler, ‘Owners and Ships’, p. 181; Meyer, Dockers, p. 12.',
        'Ibid.',
      ],
      '1 Lena Meyer: Dockers of the Delta, 2009',
      '2 Carl Adler: Owners and Ships, 2014',
      '3 → 1',
      '4 → 2',
      '4 → 1',
      '5 → 2|1',
    );
    assert.deepEqual(
      facts.shortTitles.slice(0, 3).map(({ form, locator }) => [form, locator?.value]),
      [
        ['short-title', '9'],
        ['short-title', '181'],
        ['short-title', '12'],
      ],
    );
  });

  it('with a volume before the page, also two pages', () => {
    check(
      [
        'Lena Meyer, Dockers of the Delta, vol. II, II vols. (Hamburg: Harbour Press, 2009), 4.',
        'Meyer, II:498.',
        'Meyer, I:367 y 370.',
        'Meyer, Dockers of the Delta, II:497-99.',
      ],
      '1 Lena Meyer: Dockers of the Delta, 2009',
      '2 → 1',
      '3 → 1',
      '4 → 1',
    );
  });

  it('lead to no other work of the author', () => {
    check(
      [MEYER, 'Meyer, Ships, p. 9.', 'Ibid.'],
      '1 Lena Meyer: Dockers of the Delta, 2009',
      '2 Meyer: Ships, –',
      '3 → 2',
    );
  });

  it('lead nowhere where two works have their words', () => {
    check(
      [
        MEYER,
        'Lena Meyer, Ships and Dockers (Kiel, 2011), p. 4.',
        'Lena Meyer, Ropes and Dockers (Kiel, 2012), p. 4.',
        'Meyer, Dockers, p. 9.',
      ],
      '1 Lena Meyer: Dockers of the Delta, 2009',
      '2 Lena Meyer: Ships and Dockers, 2011',
      '3 Lena Meyer: Ropes and Dockers, 2012',
      '4 → 1',
    );
  });

  it('with op. cit. behind a title that lost its italics', () => {
    check(
      [
        'Léna Meyer, Le travail des quais, Paris, Dunod, 1998.',
        'Léna Meyer, Le port, Paris, Dunod, 2001.',
        'L. Meyer, Le travail des quais, op. cit., p. 32.',
        'Meyer, Le port, cit., p. 32.',
        'L. Meyer, Les mers lointaines, op. cit., p. 3.',
      ],
      '1 Léna Meyer: Le travail des quais, 1998',
      '2 Léna Meyer: Le port, 2001',
      '3 → 1',
      '4 → 2',
      '5 → ?',
    );
  });

  it('with the number of a note in a parenthesis', () => {
    check(
      [
        'L Meyer, The Law of Docks (Harbour Press 2009) 4.',
        'C Adler, ‘Owners’ (2014) 17 Port LR 270, 272.',
        'Meyer (n 1) 9.',
        'ibid.',
        'Adler (n 7) 275.',
      ],
      '1 L Meyer: The Law of Docks, 2009',
      '2 C Adler: Owners, 2014',
      '3 → 1',
      '4 → 1',
      '5 → ?',
    );
  });
});

describe('found: short forms of which nothing can be said', () => {
  const inDoubt = (...bodies: string[]): (boolean | undefined)[] =>
    withNotes(...bodies)
      .shortTitles.filter(({ status }) => status === 'unresolved')
      .map((short) => short.inDoubt);

  it('whose author is named before', () => {
    assert.deepEqual(inDoubt('So says Meyer in her book on docks.', 'Meyer, op. cit., p. 3.'), [true]);
    assert.deepEqual(inDoubt('So they say.', 'Meyer, op. cit., p. 3.'), [undefined]);
  });

  it('after a note that was lost', () => {
    const facts = read(
      'One¹ and two² and four.⁴\n\nNotes\n\n1. So they say.\n2. So it is.\n4. Sorg, op. cit., p. 4.\n',
    );
    assert.deepEqual(
      facts.shortTitles.map((short) => short.inDoubt),
      [true],
    );
  });
});
