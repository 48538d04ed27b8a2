import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hoverAt } from '../../server/src/features/hover/hover.ts';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { encloses, type PositionRange } from '../../server/src/text/range.ts';
import { strictLogger } from '../support/check.ts';
import { corpus } from '../support/corpus.ts';

interface Mention {
  readonly style: string;
  readonly text: string;
  readonly range: PositionRange;
  readonly actors: readonly string[];
  readonly status: string;
}

/** How often an abbreviation that is nothing but a name stands in the prose of a text. */
const ABBREVIATIONS = [
  ['sources/pringle2018.md', 'HKA', 'hka'],
  ['sources/pringle2018.md', 'HKB', 'hkb'],
  ['sources/pringle2018.md', 'HKC', 'hkc'],
  ['sources/pringle2018.md', 'GMA', 'gma'],
] as const;

describe('the actors of an annotated workspace', () => {
  let service: Service | undefined;

  async function opened(context: Mocha.Context): Promise<{ service: Service; root: string }> {
    const root = corpus(context, 'annotated');
    if (!service) {
      service = new Service({ fileSystem: new NodeFileSystem(root), logger: strictLogger });
      await service.start(() => undefined, new AbortController().signal);
    }
    return { service, root };
  }

  const read = (root: string, file: string) =>
    readFileSync(path.join(root, file), 'utf8').replace(/\r\n?/g, '\n');

  it('are found wherever their abbreviations stand in prose', async function () {
    const { service: workspace, root } = await opened(this);
    for (const [file, abbreviation, id] of ABBREVIATIONS) {
      const { mentions } = (await workspace.inspect(file))! as unknown as { mentions: Mention[] };
      const found = mentions.filter(({ style, actors }) => style === 'name' && actors.includes(id));
      const prose = read(root, file).replace(/\{[^}]*\}/g, '');
      const standing = prose.match(new RegExp(`\\b${abbreviation}\\b`, 'g'))!.length;
      assert.equal(found.filter(({ text }) => text === abbreviation).length, standing, abbreviation);
    }
  });

  it('are not found where works are cited, in attributes, or twice in one place', async function () {
    const { service: workspace, root } = await opened(this);
    for (const file of workspace.documentPaths()) {
      const lines = LineIndex.of(read(root, file));
      const inspected = (await workspace.inspect(file))!;
      const mentions = inspected.mentions as Mention[];
      const cited = inspected.citations
        .filter(({ style }) => style !== 'short-title')
        .map(({ range }) => lines.offsets(range));
      let end = 0;
      for (const { style, range, text } of mentions) {
        if (style !== 'name') continue;
        const at = lines.offsets(range);
        assert.ok(at.from >= end, `${file}: “${text}” overlaps`);
        end = at.to;
        // A body that is cited is the body; a surname that is cited may be anybody's.
        if (text.includes(' ')) continue;
        for (const citation of cited) assert.ok(!encloses(citation, at), `${file}: “${text}” is cited`);
      }
    }
  });

  it('are unambiguous, and each shows its card', async function () {
    const { service: workspace, root } = await opened(this);
    for (const file of workspace.documentPaths()) {
      workspace.open(file, read(root, file));
      const { mentions } = (await workspace.inspect(file))! as unknown as { mentions: Mention[] };
      for (const { style, text, range, status } of mentions) {
        if (style !== 'name') continue;
        assert.equal(status, 'resolved', `${file}: “${text}”`);
        const hover = hoverAt(workspace.request(file, range.start)!);
        assert.ok(hover, `${file}: “${text}” at line ${range.start.line + 1}`);
        assert.ok(hover.markdown.length < 10_000, `${file}: “${text}”: ${hover.markdown.length} letters`);
      }
    }
  });
});
