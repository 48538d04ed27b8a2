import assert from 'node:assert/strict';
import { catalogueFaults, parts, valuesOf } from '../../../scripts/messages/catalogues.ts';
import { collectMessages } from '../../../scripts/messages/collect.ts';
import { translated } from '../../../server/src/words/languages.ts';

describe('the catalogues of messages', () => {
  const collection = collectMessages();

  it('are of messages that can be collected', () => {
    assert.deepEqual(collection.faults, []);
    const [server] = collection.messages.values();
    assert.ok(server!.length > 1000, `only ${server!.length} were found`);
  });

  for (const language of translated)
    it(`are complete and right in ${language} (else: npm run messages)`, () =>
      assert.deepEqual(catalogueFaults(language, collection), []));

  it('would be told of what they lack', () => {
    const message = { message: 'A note of {file} is missing.', places: [], isFormat: true };
    const messages = new Map(parts.map((part) => [part, part === 'server' ? [message] : []] as const));
    const lacking = { messages, faults: [] };
    assert.ok(catalogueFaults('de', lacking).includes(`missing: “${message.message}”`));
  });

  it('may leave out what only chooses a form in English', () => {
    const { printed, selecting } = valuesOf('{who} {several, select, true {say} other {says}} {count, plural, one {# word} other {# words}}'); // prettier-ignore
    assert.deepEqual([...printed].sort(), ['count', 'who']);
    assert.deepEqual([...selecting].sort(), ['count', 'several']);
  });
});
