import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { createMentionFinder } from '../../server/src/actors/mentions.ts';
import type { Actor } from '../../server/src/actors/model.ts';
import { registerSchema } from '../../server/src/actors/register-schema.ts';
import { readRegister } from '../../server/src/actors/register.ts';
import { frontMatterSchema } from '../../server/src/facts/front-matter-schema.ts';
import { frontMatterBlock, readFrontMatter } from '../../server/src/facts/front-matter.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { parseYaml, plainData } from '../../server/src/yaml/read-yaml.ts';
import { readProject } from '../../server/src/workspace/project-file.ts';
import { projectSchema } from '../../server/src/workspace/project-schema.ts';
import { corpus } from '../support/corpus.ts';

const textOf = (file: string): string => DocumentText.of(readFileSync(file, 'utf8')).text;

function assertValid(schema: object, data: unknown, file: string): void {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  assert.ok(ajv.validate(schema, data), `${file}: ${ajv.errorsText()}`);
}

function actorsOf(folder: string): Actor[] {
  return ['actors.yaml', 'groups.yaml'].flatMap(
    (name) => readRegister(textOf(path.join(folder, name))).actors,
  );
}

describe('YAML of an annotated workspace', () => {
  it('reads the project file without a problem', function () {
    const text = textOf(corpus(this, 'annotated', 'sicetnon.yaml'));
    const project = readProject(text);
    assert.deepEqual(project.problems, []);
    assert.equal(project.sources.size, 5);
    assert.equal(project.properties.size, 31);
    assert.equal(project.properties.get('members')?.tolerance, 0.05);
    assertValid(projectSchema(), plainData(parseYaml(text).root), 'sicetnon.yaml');
  });

  it('reads the registers without a problem', function () {
    for (const [name, count] of [
      ['actors.yaml', 54],
      ['groups.yaml', 8],
    ] as const) {
      const text = textOf(corpus(this, 'annotated', name));
      const { actors, problems } = readRegister(text);
      assert.deepEqual(problems, []);
      assert.equal(actors.length, count);
      for (const { id, name: called, aliases } of actors)
        for (const { text: words, range } of [id, called, ...aliases])
          assert.equal(text.slice(range.from, range.to), words);
      assertValid(registerSchema(), plainData(parseYaml(text).root), name);
    }
  });

  it('reads every front matter without a problem', function () {
    const folder = corpus(this, 'annotated');
    for (const name of [
      ...readdirSync(path.join(folder, 'sources')).map((file) => `sources/${file}`),
      'notes/review.md',
    ]) {
      const text = textOf(path.join(folder, name));
      const facts = readFrontMatter(text);
      assert.deepEqual(facts?.problems, [], name);
      if (name.startsWith('sources/')) assert.equal(facts?.source?.text, path.basename(name, '.md'));
      else
        assert.deepEqual(
          facts?.bibliography.map((token) => token.text),
          ['../references.bib'],
        );
      assertValid(frontMatterSchema(), plainData(parseYaml(text, frontMatterBlock(text)!.body).root), name);
    }
  });

  it('finds nothing wrong with the front matter of documents that Pandoc reads', function () {
    const folder = corpus(this, 'wild');
    let blocks = 0;
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      if (!/\.(md|Rmd|qmd|markdown)$/.test(name) || name === 'README.md') continue;
      const facts = readFrontMatter(textOf(path.join(folder, name)));
      if (facts) blocks++;
      assert.deepEqual(facts?.problems ?? [], [], name);
    }
    console.log(`      ${blocks} blocks of front matter`);
    assert.ok(blocks > 20);
  });
});

describe('mentions in real texts', () => {
  it('finds every name that stands as written, and says what it finds', function () {
    const folder = corpus(this, 'annotated');
    const actors = actorsOf(folder).map(({ id, name, aliases }) => ({
      id: id.text,
      names: [name.text, ...aliases.map(({ text }) => text)],
    }));
    const finder = createMentionFinder(actors);
    for (const file of readdirSync(path.join(folder, 'sources')).sort()) {
      const text = textOf(path.join(folder, 'sources', file));
      const found = finder.find(text);
      assert.ok(found.length > 0 && found.every(({ ids }) => ids.length === 1), 'no name here is ambiguous');
      // A plain search for each name, with letters on neither side, is the measure: each must lie in a mention.
      for (const { id, names } of actors)
        for (const name of names)
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (/[\p{L}\p{Nd}]/u.test(text.charAt(at - 1) + text.charAt(at + name.length))) continue;
            // An address mentions nobody.
            if (/:\/\/\S*$/.test(text.slice(Math.max(0, at - 200), at))) continue;
            assert.ok(
              found.some(({ range }) => range.from <= at && at + name.length <= range.to),
              `${file}: ${id} at ${at}`,
            );
          }
      const byActor = new Map<string, number>();
      for (const { ids } of found) byActor.set(ids[0]!, (byActor.get(ids[0]!) ?? 0) + 1);
      const most = [...byActor].sort((a, b) => b[1] - a[1]).slice(0, 3);
      console.log(
        `      ${file}: ${found.length} mentions of ${byActor.size} actors; most: ${most.map(([id, count]) => `${id} ${count}`).join(', ')}`,
      );
    }
  });
});
