import assert from 'node:assert/strict';
import { KnownEntries, resolveFound } from '../../../server/src/found/resolve.ts';
import type { EntryMatch } from '../../../server/src/found/model.ts';
import { read } from './reading.ts';

const ENTRIES = [
  { key: 'loom', names: ['Weaver'], year: '2003', title: 'Looms of the valley: Then and now' },
  { key: 'felt', names: ['Weaver'], year: '2003', title: 'A history of felt' },
  { key: 'guild', names: ['Weaver', 'Dyer'], year: '2009', title: 'What guilds knew' },
  { key: 'silk', names: ['Zhu, Min'], year: '2013', title: 'Silk and wool' },
  { key: 'year', names: ['Federation of Town Guilds'], year: '2010', title: 'Yearbook' },
  { key: 'dyes', names: ['Dyer'], year: '1990', title: 'The dyes of Ghent' },
  { key: 'guilds', names: ['Tanner', 'Carder'], year: '1988', title: 'Guilds' },
] as const;

const keys = (matches: readonly EntryMatch[]): string[] =>
  matches.map((match) => match.keys.join(' | ') || '?');

describe('found: against a bibliography', () => {
  it('the entries of a list, by names, year and title', () => {
    const facts = read(`So (Weaver, 2003a: 5) and Zhu Min (2013) and (Hosier, 2001: 4) and (Dyer, 1990).

References

- Weaver AB (2003a) Looms of the valley. *Town Studies* 4(2): 101–140.
- Weaver AB (2003b) A History of Felt. Leiden: Burrow.
- Zhu Min (2013) Silk and wool. *Journal of Cloth* 3(4): 244–260.
- Spinner B (1999) Yarn. Leiden: Burrow.
`);
    const resolution = resolveFound(facts, ENTRIES);
    assert.deepEqual(keys(resolution.references), ['loom', 'felt', 'silk', '?']);
    assert.deepEqual(keys(resolution.citations), ['loom', 'silk', '?', 'dyes']);
  });

  it('citations of a text without a list', () => {
    const facts = read(
      'So (Weaver and Dyer, 2009: 4). Weaver and Dyer add more (2009: 5). So (Weaver, 2003). So (Hosier, 2001), (FTG, 2010: 3).',
    );
    const resolution = resolveFound(facts, new KnownEntries(ENTRIES));
    assert.deepEqual(
      facts.possibleCitations.map(
        ({ text }, i) =>
          `${text} ${keys(resolution.possibleCitations)[i]} ${resolution.possibleCitations[i]!.status}`,
      ),
      [
        'Weaver and Dyer, 2009: 4 guild resolved',
        '(2009: 5) guild resolved',
        'Weaver, 2003 loom | felt ambiguous',
        'Hosier, 2001 ? unresolved',
        'FTG, 2010: 3 year resolved',
      ],
    );
  });

  it('works in notes and the short forms that stand for them', () => {
    const facts =
      read(`One<sup>1</sup>. Two<sup>2</sup>. Three<sup>3</sup>. Four<sup>4</sup>. Five<sup>5</sup>.

Notes

1. Clara Dyer, *The Dyes of Ghent*, Leiden, Burrow, 1990, p. 4.
2. Ibid.
3. Paul Fuller, “Cloth”, in Quentin Tanner and Ann Carder (ed.), *Guilds*, Ghent, Mill, 1988, p. 3.
4. Tanner and Carder (eds.), op. cit., p. 9.
5. Min Zhu, “Silk and Wool”, *Journal of Cloth*, 2013.
`);
    const resolution = resolveFound(facts, ENTRIES);
    assert.deepEqual(resolution.noteWorks.map(keys), [['dyes'], [], ['?'], [], ['silk']]);
    assert.deepEqual(keys(resolution.shortTitles), ['dyes', 'guilds']);
  });

  it('an empty bibliography knows nothing', () => {
    const facts = read('So (Weaver, 2003).');
    assert.deepEqual(keys(resolveFound(facts, []).possibleCitations), ['?']);
  });
});
