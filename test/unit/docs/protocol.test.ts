import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { withPictureTable } from '../../../scripts/generate-picture-table.ts';
import * as host from '../../../server/src/protocol/host.ts';
import * as names from '../../../server/src/protocol/names.ts';

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const source = readFileSync(new URL('../../../server/src/protocol/names.ts', import.meta.url), 'utf8');

describe('the page on what client and server say to each other', () => {
  it('names every method, and none that is not there', () => {
    const methods = [
      names.statusMethod,
      names.changedMethod,
      names.headingsMethod,
      ...Object.values(names.viewMethods),
      ...Object.values(names.gestureMethods),
      ...Object.values(host.fileMethods),
      host.toPrinter,
      host.fromPrinter,
      ...Object.values(names.sourceMethods),
    ];
    const told = [...page.matchAll(/^\| `(sicetnon\/\w+)` \|/gm)].map(([, method]) => method);
    assert.deepEqual(told.sort(), [...methods].sort());
  });

  it('says of the pictures what their table says', () => {
    assert.equal(withPictureTable(page), page, 'run npm run generate');
  });

  it('names every member of the initialization options', () => {
    const [, options] = /interface InitializationOptions \{([^]*?)\n\}/.exec(source)!;
    const members = [...options!.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, member]) => member);
    const told = [...page.matchAll(/^\| `([a-zA-Z]+)` \|/gm)].map(([, member]) => member);
    assert.deepEqual(told, members);
  });
});
