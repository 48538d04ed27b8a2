/** Editor features at the cursor of a fixture. */
import assert from 'node:assert/strict';
import { suggestionsAt } from '../../server/src/features/completion/completion.ts';
import type { Suggestion } from '../../server/src/features/completion/model.ts';
import type { DataRequest } from '../../server/src/features/data/request.ts';
import { definitionsAt } from '../../server/src/features/definition.ts';
import { hoverAt } from '../../server/src/features/hover/hover.ts';
import type { FeatureRequest } from '../../server/src/features/request.ts';
import type { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from './check.ts';
import { draw, type FixtureFile } from './fixture.ts';

/** A fixture's workspace with the cursor's file open, and the request at the cursor. */
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

/** As `askAt`, in a data file. */
export async function askDataAt(
  fixture: string,
): Promise<{ request: DataRequest; service: Service; file: FixtureFile; files: FixtureFile[] }> {
  const { service, files } = await workspaceOf(fixture);
  const file = files.find(({ cursor }) => cursor !== null);
  if (!file) throw new Error('the fixture has no cursor ‸');
  service.open(file.path, file.text);
  await service.settle();
  const request = service.dataRequest(file.path, LineIndex.of(file.text).positionAt(file.cursor!));
  assert.ok(request, `${file.path} is no file of data`);
  return { request, service, file, files };
}

export interface ExpectedHover {
  /** Parts of the card, in this order. */
  readonly says?: readonly string[];
  readonly not?: readonly string[];
  /** The whole card. */
  readonly markdown?: string;
}

/**
 * Checks the hover at the cursor; null where there must be none. Its range must be the one drawn as `⟦hover|…⟧`, if
 * any. Returns the Markdown.
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

/** Checks the definitions of the thing at the cursor: the ranges drawn as `⟦definition|…⟧`. */
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

/** The completions at a cursor whose filter has a word that begins with what was typed. */
export interface Offered {
  readonly items: readonly Suggestion[];
  readonly labels: readonly string[];
  readonly isIncomplete: boolean;
  /** The text after a completion is applied; the cursor is where the editor would put it. */
  take(label: string): string;
}

/** The completions at the cursor; null where there are none. */
export async function offeredAt(fixture: string): Promise<Offered | null> {
  const { request, file } = await askAt(fixture);
  const found = suggestionsAt(request);
  if (!found) return null;
  const items = found.items
    .filter((item) => begins(file.text.slice(item.range.from, file.cursor!), item.filter))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return {
    items,
    labels: items.map(({ label }) => label),
    isIncomplete: found.isIncomplete,
    take(label) {
      const item = items.find((each) => each.label === label);
      assert.ok(item, `${label} is offered; there are ${items.map((each) => each.label).join(', ')}`);
      return file.text.slice(0, item.range.from) + item.insert + file.text.slice(item.range.to);
    },
  };
}

function begins(letters: string, filter: string): boolean {
  const typed = letters.toLowerCase().replace(/^[@#]/, '');
  const words = filter.toLowerCase().replace(/^[@#]/, '');
  return words.startsWith(typed) || words.split(/[\s#]+/).some((word) => word.startsWith(typed));
}
