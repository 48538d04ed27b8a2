import assert from 'node:assert/strict';
import { suggestionsInData } from '../../../server/src/features/completion/data.ts';
import { askDataAt, checkHover, offeredAt } from '../../support/features.ts';

const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties:
  trusted: {type: boolean, share: true}
  strikes: {type: quantity, unit: strike, additive: true}
  serves: {type: choice, of: [crew, owners], mood: norm}
//- actors.yaml
guilds: {name: Guilds}
weavers: {name: Weavers, relations: {part-of: [guilds]}}
//- works.bib
@book{ash1950, author = {Ash, Mary}, title = {Fairs}, date = {1950}}
@book{cole2001, author = {Cole, Una}, title = {Tolls}, date = {2001}}
//- main.md
`;

async function offeredInData(fixture: string): Promise<string[]> {
  const { request } = await askDataAt(fixture);
  return suggestionsInData(request)?.items.map(({ label }) => label) ?? [];
}

describe('What is declared of properties', () => {
  it('is offered in the project file, where it has a use', async () => {
    const of = (typed: string) => offeredInData(`//- sicetnon.yaml\nproperties:\n  x: {${typed}‸}\n`);
    assert.deepEqual(await of('type: quantity, '), ['unit', 'tolerance', 'additive', 'mood']);
    assert.deepEqual(await of('type: boolean, '), ['share', 'mood']);
    assert.deepEqual(await of('type: boolean, share: '), ['true', 'false']);
    assert.deepEqual(await of('type: date, mood: '), ['fact', 'norm']);
  });

  it('is offered among the relations of a register', async () => {
    const found = await offeredInData(
      '//- sicetnon.yaml\nactors: [actors.yaml]\n//- actors.yaml\na:\n  relations: {‸}\n',
    );
    assert.deepEqual(found, ['part-of', 'kind-of', 'wrote']);
  });

  it('decides which values are offered', async () => {
    const found = await offeredAt(`${PROJECT}[It]{.claim about="guilds" says="trusted = ‸"}.\n`);
    assert.deepEqual(found?.labels, ['none', 'few', 'some', 'no', 'yes', 'most', 'all']);
  });

  it('is told with the property', async () => {
    const on = (name: string) =>
      `${PROJECT}[It]{.claim about="guilds" says="⟦hover|${name.slice(0, 3)}‸${name.slice(3)}⟧ = 1"}.\n`;
    await checkHover(on('trusted'), {
      says: ['yes or no, of how many; holds of a share: none, few (at most a third)'],
    });
    await checkHover(on('strikes'), {
      says: ['counts of parts: the part and the whole are at odds only where'],
    });
    await checkHover(on('serves'), {
      says: ['a norm: what ought to be, compared with norms of this property alone'],
    });
  });

  it('is told with the claim, and who reports it', async () => {
    await checkHover(
      `${PROJECT}[It]⟦hover|{.claim‸ #it by="@ash1950 via @cole2001" about="guilds" when="1300/1310" status="open" says="trusted = some; serves = crew; strikes = 3"}⟧ [@cole2001].\n`,
      {
        says: [
          'held by Ash (1950), as told by Cole (2001)',
          'time: 1300 to 1310 · status: open, a question that commits nobody',
          '_what ought to be, compared with norms alone; of a share of a whole; a count of a part',
        ],
      },
    );
  });

  it('joins the one reported and the one who reports by a word that is offered', async () => {
    const at = (by: string) => offeredAt(`${PROJECT}[It]{.claim by="${by}‸"}.\n`);
    const found = await at('@ash1950 ');
    assert.equal(found?.take('via'), '[It]{.claim by="@ash1950 via "}.\n');
    assert.ok(!(await at(''))?.labels.includes('via'));
    assert.ok(!(await at('@ash1950 via '))?.labels.includes('via'));
  });
});
