import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const LIST = `

References

Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.

Weaver AB and Dyer C (2009) What guilds knew. In: Fuller P (ed.) *Cloth and Power*. Ghent: Mill, 33–58.

May T (2008) *Spring Cloth*. Leiden: Burrow.
`;

/** Nothing but a plain citation at the end may be found. */
function unread(...texts: string[]): void {
  for (const text of texts) {
    assert.deepEqual(
      told(read(`${text} It was so (Weaver, 2003).${LIST}`)),
      ['Weaver, 2003 → weaver2003'],
      text,
    );
  }
}

describe('found: what is no dated citation', () => {
  it('interviews and other dates', () => {
    unread(
      '‘…’ (Interview, guild master, Ghent, 10 June 2014).',
      '‘…’ (Interview: dyer, Ghent: 16 April 2010).',
      '‘…’ (personal communication, P. Fuller, 3 March 2009).',
      '‘…’ (Interview, LG Director: 10 May 2008).',
      'It began (in June 2012).',
      'It began (July 2013).',
      'Es begann (März 2013) und endete (Jänner 2014).',
      'Il commença (février 2013), finì (agosto 2014) y volvió (diciembre 2015).',
      'It began (5 May 2008).',
      'Guilds (founded 1302) and masters (born 1950).',
      'Prices rose (since 2010) and fell (until 2012).',
      'It ended (Easter 1477).',
    );
  });

  it('years alone, periods, counts', () => {
    unread(
      'He won the election (2009) and lost (2011).',
      'In the reign of Philip (1419–1467) it grew.',
      'The Great Fire (1666) burnt it.',
      'It rose by much (2009: 12 per cent).',
      'There were many (1500 looms) of them.',
      'It cost 2003 crowns.',
      'Sold at 14:2003 and § 2009.',
      'The law of 2009 (No. 44) holds.',
    );
  });

  it('laws, standards, events', () => {
    unread(
      'The Cloth Act (2009) says.',
      'The Law on Looms Within Ghent (2009) moved it.',
      'It is banned (Guild Standard CLO17-2002).',
      'It is banned (Cloth Act, 2009).',
      'It is banned (Treaty of Ghent, 1576).',
      'He ran there (Olympics, 2008), and (Sydney, 2000).',
      'The Ghent Olympics (2008) were held.',
      'See the census (Census, 2010).',
    );
  });

  it('imprints and titles', () => {
    unread(
      'He read *Looms* (Leiden: Burrow, 1963) at night.',
      'He saw *The Weaver* (1983).',
      'He saw ‘The Weaver’ (1983).',
      'Town Studies 44(2009), 12.',
      '*Town Studies* 20(3), 2009.',
      'Annals of Cloth (2009) 12: 3.',
    );
  });

  it('places and offices', () => {
    unread(
      'They met in Ghent. Later (Ghent, 2011) they met again.',
      'They met in Ghent (2011).',
      'The mayor of Ghent (2009–2013) met them.',
      'Chairman Hosier (2009) died.',
      'The FTG (2012) closed.',
      'It closed (FTG, 2012).',
      'Mainland Flanders (2017) saw it.',
    );
  });

  it('names like common words', () => {
    unread('In May 2008 it rained.', 'It may 2008 times.', 'It rained (May 2008).');
  });

  it('code and addresses', () => {
    unread('See https://example.org/Weaver(2003)/x and <http://example.org/2003:4>.');
    const text = `So \`(Weaver, 2003)\` is written. It was so (Weaver, 2003).${LIST}`;
    const from = text.indexOf('`');
    const facts = read(text, { opaque: [{ from, to: text.indexOf('`', from + 1) + 1 }] });
    assert.equal(facts.citations.length, 1);
  });

  it('without a list nothing is a citation, but may become one', () => {
    const facts = read('It was so (Weaver, 2003). Weaver adds more (2003: 5). They met (June 2003).');
    assert.deepEqual(facts.citations, []);
    assert.deepEqual(
      facts.possibleCitations.map(({ text, names }) => [text, names.map(({ family }) => family)]),
      [
        ['Weaver, 2003', ['Weaver']],
        ['(2003: 5)', ['Weaver']],
      ],
    );
  });

  it('Pandoc’s own citations are left alone', () => {
    const text = `It was [Weaver 2003, @weaver]. It was so (Weaver, 2003).${LIST}`;
    const facts = read(text, { citations: [{ from: 7, to: text.indexOf(']') + 1 }] });
    assert.deepEqual(told(facts), ['Weaver, 2003 → weaver2003']);
  });
});

describe('found: names without a year', () => {
  const BODY = 'Weaver and Dyer (2009: 40) saw guilds as schools. ';
  const undated = (text: string): string[] => {
    const whole = BODY + text + LIST;
    return read(whole).undatedNames.map(({ range }) => whole.slice(range.from, range.to));
  };

  it('one of two in company that no entry knows', () => {
    assert.deepEqual(undated('Against Weaver and Glover, who call them banks, stands May (2008).'), [
      'Weaver and Glover',
    ]);
    assert.deepEqual(undated('Weaver and Glover argue that not.'), ['Weaver and Glover']);
    assert.deepEqual(undated('He holds, like Weaver and Glover, that not.'), ['Weaver and Glover']);
    assert.deepEqual(undated('Glover and Weaver argue that not.'), ['Glover and Weaver']);
  });

  it('tells whose company it is taken for, and where it stands again', () => {
    const whole = `${BODY}Weaver and Glover argue. So say Weaver and Glover.${LIST}`;
    const [found] = read(whole).undatedNames;
    assert.deepEqual(
      found!.near.map((work) => read(whole).references[work]!.key),
      ['weaverDyer2009'],
    );
    assert.deepEqual(
      found!.unknown.map(({ family }) => family),
      ['Glover'],
    );
    assert.equal(found!.again.length, 1);
  });

  it('silent about everybody else', () => {
    assert.deepEqual(undated('Weaver and Dyer argue that. Weaver argues. Hosier and Glover argue.'), []);
    assert.deepEqual(undated('Weaver and May both say so.'), []);
    assert.deepEqual(undated('The dyers Weaver and Glover lived in Ghent.'), []);
    assert.deepEqual(undated('Weaver and Glover (2001) argue that not.'), []);
    assert.deepEqual(undated('Weaver and others argue that not.'), []);
    assert.deepEqual(undated('Weaver and Ghent University argue.'), []);
  });

  it('silent where the company is not cited', () => {
    const whole = `Weaver (2003) is right. Weaver and Glover argue.${LIST}`;
    assert.deepEqual(read(whole).undatedNames, []);
  });
});
