import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const LIST = `

## References

- Weaver AB (2003) Looms of the valley. *Town Studies* 4(2): 101–140.
- Weaver AB (2009) *A History of Felt*. Leiden: Burrow.
- Weaver AB and Dyer C (2009) What guilds knew. In: Fuller P (ed.) *Cloth and Power*. Ghent: Mill, 33–58.
- Carder E, Fuller P, Spinner R and Weaver AB (2011) Craft and class. *Annals of Cloth* 7: 1–40.
- Fuller P (2005a) First thoughts. *Town Studies* 6(1): 5–19.
- Fuller P (2005b) Second thoughts. *Town Studies* 6(3): 200–230.
- Guild Archive (2007) *Rolls of the Dyers*. Ghent: Guild Archive.
- Federation of Town Guilds (FTG) (2010) *Yearbook*. Ghent: FTG.
- Zhu Min (2013) Silk and wool. *Journal of Cloth* 3(4): 244–260.
- de Vries J (1999) Ports. *Annals of Cloth* 1: 9–30.
- Gómez-Peña Á (2012) Telares. *Revista de Paños* 12: 3–21.
- O'Shea T (2014) Flax. *Annals of Cloth* 10: 55–70.
- Tanner Q (1988) *Hides*. London: Pelt.
`;

function check(text: string, ...expected: string[]): void {
  assert.deepEqual(told(read(text + LIST)), expected);
}

describe('found: citations in parentheses', () => {
  it('one work, with and without a page', () => {
    check('So it was (Weaver, 2003).', 'Weaver, 2003 → weaver2003');
    check('So it was (Weaver 2003, 104).', 'Weaver 2003, 104 → weaver2003');
    check('So it was (Weaver, 2003: 104–8).', 'Weaver, 2003: 104–8 → weaver2003');
    check('So it was (Weaver, 2003, pp. 104-108).', 'Weaver, 2003, pp. 104-108 → weaver2003');
    check('So it was (Weaver and Dyer, 2009: 40).', 'Weaver and Dyer, 2009: 40 → weaverDyer2009');
    check('So it was (Weaver & Dyer 2009).', 'Weaver & Dyer 2009 → weaverDyer2009');
    check('So it was (Guild Archive, 2007: n.p.).', 'Guild Archive, 2007: n.p. → guildArchive2007');
  });

  it('reads the locator and what it means', () => {
    const facts = read(
      '(Fuller, 2005b: 227–28) (Weaver, 2003, ch. 2) (Tanner, 1988: n.p.) (Weaver 2003, 104 ff.)' + LIST,
    );
    assert.deepEqual(
      facts.citations.map(({ locator, pages }) => [locator?.label, locator?.value, pages]),
      [
        ['page', '227–28', { from: 227, to: 228 }],
        ['chapter', '2', null],
        ['page', 'n.p.', null],
        ['page', '104 ff.', { from: 104, to: 104 }],
      ],
    );
  });

  it('several works in one parenthesis share their group', () => {
    const facts = read('It varied (see Weaver, 2003: 110; Carder et al., 2011; also Tanner, 1988).' + LIST);
    assert.deepEqual(told(facts), [
      'see Weaver, 2003: 110 → weaver2003',
      'Carder et al., 2011 → carderEtAl2011',
      'also Tanner, 1988 → tanner1988',
    ]);
    assert.deepEqual(
      facts.citations.map(({ group, prefix }) => [group, prefix]),
      [
        [0, 'see'],
        [0, ''],
        [0, 'also'],
      ],
    );
  });

  it('several years of one author', () => {
    check('As said (Fuller 2005a, 2005b).', 'Fuller 2005a → fuller2005a', '2005b → fuller2005b');
    check('As said (Fuller 2005a, b).', 'Fuller 2005a → fuller2005a', 'b → fuller2005b');
    check('As said (Weaver, 2003, 2009).', 'Weaver, 2003 → weaver2003', '2009 → weaver2009');
  });

  it('a work found in another', () => {
    const facts = read('‘…’ (Tanner, 1988: 4, cited in Weaver, 2003: 120).' + LIST);
    assert.deepEqual(told(facts), [
      'Tanner, 1988: 4 → tanner1988',
      'cited in Weaver, 2003: 120 → weaver2003',
    ]);
    assert.equal(facts.citations[0]!.citedIn, 1);
    assert.equal(facts.citations[1]!.prefix, 'cited in');
    assert.equal(facts.citations[1]!.citedIn, null);
  });

  it('suffixes of editors', () => {
    const [citation] = read('‘…’ (Weaver, 2003: 110, emphasis added).' + LIST).citations;
    assert.equal(citation!.suffix, 'emphasis added');
    assert.equal(citation!.text, 'Weaver, 2003: 110');
  });

  it('names with and without initials, particles, diacritics, case', () => {
    check('(A. B. Weaver 2003)', 'A. B. Weaver 2003 → weaver2003');
    check('(A.B. Weaver, 2003)', 'A.B. Weaver, 2003 → weaver2003');
    check(
      '(Vries 1999: 10; De Vries 1999: 11)',
      'Vries 1999: 10 → vries1999',
      'De Vries 1999: 11 → vries1999',
    );
    check('(Gomez-Pena, 2012)', 'Gomez-Pena, 2012 → gomezPena2012');
    check('(O’Shea, 2014: 60)', 'O’Shea, 2014: 60 → oshea2014');
    check('(Zhu, 2013; Zhu Min, 2013: 250)', 'Zhu, 2013 → zhu2013', 'Zhu Min, 2013: 250 → zhu2013');
  });

  it('bodies by name and by initials', () => {
    check('(Federation of Town Guilds, 2010)', 'Federation of Town Guilds, 2010 → federationTownGuilds2010');
    check('(FTG, 2010: 4)', 'FTG, 2010: 4 → federationTownGuilds2010');
  });

  it('a year without its letter is ambiguous', () => {
    const facts = read('As said (Fuller, 2005: 8).' + LIST);
    assert.deepEqual(told(facts), ['Fuller, 2005: 8 → fuller2005a | fuller2005b']);
    assert.equal(facts.citations[0]!.status, 'ambiguous');
  });

  it('nests in another parenthesis, and in brackets', () => {
    check(
      'It held (for a view from Ghent see Weaver (2003: 105) and others; Tanner, 1988).',
      'Weaver (2003: 105) → weaver2003',
      'Tanner, 1988 → tanner1988',
    );
    check('It held (or not [Weaver 2003: 105]).', 'Weaver 2003: 105 → weaver2003');
  });

  it('across a line end', () => {
    check('It held (Weaver and\nDyer, 2009:\n41).', 'Weaver and Dyer, 2009: 41 → weaverDyer2009');
    check('It held (Wea-\nver, 2003).', 'Weaver, 2003 → weaver2003');
  });
});

describe('found: citations in the sentence', () => {
  it('names in front of the year', () => {
    check('Weaver (2003) argues this.', 'Weaver (2003) → weaver2003');
    check('As Weaver and Dyer (2009: 40) say.', 'Weaver and Dyer (2009: 40) → weaverDyer2009');
    check(
      'Drawing on Tanner (1988) and Weaver (2003), it is',
      'Tanner (1988) → tanner1988',
      'Weaver (2003) → weaver2003',
    );
    check(
      'Following Carder, Fuller, Spinner and Weaver (2011) it',
      'Carder, Fuller, Spinner and Weaver (2011) → carderEtAl2011',
    );
    check('Carder et al. (2011: 3) hold', 'Carder et al. (2011: 3) → carderEtAl2011');
    check('Zhu Min (2013: 244–45) and', 'Zhu Min (2013: 244–45) → zhu2013');
    check('The Guild Archive (2007) has', 'Guild Archive (2007) → guildArchive2007');
  });

  it('tells how it cites', () => {
    const facts = read(
      'Weaver (2003) and Tanner’s (1988) and (Fuller, 2005a). He says it (2005a: 7).' + LIST,
    );
    assert.deepEqual(
      facts.citations.map(({ mode, followUp }) => `${mode} ${followUp}`),
      ['AuthorInText false', 'SuppressAuthor false', 'NormalCitation false', 'SuppressAuthor true'],
    );
  });

  it('the possessive keeps the name out of the citation', () => {
    check('Weaver’s (2003: 120) view', '(2003: 120) → weaver2003');
    check("In Weaver and Dyer's account (2009) there", '(2009) → weaverDyer2009');
  });

  it('two works of one author', () => {
    check('Weaver (2003, 2009) shows', 'Weaver (2003, 2009) → weaver2003', '(2003, 2009) → weaver2009');
  });
});

describe('found: years and pages that follow their author', () => {
  it('in the same sentence, in the next ones, across a page break', () => {
    check(
      'Weaver and Dyer call guilds ‘learned’ (2009: 34) and ‘closed’ (2009: 35). They add more. It was so (2009: 36).',
      '(2009: 34) → weaverDyer2009',
      '(2009: 35) → weaverDyer2009',
      '(2009: 36) → weaverDyer2009',
    );
    check(
      'Zhu Min praises the looms, but warns\n\nthat ‘silk is no wool’ (2013: 250).',
      '(2013: 250) → zhu2013',
    );
    check('Zhu Min praises the looms.\n\nShe warns of wool (2013: 250).', '(2013: 250) → zhu2013');
  });

  it('by the year, past another name', () => {
    check('Like Tanner, Zhu Min saw ‘much’ (2013: 250).', '(2013: 250) → zhu2013');
  });

  it('the company named, not the author alone', () => {
    check('Weaver and Dyer doubt it (2009: 34).', '(2009: 34) → weaverDyer2009');
    check('Weaver doubts it (2009: 34).', '(2009: 34) → weaver2009');
  });

  it('ambiguous where two are named and nothing settles it', () => {
    check(
      'Weaver, unlike Weaver and Dyer, calls it ‘old’ (2009: x).',
      '(2009: x) → weaver2009 | weaverDyer2009',
    );
  });

  it('settled by the pages where every other work excludes them', () => {
    check(
      'Carder et al. followed Zhu Min. O’Shea disagrees with Carder et al. and with nobody else (2011: 30).',
      '(2011: 30) → carderEtAl2011',
    );
  });

  it('pages alone and ibid.', () => {
    check(
      'Weaver (2003) has it. It is ‘old’ (p. 109).',
      'Weaver (2003) → weaver2003',
      '(p. 109) → weaver2003',
    );
    check(
      'It is old (Weaver, 2003: 109). And grey (ibid.: 110).',
      'Weaver, 2003: 109 → weaver2003',
      '(ibid.: 110) → weaver2003',
    );
    check(
      'It is old (Weaver, 2003; Tanner, 1988). And grey (ibid.: 110).',
      'Weaver, 2003 → weaver2003',
      'Tanner, 1988 → tanner1988',
      '(ibid.: 110) → weaver2003 | tanner1988',
    );
  });

  it('a locator without anybody named', () => {
    const facts = read('Nobody knew (1066: 5). It is said (2003: 5).' + LIST);
    assert.deepEqual(told(facts), ['(2003: 5) → ? near weaver2003']);
  });
});

describe('found: citations that no entry answers', () => {
  it('another year, other company, nobody', () => {
    check('So (Weaver, 2004) it is.', 'Weaver, 2004 → ? near weaver2003 | weaver2009');
    check(
      'So (Weaver and Carder, 2009) it is.',
      'Weaver and Carder, 2009 → ? near weaver2009 | weaverDyer2009',
    );
    check('So (Hosier, 2001: 5) it is.', 'Hosier, 2001: 5 → ?');
    check('So (Hosier, 2001) it is.', 'Hosier, 2001 → ?');
    check('Hosier (2001: 5) is', 'Hosier (2001: 5) → ?');
    check('Hosier (2001) argues', 'Hosier (2001) → ?');
    check('Hosier and Glover (2001) argue', 'Hosier and Glover (2001) → ?');
    check('Hosier et al. (2001) are', 'Hosier et al. (2001) → ?');
  });

  it('does not take another author’s work of that year for it', () => {
    check('Zhu Min is right. Like Zhu Min, Hosier (2013: 5) doubts it.', 'Hosier (2013: 5) → ?');
  });

  it('a year that follows an author who is not listed means nobody else', () => {
    check(
      'Weaver and Dyer (2009) agree. This is Hosier’s view (Hosier, 2009: 4), who calls it ‘old’ (2009: 5). Hosier (2009) adds so.',
      'Weaver and Dyer (2009) → weaverDyer2009',
      'Hosier, 2009: 4 → ?',
      '(2009: 5) → ?',
      'Hosier (2009) → ?',
    );
  });

  it('a name like a month elsewhere', () => {
    check('So (Mayo, 2008) it is.', 'Mayo, 2008 → ?');
  });
});
