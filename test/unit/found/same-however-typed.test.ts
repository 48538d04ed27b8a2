/** A text is read alike whichever blanks, accents and lines it is written with. */
import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

const TEXT = `So Anderson and Bushman (2002) say, and Müller, op. cit., has it too.¹ It was dyed.²

Notes

¹ L. Müller, Les quais, Leiden: Burrow, 1999, p. 4.
² L. Müller, op. cit., p. 9. Ibíd., p. 10.

References

Anderson, C. A., & Bushman, B. J. (2002). Looms. Leiden: Burrow.

Bushman, B. J., & Anderson, C. A. (2002). Dyes. Leiden: Burrow.
`;

/** What was read: citations with their works, the notes that markers call, and whether short forms lead somewhere. */
function reading(text: string): unknown {
  const facts = read(text);
  return {
    citations: told(facts).map((each) => each.normalize('NFC').replace(/&nbsp;/g, ' ')),
    notes: facts.markers.map(({ definition }) => definition),
    works: facts.noteWorks.length,
    short: facts.shortTitles.map(({ status }) => status),
    references: facts.references.map(({ key }) => key),
  };
}

describe('a text as found is read alike', () => {
  const known = reading(TEXT);

  it('as it stands: all is understood', () =>
    assert.deepEqual(known, {
      citations: ['Anderson and Bushman (2002) → andersonBushman2002'],
      notes: [0, 1],
      works: 2,
      short: ['resolved', 'resolved'],
      references: ['andersonBushman2002', 'bushmanAnderson2002'],
    }));

  for (const [how, written] of [
    ['with no-break spaces after initials', TEXT.replace(/(\p{Lu}\.) (?=\S)/gu, '$1\u00a0')],
    ['with narrow ones before numbers', TEXT.replace(/(p\.) (?=\d)/g, '$1\u202f')],
    ['with entities for them', TEXT.replace(/(\p{Lu}\.) (?=\S)/gu, '$1&nbsp;')],
    ['with two blanks after stops', TEXT.replace(/\. (?=\p{Lu})/gu, '.  ')],
    ['with accents as signs of their own', TEXT.normalize('NFD')],
    ['with headings right above their lists', TEXT.replace(/^(Notes|References)\n/gm, '$1')],
    ['with headings that are underlined', TEXT.replace(/^(Notes|References)$/gm, (name) => `${name}\n${'-'.repeat(name.length)}`)],
  ] as const)
    it(how, () => assert.deepEqual(reading(written), known)); // prettier-ignore
});
