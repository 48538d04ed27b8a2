import assert from 'node:assert/strict';
import { embedded } from '../../../client/src/views/embedded.ts';

describe('translations in a page', () => {
  it('cannot end the element that holds them', () => {
    const words = { a: '</script><script>x()</script>', b: '<!--' };
    assert.doesNotMatch(embedded(words), /</);
    assert.deepEqual(JSON.parse(embedded(words)), words);
  });
});
