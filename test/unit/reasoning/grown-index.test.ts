import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import { Question } from '../../../server/src/reasoning/quiet-claims.ts';
import type { ClaimRecord } from '../../../server/src/reasoning/model.ts';
import { allConflicts, claimsOf } from './claims.ts';
import { PATHS, brief, file, type Edit, apply, empty, place, shown, answers } from './arbitrary.ts';
import { runs } from '../../support/runs.ts';

describe('an index that grew by edits', () => {
  it('answers like one that was built anew', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (edits) => {
        const grown = empty();
        const last = new Map<string, Edit>();
        for (const edit of edits) {
          apply(grown, edit);
          last.delete(edit.path);
          last.set(edit.path, edit);
        }
        const rebuilt = empty();
        for (const edit of [...last.values()].reverse()) apply(rebuilt, edit);
        assert.equal(grown.reasoning.size, rebuilt.reasoning.size);
        for (const path of PATHS)
          assert.deepEqual(answers(grown.reasoning, path), answers(rebuilt.reasoning, path));
      }),
      { numRuns: runs(130) },
    );
  });

  it('is asked again of all claims that an edit may make speak', () => {
    const questions: readonly [number, (index: ReasoningIndex, claim: ClaimRecord) => boolean][] = [
      [Question.unsupported, (index, claim) => index.restsOnNothing(claim)],
      [Question.fallen, (index, claim) => index.fallenGrounds(claim).length > 0],
      [Question.circle, (index, claim) => index.circleOf(claim) !== null],
      [Question.twoMinded, (index, claim) => index.twoMindedAbout(claim).length > 0],
      [Question.singleSource, (index, claim) => index.singleSource(claim) !== null],
      [Question.settling, (index, claim) => index.targetsOf(claim, 'resolves').length > 0],
    ];
    const told = (index: ReasoningIndex) =>
      PATHS.map((path) => [
        ...questions.map(([question, speaks]) =>
          [...index.ask(path, { question }, (claim) => (speaks(index, claim) ? [claim] : []))].map((claim) =>
            place(index, claim),
          ),
        ),
        index.conflictsIn(path).map((conflict) => JSON.stringify(shown(index, conflict))).sort(), // prettier-ignore
        [...index.filesNear(path)].sort(),
        index.conflictTallies(path).map(({ tally }) => ({
          ...tally,
          between: tally.between.count,
          within: tally.within.count,
          byConsequence: tally.byConsequence.count,
        })),
      ]);
    const change = fc.record({ file: fc.nat(20), claim: fc.nat(20), brief });
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 1, maxLength: 6 }),
        fc.array(change, { maxLength: 8 }),
        (edits, changes) => {
          const grown = empty();
          const last = new Map<string, Edit>();
          for (const edit of edits) {
            apply(grown, edit);
            last.set(edit.path, edit);
          }
          for (const one of changes) {
            told(grown.reasoning);
            const edit = [...last.values()][one.file % last.size]!;
            const claims = [...edit.claims];
            claims[one.claim % (claims.length + 1)] = one.brief;
            last.set(edit.path, { ...edit, claims });
            apply(grown, { ...edit, claims });
          }
          const rebuilt = empty();
          for (const edit of last.values()) apply(rebuilt, edit);
          assert.deepEqual(told(grown.reasoning), told(rebuilt.reasoning));
        },
      ),
      { numRuns: runs(70) },
    );
  });

  it('names every other file whose answers an edit changed', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), file, (edits, edit) => {
        const keeper = empty();
        const index = keeper.reasoning;
        for (const before of edits) apply(keeper, before);
        // Where a bare id leads is asked by nobody who does not name it: leave that answer out.
        const told = (path: string) =>
          (answers(index, path) as unknown[][]).map((answer) => answer.slice(0, 9));
        const before = new Map(PATHS.map((path) => [path, JSON.stringify(told(path))]));
        const known = new Map(PATHS.map((path) => [path, path === edit.path]));
        for (const path of apply(keeper, edit)) known.set(path, true);
        // The places in the edited file are counted, and counts move; conflicts with it make a file affected.
        for (const path of PATHS)
          if (!known.get(path))
            assert.equal(stripped(told(path), edit.path), stripped(JSON.parse(before.get(path)!), edit.path));
      }),
      { numRuns: runs(200) },
    );
  });
});

/** Without the places in `path`, which move when something is inserted above. */
function stripped(answer: unknown, path: string): string {
  return JSON.stringify(answer).replaceAll(new RegExp(`${path.replace('.', '\\.')}\\[\\d+\\]`, 'g'), path);
}

describe('an index of many files', () => {
  it('answers the same of files that it has packed away', () => {
    const keeper = empty();
    const index = keeper.reasoning;
    const path = (i: number) => `n${i}.md`;
    for (let i = 0; i < 120; i++)
      keeper.replace(path(i), claimsOf(path(i), i % 2 ? `s${i}` : null, [
        { id: 'x', about: `guild${i % 60}`, says: `trusted = ${i < 60 ? 'yes' : 'no'}`, when: '1890', where: 'Hull', locator: 'p. 3' },
        { id: `y${i}`, evidence: `@webb1894; #x${i % 4 === 3 ? `; y${i + 1}` : ''}`, cites: 'booth1902', status: 'open', by: 'me', certainty: 'high' },
      ])); // prettier-ignore
    const claims = index.claimsIn('n3.md');
    assert.deepEqual(claims, claimsOf('n3.md', 's3', [
      { id: 'x', about: 'guild3', says: 'trusted = yes', when: '1890', where: 'Hull', locator: 'p. 3' },
      { id: 'y3', evidence: '@webb1894; #x; y4', cites: 'booth1902', status: 'open', by: 'me', certainty: 'high' },
    ])); // prettier-ignore
    assert.deepEqual(allConflicts(index), ['x P x', 'x P= x']);
    assert.equal(index.conflictsOf('n3.md#x')[0]?.b.path, 'n63.md');
    assert.deepEqual(
      index.leanersOf('n4.md#y4').map(({ id }) => id),
      ['y3'],
    );
    assert.deepEqual([...keeper.remove('n63.md').affected].sort(), ['n3.md', 'n64.md']);
    assert.deepEqual(index.conflictsOf('n3.md#x'), []);
  });
});
