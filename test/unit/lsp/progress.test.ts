import assert from 'node:assert/strict';
import { HeldFileSystem } from '../../support/held-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const FILES = Object.fromEntries([
  ['sicetnon.yaml', '# Nothing is named here.\n'],
  ...Array.from({ length: 30 }, (_, i): [string, string] => [`${i}.md`, `So it was[^${i}].\n`]),
]);

interface Told {
  readonly kind: 'begin' | 'report' | 'end';
  readonly percentage?: number;
  readonly message?: string;
  readonly cancellable?: boolean;
}

/** A session whose client shows progress, as far as a test lets it. */
class Scene {
  readonly disk = new HeldFileSystem(FILES);
  readonly session = new SessionInMemory(this.disk);
  readonly told: Told[] = [];
  /** Called with each step that is told. */
  meanwhile: (told: Told, token: unknown) => void = () => undefined;

  constructor(create: () => unknown = () => null) {
    const { client } = this.session;
    client.onRequest('window/workDoneProgress/create', create);
    client.onNotification('$/progress', ({ token, value }: { token: unknown; value: Told }) => {
      this.told.push(value);
      this.meanwhile(value, token);
    });
  }

  greet(): Promise<void> {
    return this.session.greet({ window: { workDoneProgress: true } });
  }

  get kinds(): string {
    return this.told.map(({ kind }) => kind[0]).join('');
  }
}

describe('the first reading', () => {
  let scene: Scene;
  afterEach(() => scene.session.end());

  it('tells how far it is, a percent at a time, and that it is over', async () => {
    scene = new Scene();
    await scene.greet();
    await scene.session.ready();
    assert.match(scene.kinds, /^br+e$/);
    assert.ok(scene.told[0]!.cancellable);
    const percents = scene.told.flatMap(({ kind, percentage }) => (kind === 'report' ? [percentage!] : []));
    assert.deepEqual(percents, [...new Set(percents)].sort((a, b) => a - b)); // prettier-ignore
    assert.equal(percents.at(-1), 100);
    assert.equal(scene.told.at(-2)!.message, '30 of 30 documents');
  });

  it('can be stopped, and says so by what it has read', async () => {
    scene = new Scene();
    // Each file is held until messages have arrived that were sent meanwhile.
    scene.disk.meanwhile = () => true;
    let stopped = false;
    scene.meanwhile = ({ kind }, token) => {
      if (kind !== 'report' || stopped) return;
      stopped = true;
      scene.session.tell('window/workDoneProgress/cancel', { token }).catch(() => undefined);
    };
    await scene.greet();
    await scene.session.ready();
    assert.ok(stopped);
    assert.equal(scene.kinds.at(-1), 'e');
    assert.ok(!scene.told.some(({ percentage }) => percentage === 100));
    assert.ok(scene.session.published.size < 30, `${scene.session.published.size} files`);
  });

  it('goes on where the client shows none after all, and the log says so', async () => {
    scene = new Scene(() => {
      throw new Error('No room for a bar.');
    });
    await scene.greet();
    await scene.session.when(() => scene.session.published.size === 30);
    assert.equal(scene.kinds, '');
    assert.ok(scene.session.logged.some((line) => line.startsWith('The editor shows no progress.')));
  });

  it('tells nothing to a client that cannot show it', async () => {
    let asked = 0;
    scene = new Scene(() => ++asked);
    await scene.session.greet({});
    await scene.session.ready();
    assert.deepEqual([asked, scene.kinds], [0, '']);
  });
});
