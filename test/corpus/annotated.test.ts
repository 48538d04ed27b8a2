import assert from 'node:assert/strict';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { ROW } from '../../server/src/reasoning/conflict-rows.ts';
import { Service } from '../../server/src/service.ts';
import { strictLogger } from '../support/check.ts';
import { corpus } from '../support/corpus.ts';

/** What is wrong on purpose in the review, by line (from one) and rule; conflicts are in the next table. */
const REVIEW = [
  '17 quote-mismatch',
  '19 actor-undefined',
  '32 claim-unsupported',
  '40 citation-undefined',
  '44 claim-undefined',
  '47 claim-duplicate',
  '60 claim-open',
  '61 placeholder',
  '62 footnote-undefined',
  '80 footnote-unused',
];

/** Findings of the sources that are no conflicts: what a copy-editor of these articles would have seen. */
const SOURCES = [
  'pringle2018.md:85 locator-outside',
  'pringle2018.md:93 author-undefined',
  'pringle2018.md:93 locator-outside',
  'pringle2018.md:234 reference-uncited',
];

const CONFLICTS = new Set(['claim-contradiction', 'claim-self-contradiction', 'claim-commitment']);

describe('an annotated workspace', () => {
  let service: Service | undefined;

  async function opened(context: Mocha.Context): Promise<Service> {
    const root = corpus(context, 'annotated');
    if (!service) {
      service = new Service({ fileSystem: new NodeFileSystem(root), logger: strictLogger });
      await service.start(() => undefined, new AbortController().signal);
      await service.verifyQuotations();
    }
    return service;
  }

  it('shows the faults of the review, and nothing false beside them', async function () {
    const { findings } = (await opened(this)).check('notes/review.md');
    assert.deepEqual(
      findings
        .filter(({ code }) => !CONFLICTS.has(code))
        .map(({ code, range }) => `${range.start.line + 1} ${code}`),
      REVIEW,
    );
  });

  it('shows what is odd in the sources, and nothing false in registers, bibliography and project file', async function () {
    const workspace = await opened(this);
    const told = workspace
      .files()
      .filter((path) => path !== 'notes/review.md')
      .flatMap((path) =>
        workspace
          .check(path)
          .findings.filter(({ code }) => !CONFLICTS.has(code))
          .map(({ code, range }) => `${path.replace('sources/', '')}:${range.start.line + 1} ${code}`),
      );
    assert.deepEqual(told, SOURCES);
  });

  it('takes no more than sixty rows of a list, whose points a list shows whole', async function () {
    const workspace = await opened(this);
    // A list has rows for files, for findings that are no hints, and for the places to which these point.
    let rows = 0;
    for (const path of workspace.files()) {
      const shown = workspace.check(path).findings.filter(({ severity }) => severity !== 'hint');
      rows += Math.sign(shown.length) + shown.length;
      for (const { related } of shown) rows += related.length;
      for (const { message } of shown)
        assert.ok(/^.*?[.?…](?= [\p{Lu}“]|$)/su.exec(message)![0].length <= ROW, message);
    }
    assert.ok(rows <= 60, `${rows} rows`);
  });

  it('shows every conflict at both ends, each pointing at the other', async function () {
    const workspace = await opened(this);
    let count = 0;
    let ends = 0;
    for (const path of workspace.files())
      for (const finding of workspace.check(path).findings) {
        if (!CONFLICTS.has(finding.code)) continue;
        count++;
        ends += 1 + othersOf(finding.message);
        const [other] = finding.related;
        const back = workspace
          .check(other!.path)
          .findings.find(
            (each) =>
              each.code === finding.code &&
              JSON.stringify(each.range) === JSON.stringify(other!.range) &&
              each.related.some(
                (related) =>
                  related.path === path && JSON.stringify(related.range) === JSON.stringify(finding.range),
              ),
          );
        assert.ok(back, `${path}:${finding.range.start.line + 1} ${finding.message}`);
      }
    // Nineteen conflicts have 38 ends; a claim that is in several is told once, with their number.
    assert.equal(ends, 38);
    assert.equal(count, 31);
  });
});

/** With how many claims more a claim is said to be at odds. */
function othersOf(message: string): number {
  const told = /This claim contradicts (one|\d+) others? as well\./.exec(message)?.[1];
  return told === undefined ? 0 : told === 'one' ? 1 : Number(told);
}
