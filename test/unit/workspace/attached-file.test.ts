import assert from 'node:assert/strict';
import { isWorkFile, mainTexts } from '../../../server/src/workspace/attached-file.ts';

const chosen = (...files: (string | [string, string])[]): string[] =>
  mainTexts(
    files.map((file) =>
      typeof file === 'string' ? { path: file, description: '' } : { path: file[0], description: file[1] },
    ),
  ).map(({ path }) => path);

describe('of the files of a work', () => {
  it('a PDF is read before a snapshot of a page', () => {
    assert.deepEqual(chosen(['index.html', 'Snapshot'], ['a.pdf', 'Full Text PDF']), ['a.pdf']);
    assert.deepEqual(chosen(['index.html', 'Snapshot']), ['index.html']);
  });

  it('supplements and slides are passed over where there is anything else', () => {
    assert.deepEqual(chosen('lee2011-supplement.pdf', 'lee2011.pdf'), ['lee2011.pdf']);
    assert.deepEqual(chosen('lee2011-supplement.pdf'), ['lee2011-supplement.pdf']);
    assert.deepEqual(chosen(['a.pdf', 'Slides'], 'b.epub'), ['b.epub']);
  });

  it('what the work itself is called makes no supplement of it', () => {
    const files = [
      { path: 'Lee - A review of slides.pdf', description: 'PDF' },
      { path: 'index.html', description: 'Snapshot' },
    ];
    assert.deepEqual(mainTexts(files, 'A Review of Slides')[0]?.path, files[0]!.path);
    assert.deepEqual(mainTexts(files, 'Ships')[0]?.path, 'index.html');
  });

  it('all parts are read', () => {
    assert.deepEqual(chosen('lee vol 1.pdf', 'lee vol 2.pdf', 'lee.epub'), [
      'lee vol 1.pdf',
      'lee vol 2.pdf',
    ]);
  });

  it('all volumes are read whose names are alike but for their numbers', () => {
    assert.deepEqual(chosen('lee-v2.pdf', 'lee-v1.pdf'), ['lee-v1.pdf', 'lee-v2.pdf']);
    assert.deepEqual(chosen('lee1.pdf', 'lee2.pdf', 'lee3.pdf', 'lee.html'), [
      'lee1.pdf',
      'lee2.pdf',
      'lee3.pdf',
    ]);
    assert.deepEqual(chosen('lee.pdf', 'lee2.pdf'), ['lee.pdf']);
    assert.deepEqual(chosen('lee2.pdf', 'lee4.pdf'), ['lee2.pdf']);
    assert.deepEqual(chosen('lee1.pdf', 'hall2.pdf'), ['lee1.pdf']);
    assert.deepEqual(chosen('lee (1).pdf', 'lee (2).pdf'), ['lee (1).pdf']);
    assert.deepEqual(chosen('lee 2001.pdf', 'lee 2002.pdf'), ['lee 2001.pdf']);
  });

  it('what is no text is none', () => {
    assert.deepEqual(chosen('photo.jpg', 'data.csv'), []);
    assert.ok(isWorkFile('a/b.PDF'));
    assert.ok(!isWorkFile('a.md'));
  });
});
