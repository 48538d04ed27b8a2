import assert from 'node:assert/strict';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { Service } from '../../server/src/service.ts';
import { strictLogger } from '../support/check.ts';
import { corpus } from '../support/corpus.ts';

describe('the rules on quotations in the annotated workspace', () => {
  let service: Service;

  before(async function () {
    const fileSystem = new NodeFileSystem(corpus(this, 'annotated'));
    service = new Service({ fileSystem, logger: strictLogger });
    await service.start(() => undefined, new AbortController().signal);
    await service.verifyQuotations();
  });

  it('report the one misquotation, with its passage and both words that differ, and nothing else', () => {
    const found = service
      .documentPaths()
      .flatMap((path) =>
        service
          .check(path)
          .findings.flatMap((finding) => (finding.code.startsWith('quote-') ? [{ path, ...finding }] : [])),
      );
    assert.deepEqual(
      found.map(({ path, code, range }) => [path, code, range.start.line + 1]),
      [['notes/review.md', 'quote-mismatch', 17]],
    );
    const [{ related, message }] = found as [(typeof found)[0]];
    assert.deepEqual(
      related.map(({ path, range }) => [path, range.start.line + 1]),
      [['sources/ye2020.md', 40]],
    );
    assert.equal(message.split('where the quotation has').length - 1, 2);
  });

  it('know of every quotation whether its source has it', async () => {
    const statuses: [string, number, string, string | null][] = [];
    for (const path of service.documentPaths())
      for (const { range, status, target } of (await service.inspect(path))!.quotations)
        if (status !== 'unknown') statuses.push([path, range.start.line + 1, status, target?.path ?? null]);
    assert.deepEqual(statuses, [
      ['notes/review.md', 13, 'exact', 'sources/froissart2005.md'],
      ['notes/review.md', 17, 'different', 'sources/ye2020.md'],
      ['notes/review.md', 45, 'exact', 'sources/pringle2018.md'],
      ['notes/review.md', 52, 'exact', 'sources/froissart2011ngos.md'],
      ['sources/froissart2005.md', 113, 'exact', 'sources/froissart2005.md'],
      ['sources/pringle2018.md', 127, 'exact', 'sources/pringle2018.md'],
      ['sources/pringle2018.md', 135, 'exact', 'sources/pringle2018.md'],
      ['sources/pringle2018.md', 147, 'exact', 'sources/pringle2018.md'],
    ]);
  });

  it('know whose words are quoted in a text as found, by its notes and its names and years', async () => {
    const attributed = async (path: string) => {
      const { quotations } = (await service.inspect(path))!;
      const works = new Map<string, number>();
      for (const { from } of quotations) if (from !== null) works.set(from, (works.get(from) ?? 0) + 1);
      return works;
    };
    const notes = await attributed('sources/froissart2005.md');
    assert.deepEqual([...notes.keys()].sort(), [
      'froissart2005',
      'scott1985',
      'solinger2004',
      'tilly1993',
      'zhang2004',
    ]);
    const dated = await attributed('sources/pringle2018.md');
    assert.ok(dated.get('nilsen2013')! >= 15 && dated.get('chan2013')! >= 7 && dated.get('lee2011')! >= 7);
  });
});
