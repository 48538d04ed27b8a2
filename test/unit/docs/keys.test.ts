import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface Offer {
  readonly command: string;
  readonly when?: string;
}

interface Binding extends Offer {
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
    contributes: { keybindings: readonly Binding[]; menus: Readonly<Record<string, readonly Offer[]>> };
  };

  it('has a row for each of our keys, and for no other', () => {
    const ours = contributes.keybindings.map(({ key }) => asShown(key)).sort();
    const [writing = ''] = page.split('## Where something is reported');
    const rows = [...writing.matchAll(/^\| (<kbd>.*?) \|/gm)].map(([, keys]) => keys!).sort();
    assert.deepEqual(rows, ours);
  });

  it('tells of keys that work in Quarto’s files where no extension gives these a language', () => {
    const all = [...contributes.keybindings, ...Object.values(contributes.menus).flat()];
    const ofTexts = all.filter(({ when }) => when?.includes('editorLangId =~ /^(markdown|'));
    assert.ok(ofTexts.length > 20);
    for (const { command, when } of ofTexts)
      assert.match(when!, /resourceExtname =~ .*qmd.*\/i|plaintext/, `${command}: ${when}`);
  });
});
