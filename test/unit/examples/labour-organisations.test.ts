import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../server/src/cli/run.ts';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { agreesWithLocator } from '../../../server/src/pages/agreement.ts';
import { locate } from '../../../server/src/quotations/numbering.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';

const folder = fileURLToPath(new URL('../../../examples/labour-organisations', import.meta.url));
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('the example', () => {
  it('is reported just as its README says, and nothing else in it', async () => {
    const promised = [...read('README.md').matchAll(/^\| `([a-z-]+)` \| ([\w./]+):(\d+) \|/gm)].map(
      ([, rule, file, line]) => `${file}:${line} ${rule}`,
    );
    assert.equal(promised.length, 12);
    let printed = '';
    await runCommandLine(['check', folder], {
      cwd: folder,
      write: (text) => (printed += text),
      complain: (text) => assert.fail(text),
      isTerminal: false,
      colorWanted: false,
      isWatched: false,
      now: () => 0,
      rest: () => Promise.resolve(),
      interrupted: new AbortController().signal,
    });
    const reported = [...printed.matchAll(/^(\S+):(\d+):\d+ +\w+ +([a-z-]+)$/gm)].map(
      ([, file, line, rule]) => `${file}:${line} ${rule}`,
    );
    assert.deepEqual(reported.sort(), promised.sort());
  });

  it('quotes its sources word for word, at the pages it gives', () => {
    const files: Record<string, string> = {
      liang2009: 'sources/liang2009.md',
      beridze2014: 'sources/beridze2014.md',
      wen2012: 'sources/wen2012.txt',
    };
    const quoted = /“([^”]+)”(?:\]\{\.quote from="| \[)@(\w+)(?:, |" at=")p\. (\d+)/g;
    const quotations = [...read('notes/reading.md').matchAll(quoted)];
    assert.equal(quotations.length, 4);
    for (const [, words, key, page] of quotations) {
      const source = prepareSource(read(files[key!]!), []);
      const match = findQuotation(source, words!);
      assert.equal(match.status, 'exact', words);
      if (match.status !== 'exact') continue;
      const place = locate(source, match.ranges[0]!.from);
      assert.equal(place && agreesWithLocator(place, 'page', page!), place && true, words);
    }
  });
});
