import assert from 'node:assert/strict';
import { namesInWords } from '../../../server/src/checking/found-words.ts';
import { workLabel } from '../../../server/src/workspace/labels.ts';
import type { Library } from '../../../server/src/workspace/library.ts';

function labelOf(names: readonly string[]): string | null {
  const sketch = () => ({ names, year: '1931', title: null });
  const library = { entries: () => [{ entry: { sketch } }] } as unknown as Library;
  return workLabel('key', 'a.md', library);
}

describe('what a work is called', () => {
  it('names up to three authors, and of four or more the first', () => {
    assert.equal(labelOf(['Lee']), 'Lee (1931)');
    assert.equal(labelOf(['Lee', 'Shen']), 'Lee and Shen (1931)');
    assert.equal(labelOf(['Lee', 'Shen', 'Xu']), 'Lee, Shen and Xu (1931)');
    assert.equal(labelOf(['Lee', 'Shen', 'Xu', 'Ma']), 'Lee et al. (1931)');
  });

  it('does so in findings on texts as found, too', () => {
    const named = (...families: string[]) =>
      namesInWords(families.map((family) => ({ family, given: null, isBody: false })));
    assert.equal(named('Lee', 'Shen', 'Xu'), 'Lee, Shen and Xu');
    assert.equal(named('Lee', 'Shen', 'Xu', 'Ma'), 'Lee et al.');
  });
});
