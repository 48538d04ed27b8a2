import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describeEntry } from '../../../server/src/bibliography/describe-entry.ts';
import type { CslItem } from '../../../server/src/bibliography/model.ts';
import { dayInWords } from '../../../server/src/words/calendar.ts';
import type { Language } from '../../../server/src/words/languages.ts';
import { setLanguage, type Catalogue } from '../../../server/src/words/say.ts';
import { placeInWords } from '../../../server/src/workspace/quotation-places.ts';

const chapter: CslItem = {
  id: 'berg',
  type: 'chapter',
  title: 'Quays',
  author: [{ family: 'Berg' }],
  issued: { 'date-parts': [[1904, 10, 6]], circa: true },
  'container-title': 'Harbours',
  volume: '2',
  page: '4-9',
};
const book: CslItem = { id: 'lee', type: 'book', title: 'Docks', issue: '3', page: '4-9' };

describe('what is put together of parts', () => {
  afterEach(() => setLanguage('en', {}));

  function speak(language: Exclude<Language, 'en'>): void {
    const file = new URL(`../../../l10n/server.${language}.json`, import.meta.url);
    setLanguage(language, JSON.parse(readFileSync(file, 'utf8')) as Catalogue);
  }

  it('is English in English', () => {
    assert.equal(describeEntry(chapter), 'Berg (c. 1904, 6 October). “Quays.” In *Harbours* 2: 4-9.');
    assert.equal(describeEntry(book), '*Docks*. vol. no. 3, pp. 4-9.');
    assert.equal(dayInWords(2, 31), 'February');
  });

  it('is German in German', () => {
    speak('de');
    assert.equal(describeEntry(chapter), 'Berg (um 1904, 6. Oktober). “Quays.” In *Harbours* 2: 4-9.');
    assert.equal(describeEntry(book), '*Docks*. Bd. Nr. 3, S. 4-9.');
  });

  it('is Chinese in Chinese', () => {
    speak('zh-cn');
    assert.equal(describeEntry(chapter), 'Berg (约 1904，10月6日). “Quays.” 载 *Harbours* 2: 4-9.');
    assert.equal(placeInWords({ page: '3', section: '4' }), '第 3 页，§ 4');
    assert.equal(dayInWords(2, 31), '二月');
  });
});
