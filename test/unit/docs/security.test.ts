import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('SECURITY.md', () => {
  it('names behind each sentence a test that exists', () => {
    const promises = read('SECURITY.md').match(/^- .*$/gm) ?? [];
    assert.ok(promises.length > 8);
    for (const promise of promises) {
      const [, file, title] = /\(`(test\/[^`]+)`: ([^)]+)\)$/.exec(promise) ?? [];
      assert.ok(file && title, promise);
      assert.ok(read(file).includes(title), `${file} has a test “${title}”`);
    }
  });

  it('a workspace that is not trusted sets no limit', () => {
    const { capabilities, contributes } = JSON.parse(read('package.json')) as {
      capabilities: { untrustedWorkspaces: { restrictedConfigurations?: string[] } };
      contributes: { configuration: { properties: Record<string, { scope: string }> }[] };
    };
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    const free = /^sicetnon\.(?:rules|codeLens|inlayHints)\./;
    const restricted = capabilities.untrustedWorkspaces.restrictedConfigurations ?? [];
    for (const [name, { scope }] of settings)
      assert.ok(free.test(name) || restricted.includes(name) || scope === 'machine', name);
    assert.ok(restricted.includes('sicetnon.maxFileSize'));
  });

  it('nothing speaks to the net', () => {
    const net =
      /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/[a-z]+)?'|\bfetch\(|XMLHttpRequest|new WebSocket/;
    for (const folder of ['server/src', 'client/src', 'client/webviews'])
      for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }))
        if (/\.[jt]s$/.test(file)) assert.doesNotMatch(read(path.join(folder, file)), net, file);
  });
});
