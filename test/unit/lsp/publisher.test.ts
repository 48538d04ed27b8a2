import assert from 'node:assert/strict';
import { Publisher } from '../../../server/src/lsp/publisher.ts';
import type { Desk } from '../../../server/src/lsp/workbench.ts';

/** A folder whose files have the findings that a test says, each checked in two steps. */
class FakeDesk {
  readonly found = new Map<string, string[]>();
  readonly stale = new Set<string>();
  readonly moved = new Set<string>();
  readonly hidden = new Set<string>();
  /** How often a check was begun, by path. */
  readonly begun: string[] = [];
  readonly folder = {
    uriOf: (path: string) => `file:///w/${path}`,
    pathOf: (uri: string) => (uri.startsWith('file:///w/') ? uri.slice(10) : null),
  };
  readonly service = {
    takeStale: () => taken(this.stale),
    takeMoved: () => taken(this.moved),
    isShown: (path: string) => !this.hidden.has(path),
    check: (path: string) => ({ findings: this.findings(path) }),
    checkInSteps: (path: string) => this.steps(path),
  };

  findings(path: string): object[] {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    return (this.found.get(path) ?? []).map((message) => ({ code: 'x', severity: 'hint', message, range, related: [] })); // prettier-ignore
  }

  *steps(path: string): Generator<void, { findings: object[] }> {
    this.begun.push(path);
    yield;
    return { findings: this.findings(path) };
  }
}

function taken(paths: Set<string>): string[] {
  const all = [...paths];
  paths.clear();
  return all;
}

/** A publisher whose steps a test lets run, one turn at a time; each step of a check takes a whole turn. */
class Scene {
  readonly desk = new FakeDesk();
  readonly open = new Set<string>();
  /** The URIs that the editor has for paths, where they are not ours. */
  readonly spelled = new Map<string, string>();
  readonly sent: string[] = [];
  rested = 0;
  private time = 0;
  private steps: (() => void)[] = [];
  readonly publisher = new Publisher({
    publish: (uri, version, diagnostics) =>
      void this.sent.push(`${uri.slice(10)} ${version ?? '-'}: ${diagnostics.map(({ message }) => (typeof message === 'string' ? message : message.value)).join(' ')}`), // prettier-ignore
    shown: (_desk, path) =>
      this.open.has(path) ? { uri: this.spelled.get(path) ?? `file:///w/${path}`, version: 3 } : null,
    rulePage: () => null,
    later: (step) => void this.steps.push(step),
    now: () => (this.time += 100),
    rested: () => this.rested++,
  });

  /** Some files are to be checked again, perhaps with other findings. */
  stale(files: Readonly<Record<string, string[]>>): void {
    for (const [path, found] of Object.entries(files)) {
      this.desk.found.set(path, found);
      this.desk.stale.add(path);
    }
    this.publisher.refresh(this.desk as unknown as Desk);
  }

  turn(): boolean {
    const steps = this.steps.splice(0);
    for (const step of steps) step();
    return steps.length > 0;
  }

  /** Lets all steps run; returns what was sent meanwhile. */
  settle(): string[] {
    while (this.turn());
    return this.sent.splice(0);
  }
}

describe('findings that are published', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = new Scene();
  });

  it('come first of the texts that are open, then of the others', () => {
    scene.open.add('c.md');
    scene.stale({ 'a.md': ['A.'], 'b.md': [], 'c.md': ['C.'], 'd.md': ['D.'] });
    assert.deepEqual(scene.settle(), ['c.md 3: C.', 'a.md -: A.', 'd.md -: D.']);
    assert.deepEqual(scene.desk.begun, ['c.md', 'a.md', 'b.md', 'd.md']);
    assert.equal(scene.rested, 1);
  });

  it('are those of an open text also where there are none, and of a file where there were some', () => {
    scene.open.add('a.md');
    scene.stale({ 'a.md': [], 'b.md': ['B.'], 'c.md': [] });
    assert.deepEqual(scene.settle(), ['a.md 3: ', 'b.md -: B.']);
    scene.stale({ 'b.md': [] });
    assert.deepEqual(scene.settle(), ['b.md -: ']);
  });

  it('are sent once for as long as they are the same', () => {
    scene.stale({ 'a.md': ['A.'] });
    scene.settle();
    scene.stale({ 'a.md': ['A.'] });
    assert.deepEqual(scene.settle(), []);
    assert.equal(scene.rested, 2);
    scene.stale({});
    assert.equal(scene.rested, 2, 'nothing was checked');
  });

  it('of a check that an edit overtakes are never sent', () => {
    scene.stale({ 'a.md': ['Old.'], 'b.md': ['B.'] });
    scene.turn();
    scene.turn();
    assert.deepEqual(scene.desk.begun, ['a.md']);
    scene.stale({ 'a.md': ['New.'] });
    assert.deepEqual(scene.settle().sort(), ['a.md -: New.', 'b.md -: B.']);
    assert.deepEqual(scene.desk.begun.filter((path) => path === 'a.md').length, 2);
  });

  it('of a check that goes on are not begun again for another file', () => {
    scene.stale({ 'a.md': ['A.'] });
    scene.turn();
    scene.stale({ 'b.md': ['B.'] });
    assert.deepEqual(scene.settle(), ['a.md -: A.', 'b.md -: B.']);
    assert.deepEqual(scene.desk.begun, ['a.md', 'b.md']);
  });

  it('of one text can be had at once, whether it waits or is being checked', () => {
    const now = (path: string) => scene.publisher.publishNow(scene.desk as unknown as Desk, path);
    scene.stale({ 'a.md': ['A.'], 'b.md': ['B.'] });
    now('b.md');
    assert.deepEqual(scene.sent.splice(0), ['b.md -: B.']);
    scene.turn();
    scene.turn();
    now('a.md');
    assert.deepEqual(scene.sent.splice(0), ['a.md -: A.']);
    now('a.md');
    assert.deepEqual(scene.settle(), []);
    assert.deepEqual(scene.desk.begun, ['a.md'], 'what was had is not checked again');
  });

  it('are taken back under one spelling of a URI before they are told under another', () => {
    scene.stale({ 'a(1).md': ['A.'] });
    scene.settle();
    scene.spelled.set('a(1).md', 'file:///w/a%281%29.md');
    scene.open.add('a(1).md');
    scene.stale({ 'a(1).md': ['A.'] });
    assert.deepEqual(scene.settle(), ['a(1).md -: ', 'a%281%29.md 3: A.']);
    scene.stale({ 'a(1).md': ['B.'] });
    assert.deepEqual(scene.settle(), ['a%281%29.md 3: B.']);
    scene.open.delete('a(1).md');
    scene.stale({ 'a(1).md': ['B.'] });
    assert.deepEqual(scene.settle(), ['a%281%29.md -: ', 'a(1).md -: B.']);
    scene.stale({ 'a(1).md': [] });
    assert.deepEqual(scene.settle(), ['a(1).md -: ']);
  });

  it('are none for a file that is shown no more', () => {
    scene.stale({ 'a.md': ['A.'], 'b.md': ['B.'] });
    scene.settle();
    scene.desk.hidden.add('a.md');
    scene.stale({ 'a.md': ['A.'] });
    assert.deepEqual(scene.settle(), ['a.md -: ']);
    scene.stale({ 'b.md': ['Other.'] });
    scene.turn();
    scene.desk.hidden.add('b.md');
    assert.deepEqual(scene.settle(), ['b.md -: ']);
  });

  it('that point to places which moved come last', () => {
    scene.desk.found.set('far.md', ['Far.']);
    scene.desk.moved.add('far.md');
    scene.stale({ 'a.md': ['A.'] });
    assert.deepEqual(scene.settle(), ['a.md -: A.', 'far.md -: Far.']);
    assert.equal(scene.rested, 1);
  });

  it('are taken away with their folder, and nothing of it is checked any more', () => {
    scene.stale({ 'a.md': ['A.'], 'b.md': ['B.'] });
    scene.settle();
    scene.stale({ 'b.md': ['C.'], 'c.md': ['C.'] });
    scene.turn();
    scene.publisher.drop(scene.desk as unknown as Desk);
    assert.deepEqual(scene.settle(), ['a.md -: ', 'b.md -: ']);
    scene.publisher.drop(scene.desk as unknown as Desk);
    assert.deepEqual(scene.settle(), []);
    scene.stale({ 'b.md': ['What settled late.'] });
    assert.deepEqual(scene.settle(), []);
  });
});
