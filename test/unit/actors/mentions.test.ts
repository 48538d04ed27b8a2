import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMentionFinder } from '../../../server/src/actors/mentions.ts';
import type { MentionOptions } from '../../../server/src/actors/mentions.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

const actors = [
  { id: 'acftu', names: ['All-China Federation of Trade Unions', 'ACFTU', '中华全国总工会'] },
  { id: 'acftu-sichuan', names: ['Sichuan branch of the ACFTU'] },
  { id: 'council', names: ['State Council', '国务院'] },
  { id: 'club', names: ["Migrant Women's Club", 'Dagongmei zhi jia'] },
  { id: 'lngo', names: ['labour NGO', 'LNGO'] },
  { id: 'hk-lngo', names: ['Hong Kong labour NGO'] },
  { id: 'party', names: ['the Party', 'CCP'] },
  { id: 'chan', names: ['Chan'] },
  { id: 'don', names: ['Don'] },
  { id: 'ye', names: ['Ye'] },
  { id: 'farmers', names: ['farmers'] },
  { id: 'first-bureau', names: ['Labour Bureau'] },
  { id: 'second-bureau', names: ['Labour Bureau', 'Bureau of Labour'] },
  { id: 'assoc', names: ['Association of Dyers and Weavers'] },
  { id: 'silk', names: ['Silk Association'] },
  { id: 'office', names: ['Office No. 5', 'AT&T'] },
];
const finder = createMentionFinder(actors);

/** Checks the mentions of a text in which they are drawn, tagged with their ids. */
function check(drawn: string, options?: MentionOptions): void {
  const { text, ranges } = parseFixture(drawn)[0]!;
  const found = finder.find(text, options);
  for (const mention of found)
    assert.equal(mention.matched, text.slice(mention.range.from, mention.range.to), 'matched is the text');
  assert.equal(
    draw(
      text,
      found.map(({ range, ids }) => ({ ...range, tag: ids.join(' ') })),
    ),
    draw(text, ranges),
  );
}

describe('mentions of actors', () => {
  it('finds names and aliases as they are written', () => {
    check(
      'The ⟦acftu|All-China Federation of Trade Unions⟧ (⟦acftu|ACFTU⟧) answered the ⟦council|State Council⟧.',
    );
  });

  it('prefers the longest name', () => {
    check('The ⟦acftu-sichuan|Sichuan branch of the ACFTU⟧ and ⟦hk-lngo|Hong Kong labour NGO⟧ staff.');
  });

  it('prefers the longest of names that overlap, wherever it begins', () => {
    check('The Silk ⟦assoc|Association of Dyers and Weavers⟧; the ⟦silk|Silk Association⟧.');
  });

  it('finds no name within a word', () => {
    check('XACFTU, ACFTUX, ACFTU2, snake_ACFTU, ACFTU_snake; a Chandler; Yemen; Donald.');
  });

  it('takes acronyms and single names only as written', () => {
    check('acftu, Acftu, lngo, chan, YE, ccp.');
  });

  it('lets a name of several words begin with or without a capital', () => {
    check(
      '⟦lngo|Labour NGO⟧ workers; ⟦party|The Party⟧; the ⟦council|state Council⟧ but not the State council.',
    );
  });

  it('lets a small name begin a sentence', () => {
    check('⟦farmers|Farmers⟧ left. Then ⟦farmers|farmers⟧ came back. FARMERS shouted.');
  });

  it('leaves possessives and plurals out of the range', () => {
    check(
      "The ⟦acftu|ACFTU⟧’s rules, the ⟦acftu|ACFTU⟧'s, ⟦lngo|LNGO⟧s and ⟦lngo|labour NGO⟧s, ⟦hk-lngo|Hong Kong labour NGO⟧s’.",
    );
  });

  it('does not make names of words with apostrophes, nor of words that merely begin like a name', () => {
    check("Don’t ask O’Chan or Don't. Yes. But ⟦don|Don⟧’s and l’⟦acftu|ACFTU⟧ and dell’⟦acftu|ACFTU⟧.");
  });

  it('folds apostrophes, dashes, spaces and line ends', () => {
    check(
      "⟦club|Migrant Women’s Club⟧ and ⟦club|Migrant\nWomen's   Club⟧; ⟦acftu|All‐China Federation of Trade Unions⟧;",
    );
    check('⟦club|Migrant&nbsp;Women’s&#160;Club⟧ and Migrant &amp; Women’s Club');
    check('> the ⟦council|State\n> Council⟧ and\n  the ⟦acftu|All-\n  China Federation\n  of Trade Unions⟧.');
  });

  it('joins a word that is divided at the end of a line', () => {
    check(
      'The ⟦acftu|All-China Fede-\nration of Trade Unions⟧ and the ⟦acftu|All-China Federa\u00ADtion of Trade Unions⟧.',
    );
  });

  it('does not reach across paragraphs', () => {
    check('Of the State\n\nCouncil they\n\n> State\n>\n> Council');
  });

  it('reads ligatures and decomposed letters', () => {
    const cafe = createMentionFinder([{ id: 'a', names: ['Café Office'] }]);
    assert.equal(cafe.find('the Cafe\u0301 Oﬃce').length, 1);
  });

  it('finds none in addresses that are written without a mark, nor in labels of links', () => {
    check(
      'Mail ACFTU@example.org, see www.ACFTU.org, ACFTU.org/page and http://example.org/ACFTU/a; ⟦acftu|ACFTU⟧.Then ⟦acftu|ACFTU⟧/⟦party|CCP⟧.',
    );
    check('[its site][ACFTU] and [the ⟦acftu|ACFTU⟧] and [the ⟦acftu|ACFTU⟧][site], [⟦acftu|ACFTU⟧](x)');
  });

  it('finds them in headings that are all in capitals', () => {
    check('# ⟦acftu|ALL-CHINA FEDERATION OF TRADE UNIONS⟧ {#a}\n\nSTATE COUNCIL he shouted.');
    check('⟦council|STATE COUNCIL⟧ AND ⟦chan|CHAN⟧\n\nThen STATE COUNCIL.\n\n⟦farmers|FARMERS⟧\n---');
  });

  it('takes common words and months for names only with a capital, and where the context shows it', () => {
    const common = createMentionFinder([
      { id: 'may', names: ['Theresa May', 'May'] },
      { id: 'brown', names: ['Brown'] },
      { id: 'party', names: ['Party'] },
    ]);
    const of = (drawn: string) => {
      const { text, ranges } = parseFixture(drawn)[0]!;
      const tagged = common.find(text).map(({ range, ids }) => ({ ...range, tag: ids.join(' ') }));
      assert.equal(draw(text, tagged), draw(text, ranges));
    };
    of('In May 1890 they struck. May it last. By May, in early May and on 5 May; may. # MAY');
    of('Mrs ⟦may|May⟧ and T. ⟦may|May⟧ left. ⟦may|May⟧ said so, ⟦may|May⟧’s cabinet; ⟦may|Theresa May⟧.');
    of('Brown hair, and then ⟦brown|Brown⟧ left. ⟦brown|Brown⟧ argued. A brown hat, BROWN.');
    of(
      'The ⟦brown|Brown⟧ of these (⟦brown|Brown⟧). The ⟦party|Party⟧ rose. ⟦party|Party⟧ members; the party.',
    );
  });

  it('finds names in scripts without spaces, and at their seams with others', () => {
    check('在⟦acftu|中华全国总工会⟧和⟦council|国务院⟧之间，⟦acftu|ACFTU⟧的。');
    check('⟦acftu|中华全国\n总工会⟧');
  });

  it('looks past emphasis and escapes', () => {
    check(
      '**⟦acftu|ACFTU⟧** and _⟦council|State Council⟧_, ⟦council|State *Council⟧*, ⟦office|AT\\&T⟧, [⟦acftu|ACFTU⟧]{.x}',
    );
  });

  it('reads punctuation that belongs to a name', () => {
    check('⟦office|Office No. 5⟧, Office No 5, Office No. 55, superscript: ⟦farmers|farmers⟧¹⁸.');
  });

  it('gives all the actors of an ambiguous name', () => {
    check('The ⟦first-bureau second-bureau|Labour Bureau⟧ is the ⟦second-bureau|Bureau of Labour⟧.');
  });

  it('prefers the actor whose name is as written', () => {
    const two = createMentionFinder([
      { id: 'capital', names: ['Common Fund'] },
      { id: 'small', names: ['common Fund'] },
    ]);
    assert.deepEqual(
      two.find('Common Fund, common Fund').map((mention) => mention.ids),
      [['capital'], ['small']],
    );
  });

  it('keeps out of opaque and cited ranges', () => {
    const text = '`ACFTU` [ACFTU](ACFTU) State `x` Council (Chan, 2013) and Chan';
    const opaque = [
      { from: 0, to: 7 },
      { from: 15, to: 22 },
      { from: 29, to: 32 },
    ];
    const cited = text.indexOf('(Chan');
    const found = finder.find(text, { opaque, citedRanges: [{ from: cited, to: cited + 12 }] });
    assert.deepEqual(
      found.map(({ range, ids }) => [range.from, ...ids]),
      [
        [9, 'acftu'],
        [text.length - 4, 'chan'],
      ],
    );
  });

  it('does not take a citekey for a mention', () => {
    check('@Chan and [@ACFTU, p. 3] and ⟦chan|Chan⟧.');
  });

  it('finds within a range, by the words that stand around it', () => {
    const text = 'XACFTU ACFTU ACFTU2';
    assert.deepEqual(
      finder.find(text, { range: { from: 1, to: 17 } }).map(({ range }) => range.from),
      [7],
    );
    assert.deepEqual(finder.find(text, { range: { from: 9, to: 19 } }), []);
  });

  it('copes with no actors, empty names and names of nothing but punctuation', () => {
    assert.deepEqual(createMentionFinder([]).find('ACFTU'), []);
    assert.deepEqual(createMentionFinder([{ id: 'a', names: ['', ' ', '...'] }]).find('a ... b'), []);
  });

  it('finds more than 65,535 different words', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => ({ id: `a${i}`, names: [`w${i}`] }));
    const large = createMentionFinder(many);
    const found = large.find('w4464 w69999 w70000');
    assert.deepEqual(
      found.map(({ ids }) => ids),
      [['a4464'], ['a69999']],
    );
  });

  it('finds every name that stands by itself, and nothing that overlaps, whatever the text', () => {
    const names = actors.flatMap((actor) => actor.names);
    const piece = fc.oneof(
      fc.constantFrom(
        ...names,
        ' ',
        '\n',
        ', ',
        '’s',
        '-',
        '*',
        '`',
        'of',
        'the',
        '\u00AD',
        '国',
        '\\',
        '>',
        '😀',
        '\uD800',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const found = finder.find(text);
        let end = 0;
        for (const { range, ids, matched } of found) {
          assert.ok(range.from >= end && range.to > range.from && range.to <= text.length);
          assert.equal(matched, text.slice(range.from, range.to));
          assert.ok(ids.length > 0);
          end = range.to;
        }
      }),
      { numRuns: runs(500) },
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom('x ', 'the (', '“', ''), (name, before) => {
        const found = finder.find(`${before}${name}, y`);
        assert.ok(
          found.some(({ range }) => range.from <= before.length && range.to >= before.length + name.length),
        );
      }),
    );
  });
});
