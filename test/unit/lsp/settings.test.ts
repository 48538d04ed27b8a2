import assert from 'node:assert/strict';
import { readSettings } from '../../../server/src/lsp/settings.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const FILES = {
  'sicetnon.yaml': '# Nothing is named here.\n',
  'a.md': 'So it was[^1].\n',
  'b.md': 'And so[^2].\n',
};
const OFF = { rules: { 'footnote-undefined': 'off' } };
const HINT = { rules: { 'footnote-undefined': 'hint' } };

/** A session whose client answers the question for settings when a test says so. */
class Scene {
  readonly session = new SessionInMemory(new MemoryFileSystem(FILES));
  /** The questions that wait for an answer, oldest first. */
  readonly asked: { answer(settings: unknown): void; refuse(): void }[] = [];
  /** How often the client was asked. */
  count = 0;

  constructor() {
    this.session.client.onRequest('workspace/configuration', () => {
      this.count++;
      return new Promise((resolve, reject) =>
        this.asked.push({
          answer: (settings) => resolve([settings]),
          refuse: () => reject(new Error('There are no settings here.')),
        }),
      );
    });
  }

  greet(capabilities: object = { workspace: { configuration: true } }): Promise<void> {
    return this.session.greet(capabilities);
  }

  changed(settings: unknown = null): Promise<void> {
    return this.session.tell('workspace/didChangeConfiguration', { settings });
  }

  /** The severities of all findings that are published. */
  get severities(): (number | undefined)[] {
    return [...this.session.published.values()].flatMap(({ diagnostics }) =>
      diagnostics.map(({ severity }) => severity),
    );
  }

  /** Waits for a state; a request and its answer let messages through that were sent before. */
  async until(holds: () => boolean): Promise<void> {
    for (let i = 0; i < 2000 && !holds(); i++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(holds(), JSON.stringify([this.session.status, this.severities, this.session.logged]));
  }
}

describe('the settings of a person', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = new Scene();
  });
  afterEach(() => scene.session.end());
  const isReady = (): boolean => scene.session.status?.state === 'ready';
  const severitiesAre =
    (...expected: number[]) =>
    () =>
      String(scene.severities) === String(expected);

  it('are asked for before anything is read', async () => {
    await scene.greet();
    await scene.until(() => scene.asked.length === 1);
    assert.equal(scene.session.status, null);
    scene.asked[0]!.answer(HINT);
    await scene.until(severitiesAre(4, 4));
    assert.ok(isReady());
  });

  it('that never come are waited for a while: then those that everybody has count', async () => {
    await scene.greet();
    await scene.until(() => scene.asked.length === 1);
    scene.session.letTimePass();
    await scene.until(severitiesAre(1, 1));
    await scene.until(isReady);
  });

  it('that come late count from then on, and nothing is read twice for it', async () => {
    await scene.greet();
    await scene.until(() => scene.asked.length === 1);
    scene.session.letTimePass();
    await scene.until(severitiesAre(1, 1));
    scene.asked[0]!.answer(OFF);
    await scene.until(severitiesAre());
    await scene.until(isReady);
    assert.equal(scene.count, 1);
  });

  it('that the client refuses leave those that everybody has, and the log says so', async () => {
    await scene.greet();
    await scene.until(() => scene.asked.length === 1);
    scene.asked[0]!.refuse();
    await scene.until(severitiesAre(1, 1));
    assert.ok(scene.session.logged.some((line) => line.startsWith('The editor did not tell the settings.')));
  });

  it('are asked for again when they change; the answer to an older question counts no more', async () => {
    await scene.greet();
    await scene.until(() => scene.asked.length === 1);
    scene.asked[0]!.answer(null);
    await scene.until(severitiesAre(1, 1));
    await scene.changed();
    await scene.changed();
    await scene.until(() => scene.asked.length === 3);
    scene.asked[2]!.answer(HINT);
    await scene.until(severitiesAre(4, 4));
    scene.asked[1]!.answer(OFF);
    // What would come of it has come when a few more questions are answered.
    for (let i = 0; i < 20; i++) await scene.session.ask('workspace/symbol', { query: '' });
    await scene.until(severitiesAre(4, 4));
  });

  it('are taken as they come from a client that cannot be asked', async () => {
    await scene.greet({});
    await scene.until(severitiesAre(1, 1));
    await scene.changed({ sicetnon: HINT });
    await scene.until(severitiesAre(4, 4));
    for (const settings of [{ other: OFF }, null, 7]) {
      await scene.changed(settings);
      await scene.until(severitiesAre(1, 1));
      await scene.changed({ sicetnon: OFF });
      await scene.until(severitiesAre());
    }
    assert.equal(scene.count, 0);
  });
});

describe('settings as a client has them', () => {
  it('are those that everybody has where they are none', () => {
    for (const nothing of [null, undefined, 7, 'x', [], {}]) {
      const { severities, largest, ...rest } = readSettings(nothing);
      assert.equal(severities.size, 0);
      assert.ok(largest > 0);
      assert.deepEqual(rest, {
        inlayHints: { shortTitles: false, noteNumbers: false, asserters: true },
        codeLens: true,
        lookBeside: true,
        allowedFolders: [],
        library: [],
        linkedFiles: null,
      });
    }
  });

  it('are taken as they are, and what is none of them is left out', () => {
    const { severities, ...rest } = readSettings({
      rules: {
        a: 'off',
        b: 'hint',
        c: 'information',
        d: 'warning',
        e: 'error',
        f: 'default',
        g: 'loud',
        h: 1,
      },
      inlayHints: { shortTitles: true, noteNumbers: true, asserters: false },
      codeLens: { claims: false },
      findBibliographies: false,
      allowedFolders: ['/a', 7, '~/b'],
      library: ' /home/me/all.bib ',
      linkedFiles: ' ~/Linked ',
      maxFileSize: 1,
    });
    assert.deepEqual([...severities], [['a', 'off'], ['b', 'hint'], ['c', 'information'], ['d', 'warning'], ['e', 'error']]); // prettier-ignore
    assert.deepEqual(rest, {
      inlayHints: { shortTitles: true, noteNumbers: true, asserters: false },
      codeLens: false,
      lookBeside: false,
      allowedFolders: ['/a', '~/b'],
      library: ['/home/me/all.bib'],
      linkedFiles: '~/Linked',
      largest: rest.largest,
    });
    const wrong = readSettings({
      library: ' ',
      linkedFiles: 7,
      allowedFolders: '/a',
      codeLens: 'x',
      rules: [],
      inlayHints: 1,
    });
    assert.deepEqual([wrong.library, wrong.linkedFiles, wrong.allowedFolders], [[], null, []]);
    assert.equal(wrong.codeLens, true);
    assert.notEqual(rest.largest, wrong.largest);
  });
});
