import assert from 'node:assert/strict';
import { checkedFileIn, lineOf, type CheckedFile } from '../../../server/src/cli/checked-file.ts';
import { jsonReport } from '../../../server/src/cli/json-report.ts';
import { NOTHING_CHECKED } from '../../../server/src/checking/check-counts.ts';

const start = { line: 0, character: 0 };

function report(i: number): CheckedFile {
  const finding = {
    code: 'citation-undefined',
    severity: 'error' as const,
    message: `“@a${i}\u0085” is not known:\n    null`,
    range: { start, end: start },
    related: [],
  };
  return {
    path: `a${i}.md`,
    findings: i % 3 === 0 ? [] : [finding],
    checks: { ...NOTHING_CHECKED, citations: { found: i } },
  };
}

/** What the pieces are together, if it were made at once. */
function whole(reports: readonly CheckedFile[]): object {
  const found = reports.reduce((sum, { checks }) => sum + (checks.citations.found ?? 0), 0);
  return {
    files: reports.map(({ path, findings, checks }) => ({ path, findings, checks })),
    checks: { quotations: {}, citations: reports.length > 0 ? { found } : {}, locators: {} },
  };
}

describe('the report as JSON', () => {
  for (const count of [0, 1, 2, 63, 64, 65, 128, 200])
    it(`of ${count} files comes in pieces of whole lines, one for each file, which are one value together`, () => {
      const reports = Array.from({ length: count }, (_, i) => report(i));
      const pieces = [...jsonReport(reports)].map((piece) => Buffer.from(piece).toString());
      const text = pieces.join('');
      assert.ok(pieces.every((piece) => piece.endsWith('\n')));
      assert.ok(!text.includes('\u0085'));
      const value = JSON.parse(text) as object;
      assert.deepEqual(value, whole(reports));
      const lines = text.trimEnd().split('\n');
      assert.deepEqual(
        lines.slice(1, -1).map((line) => (JSON.parse(line.replace(/,$/, '')) as CheckedFile).path),
        reports.map(({ path }) => path),
      );
    });

  it('has the line of a report that is remembered, but not for what was made of it', () => {
    const line = Buffer.from(lineOf(report(1)));
    const remembered = checkedFileIn(line);
    assert.ok(remembered);
    assert.equal(lineOf(remembered), line);
    assert.deepEqual(remembered.findings, report(1).findings);
    const { path, checks } = remembered;
    assert.deepEqual(JSON.parse(Buffer.from(lineOf({ path, findings: [], checks })).toString()), {
      path,
      findings: [],
      checks,
    });
  });

  for (const damaged of [
    '',
    '{}',
    '[]',
    'null',
    '{"path":"a.md","findings":[{]}',
    '{"path":"a.md","findings":[]}',
  ])
    it(`takes “${damaged}” for no line of a report`, () => {
      assert.equal(checkedFileIn(Buffer.from(damaged)), null);
    });
});
