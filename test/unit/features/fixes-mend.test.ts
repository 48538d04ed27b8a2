import assert from 'node:assert/strict';
import type { Action } from '../../../server/src/features/actions/action.ts';
import { spliced, type Spliced } from '../../../server/src/features/actions/splices.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import type { ReportedFinding } from '../../../server/src/service/checker.ts';
import type { Service } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceFrom, workspaceOf } from '../../support/check.ts';

/** What a fix brings to light, with the reason. */
const BROUGHT_TO_LIGHT: Readonly<Record<string, string>> = {
  'Write note “days”': 'placeholder', // its words are to be written
  'Write note “court”': 'placeholder',
  'Set its status to accepted': 'claim-unsupported', // an accepted claim needs grounds
  'Write it as Pandoc reads it': 'claim-unsupported', // it is a claim only now
  'Create “works.bib”': 'citation-undefined', // the new bibliography is empty
};

/** Rules that tell the first of many in a text, and then the next. */
const TOLD_OF_THE_FIRST: readonly string[] = ['actor-ambiguous'];

/** The texts of all files after an action. */
function mended(texts: ReadonlyMap<string, string>, action: Action): Map<string, Spliced> {
  const after = new Map<string, Spliced>();
  if (action.creates !== undefined && !texts.has(action.creates)) after.set(action.creates, spliced('', []));
  const edits = action.edits();
  for (const path of new Set([...texts.keys(), ...edits.map((edit) => edit.path)]))
    after.set(
      path,
      spliced(
        texts.get(path) ?? '',
        edits.filter((edit) => edit.path === path),
      ),
    );
  return after;
}

/** The number of errors and warnings of each rule in all files. */
function told(service: Service, paths: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths)
    for (const { code, severity } of service.check(path).findings)
      if (severity !== 'information' && severity !== 'hint') counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Applies an action of a file; what it fixes must be gone, also to who opens the workspace anew, and nothing new. */
async function checkMends(
  texts: ReadonlyMap<string, string>,
  path: string,
  findings: readonly ReportedFinding[],
  action: Action,
  before: ReadonlyMap<string, number>,
): Promise<void> {
  const after = mended(texts, action);
  const again = await workspaceFrom(Object.fromEntries([...after].map(([file, { text }]) => [file, text])));
  const { text, place } = after.get(path)!;
  const lines = LineIndex.of(text);
  for (const { code, range } of action.fixes ?? []) {
    const count = (findings: readonly ReportedFinding[]) =>
      findings.filter((each) => each.code === code).length;
    const left = again.check(path).findings;
    const isThere = left.some(
      (each) => each.code === code && lines.offsets(each.range).from === place(range.from),
    );
    const isLess = count(left) < count(findings) || TOLD_OF_THE_FIRST.includes(code);
    assert.ok(!isThere && isLess, `“${action.title}” leaves ${code}:\n${text}`);
  }
  if (action.concerns) return;
  for (const [code, count] of told(again, after.keys()))
    if (BROUGHT_TO_LIGHT[action.title] !== code)
      assert.ok(count <= (before.get(code) ?? 0), `“${action.title}” brings ${code}:\n${text}`);
}

describe('What is offered for a finding mends it and breaks nothing else', () => {
  for (const { code, examples } of allRules)
    for (const [index, { fixture }] of examples.entries())
      it(`${code}, example ${index + 1}`, async () => {
        const { service, files } = await workspaceOf(fixture);
        const texts = new Map(files.map(({ path, text }) => [path, text]));
        const before = told(service, texts.keys());
        for (const [path, text] of texts) {
          service.open(path, text);
          await service.settle();
          await service.verifyQuotations();
          const { findings } = service.check(path);
          for (const { range } of findings)
            for (const action of service.actions(path, range, (kind) => kind === 'quickfix'))
              if (action.edits().length > 0 || action.creates !== undefined)
                await checkMends(texts, path, findings, action, before);
        }
      });
});
