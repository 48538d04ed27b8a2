/** Moves tokens and attributes to their offsets in the document. */
import type { Attributes, Token } from './model.ts';
import type { Reading } from './reading.ts';

function placeToken(reading: Reading, token: Token): Token {
  return { text: token.text, range: reading.range(token.range.from, token.range.to) };
}

/** The same attributes with the ranges of the document, relative to the block. */
export function placeAttributes(reading: Reading, attributes: Attributes): Attributes {
  return {
    range: reading.range(attributes.range.from, attributes.range.to),
    id: attributes.id ? placeToken(reading, attributes.id) : null,
    classes: attributes.classes.map((token) => placeToken(reading, token)),
    pairs: attributes.pairs.map(({ key, value }) => ({
      key: placeToken(reading, key),
      value: placeToken(reading, value),
    })),
  };
}
