import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('CONTRIBUTING.md', root), 'utf8');
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

/** The packages whose values the bundled sources import; types are gone when these are built. */
function bundled(): string[] {
  const names = new Set<string>();
  for (const folder of ['server/src/', 'client/']) {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => each.endsWith('.ts'))) {
      const text = readFileSync(new URL(folder + file.replaceAll('\\', '/'), root), 'utf8');
      for (const [, type, fixed, dynamic] of text.matchAll(
        /^(?:import|export)\s+(type\s)?(?:[^;'"]*?from\s*)?'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm,
      )) {
        const name = /^(?:@[^/]+\/)?[^/]+/.exec((fixed ?? dynamic)!)![0];
        if (!type && name !== 'vscode' && !name.startsWith('node:')) names.add(name);
      }
    }
  }
  return [...names].sort();
}

describe('the libraries', () => {
  it('that are bundled are dependencies, and no others', () => {
    assert.deepEqual(Object.keys(dependencies).sort(), bundled());
  });

  it('have each their reason in CONTRIBUTING.md', () => {
    const all = Object.keys({ ...dependencies, ...devDependencies });
    const named = (name: string) => new RegExp(`(?<![\\w/-])${name}(?![\\w-])`, 'i').test(page);
    assert.deepEqual(
      all.filter((name) => !/^@types\//.test(name) && !named(name)),
      [],
    );
  });
});
