import assert from 'node:assert/strict';
import { guessText } from '../../../server/src/text/guessed-encoding.ts';

/** The bytes of a text in an encoding of one byte each, by what its upper half has where it is not Latin-1. */
function bytesOf(text: string, upper: Readonly<Record<string, number>> = {}): Uint8Array {
  return Uint8Array.from(text, (char) => upper[char] ?? char.charCodeAt(0));
}

const WINDOWS = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '…': 0x85, œ: 0x9c, '€': 0x80, Š: 0x8a };
const MACINTOSH = { é: 0x8e, ü: 0x9f, ö: 0x9a, ä: 0x8a };
const DOS = { é: 0x82, ü: 0x81, ö: 0x94, ä: 0x84 };

describe('a text that is not UTF-8', () => {
  for (const [what, text, upper] of [
    ['Latin-1', 'Die Größe der Häfen, S. 12; « la fête », ÉCOLE, Élise, 4°.\r\n\f', {}],
    ['Windows-1252', 'L’œuvre – “so be it” … 5 € for Šimon.', WINDOWS],
    ['one letter', 'Léon', {}],
  ] as const)
    it(`is read as it stands where it is ${what}`, () => {
      assert.equal(guessText(bytesOf(text, upper)), text);
    });

  for (const [what, bytes] of [
    [
      'the encoding of old Macintoshes',
      bytesOf('Das Café liegt schräg gegenüber der großen Höhle.', MACINTOSH),
    ],
    ['the encoding of DOS', bytesOf('Le général espérait être élu.', DOS)],
    ['Cyrillic', Uint8Array.from({ length: 40 }, (_, i) => 0xc0 + ((i * 7) % 64))],
    ['no text', new Uint8Array([0x45, 0xe9, 0x01, 0x02])],
  ] as const)
    it(`is left unread where it is ${what}`, () => {
      assert.equal(guessText(bytes), null);
    });
});
