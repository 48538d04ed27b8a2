import assert from 'node:assert/strict';
import { namesInWords } from '../../../server/src/checking/found-words.ts';
import { workLabel, workNames } from '../../../server/src/workspace/labels.ts';
import { setLanguage } from '../../../server/src/words/say.ts';
import type { Library } from '../../../server/src/workspace/library.ts';

function libraryOf(names: readonly string[]): Library {
  const sketch = () => ({ names, year: '1931', title: 'Rope and Twine' });
  return { entries: () => [{ entry: { sketch } }] } as unknown as Library;
}

function labelOf(names: readonly string[]): string | null {
  return workLabel('key', 'a.md', libraryOf(names));
}

describe('what a work is called', () => {
  it('names up to three authors, and of four or more the first', () => {
    assert.equal(labelOf(['Lee']), 'Lee (1931)');
    assert.equal(labelOf(['Lee', 'Shen']), 'Lee and Shen (1931)');
    assert.equal(labelOf(['Lee', 'Shen', 'Xu']), 'Lee, Shen and Xu (1931)');
    assert.equal(labelOf(['Lee', 'Shen', 'Xu', 'Ma']), 'Lee et al. (1931)');
  });

  it('says whether its authors are several, whatever the language of the names in words', () => {
    const areSeveral = (...names: string[]) => workNames('key', 'a.md', libraryOf(names))!.several;
    setLanguage('de', {});
    try {
      assert.equal(labelOf(['Lee', 'Shen']), 'Lee und Shen (1931)');
      assert.deepEqual([areSeveral('Lee', 'Shen'), areSeveral('Lee'), areSeveral()], [true, false, false]);
    } finally {
      setLanguage('en', {});
    }
  });

  it('does so in findings on texts as found, too', () => {
    const named = (...families: string[]) =>
      namesInWords(families.map((family) => ({ family, given: null, isBody: false })));
    assert.equal(named('Lee', 'Shen', 'Xu'), 'Lee, Shen and Xu');
    assert.equal(named('Lee', 'Shen', 'Xu', 'Ma'), 'Lee et al.');
  });
});
