/** The editor's features asked at the cursor that a fixture draws. */
import assert from 'node:assert/strict';
import { definitionsAt } from '../../server/src/features/definition.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import type { FeatureRequest } from '../../server/src/features/request.ts';
import type { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from './check.ts';
import { draw, type FixtureFile } from './fixture.ts';

/** A fixture's workspace with the file of the cursor open, and the question at the cursor. */
export async function askAt(
  fixture: string,
): Promise<{ request: FeatureRequest; service: Service; file: FixtureFile; files: FixtureFile[] }> {
  const { service, files } = await workspaceOf(fixture);
  const file = files.find(({ cursor }) => cursor !== null);
  if (!file) throw new Error('the fixture has no cursor ‸');
  service.open(file.path, file.text);
  await service.settle();
  const request = service.request(file.path, LineIndex.of(file.text).positionAt(file.cursor!));
  assert.ok(request, `${file.path} is no document`);
  return { request, service, file, files };
}

export interface ExpectedHover {
  /** What the card says, in this order. */
  readonly says?: readonly string[];
  readonly not?: readonly string[];
  /** All of it. */
  readonly markdown?: string;
}

/**
 * Asks for the hover at the cursor; null where there shall be none. Where the fixture draws a `⟦hover|…⟧`, that
 * is the hover's range. Returns the Markdown for closer questions.
 */
export async function checkHover(fixture: string, expected: ExpectedHover | null): Promise<string> {
  const { request, file } = await askAt(fixture);
  const hover = hoverAt(request);
  if (expected === null) {
    assert.equal(hover, null);
    return '';
  }
  assert.ok(hover, 'no hover');
  const drawn = file.ranges.filter(({ tag }) => tag === 'hover');
  if (drawn.length) assert.equal(draw(file.text, [{ tag: 'hover', ...hover.range }]), draw(file.text, drawn));
  if (expected.markdown !== undefined) assert.equal(hover.markdown, expected.markdown);
  let at = 0;
  for (const words of expected.says ?? []) {
    const found = hover.markdown.indexOf(words, at);
    assert.ok(found >= 0, `“${words}” does not follow in:\n${hover.markdown}`);
    at = found + words.length;
  }
  for (const words of expected.not ?? [])
    assert.ok(!hover.markdown.includes(words), `“${words}” is in:\n${hover.markdown}`);
  return hover.markdown;
}

/** Asks where the thing at the cursor is defined: at the ranges that the fixture draws as `⟦definition|…⟧`. */
export async function checkDefinition(fixture: string): Promise<void> {
  const { request, files } = await askAt(fixture);
  const links = definitionsAt(request);
  for (const file of files) {
    const found = links.filter(({ path }) => path === file.path);
    assert.equal(
      draw(
        file.text,
        found.map(({ range }) => ({ tag: 'definition', ...range })),
      ),
      draw(
        file.text,
        file.ranges.filter(({ tag }) => tag === 'definition'),
      ),
      file.path,
    );
  }
}
