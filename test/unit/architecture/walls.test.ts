import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../../../server/src', import.meta.url));

/** Each floor may import from those before it, and from itself. Type imports of models are free. */
const FLOORS: readonly (readonly string[])[] = [
  ['words'],
  ['protocol', 'text'],
  ['yaml', 'pages', 'dates', 'syntax'],
  ['facts'],
  ['found', 'bibliography', 'actors', 'quotations'],
  ['works'],
  ['workspace'],
  ['reasoning'],
  ['store'],
  ['checking'],
  ['rules', 'features'],
  ['service'],
  ['hosts'],
  ['lsp', 'cli'],
];

const ENTRIES: readonly string[] = [
  'node.ts',
  'cli.ts',
  'browser.ts',
  'browser-printing-worker.ts',
  'digest-worker.ts',
  'printing-worker.ts',
  'works-worker.ts',
  'pages-worker.ts',
];

/** A model is plain data without behaviour, and may be spoken of from anywhere. */
const MODEL = /(?:\/model|\/project|\/file-system)\.ts$/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => file.split(path.sep).join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SOURCE, file), 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map(([, typeOnly, fixed, dynamic]) => ({
    from: file,
    to: (fixed ?? dynamic)!,
    typeOnly: typeOnly !== undefined,
  }));
}

const all = sources().flatMap(importsOf);

function local(each: Import): string | null {
  if (!each.to.startsWith('.')) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(each.from), each.to));
}

function floorOf(file: string): number {
  if (file === 'version.ts') return 0;
  if (ENTRIES.includes(file)) return FLOORS.length;
  const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

describe('the walls of the house', () => {
  it('finds imports to look at', () => {
    assert.ok(all.length > 100, `only ${all.length} imports were found`);
  });

  it('every room stands on a floor', () => {
    const homeless = sources().filter((file) => file !== 'service.ts' && floorOf(file) < 0);
    assert.deepEqual(homeless, []);
  });

  it('what client and server say to each other is plain data', () => {
    const leaning = all.filter((each) => {
      const to = local(each);
      if (!each.from.startsWith('protocol/') || to?.startsWith('protocol/')) return false;
      // Which of its words are messages is marked.
      if (to === 'words/say.ts') return false;
      return !each.typeOnly || to === null || !(MODEL.test(to) || to === 'text/range.ts');
    });
    assert.deepEqual(leaning, []);
  });

  it('imports lead to lower floors only', () => {
    const broken = all.filter((each) => {
      const to = local(each);
      if (to === null || (each.typeOnly && MODEL.test(to))) return false;
      const [lower, upper] = [floorOf(to), floorOf(each.from)];
      return upper >= 0 && lower > upper;
    });
    assert.deepEqual(
      broken.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('rooms of one floor do not lean on each other', () => {
    const broken = all.filter((each) => {
      const to = local(each);
      if (to === null || each.typeOnly) return false;
      const floor = floorOf(each.from);
      const [roomFrom, roomTo] = [each.from.split('/')[0], to.split('/')[0]];
      if (floor < 0 || floor !== floorOf(to) || roomFrom === roomTo) return false;
      // service.ts is the door of service/.
      return !(roomTo === 'service' || roomFrom === 'service.ts');
    });
    assert.deepEqual(
      broken.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('who may change what is known is known to the service alone', () => {
    const knowing = all.filter((each) => {
      const to = local(each) ?? '';
      return (
        /^(?:workspace\/library-(?:keeper|state)|reasoning\/claim-(?:keeper|base))\.ts$/.test(to) &&
        !/^(?:service|workspace|reasoning)\//.test(each.from)
      );
    });
    assert.deepEqual(
      knowing.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('a rule leans on no other', () => {
    const leaning = all.filter(
      (each) =>
        each.from !== 'rules/all.ts' &&
        local(each) !== 'rules/all.ts' &&
        local(each)?.startsWith('rules/') &&
        each.from.startsWith('rules/'),
    );
    assert.deepEqual(
      leaning.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('how things are kept is known to the service, the hosts and the store itself alone', () => {
    const knowing = all.filter((each) => {
      const to = local(each) ?? '';
      if (!to.startsWith('store/') || (each.typeOnly && to === 'store/model.ts')) return false;
      return !/^(?:service\.ts|(?:service|store|hosts)\/)/.test(each.from);
    });
    assert.deepEqual(
      knowing.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('there are no circles, of types neither', () => {
    const graph = new Map<string, string[]>();
    for (const each of all) {
      const to = local(each);
      if (to !== null) graph.set(each.from, [...(graph.get(each.from) ?? []), to]);
    }
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      const at = trail.indexOf(file);
      assert.ok(at < 0, `a circle: ${[...trail.slice(at), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  it('only lsp and the entries know the protocol', () => {
    const knowing = all.filter(
      ({ from, to }) =>
        /^vscode-(?:languageserver|jsonrpc)/.test(to) && !/^lsp\/|^(?:node|browser)\.ts$/.test(from),
    );
    assert.deepEqual(knowing, []);
  });

  it('only the hosts for Node, the command line and its entry know Node', () => {
    const knowing = all.filter(
      ({ from, to }) =>
        to.startsWith('node:') &&
        !/^hosts\/(?:node|reading\/|printing\/|works\/)|^cli\/|^(?:node|cli|digest-worker|printing-worker|works-worker|pages-worker)\.ts$/.test(
          from,
        ),
    );
    assert.deepEqual(knowing, []);
  });

  it('entries are short: they put together what others make', () => {
    for (const entry of ENTRIES)
      assert.ok(readFileSync(path.join(SOURCE, entry), 'utf8').split('\n').length <= 60, entry);
  });
});
