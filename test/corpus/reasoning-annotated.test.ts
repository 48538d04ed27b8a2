import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readRegister } from '../../server/src/actors/register.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import type { ClaimRecord, Conflict } from '../../server/src/reasoning/model.ts';
import { ClaimKeeper } from '../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../server/src/reasoning/reasoning-index.ts';
import { recordsOf } from '../../server/src/reasoning/records.ts';
import { type Naming } from '../../server/src/reasoning/named-asserters.ts';
import { claimSentence, conflictSentence } from '../../server/src/reasoning/sentences.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { readProject } from '../../server/src/workspace/project-file.ts';
import { corpus } from '../support/corpus.ts';

/** By somebody's reading of the texts, before any program read them. `!` settled, `~` a hint, `=` one asserter. */
const BY_PROPOSITION = [
  'froissart2005#closer-to-people froissart2005#illegitimate-representatives',
  'froissart2005#distrusted-unions ye2020#bridge',
  'froissart2005#gongo-state-arm froissart2005#peking-ngos !=',
  'froissart2005#no-empowerment pringle2018#can-empower',
  'froissart2005#serve-capital ye2020#bridge',
  'froissart2005#wage-230 froissart2005#wage-240 !',
  'froissart2011ngos#late-1990s pringle2018#early-1990s !',
  'pringle2018#anti-solidarity pringle2018#can-empower',
  'pringle2018#class-consciousness pringle2018#no-rights-consciousness',
  'pringle2018#not-union-sprouts pringle2018#semi-unions',
  'pringle2018#workers-distrust pringle2018#workers-trust',
  'review#keep-away ye2020#bridge',
];
const DECLARED = [
  'anon-commoning#appropriate-struggles anon-commoning#foster-solidarity =',
  'froissart2005#closer-to-people froissart2005#transmission-belt',
  'froissart2005#counsel-and-supervise pringle2018#workers-decide',
  'froissart2005#rise-170 froissart2005#wage-240 =',
  'froissart2011ngos#illegitimate-unions ye2020#bridge',
  'froissart2011ngos#union-substitutes pringle2018#no-union-alternative !',
  'pringle2018#advance-rights pringle2018#fragmented',
  'pringle2018#class-consciousness pringle2018#regime-durability ~',
  'pringle2018#key-pillar pringle2018#union-sees-threat',
  'pringle2018#paternalism pringle2018#workers-decide',
  'ye2020#bridge ye2020#too-institutionalised =',
];
/** Pairs that speak of one thing and must not conflict, and why. */
const LOOK_ALIKES: readonly (readonly [a: string, b: string, why: string])[] = [
  ['froissart2005#discourse-welcome', 'froissart2005#discourse-doubt', 'another time'],
  ['froissart2005#members-21', 'froissart2005#members-82', 'another time'],
  ['froissart2005#minimum-610', 'pringle2018#minimum-1550', 'another time and place'],
  ['froissart2005#danjing-branch-open', 'froissart2005#market-branch-closed', 'another place'],
  ['froissart2005#registered-not-independent', 'pringle2018#registration-relaxed', 'another time'],
  ['pringle2018#register-civil-affairs', 'pringle2018#register-police', 'another time'],
  ['pringle2018#union-sees-threat', 'ye2020#should-cooperate', 'several may hold'],
  ['pringle2018#suspended-terms', 'pringle2018#meng-han-imprisoned', 'another actor'],
  ['pringle2018#hkb-linear', 'pringle2018#hkc-not-linear', 'another actor'],
  ['pringle2018#staff-shut-out', 'pringle2018#staff-brought-over', 'another actor'],
  ['froissart2005#rise-170', 'pringle2018#rise-40', 'another actor'],
  ['anon-commoning#foster-solidarity', 'pringle2018#anti-solidarity', 'another actor'],
  ['review#adj-wage', 'froissart2005#wage-230', 'it resolves it'],
];

describe('the annotated texts', function () {
  function read(context: Mocha.Context): ReasoningIndex {
    const folder = corpus(context, 'annotated');
    const text = (file: string) => DocumentText.of(readFileSync(path.join(folder, file), 'utf8')).text;
    const project = readProject(text('sicetnon.yaml'));
    const authors = new Map<string, string[]>();
    for (const { actors } of ['actors.yaml', 'groups.yaml'].map((file) => readRegister(text(file))))
      for (const { id, works } of actors) for (const work of works) authors.set(work.text, [id.text]);
    const keeper = new ClaimKeeper(packedStore.claims());
    keeper.setContext({ properties: project.properties, places: project.places, authors });
    for (const file of ['sources', 'notes'].flatMap((part) =>
      readdirSync(path.join(folder, part)).map((name) => `${part}/${name}`),
    )) {
      const source = project.sources.get(file)?.text ?? null;
      keeper.replace(file, recordsOf(file, source, readFacts(parseTree(text(file))), text(file)), source);
    }
    return keeper.reasoning;
  }

  const named = (claim: ClaimRecord) => `${claim.fileSource ?? 'review'}#${claim.id}`;
  const drawn = (conflict: Conflict) => {
    const marks = (conflict.settlement ? '!' : '') + (conflict.hedged ? '~' : '') + (conflict.within.length ? '=' : ''); // prettier-ignore
    return [...[named(conflict.a), named(conflict.b)].sort(), ...(marks ? [marks] : [])].join(' ');
  };
  const all = (index: ReasoningIndex) => [...index.paths()].flatMap((file) => index.conflictsIn(file));

  it('hold these conflicts and no others', function () {
    const conflicts = all(read(this));
    const of = (kind: Conflict['kind']) =>
      [...new Set(conflicts.filter((conflict) => conflict.kind === kind).map(drawn))].sort();
    assert.deepEqual(of('proposition'), BY_PROPOSITION);
    assert.deepEqual(of('declared'), DECLARED);
    assert.deepEqual(of('consequence'), []);
  });

  it('have every conflict at both ends', function () {
    const index = read(this);
    for (const conflict of all(index))
      for (const side of [conflict.a, conflict.b])
        assert.ok(
          index.conflictsOf(side).some((other) => drawn(other) === drawn(conflict)),
          drawn(conflict),
        );
  });

  it('hold pairs that look alike and are at peace', function () {
    const index = read(this);
    const conflicts = new Set(
      all(index).map((conflict) => [named(conflict.a), named(conflict.b)].sort().join(' ')),
    );
    const known = new Set([...index.paths()].flatMap((file) => index.claimsIn(file).map(named)));
    for (const [a, b, why] of LOOK_ALIKES) {
      assert.ok(known.has(a) && known.has(b), `${a} and ${b} are there`);
      assert.ok(!conflicts.has([a, b].sort().join(' ')), `${a} and ${b}: ${why}`);
    }
  });

  it('name the claims that lead nowhere, the support and the paragraphs', function () {
    const index = read(this);
    const unresolved = index
      .unresolvedIn('notes/review.md')
      .map(({ claim, address }) => `${claim.id} → ${address}`);
    assert.deepEqual(unresolved, ['wage-campaign → pringle2018#lone-plaintiffs']);
    const failed = index.supportersOf('sources/froissart2005.md#branches-failed').map(({ id }) => id);
    assert.deepEqual(failed, ['members-21', 'members-82', 'market-branch-closed']);
    const unsupported = index.claimsIn('notes/review.md').filter((claim) => index.restsOnNothing(claim));
    assert.deepEqual(
      unsupported.map(({ id }) => id),
      ['single-grant'],
    );
    assert.equal(index.claim('sources/froissart2005.md#distrusted-unions')?.locator, 'para. 24');
    assert.equal(index.claim('sources/froissart2005.md#wage-240')?.locator, 'para. 15');
    assert.equal(index.claim('sources/froissart2005.md#peking-ngos')?.locator, null);
  });

  it('are spoken of without ids', function () {
    const index = read(this);
    const naming: Naming = {
      nameOfAsserter: (id) => ({
        name: `Author-of-${[...index.paths()].length}`,
        year: /\d{4}/.exec(id)?.[0] ?? null,
        several: false,
      }),
      nameOfActor: () => 'the Body',
      isReport: (claim) => index.asserters.isReport(claim),
    };
    for (const conflict of all(index)) {
      const sentences = [conflictSentence(conflict, naming, conflict.b), claimSentence(conflict.a, naming)];
      for (const sentence of sentences) {
        assert.match(sentence, /^[A-Z“]/);
        for (const { id } of [conflict.a, conflict.b]) assert.ok(!sentence.includes(`#${id}`), sentence);
      }
    }
  });
});
