import assert from 'node:assert/strict';
import { githubReport } from '../../../server/src/cli/github-report.ts';
import { commandLine } from './command-line.ts';

describe('the report for GitHub', () => {
  const { run, write } = commandLine();

  it('annotates the line of each finding', async () => {
    write('notes/bad.md', 'So.\n\nSo [@nobody].\n');
    const { code, out } = await run(['check', 'notes/bad.md', '--format', 'github']);
    assert.equal(code, 1);
    assert.match(
      out,
      /^::error file=notes\/bad\.md,line=3,endLine=3,col=6,endColumn=11,title=citation-undefined::[^\n]+\n$/,
    );
  });

  it('lets no text of a file begin a command, a property or a line', () => {
    const report = githubReport([
      {
        path: 'a,line=9::b\u001b[2J.md',
        checks: {} as never,
        findings: [
          {
            code: 'placeholder',
            severity: 'hint',
            message: '100 %\n::error::x\u001b[31m',
            range: { start: { line: 0, character: 3 }, end: { line: 2, character: 1 } },
            related: [
              {
                path: 'o%\u001b[2J.md',
                message: 'there\n::warning::y',
                range: { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } },
              },
            ],
          },
        ],
      },
    ]);
    assert.equal(report.split('\n').length, 2);
    assert.match(
      report,
      /^::notice file=a%2Cline=9%3A%3Ab␛\[2J\.md,line=1,endLine=3,title=placeholder::100 %25/,
    );
    assert.match(report, /%0A→ o%25␛\[2J\.md:5 {2}there/);
    assert.doesNotMatch(report, /\u001b/);
  });
});
