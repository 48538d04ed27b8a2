import { checkDefinition, checkHover } from '../../support/features.ts';
import { checkReferences } from '../../support/names.ts';

const TEXT = `The dockers won.¹ The owners paid.² Nobody wept.³ So it was.⁴

NOTES

1. ⟦def|Lena Meyer, Dockers of the Delta (Hamburg, 2009), p. 4.⟧
2. Carl Adler, Owners and Ships (Kiel, 2014), p. 180.
3. ⟦use|Mey‸er, Dockers, p. 9.⟧
4. ⟦use|Ibid., p. 12⟧; Adler, Owners, p. 3.
`;

describe('works that notes cite', () => {
  it('are found wherever they are cited, in full or in short', async () => {
    await checkReferences(TEXT);
    await checkReferences(TEXT.replace('Mey‸er', 'Meyer').replace('Lena Meyer', 'Lena Mey‸er'));
  });

  it('are defined where they are cited first', () =>
    checkDefinition(TEXT.replace(/⟦use\|([^⟧]*)⟧/g, '$1').replace('⟦def|', '⟦definition|')));

  it('are told in a hover with the notes that cite them', async () => {
    const bare = TEXT.replace(/⟦(?:use|def)\|([^⟧]*)⟧/g, '$1');
    await checkHover(bare, { says: ['Dockers of the Delta', 'First in note 1', ', then 3', ', 4'] });
    await checkHover(bare.replace('Mey‸er', 'Meyer').replace('Carl Adler', 'Carl Ad‸ler'), {
      says: ['First in note 2', 'then 4'],
    });
  });
});
