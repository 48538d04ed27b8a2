import assert from 'node:assert/strict';
import { HeldFileSystem } from '../../support/held-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const FILES: Readonly<Record<string, string>> = {
  'sicetnon.yaml': 'bibliography: works.bib\n',
  'works.bib': '@book{keel2009, title = {Keels}, date = {2009}}\n',
  'a.md': 'So [@keel2009] and [@nobody2000].\n',
  'b.md': 'Note[^1] by [@keel2009].\n',
};

const uri = (path: string) => `file:///w/${path}`;
const REPLACED = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
  text: 'X[^9]',
};

/** A client whose server reads its workspace for the first time, and the disk that it reads. */
class Scene {
  readonly disk = new HeldFileSystem(FILES);
  readonly session = new SessionInMemory(this.disk);
  readonly asked: Promise<unknown>[] = [];

  open(path: string, text = FILES[path]!): void {
    const textDocument = { uri: uri(path), languageId: 'markdown', version: 1, text };
    this.tell('textDocument/didOpen', { textDocument });
  }

  change(path: string): void {
    this.tell('textDocument/didChange', {
      textDocument: { uri: uri(path), version: 2 },
      contentChanges: [REPLACED],
    });
  }

  close(path: string): void {
    this.tell('textDocument/didClose', { textDocument: { uri: uri(path) } });
  }

  write(path: string, text: string): void {
    this.disk.write(path, text);
    this.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type: 2 }] });
  }

  tell(method: string, params: unknown): void {
    this.asked.push(this.session.tell(method, params));
  }

  ask(method: string, params: unknown): void {
    this.asked.push(this.session.ask(method, params).catch(() => null));
  }

  /** The findings that are published by now. */
  get told(): string {
    const all = [...this.session.published.values()]
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ uri: at, diagnostics }) => [at, diagnostics.map(({ code, range }) => [code, range])]);
    return JSON.stringify(all.sort());
  }
}

/** What happens while the server reads. */
const EVENTS: Readonly<Record<string, (scene: Scene) => void>> = {
  'a text is opened otherwise than on disk': (scene) => scene.open('b.md', 'Words[^2].\n'),
  'a text is opened and edited': (scene) => {
    scene.open('a.md');
    scene.change('a.md');
  },
  'a text is opened, edited and closed': (scene) => {
    scene.open('a.md');
    scene.change('a.md');
    scene.close('a.md');
  },
  'a text is written': (scene) => scene.write('b.md', 'Two[^1] notes[^2].\n'),
  'a bibliography is written': (scene) => scene.write('works.bib', '@book{nobody2000, title = {N}}\n'),
  'the project file is written': (scene) => scene.write('sicetnon.yaml', '# Nothing is named here.\n'),
  'a folder is closed and opened again': (scene) => {
    const folder = { uri: 'file:///w', name: 'w' };
    const event = (added: object[], removed: object[]) =>
      scene.tell('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    event([], [folder]);
    event([folder], []);
  },
  'something is asked': (scene) => {
    scene.open('a.md');
    scene.ask('textDocument/hover', {
      textDocument: { uri: uri('a.md') },
      position: { line: 0, character: 5 },
    });
    scene.ask('workspace/symbol', { query: '' });
  },
};

const CAN = { workspace: { workspaceFolders: true } };

/** Plays an event at a moment of the first reading, and resolves as soon as the findings are those `wanted`. */
async function play(moment: number, event: (scene: Scene) => void, wanted: string): Promise<number> {
  const scene = new Scene();
  scene.disk.meanwhile = (now) => {
    if (now === moment) event(scene);
    return now === moment;
  };
  await scene.session.greet(CAN);
  await scene.session.ready();
  const { moments } = scene.disk;
  await Promise.all(scene.asked);
  // What was told before this was answered has been taken in.
  await scene.session.ask('workspace/symbol', { query: '' });
  // What seems half written is looked at again after a while, until it is believed.
  for (let i = 0; i < 4; i++) {
    scene.session.letTimePass();
    for (let j = 0; j < 3; j++) await scene.session.ask('workspace/symbol', { query: '' });
  }
  await scene.session.when(() => scene.told === wanted && scene.session.status?.state === 'ready');
  await scene.session.ask('shutdown', undefined);
  assert.deepEqual(
    scene.session.logged.filter((line) => /failed|not /i.test(line)),
    [],
  );
  scene.session.end();
  return moments;
}

/** The findings of a server that starts on the disk as it is in the end, and is told the rest when it has read all. */
async function anew(event: (scene: Scene) => void): Promise<string> {
  const scene = new Scene();
  const opened: (() => unknown)[] = [];
  scene.tell = (method, params) => void opened.push(() => scene.session.tell(method, params));
  scene.ask = () => undefined;
  event(scene);
  await scene.session.greet(CAN);
  await scene.session.ready();
  for (const tell of opened) tell();
  let rounds = 0;
  for (let last = ''; last !== scene.told || last === '';) {
    assert.ok(++rounds < 500, 'The server does not come to rest.');
    last = scene.told;
    for (let i = 0; i < 20; i++) await scene.session.ask('workspace/symbol', { query: '' });
  }
  const { told } = scene;
  await scene.session.ask('shutdown', undefined);
  scene.session.end();
  return told;
}

describe('While a server reads a workspace for the first time nothing is lost', function () {
  for (const [what, event] of Object.entries(EVENTS))
    it(`whenever ${what}`, async () => {
      const wanted = await anew(event);
      assert.notEqual(wanted, '[]');
      const moments = await play(-1, () => undefined, await anew(() => undefined));
      assert.ok(moments > 2 * Object.keys(FILES).length, String(moments));
      for (let moment = 0; moment < moments; moment++) await play(moment, event, wanted);
    });
});
