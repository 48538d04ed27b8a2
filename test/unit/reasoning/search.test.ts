import assert from 'node:assert/strict';
import fc from 'fast-check';
import { workspaceOf } from '../../support/check.ts';
import { runs } from '../../support/runs.ts';

const FILES = `//- a.md
[The Tolls were raised]{.claim #dear-tolls says="toll = 3; paid = no" about="town"}
and [nobody knew why]{.claim}.
//- b.md
[Écluses and tolls]{.claim #sluice supports="a.md#dear-tolls a.md#nothing"} and [城门税很高]{.claim #gate says="gate.toll = 9"}.
`;

async function search(query: string): Promise<string[]> {
  const { service } = await workspaceOf(FILES);
  return [...service.world().reasoning.search(query)].flat().map(({ address }) => address);
}

describe('Searching for claims', () => {
  it('finds words by how they begin, without regard to case and accents', async () => {
    assert.deepEqual(await search('toll'), ['a.md#dear-tolls', 'b.md#sluice']);
    assert.deepEqual(await search('ecluse TOL'), ['b.md#sluice']);
    assert.deepEqual(await search('olls'), []);
    assert.deepEqual(await search('nobody'), ['a.md#@88']);
  });
  it('finds parts of names, and one letter', async () => {
    assert.deepEqual(await search('dear'), ['a.md#dear-tolls']);
    assert.deepEqual(await search('s'), ['b.md#sluice']);
  });
  it('finds signs anywhere where words have no spaces', async () => {
    assert.deepEqual(await search('税很'), ['b.md#gate']);
    assert.deepEqual(await search('门高'), []);
  });
  it('finds the same after an edit as when read anew', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('toll', 'w', 'ecl', '城', 'sluice tol', 'zeal'), async (query) => {
        const { service, fileSystem } = await workspaceOf(FILES);
        service.open('a.md', '[Zeal for tolls]{.claim #zealous}.\n');
        fileSystem.write('b.md', '[Eclipse of sluices]{.claim #dark}.\n');
        await service.refresh(['b.md'], new AbortController().signal);
        const anew = await workspaceOf(
          '//- a.md\n[Zeal for tolls]{.claim #zealous}.\n//- b.md\n[Eclipse of sluices]{.claim #dark}.\n',
        );
        assert.deepEqual(
          [...service.world().reasoning.search(query)].flat(),
          [...anew.service.world().reasoning.search(query)].flat(),
        );
      }),
      { numRuns: runs(12) },
    ));
});

describe('Claims by a property, and by what they name', () => {
  it('knows who states a property, of whomever', async () => {
    const { service } = await workspaceOf(FILES);
    const saying = (property: string) =>
      service
        .world()
        .reasoning.claimsSaying(property)
        .map(({ address }) => address);
    assert.deepEqual(saying('toll'), ['a.md#dear-tolls', 'b.md#gate']);
    assert.deepEqual(saying('paid'), ['a.md#dear-tolls']);
    service.open('b.md', 'Nothing.\n');
    assert.deepEqual(saying('toll'), ['a.md#dear-tolls']);
  });
  it('knows who names a claim, be there one or not', async () => {
    const { service } = await workspaceOf(FILES);
    const seeking = (id: string) =>
      service
        .world()
        .reasoning.seekersOf('a.md', id)
        .map(({ address }) => address);
    assert.deepEqual(seeking('dear-tolls'), ['b.md#sluice']);
    assert.deepEqual(seeking('nothing'), ['b.md#sluice']);
    assert.deepEqual(seeking('else'), []);
  });
});
