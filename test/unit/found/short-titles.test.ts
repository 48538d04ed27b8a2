import assert from 'node:assert/strict';
import { read } from './reading.ts';
import { check, DYER, FULLER, line, withNotes } from './short-title-lines.ts';

describe('found: short titles in notes', () => {
  it('is in doubt in parentheses, and behind a chapter whose book was cited', () => {
    const doubted = (...bodies: string[]): string[] =>
      withNotes(...bodies)
        .shortTitles.filter(({ status, inDoubt }) => status === 'unresolved' && !inDoubt)
        .map(({ wholeRange: { from, to } }) => String(to - from));
    assert.deepEqual(doubted(DYER, 'A lone pioneer, Emil Cohn” (ibidem, p. 107), as he says.'), []);
    assert.deepEqual(doubted(DYER, 'R. Villard, «Readers of Tides», in Tides of Europe, cit., p. 4.'), []);
    assert.equal(doubted(DYER, 'Villard, op. cit., p. 4.').length, 1);
  });

  it('behind a sentence of the note’s own, which names nobody', () => {
    check([DYER, FULLER, 'The mill of the old town burnt down twice. Dyer, op. cit., p. 5.'], '3 op-cit → 1');
  });

  it('the work of an author that was cited last, where the place that was cited is meant', () => {
    const wool = 'Clara Dyer, *Wool of the Delta*, Leiden, Burrow, 1991, p. 4.';
    check([DYER, wool, FULLER, 'Dyer, loc. cit.'], '4 loc-cit → 2');
    check(
      [DYER, wool, 'Dyer, *Dyes of Ghent*, op. cit., p. 9.', 'Dyer, a. a. O., S. 9.'],
      '3 op-cit → 1',
      '4 op-cit → 1',
    );
    check([DYER, wool, 'Dyer, op. cit., p. 9.'], '3 op-cit → 1|2');
    check(['Dyer, p. 12.', DYER, 'Dyer, op. cit., p. 9.'], '3 op-cit → 2');
  });

  it('the work of the year behind the form, and none where no work of the author is of it', () => {
    const wool = 'Clara Dyer, *Wool of the Delta*, Leiden, Burrow, 1991, p. 4.';
    check(
      [DYER, wool, 'Dyer, op. cit., 1991, p. 9.', 'Dyer, op. cit. (1990), p. 7.', 'Ibid., p. 8.'],
      '3 op-cit → 2',
      '4 op-cit → 1',
      '5 ibid → 1 (4>1)',
    );
    check([DYER, 'Dyer, op. cit., 1990, p. 9.'], '2 op-cit → 1');
    check([DYER, wool, 'Dyer, op. cit., 1974, p. 9.'], '3 op-cit → ?');
    const [dated] = withNotes(DYER, wool, 'Dyer, op. cit., 1991, p. 9.').shortTitles;
    assert.equal(dated!.locator?.value, '9');
    const [other] = withNotes(DYER, 'Dyer, op. cit., 1974, p. 9.').shortTitles;
    assert.equal(other!.inDoubt, true);
    // A first year in the description may be meant.
    const again = 'Clara Dyer, *Wool of the Delta*, Leiden, Burrow, 1991 [1974], p. 4.';
    check(
      [again, 'Dyer, op. cit., 1974, p. 9.', 'Dyer, op. cit., 1991, p. 9.'],
      '2 op-cit → 1',
      '3 op-cit → 1',
    );
  });

  it('the names right before it, whatever stands before these; a parenthesis opens anew', () => {
    check([DYER, FULLER, 'As the guilds of Bruges were told by Dyer (op. cit., p. 9).'], '3 op-cit → 1');
    check([DYER, FULLER, 'The same was held by Ghent and Bruges (Dyer, op. cit.).'], '3 op-cit → 1');
    check([DYER, FULLER, 'A song *On Wool*, told by Dyer, op. cit., p. 9, is older.'], '3 op-cit → 1');
    check([DYER, FULLER, 'Paul Sorg, *Chronicle*, presso Dyer, op. cit., p. 9.'], '3 op-cit → 1');
    // Not the last source, since a name that is not known stands before it.
    check([DYER, FULLER, 'As was told by Carder (op. cit., p. 9).'], '3 op-cit → ?');
    assert.equal(
      withNotes(DYER, FULLER, 'The rolls of Bruges (op. cit., p. 9).').shortTitles[0]!.inDoubt,
      true,
    );
  });

  it('behind a dash between two sources, however it is typed', () => {
    check(
      [`${DYER}--${FULLER}`, 'Fuller, op. cit., p. 6.--Dyer, op. cit., p. 7.'],
      '2 op-cit → 1#2',
      '2 op-cit → 1',
    );
    check(
      [`${DYER}—${FULLER}`, 'Fuller, op. cit., p. 6—Dyer, op. cit., p. 7.'],
      '2 op-cit → 1#2',
      '2 op-cit → 1',
    );
  });

  it('a name with a full stop behind it, or behind another source, and a case by its short name', () => {
    check([DYER, FULLER, 'Dyer. Op. cit., p. 5.'], '3 op-cit → 1');
    check([DYER, FULLER, 'Nach L. Sorg, NA. IX, 197, verworfen v. Dyer a. a. O. S. 253.'], '3 op-cit → 1');
    check(['[2020] UKSC 8.', 'Weavers II (n 1).', 'Dyer/Fuller (n 1) [55].'], '2 supra → 1*', '3 supra → 1*');
  });

  it('ibid. behind words of its own note that look like a source does not go to the note before', () => {
    check([DYER, "P. R. i. 169: 'unus molendinus.' Ibid. 164: 'duo molendini.'"], '2 ibid → ?');
    assert.equal(withNotes(DYER, "P. R. i. 169: 'unus.' Ibid. 164: 'duo.'").shortTitles[0]!.inDoubt, true);
    check([DYER, 'It was said again in 1848. Ibid., p. 9.'], '2 ibid → 1');
  });

  it('over the end of a line, and behind words of German that introduce a source', () => {
    check([DYER, FULLER, 'Dyer, op.\n         cit., p. 5.'], '3 op-cit → 1');
    check([DYER, FULLER, 'So auch Dyer, a.\n   a. O. S. 5.'], '3 op-cit → 1');
    check([DYER, FULLER, 'Abweichend Dyer, a. a. O. S. 5.'], '3 op-cit → 1');
  });

  it('cit. behind a name, but not as a word of a sentence', () => {
    check(
      [DYER, 'Dyer cit., p. 9.', 'Dyer, lug. cit.', 'Dyer, Op. y lug. cits.'],
      '2 op-cit → 1',
      '3 loc-cit → 1',
      '4 op-cit → 1',
    );
    check([DYER, FULLER, 'So the said writer in the work already cit. and elsewhere.']);
    check([DYER, FULLER, 'A saying, cit. in Fuller, *Sayings*, Bruges, 1999.']);
  });

  it('ibid. behind a remark goes back to the source before it', () => {
    check([DYER, 'This is a remark of mine on looms.', 'Ibid., p. 9.'], '3 ibid → 1');
  });

  it('a case whose name stands in the text, by the note that has its report', () => {
    check(
      ['[1988] QB 135.', '3 EHRR 244.', 'Dyer v Fuller (n 1) [151].', 'Sorg (n 2).'],
      '3 supra → 1*',
      '4 supra → 2*',
    );
    check(['The looms stood still in Ghent.', 'Sorg (n 1).'], '2 supra → ?');
  });

  it('a statute by an acronym, whose note spells it out, or perhaps has its number alone', () => {
    const act = 'Regulation 3/22 on a Single Market of the Guilds (Dyers and Weavers Act) [2022] OJ L277/1.';
    check([act, 'DWA (n 1) art 4.'], '2 supra → 1*');
    const numbered = withNotes('Regulation 3/22 on what is dyed [2022] OJ L277/1.', 'DWA (n 1) art 4.');
    assert.equal(numbered.shortTitles[0]!.inDoubt, true);
    assert.ok(!withNotes('L Meyer, *Docks* (Kiel, 2009) 4.', 'SMITH (n 1) 9.').shortTitles[0]!.inDoubt);
  });

  it('a document by its number, but no number of a periodical', () => {
    const notes = [
      'Guild Board, ‘Guidelines 7/20 on Looms’ (2 May 2020) 4.',
      'WP251 on dyes (3 May 2018) 9.',
    ];
    check(
      [...notes, 'Guild Board, Guidelines 7/20 (n 1) para 9.', 'WP251 (n 2) 10.'],
      '3 supra → 1',
      '4 supra → 2*',
    );
    check([...notes, 'As told in Town Studies XIV, 1973 (n. 1), pp. 5–8.']);
  });

  it('no notes that were counted by page once', () => {
    const many = Array.from(
      { length: 60 },
      (_, i) => `Clara Dyer, *Volume ${i} of Dyes*, Leiden, Burrow, 1990, p. 4.`,
    );
    const facts = withNotes(...many, 'Text oben Anm. 3, S. 40.', 'Siehe Anm. 4.', 'Vgl. Anm. 2, S. 51.');
    assert.deepEqual(
      facts.shortTitles.map(({ status, inDoubt }) => `${status} ${inDoubt}`),
      Array.from({ length: 3 }, () => 'unresolved true'),
    );
    const through = withNotes(...many, 'See note 54.', 'Vgl. Anm. 3, S. 51.');
    assert.deepEqual(
      through.shortTitles.map((short) => short.candidates.length),
      [1, 1],
    );
  });

  it('tells of no name that is but a letter, or the beginning of one in the text', () => {
    const doubted = (...bodies: string[]): boolean[] =>
      withNotes(...bodies).shortTitles.map(
        ({ status, inDoubt }) => status !== 'unresolved' || inDoubt === true,
      );
    assert.deepEqual(doubted('So says Carder of the looms of Ghent.', 'Card., op. cit., p. 4.'), [true]);
    assert.deepEqual(doubted(DYER, 'K. u. L., a. a. O.'), [true]);
    assert.deepEqual(doubted(DYER, 'Carder, op. cit., p. 4.'), [false]);
  });

  it('a title with and without its article is one work', () => {
    check(
      [
        'STARK: Psychology of Tides, pp. 305, 306.',
        DYER,
        'E. D. STARK: The Psychology of Tides, pp. 224, 262.',
        'STARK: Op. cit., p. 91.',
      ],
      '4 op-cit → 1',
    );
  });

  it('ibid. and its chain', () => {
    check(
      [DYER, 'Ibid.', '*Ibidem*, p. 9.', 'Ibid., p. 10.'],
      '2 ibid → 1',
      '3 ibid → 1 (2>1)',
      '4 ibid → 1 (3>2>1)',
    );
  });

  it('a name and a page, or a name and a year, of the one work that they may mean', () => {
    check(
      [
        'Clara Dyer, *The Dyes of Ghent*, Leiden, Burrow, 1990, p. 4.',
        'Paul Fuller, “First thoughts”, *Town Studies*, vol. 6, 2005, pp. 5-19.',
        'Dyer, 18, 36–39.',
        'See Fuller (2005), p. 7.',
        'Fuller (2006), p. 7.',
      ],
      '3 short-title → 1',
      '4 short-title → 2',
    );
    const again = 'Clara Dyer, *Wool*, Leiden, Burrow, 1991, p. 4.';
    check([DYER, again, 'Dyer, 18.']);
  });

  it('by the name that a note gave a work for later', () => {
    check(
      [
        'Clara Dyer, *The Dyes of Ghent*, Leiden, Burrow, 1990 [hereinafter Colours]; Paul Fuller, “First thoughts”, *Town Studies*, vol. 6, 2005, pp. 5-19 (hereinafter ‘Guild Report’).',
        'Guild Report, supra note 1, at 7.',
        'Colours, op. cit., p. 4.',
      ],
      '2 supra → 1#2',
      '3 op-cit → 1',
    );
  });

  it('ibid. after a note that says no more than a place in the work before it', () => {
    check([DYER, 'Page 144.', 'Ibid.'], '3 ibid → 1');
    check([FULLER, DYER, 'P. 9.', 'S. 12–14.', 'Ibid., p. 3.'], '5 ibid → 2');
  });

  it('ibid. within its own note', () => {
    check([FULLER, `${DYER.slice(0, -1)}; ibid., p. 7.`], '2 ibid → 2');
  });

  it('ibid. after a note with two works is ambiguous', () => {
    check([`${DYER.slice(0, -1)}; ${FULLER}`, 'Ibid.'], '2 ibid → 1|1#2');
    check([`${DYER} See also ${FULLER}`, 'Ibid.'], '2 ibid → 1|1#2');
    assert.equal(withNotes(`${DYER} ${FULLER}`, 'Ibid.').shortTitles[0]!.status, 'ambiguous');
  });

  it('a name with it settles that', () => {
    check([`${DYER.slice(0, -1)}; ${FULLER}`, 'Fuller, ibid., p. 7.'], '2 ibid → 1#2');
  });

  it('ibid. first, or after mere words', () => {
    check(['Ibid.', 'This is a remark of my own on looms.', 'Ibid.'], '1 ibid → ?', '3 ibid → ?');
  });

  it('ibid. after an interview means it', () => {
    check(['Interview with a dyer, Ghent, 4 May 2004.', 'Ibid.'], '2 ibid → 1');
  });

  it('a chapter and its book are one work', () => {
    check(
      ['Paul Fuller, “Cloth”, in Quentin Tanner (ed.), *Guilds*, Ghent, Mill, 1988, p. 3.', 'Ibid., p. 5.'],
      '2 ibid → 1',
    );
  });

  it('op. cit. by author, past other notes', () => {
    check(
      [DYER, FULLER, 'Dyer, *op. cit.*, p. 7.', 'C. Dyer, op. cit.', 'Clara Dyer, op.cit., pp. 3-4.'],
      '3 op-cit → 1',
      '4 op-cit → 1',
      '5 op-cit → 1',
    );
  });

  it('op. cit. of a collection by its editors', () => {
    check(
      [
        'Paul Fuller, “Cloth”, in Quentin Tanner and Ann Carder (ed.), *Guilds*, Ghent, Mill, 1988, p. 3.',
        'Clara Dyer, “Dye”, in Quentin Tanner and Ann Carder (eds.), *op. cit.*, pp. 24-49.',
      ],
      '2 op-cit → 1c',
    );
  });

  it('op. cit. of two works by one author', () => {
    const second = 'Clara Dyer, *More Dyes*, Leiden, Burrow, 1995.';
    check([DYER, second, 'Dyer, op. cit., p. 3.'], '3 op-cit → 1|2');
    check([DYER, second, 'Dyer, *More Dyes*, op. cit., p. 3.'], '3 op-cit → 2');
    check([DYER, DYER, 'Dyer, op. cit., p. 3.'], '3 op-cit → 1');
  });

  it('op. cit. by the company named', () => {
    const alone = 'Clara Dyer, *More Dyes*, Leiden, Burrow, 1995.';
    const three = 'Clara Dyer, Paul Fuller and Ann Carder, *All Dyes*, Leiden, Burrow, 1999.';
    const both = 'Paul Fuller and Clara Dyer, *Two Dyes*, Leiden, Burrow, 2001.';
    check(
      [alone, three, both, 'Dyer, op. cit., p. 3.', 'Dyer et al., op. cit.', 'Fuller and Dyer, op. cit.'],
      '4 op-cit → 1',
      '5 op-cit → 2',
      '6 op-cit → 3',
    );
  });

  it('a slip in a short title still leads to the nearest one', () => {
    const second = 'Clara Dyer, *More Colours for Wool*, Leiden, Burrow, 1995.';
    check([DYER, second, 'Dyer, *More Coluors for Wool*, op. cit.'], '3 op-cit → 2');
  });

  it('in a paragraph of its own below another work', () => {
    check([DYER, `${FULLER}\n   Ibid.`], '2 ibid → 2');
  });

  it('op. cit. of a work whose title lost its italics', () => {
    check(
      [
        'Vgl. Heinrich Walker, Die Zünfte von Gent, Leipzig 1902, S. 14.',
        'J. Carder and Paul Fuller, Looms and Men 23 (2d ed. 1964).',
        'Walker, a. a. O., S. 3.',
        'Carder and Fuller, op. cit., 24.',
        'Tanner, op. cit., 24.',
      ],
      '3 op-cit → 1',
      '4 op-cit → 2',
      '5 op-cit → ?',
    );
  });

  it('supra, and a note that does not name its author', () => {
    check(
      [
        'Daniel Fuller, Unspun: A Critique, 44 Cloth L. Rev. 101 (1988).',
        'Tanner, supra note 1, at 5.',
        'Fuller, supra note 1, at 5.',
        'See supra note 1.',
      ],
      '2 supra → ?',
      '3 supra → 1',
      '4 supra → 1',
    );
  });

  it('supra, in capitals for the book and otherwise for the article of the same author', () => {
    check(
      [
        'Daniel Fuller, Unspun: A Critique, 44 Cloth L. Rev. 101 (1988); DANIEL FULLER, FELT AND THE LAW 12 (1990).',
        'Fuller, supra note 1, at 5.',
        'FULLER, supra note 1, at 14.',
      ],
      '2 supra → 1',
      '3 supra → 1#2',
    );
  });

  it('op. cit. of nobody cited before', () => {
    check([DYER, 'Fuller, op. cit.', FULLER], '2 op-cit → ?');
  });

  it('quoted by', () => {
    check(
      [DYER, 'Neil Spinner, *Yarn*, London, Pelt, 1963, quoted by Clara Dyer, *op. cit.*, p. 4.', 'Ibid.'],
      '2 op-cit → 1',
      '3 ibid → 2|1',
    );
  });

  it('names of surname-first order', () => {
    check(
      ['Zhu Min, *Silk*, Beijing, 2004.', 'Also Zhu Min, *op. cit.*', 'Zhu, op. cit.'],
      '2 op-cit → 1',
      '3 op-cit → 1',
    );
  });

  it('a translated title in brackets', () => {
    check(
      [
        'Interview with a dyer, Ghent, 4 May 2003 and H., *Sichou de lishi* (A History of Silk), unpublished paper, 2004.',
        'H., *A History of Silk*, *op. cit.*',
      ],
      '2 op-cit → 1#2',
    );
  });

  it('supra', () => {
    check(
      [
        DYER,
        FULLER,
        'Dyer, supra note 1, p. 7.',
        'See note 2 above.',
        'Dyer, above n. 1, at 8.',
        'Tanner, supra note 99.',
      ],
      '3 supra → 1',
      '4 supra → 2',
      '5 supra → 1',
      '6 supra → ?',
    );
  });

  it('loc. cit. and idem', () => {
    check(
      [DYER, 'Loc. cit.', 'Dyer, loc. cit.', 'Id., p. 9.', 'Idem.'],
      '2 loc-cit → 1',
      '3 loc-cit → 1',
      '4 idem → 1 (3>1)',
      '5 idem → 1 (4>3>1)',
    );
  });

  it('idem with another title names the author only', () => {
    check([DYER, 'Idem, “Madder and woad”, *Town Studies*, 3, 1991.']);
  });

  it('reads the locator and the whole', () => {
    const facts = withNotes(DYER, 'See Clara Dyer, *op. cit.*, pp. 24-49.');
    const [short] = facts.shortTitles;
    assert.deepEqual([short!.locator?.label, short!.locator?.value], ['page', '24-49']);
    assert.deepEqual(
      short!.names.map(({ family }) => family),
      ['Clara Dyer'],
    );
  });

  it('in Pandoc’s notes', () => {
    const text = 'Word[^a] and[^b].\n\n[^a]: Clara Dyer, *Dyes*, 1990.\n\n[^b]: Ibid.\n';
    const from = text.indexOf('Clara');
    const ibid = text.indexOf('Ibid');
    const facts = read(text, {
      hasPandocNotes: true,
      notes: [
        { label: 'a', bodyRange: { from, to: from + 26 } },
        { label: 'b', bodyRange: { from: ibid, to: ibid + 5 } },
      ],
    });
    assert.deepEqual(
      facts.shortTitles.map((short) => line(facts, short)),
      ['b ibid → a'],
    );
  });

  it('words that only look like forms', () => {
    check([DYER, 'The idol of Ghent; an ID card; candid. The locals cite it. See p. 5 above.']);
  });
});

describe('found: works in notes', () => {
  it('tells the works of a note apart', () => {
    const facts = withNotes(
      `${DYER.slice(0, -1)}; see also ${FULLER}`,
      'Guild office, *Rolls*, January 16th 2003, and Guild office, *More rolls*, January 1st 2004.',
      'A remark with a *foreign* word and no work.',
    );
    assert.deepEqual(
      facts.noteWorks.map(({ works }) =>
        works.map(
          ({ title, names, year }) => `${names.map(({ family }) => family).join(' & ')}: ${title} ${year}`,
        ),
      ),
      [
        ['Clara Dyer: The Dyes of Ghent 1990', 'Paul Fuller: First thoughts 2005'],
        ['Guild office: Rolls 2003', 'Guild office: More rolls 2004'],
        [],
      ],
    );
  });
});
