import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { extensionManifest } from '../../../scripts/package-extension.ts';
import { checksums, fileNames, notesOf, tagRefusal, targets } from '../../../scripts/release-parts.ts';

const root = new URL('../../../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, root), 'utf8');

describe('a release', () => {
  const CHANGELOG = '# Changelog\n\n## Unreleased\n\nNew.\n\n## 1.2.0\n\nOld.\n';

  it('has the version of its tag, and a section that says what is new', () => {
    assert.equal(tagRefusal('v1.2.0', '1.2.0', CHANGELOG), null);
    assert.match(tagRefusal('1.2.0', '1.2.0', CHANGELOG)!, /v1\.2\.0 would be/);
    assert.match(tagRefusal('v1.2.1', '1.2.1', CHANGELOG)!, /no section “## 1\.2\.1”/);
    assert.equal(notesOf(CHANGELOG, '1.2.0'), 'Old.\n');
    assert.equal(notesOf(CHANGELOG, '1.3.0'), 'New.\n');
  });

  it('has checksums that sha256sum reads', () => {
    assert.equal(checksums([['a.tgz', 'ab12']]), 'ab12  a.tgz\n');
  });

  it('goes to three places, each with its own token, and none of the commands has it in its words', () => {
    const all = targets(fileNames('1.2.0'));
    assert.equal(new Set(all.map(({ token }) => token)).size, 3);
    for (const { token, publish } of all) assert.ok(!publish.join(' ').includes(token));
  });

  it('holds a package.json that says who publishes, and not how it is built', () => {
    const made = extensionManifest(
      { name: 'a', publisher: 'p', scripts: {}, devDependencies: {}, dependencies: {}, contributes: {} },
      { publisher: 'weavers', repository: 'https://example.org/r', homepage: '', bugs: '' },
    );
    assert.deepEqual(made, {
      name: 'a',
      publisher: 'weavers',
      contributes: {},
      repository: { type: 'git', url: 'https://example.org/r' },
    });
  });
});

describe('the page on a marketplace', () => {
  const manifest = JSON.parse(text('package.json')) as Readonly<Record<string, unknown>>;

  it('has a banner, a price, and words that scholars search for', () => {
    assert.deepEqual(Object.keys(manifest['galleryBanner'] as object), ['color', 'theme']);
    assert.equal(manifest['pricing'], 'Free');
    assert.equal(manifest['private'], undefined);
    const keywords = manifest['keywords'] as readonly string[];
    for (const word of ['citations', 'bibliography', 'quarto', 'zotero', 'thesis'])
      assert.ok(keywords.includes(word));
    // The marketplace takes no more.
    assert.ok(keywords.length <= 30);
  });
});

describe('the workflows', () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
  }
  const files = readdirSync(new URL('.github/workflows', root));
  const steps = files.flatMap((file) => {
    const { jobs } = parse(text(`.github/workflows/${file}`)) as {
      jobs: Readonly<Record<string, { steps: Step[] }>>;
    };
    return Object.values(jobs).flatMap((job) => job.steps);
  });

  it('pin every action to a commit', () => {
    for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /@[0-9a-f]{40}$/);
  });

  it('give no text of an event to a shell', () => {
    for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
  });

  it('call only scripts that there are', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Readonly<Record<string, string>> };
    for (const { run = '' } of steps)
      for (const [, name] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        assert.ok(scripts[name!], name);
  });
});
