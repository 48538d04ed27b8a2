import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { npmManifest } from '../../../scripts/npm-package.ts';
import { readPublishing, refusalToPublish } from '../../../scripts/publishing.ts';

const FILLED = {
  publisher: 'weavers',
  repository: 'https://example.org/weavers/sicetnon.git',
  homepage: 'https://example.org/sicetnon',
  bugs: 'https://example.org/weavers/sicetnon/issues',
};

describe('publishing', () => {
  it('is refused in a sentence until the owner has said who publishes', () => {
    assert.equal(
      refusalToPublish({ ...FILLED, publisher: '', bugs: ' ' }),
      'Nothing is published: publishing.json does not say publisher, bugs yet. Only the owner of the project can fill that in.',
    );
    assert.match(refusalToPublish({})!, /publisher, repository, homepage, bugs/);
    assert.match(refusalToPublish({ ...FILLED, publisher: 'a b' })!, /“a b” is no publisher/);
    assert.match(refusalToPublish({ ...FILLED, bugs: 'http://example.org' })!, /no address for bugs/);
    assert.equal(refusalToPublish(FILLED), null);
  });

  it('has a file with just these fields', () => {
    assert.deepEqual(Object.keys(readPublishing()), Object.keys(FILLED));
  });

  it('puts them into the package for npm, which needs no library', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as Parameters<typeof npmManifest>[0];
    const made = npmManifest(manifest, FILLED) as Record<string, unknown>;
    assert.deepEqual(made['repository'], { type: 'git', url: FILLED.repository });
    assert.deepEqual(made['bugs'], { url: FILLED.bugs });
    assert.equal(made['dependencies'], undefined);
    assert.equal(made['private'], undefined);
    const bare = npmManifest(manifest, { publisher: '', repository: '', homepage: '', bugs: '' });
    for (const field of ['repository', 'homepage', 'bugs']) assert.ok(!(field in bare));
  });
});
