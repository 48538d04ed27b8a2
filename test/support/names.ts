/** Names and the places that refer to them, asked at the cursor that a fixture draws. */
import assert from 'node:assert/strict';
import { highlightsAt } from '../../server/src/features/highlights.ts';
import { subjectsInData } from '../../server/src/features/references/data-subject.ts';
import { allAtOnce } from '../../server/src/features/stepwise.ts';
import { referencesTo } from '../../server/src/features/references/find-references.ts';
import type { Occurrence, ReferenceWorld, SubjectAt } from '../../server/src/features/references/model.ts';
import { subjectsAt } from '../../server/src/features/references/subject.ts';
import type { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from './check.ts';
import { askAt } from './features.ts';
import { draw, type FixtureFile } from './fixture.ts';

/** What is named at the fixture's cursor, be it in a document, a bibliography, a register or the project file. */
export async function namedAt(fixture: string): Promise<{
  readonly service: Service;
  readonly files: FixtureFile[];
  readonly world: ReferenceWorld;
  readonly subjects: SubjectAt[];
}> {
  const { service, files } = await workspaceOf(fixture);
  const file = files.find(({ cursor }) => cursor !== null);
  assert.ok(file, 'the fixture has no cursor ‸');
  service.open(file.path, file.text);
  await service.settle();
  const request = service.request(file.path, LineIndex.of(file.text).positionAt(file.cursor!));
  const { library, reasoning } = service.world();
  const world: ReferenceWorld = { library, reasoning, view: request?.view ?? null };
  const subjects = request ? subjectsAt(request) : subjectsInData(file.path, file.cursor!, world);
  return { service, files, world, subjects };
}

/** Asks where the thing at the cursor is named: at the ranges drawn as `⟦def|…⟧` and `⟦use|…⟧`, and nowhere else. */
export async function checkReferences(fixture: string): Promise<void> {
  const { files, world, subjects } = await namedAt(fixture);
  compare(files, allAtOnce(referencesTo(subjects, world)));
}

/** Asks what is highlighted with the thing at the cursor. */
export async function checkHighlights(fixture: string): Promise<void> {
  const { request, file } = await askAt(fixture);
  compare([file], highlightsAt(request));
}

function compare(files: readonly FixtureFile[], found: readonly Occurrence[]): void {
  for (const { path, text, ranges } of files) {
    const own = found.filter((each) => each.path === path);
    assert.equal(
      draw(
        text,
        own.map(({ role, range }) => ({ tag: role === 'definition' ? 'def' : 'use', ...range })),
      ),
      draw(text, ranges),
      path,
    );
  }
}
