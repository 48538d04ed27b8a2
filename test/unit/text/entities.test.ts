import assert from 'node:assert/strict';
import { characterOf, decodeEntities } from '../../../server/src/text/entities.ts';

describe('entities', () => {
  it('are characters by name or number', () =>
    assert.equal(
      decodeEntities(
        '&eacute;&Eacute;&yuml;&nbsp;&sup2;&frac12;&oelig;&ldquo;&#233;&#xe9;&#XE9;&NBSP;&#128512;',
      ),
      'éÉÿ\u00a0²½œ“ééé\u00a0😀',
    ));
  it('stay as they are where nobody knows them, or they are none', () => {
    const none = '&nothing; &eacute &#0; &#x110000; & co; &constructor; &;';
    assert.equal(decodeEntities(none), none);
    assert.equal(characterOf('eacute'), null);
  });
});
