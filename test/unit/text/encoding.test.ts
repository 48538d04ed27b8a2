import assert from 'node:assert/strict';
import { decodeText } from '../../../server/src/text/encoding.ts';

const text = 'Élève 中文 \u{1D11E}\r\n';

function utf16(bigEndian: boolean, body: string): Uint8Array {
  const bytes = new Uint8Array(body.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < body.length; i++) view.setUint16(i * 2, body.charCodeAt(i), !bigEndian);
  return bytes;
}

describe('the bytes of a file', () => {
  it('are UTF-8, with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(text);
    assert.deepEqual(decodeText(bytes), { text, encoding: 'utf-8' });
    assert.deepEqual(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])), { text, encoding: 'utf-8' });
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf-8' });
  });

  it('are UTF-16 where a byte order mark says so', () => {
    assert.deepEqual(decodeText(utf16(false, `\uFEFF${text}`)), { text, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(utf16(true, `\uFEFF${text}`)), { text, encoding: 'utf-16be' });
  });

  it('are UTF-16 with a stray zero where the text is long', () => {
    const long = `${'Élève '.repeat(400)}\0`;
    assert.deepEqual(decodeText(utf16(false, `\uFEFF${long}`)), { text: long, encoding: 'utf-16le' });
  });

  it('are UTF-16 without a mark where every other one is zero', () => {
    const latin = '@book{müller, title = {Größe}}\n';
    assert.deepEqual(decodeText(utf16(false, latin)), { text: latin, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(utf16(true, latin)), { text: latin, encoding: 'utf-16be' });
  });

  for (const [what, bytes] of [
    ['Latin-1', new Uint8Array([0x45, 0xe9, 0x6c])],
    ['zero bytes', new Uint8Array([0x45, 0x00, 0x6c])],
    ['numbers of two bytes', utf16(false, '\x01\x02\x03\x04')],
    ['UTF-16 without a mark in another writing', utf16(false, '中文\n中文\n')],
    ['UTF-16 cut short', new Uint8Array([0xff, 0xfe, 0x45])],
    ['UTF-32 with a mark', utf16(false, '\uFEFF\0E\0s\0')],
    ['UTF-32 with a mark, the other way round', utf16(true, '\0\uFEFF\0E\0s')],
    ['half a pair in UTF-16', utf16(true, '\uFEFF\uD834')],
  ] as const)
    it(`are a problem, in words, when they are ${what}`, () => {
      const decoded = decodeText(bytes);
      assert.ok('problem' in decoded && /UTF-8/.test(decoded.problem) && decoded.problem.endsWith('.'));
    });
});
