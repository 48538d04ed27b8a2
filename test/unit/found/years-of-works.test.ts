import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const LIST = `

References

Adler, Tom. 1998–1999. “The masons of the quay.” Harbour Studies 12: 1–40.

Dyer, Ann. 2003/2004. Madder and the ferry. Ghent: Weir.

Kilner, Ida. 2008-2009. “The tally of the quay.” Quay Papers 3: 1–30.

Kilner, Ida. 2008. “The board and its clerks.” Quay Papers 2: 240–260.

Weaver, Pia. Looms in three volumes. Leiden: Burrow, 1976–1978.
`;

describe('found: works of several years', () => {
  it('years with a dash or a stroke are those of an entry, and no pages', () => {
    const facts = read(
      `The tally was kept (Kilner 2008-2009: 14). The board wrote of it (Kilner 2008: 250). Adler (1998–1999) names the masons, and so does Weaver (1976–1978). See Dyer (2003/2004).${LIST}`,
    );
    assert.deepEqual(told(facts), [
      'Kilner 2008-2009: 14 → kilner2008',
      'Kilner 2008: 250 → kilner2008b',
      'Adler (1998–1999) → adler1998',
      'Weaver (1976–1978) → weaver1976',
      'Dyer (2003/2004) → dyer2003',
    ]);
    assert.deepEqual(facts.locatorsOutside, []);
    assert.deepEqual(facts.unreadReferences, []);
  });

  it('years that no entry has are a period of history', () => {
    const facts = read(
      `The tally was kept (Kilner 2008: 250). The masons of the guild (1901–1907) and Dyer (1861–1907) paid.${LIST}`,
    );
    assert.deepEqual(told(facts), ['Kilner 2008: 250 → kilner2008b']);
  });

  it('a comma before the stroke', () => {
    const facts = read(`O cais (SORG, 1982,/1993, p. 12) e a balsa (ADLER, 1999).

REFERÊNCIAS

ADLER, Tom. Os mestres do cais. Gante: Weir, 1999.

SORG, Lena. A balsa. Gante: Weir, 1993.
`);
    assert.deepEqual(told(facts), ['SORG, 1982,/1993, p. 12 → sorg1993', 'ADLER, 1999 → adler1999']);
  });
});
