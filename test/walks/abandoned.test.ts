import assert from 'node:assert/strict';
import { firstDifference } from '../../server/src/service/paranoia.ts';
import { NEW_PATHS, START, VARIANTS } from './walk/texts.ts';
import { Workspace } from './walk/workspace.ts';

/** What else a file may be turned into: half of it, nothing, what it may become in walks, the text of its kin. */
function othersFor(path: string): string[] {
  const saved = START[path] ?? '';
  const ending = path.split('.').at(-1)!;
  const kin = Object.keys(START).filter((other) => other !== path && other.endsWith(ending));
  return [
    '',
    saved.slice(0, saved.length / 2),
    'Words.\n',
    '---\nbibliography: gone.bib\nsource: keel2009\n---\n\n[Other]{.claim #trust says="members = 7" about="union"}\n',
    ...(VARIANTS[path] ?? []),
    ...kin.map((other) => START[other]!),
  ].filter((text) => text !== saved);
}

/** What the project file may say otherwise, one thing at a time. */
const PROJECTS: Readonly<Record<string, (saved: string) => string>> = {
  bibliography: (saved) => saved.replace('bibliography: [works.bib, more.json]', 'bibliography: [gone.bib]'),
  'no bibliography': (saved) => saved.replace(/^bibliography.*\n/, ''),
  actors: (saved) => saved.replace(/^actors:.*$/m, 'actors: [gone.yaml]'),
  sources: (saved) => saved.replace('sources/one.txt: one1901', 'sources/one.txt: two1902'),
  'sources that are missing': (saved) => saved.replace('sources/one.txt: one1901', 'gone.txt: one1901'),
  places: (saved) => saved.replace('Wharf: Harbour', 'Wharf: Harbour, Harbour: Wharf'),
  tolerance: (saved) => saved.replace('tolerance: 5%', 'tolerance: 90%'),
  properties: (saved) => saved.replace('type: boolean', 'type: quantity'),
  include: (saved) => `${saved}include: ["notes/**"]\n`,
  exclude: (saved) => `${saved}exclude: ["notes/*", index.md]\n`,
  rules: (saved) => saved.replace(/^rules:.*$/m, 'rules: {citation-undefined: off, claim-open: error}'),
};

/** A workspace at rest, and what is kept and shown there. */
async function atRest() {
  const workspace = new Workspace(Number.MAX_SAFE_INTEGER);
  await workspace.start();
  const state = () => ({ shown: workspace.findings, kept: workspace.service.dump() });
  return { workspace, state, before: state() };
}

describe('a file that is opened, changed and closed without being saved leaves nothing behind', function () {
  this.timeout(60_000);

  async function abandon(path: string, texts: readonly string[]): Promise<void> {
    const { workspace, state, before } = await atRest();
    const saved = workspace.saved(path);
    for (const text of texts)
      for (const dwells of [true, false]) {
        workspace.show(path, saved ?? text);
        if (dwells) await workspace.rest();
        if (saved !== null) workspace.edit(path, [{ from: 0, to: saved.length, insert: text }]);
        if (dwells) await workspace.rest();
        await workspace.close(path);
        // Whoever closes a file waits for nothing else.
        await workspace.showAnew();
        const difference = firstDifference(state(), before);
        assert.equal(difference, null, `after ${JSON.stringify(text)}`);
      }
  }

  for (const path of [...Object.keys(START), ...NEW_PATHS])
    it(`${path}, whatever it is turned into`, () => abandon(path, othersFor(path)));

  for (const [what, turned] of Object.entries(PROJECTS))
    it(`the project file, turned in its ${what}`, async () => {
      const saved = START['sicetnon.yaml']!;
      assert.notEqual(turned(saved), saved);
      await abandon('sicetnon.yaml', [turned(saved)]);
    });

  it('and turning the project file is no change that nobody would see', async () => {
    for (const [what, turned] of Object.entries(PROJECTS)) {
      const { workspace, state, before } = await atRest();
      workspace.show('sicetnon.yaml', turned(START['sicetnon.yaml']!));
      await workspace.rest();
      assert.notEqual(firstDifference(state().shown, before.shown), null, what);
    }
  });

  it('all shared files at once, in whatever order they are closed', async () => {
    const { workspace, state, before } = await atRest();
    const paths = Object.keys(VARIANTS);
    for (const order of [paths, [...paths].reverse()]) {
      for (const path of paths) workspace.show(path, VARIANTS[path]!.at(-1)!);
      await workspace.rest();
      await Promise.all(order.map((path) => workspace.close(path)));
      await workspace.showAnew();
      assert.equal(firstDifference(state(), before), null);
    }
  });
});
