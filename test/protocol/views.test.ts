import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { changedMethod, viewMethods } from '../../server/src/protocol/names.ts';
import type { ViewQuestions } from '../../server/src/protocol/names.ts';
import { StdioClient } from './client.ts';

describe('the questions of the views', () => {
  let client: StdioClient;
  const changes = new EventEmitter();

  function ask<Name extends keyof ViewQuestions>(name: Name, asked: ViewQuestions[Name][0]) {
    return client.connection.sendRequest<ViewQuestions[Name][1]>(viewMethods[name], asked);
  }

  before(async () => {
    client = await StdioClient.start();
    client.connection.onNotification(changedMethod, () => void changes.emit('changed'));
    await client.ready();
  });
  after(() => client.discard());

  it('are answered with places as editors say them', async () => {
    const { groups, claims, unsettled } = await ask('claimTree', { grouping: 'file', filter: '' });
    assert.deepEqual(
      [groups.map(({ label }) => label), claims, unsettled],
      [['faults.md', 'reading.md'], 9, 1],
    );
    const [first] = (await ask('claimsOfGroup', { group: groups[1]!, filter: '' })).claims;
    assert.equal(first!.spot.uri, client.uri('reading.md'));
    assert.equal(client.covered('reading.md', first!.spot.range), '[The guild counted eighty masters]');
  });

  it('find the claim under a cursor of a file that no editor shows', async () => {
    const position = client.position('reading.md', 'padded');
    const place = await ask('claimAt', { uri: client.uri('reading.md'), position, grouping: 'file' });
    assert.equal(place?.claim.label, 'padded');
  });

  it('are answered for a file, an actor and the workspace', async () => {
    const counts = [];
    for (const scope of [
      { kind: 'file', uri: client.uri('reading.md') },
      { kind: 'actor', actor: 'weavers' },
      { kind: 'workspace' },
    ] as const)
      counts.push((await ask('claimMap', { scope })).nodes.length);
    assert.deepEqual(counts, [2, 4, 9]);
    const matrix = await ask('evidenceMatrix', { scope: { kind: 'workspace' }, rows: 'questions' });
    assert.equal(matrix.rows.length, 2);
    assert.equal((await ask('timeline', { actor: 'weavers' })).events.length, 4);
  });

  it('have empty answers for what is not there', async () => {
    assert.deepEqual(
      (await ask('claimMap', { scope: { kind: 'file', uri: client.uri('nowhere.md') } })).nodes,
      [],
    );
    assert.deepEqual((await ask('timeline', { actor: 'nobody' })).events, []);
  });

  it('can be put again when something has changed', async () => {
    await client.open('reading.md');
    const changed = once(changes, 'changed');
    await client.replace('reading.md', 'eighty masters', 'ninety masters');
    await changed;
    const { nodes } = await ask('claimMap', { scope: { kind: 'file', uri: client.uri('reading.md') } });
    assert.equal(nodes[0]!.claim.text, 'The guild counted ninety masters');
  });

  it('are refused, and no more, when they make no sense', async () => {
    await assert.rejects(client.connection.sendRequest(viewMethods.claimMap, {}));
    assert.equal((await ask('claimTree', { grouping: 'file', filter: '' })).claims, 9);
  });
});
