import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('ARCHITECTURE.md', root), 'utf8');
const map = /## Map\n+```\n([^]*?)\n```/.exec(page)![1]!;

/** Where a path of the page may begin. */
const BEGINNINGS = [
  '',
  'server/src/',
  'test/unit/architecture/',
  'server/src/lsp/',
  'server/src/store/',
  'server/src/service/',
];

function isThere(path: string): boolean {
  return BEGINNINGS.some((beginning) => existsSync(new URL(beginning + path, root)));
}

function folders(of: string): string[] {
  return readdirSync(new URL(of, root), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
}

describe('ARCHITECTURE.md', () => {
  it('has every room below server/src on its map, and no other', () => {
    const [, inside] = /^server\/src\/\n([^]*?)^\S/m.exec(map)!;
    const told = [...inside!.matchAll(/^ {2}([a-z]+)\/ /gm)].map(([, room]) => room);
    assert.deepEqual(told.sort(), folders('server/src/').sort());
  });

  it('has every folder of the project on its map', () => {
    const told = [...map.matchAll(/^(\S.*?) {2,}|^(server\/src\/)$/gm)].flatMap(([, names, server]) =>
      (names ?? server!).split(' ').map((name) => name.split('/')[0]!),
    );
    const own = folders('').filter((name) => !/^(?:\.|node_modules$|dist$|test-output$|assets$)/.test(name));
    assert.deepEqual([...new Set(told)].sort(), own.sort());
  });

  it('names no file or folder that is not there', () => {
    const named = [...page.matchAll(/`([\w./-]+(?:\.(?:ts|js|md|svg|json)|\/))`/g)].map(([, path]) => path!);
    assert.ok(named.length > 30, `only ${named.length} were found`);
    assert.deepEqual(
      named.filter((path) => !isThere(path)),
      [],
    );
  });

  it('tells the floors as the walls have them', () => {
    const walls = readFileSync(new URL('test/unit/architecture/walls.test.ts', root), 'utf8');
    const [, floors] = /FLOORS[^=]*= (\[[^]*?\n\]);/.exec(walls)!;
    const kept = [...floors!.matchAll(/\[((?:'\w+'(?:, )?)+)\]/g)].map(([, rooms]) =>
      rooms!.replaceAll("'", ''),
    );
    const told = /^`(.*) ← entries`$/m.exec(page)![1]!.split(' ← ');
    assert.deepEqual(
      told.map((rooms) => rooms.replace(/[{}]/g, '')),
      kept,
    );
  });
});
