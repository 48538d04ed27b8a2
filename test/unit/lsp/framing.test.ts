import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Framing } from '../../../server/src/lsp/framing.ts';

/** What stands where a header should, in bytes that come in pieces of `size`. */
function noise(text: string, size = Infinity): string | null {
  const bytes = Buffer.from(text);
  const framing = new Framing();
  for (let at = 0; at < bytes.length; at += size) {
    const found = framing.take(bytes.subarray(at, Math.min(bytes.length, at + size)));
    if (found !== null) return found;
  }
  return null;
}

const framed = (body: string, more = ''): string =>
  `Content-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

describe('the framing of messages', () => {
  it('is sound whatever the bodies hold, and however their bytes come in', () => {
    const message = fc.tuple(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\r\n\r\nContent-Length: 7\r\n\r\n')),
      fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n', 'x-mine:\r\n'),
    );
    fc.assert(
      fc.property(fc.array(message), fc.integer({ min: 1, max: 40 }), (messages, size) => {
        const text = messages.map(([body, more]) => framed(body, more)).join('');
        assert.equal(noise(text, size), null);
        assert.equal(noise(`${text}!`, size), '!');
        assert.equal(noise(`${text}{"id": 1}\r\n`, size)?.[0], '{');
      }),
    );
  });

  for (const [what, text, found] of [
    ['is over at a sign that no header begins with', 'Debugger attached', 'Debugger attached'],
    ['may lack its beginning', ': 5\r\n\r\n', ': 5\r\n'],
    ['may be a line too many', `${framed('{}')}\r\n${framed('{}')}`, '\r\n'],
    ['may name no length', 'Content-Type: x\r\n\r\n', '\r\n'],
    ['wants a length for each message', `${framed('{}')}Content-Type: x\r\n\r\n{}`, '\r\n'],
    ['ends its lines as on Windows', 'Content-Length: 2\n\n{}', 'Content-Length: 2\n'],
    ['counts in digits', 'Content-Length: 2k\r\n\r\n', 'Content-Length: 2k\r\n'],
    ['counts in as many as fit', 'Content-Length: 4294967297\r\n', 'Content-Length: 4294967297\r\n'],
  ] as const)
    it(what, () => {
      assert.equal(noise(text), found);
      if (text.length < 20) assert.ok(noise(text, 1));
    });

  it('knows its header in any case of letters, with blanks and without', () => {
    for (const head of ['content-length:2', 'CONTENT-LENGTH: \t2 ', 'Content-Length:  2'])
      assert.equal(noise(`${head}\r\n\r\n{}${framed('{}')}`), null, head);
    assert.equal(noise('Content-Length: 4294967296\r\n\r\n{'), null);
  });

  it('has lines of a length, and shows the beginning of what is none', () => {
    const line = (length: number): string => `x: ${'y'.repeat(length - 5)}\r\n`;
    assert.equal(noise(line(1000)), null);
    assert.equal(noise(line(1001)), line(1001).slice(0, 80));
    assert.equal(noise(`x:${'y'.repeat(2_000_000)}`, 65_536)?.length, 80);
  });
});
