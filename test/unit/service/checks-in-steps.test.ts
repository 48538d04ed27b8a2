import assert from 'node:assert/strict';
import fc from 'fast-check';
import { workspaceOf } from '../../support/check.ts';
import { runs } from '../../support/runs.ts';

const CLAIMS = 200;

/** Two documents with claims of one actor that contradict each other, and a third whose claim the first one names. */
const FIXTURE = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties: {members: {type: quantity}}
//- works.bib
@book{meyer2011, title = {Dockers}}
//- actors.yaml
harbour-union: {name: Union of Harbour Workers}
//- long.md
${Array.from(
  { length: CLAIMS },
  (_, i) =>
    `[It had ${i} members]{.claim #c${i} about="harbour-union" says="members = ${i}" when="${1500 + i}" supports="other.md#won"} [@meyer2011].\n`,
).join('\n')}
//- rival.md
[It had no members]{.claim #none about="harbour-union" says="members = 0" when="1510/1515"} [@meyer2011].
//- other.md
[It won]{.claim #won} [@meyer2011].
`;

describe('a check in steps', () => {
  it('rests, and says what a check at once says', async () => {
    const { service } = await workspaceOf(FIXTURE);
    const steps = service.checkInSteps('long.md');
    let rests = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) rests++;
    assert.ok(rests > CLAIMS / 100, `${rests} rests`);
    assert.deepEqual(step.value, service.check('long.md'));
    assert.ok(step.value.findings.length > 0);
  });

  it('begins again when something changes between two steps', async () => {
    const { service } = await workspaceOf(FIXTURE);
    const [other, rival] = ['other.md', 'rival.md'];
    const texts = {
      [other]: ['[It won]{.claim #won} [@meyer2011].\n', '[It won]{.claim #lost} [@meyer2011].\n'],
      [rival]: [
        '[It had no members]{.claim about="harbour-union" says="members = 0" when="1510/1515"} [@meyer2011].\n',
        '[It had no members]{.claim about="harbour-union" says="members = 0" when="1560"} [@meyer2011].\n',
        'Nothing.\n',
      ],
    };
    for (const path of [other, rival]) service.open(path, texts[path]![0]!);
    await service.settle();
    const edit = fc.record({
      path: fc.constantFrom(other, rival),
      text: fc.nat(2),
      after: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const steps = service.checkInSteps('long.md');
        let step = steps.next();
        for (const { path, text, after } of edits) {
          for (let i = 0; i < after && !step.done; i++) step = steps.next();
          if (step.done) break;
          const words = texts[path]![text % texts[path]!.length]!;
          service.edit(path, [{ text: words }]);
        }
        while (!step.done) step = steps.next();
        assert.deepEqual(step.value, service.check('long.md'));
      }),
      { numRuns: runs(60) },
    );
  });
});
