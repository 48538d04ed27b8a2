import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface Binding {
  readonly command: string;
  readonly key: string;
}

/** `ctrl+k shift+a` as pages show it: `<kbd>Ctrl+K</kbd> <kbd>Shift+A</kbd>`. */
function asShown(key: string): string {
  const upper = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
  return key
    .split(' ')
    .map((chord) => `<kbd>${chord.split('+').map(upper).join('+')}</kbd>`)
    .join(' ');
}

describe('the page of keys', () => {
  const page = read('docs/keys.md');
  const { contributes } = JSON.parse(read('package.json')) as {
    contributes: { keybindings: readonly Binding[] };
  };

  it('has a row for each of our keys, and for no other', () => {
    const ours = contributes.keybindings.map(({ key }) => asShown(key)).sort();
    const [writing = ''] = page.split('## Where something is reported');
    const rows = [...writing.matchAll(/^\| (<kbd>.*?) \|/gm)].map(([, keys]) => keys!).sort();
    assert.deepEqual(rows, ours);
  });
});
