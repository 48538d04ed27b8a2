import assert from 'node:assert/strict';
import { compare } from './compare.ts';
import { makeWorkspace } from './make.ts';
import type { Operator } from './model.ts';
import { observe, type Observed } from './observe.ts';
import { render } from './render.ts';
import { sharesAtOdds } from './shares.ts';
import { readTime, timesOverlap } from './times.ts';
import { differencesOf, told } from './trial.ts';

const SEED = Number(process.env['ORACLE_SEED'] ?? 1);
const WORKSPACES = Number(process.env['ORACLE_WORKSPACES'] ?? 200);

describe('the checker beside an oracle written from the contract', () => {
  it(`agrees on ${WORKSPACES} made-up workspaces of seed ${SEED}`, async () => {
    const trials = { seed: SEED, count: WORKSPACES, only: null, fresh: true, each: 1 };
    const { conflicts, smallest } = await differencesOf(trials);
    assert.equal(smallest.map(told).join('\n'), '');
    assert.ok(conflicts > WORKSPACES, `only ${conflicts} conflicts`);
  });

  it('notices a finding that is left out, invented, or of another weight', async () => {
    const told = new Set<string>();
    for (let number = 0; number < 40; number++) {
      const workspace = makeWorkspace(SEED, number, true);
      const findings = await observe(render(workspace));
      const conflict = findings.find(
        ({ code, severity }) => code === 'claim-contradiction' && severity === 'warning',
      );
      if (!conflict) continue;
      const others = findings.filter((one) => one !== conflict);
      const change = (more: Partial<Observed>) => compare(workspace, [...others, { ...conflict, ...more }]);
      const alone = workspace.documents
        .flatMap(({ claims }) => claims)
        .filter(
          ({ id }) =>
            id !== conflict.claim &&
            !findings.some(({ claim, partners }) => claim === id || partners.has(id)),
        );
      const spoilt: Record<string, { readonly length: number }> = {
        silence: compare(workspace, others),
        weight: change({ severity: 'error' }),
        code: change({ code: 'claim-self-contradiction' }),
      };
      if (alone.length)
        spoilt['invention'] = change({ partners: new Set([...conflict.partners, alone[0]!.id]) });
      for (const [kind, { length }] of Object.entries(spoilt)) if (length) told.add(kind);
    }
    assert.deepEqual([...told].sort(), ['code', 'invention', 'silence', 'weight']);
  });
});

describe('the oracle', () => {
  const is = (value: string): readonly [Operator, string] => ['=', value];

  it('has the shares of the contract', () => {
    for (const [a, b] of ['some most', 'no some', 'all most'].map((pair) => pair.split(' ')))
      assert.equal(sharesAtOdds(is(a!), is(b!)), 'no', `${a} ${b}`);
    for (const [a, b] of ['few most', 'no yes', 'some none'].map((pair) => pair.split(' ')))
      assert.equal(sharesAtOdds(is(a!), is(b!)), 'yes', `${a} ${b}`);
    assert.equal(sharesAtOdds(['!=', 'few'], is('20%')), 'yes');
    assert.equal(sharesAtOdds(['!=', 'few'], is('0%')), 'no');
    assert.equal(sharesAtOdds(['!=', '60%'], is('60%')), 'yes');
    assert.equal(sharesAtOdds(['>', '50%'], is('no')), 'yes');
  });

  it('is unsure of what the contract leaves open', () => {
    const overlap = (a: string, b: string) => timesOverlap(readTime(a), readTime(b));
    assert.equal(overlap('2004', '2004-10'), 'yes');
    assert.equal(overlap('2003/..', '../2002'), 'no');
    assert.equal(overlap('199X', '1994'), 'unsure');
    assert.equal(overlap('199X', '1985/2005'), 'yes');
    assert.equal(overlap('2004-21', '2004-23'), 'unsure');
    assert.equal(overlap('2004-21', '2004'), 'yes');
    assert.equal(readTime('2003-02-29'), null);
  });
});
