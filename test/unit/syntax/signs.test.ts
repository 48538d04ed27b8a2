import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Signs } from '../../../server/src/syntax/signs.ts';

/** As `Signs` has it, by looking at one letter after the other. */
function firstFrom(text: string, at: number): number {
  let i = at;
  while (i < text.length && !'\n!"$&\'*-;<@[\\]^_`~\u0091\u0092\u0093\u0094‘’“”'.includes(text[i]!)) i++;
  return i;
}

describe('the signs of a text', () => {
  const piece = fc.constantFrom('words ', 'é', '.', '\n', '[', ']', '@', '-', '"', '\u0092', '(');
  const text = (pieces: readonly string[]) => pieces.join('') + 'and so on '.repeat(pieces.length);

  for (const [kind, texts] of [
    ['short', fc.array(piece, { maxLength: 40 }).map(text)],
    ['long', fc.array(piece, { minLength: 100, maxLength: 200 }).map(text)],
    ['wide', fc.array(fc.oneof(piece, fc.constantFrom('’', '“', '中')), { minLength: 100 }).map(text)],
  ] as const)
    it(`are found in a ${kind} text, in whatever order they are asked for`, () => {
      fc.assert(
        fc.property(texts, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (written, asked) => {
          const signs = new Signs(written);
          for (const share of asked) {
            const at = Math.floor(share * written.length);
            assert.equal(signs.from(at), firstFrom(written, at));
          }
          for (let at = 0; at <= written.length; at += 5)
            assert.equal(signs.from(at), firstFrom(written, at), `at ${at}`);
        }),
      );
    });

  it('are found in a text that is all signs', () => {
    const written = '[*]'.repeat(1000);
    const signs = new Signs(written);
    for (let at = 0; at < written.length; at++) assert.equal(signs.from(at), at);
    assert.equal(signs.from(written.length), written.length);
  });
});
