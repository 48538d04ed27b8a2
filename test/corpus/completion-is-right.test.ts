import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { Service } from '../../server/src/service.ts';
import { strictLogger } from '../support/check.ts';
import { triedCompletions } from '../support/completions-tried.ts';
import { corpus } from '../support/corpus.ts';
import { oneIn } from '../support/runs.ts';

/** In the files with many places; fewer where fewer cases are drawn. */
const MANY = oneIn(40);
/** One of so many places of each file is tried; all are with `ALL=1`, which takes long. */
const FILES: Readonly<Record<string, number>> = {
  'notes/review.md': MANY,
  'sources/ye2020.md': 12,
  'sicetnon.yaml': 4,
  'actors.yaml': MANY,
  'references.bib': MANY,
};

describe('What is completed in an annotated workspace', () => {
  for (const [file, everyPlace] of Object.entries(FILES))
    it(`in ${file} is never found wrong`, async function () {
      this.timeout(600_000);
      const root = corpus(this, 'annotated');
      const service = new Service({ fileSystem: new NodeFileSystem(root), logger: strictLogger });
      await service.start(() => undefined, new AbortController().signal);
      const whole = readFileSync(path.join(root, file), 'utf8');
      service.open(file, whole);
      await service.settle();
      const { tried, wrong } = await triedCompletions(service, file, whole, {
        oneOf: process.env['ALL'] ? 1 : 5,
        everyPlace: process.env['ALL'] ? 1 : everyPlace,
        isAlone: true,
      });
      assert.ok(tried > 5, `${tried} were tried`);
      assert.deepEqual(wrong.slice(0, 40), []);
    });
});
