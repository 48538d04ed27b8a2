import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { spliced } from '../../server/src/features/actions/splices.ts';
import type { Action } from '../../server/src/features/actions/action.ts';
import type { Service } from '../../server/src/service.ts';
import { workspaceFrom } from './check.ts';
import { parseFixture } from './fixture.ts';

/** A conversion, and the workspace after it. */
export interface Converted {
  /** The text as it is now. */
  readonly text: string;
  /** All files, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Applies the action `title` to the last file of a fixture, with what it writes into other files. There must be no
 * findings of any rule that were not there before, and Pandoc's plain text must have all words of the text but those
 * of its numbers and citations, and no others.
 */
export async function checkConversion(fixture: string, title: string): Promise<Converted> {
  const parsed = parseFixture(fixture);
  const files = Object.fromEntries(parsed.map(({ path, text }) => [path, text]));
  const { path, text } = parsed.at(-1)!;
  const service = await shown(files, path);
  const before = codesOf(service, files);
  const actions = service.actions(path, START, (kind) => kind.startsWith('source.'));
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `“${title}” is offered; there are:\n${actions.map((each) => each.title).join('\n')}`);
  assert.ok(action.needsPreview, 'what it changes is shown first');
  const edits = action.edits();
  assert.ok(edits.length > 0, 'it does something');
  const after = { ...files };
  for (const file of new Set(edits.map((edit) => edit.path))) {
    assert.ok(file in files || file === action.creates, `${file} is there, or is created`);
    const own = edits.filter((edit) => edit.path === file);
    after[file] = spliced(files[file] ?? '', own).text;
  }
  const left = codesOf(await shown(after, path), after);
  for (const [code, count] of left)
    assert.ok(count <= (before.get(code) ?? 0), `no new ${code}:\n${after[path]}`);
  checkWords(
    text,
    edits.filter((edit) => edit.path === path),
    path,
  );
  return { text: after[path]!, files: after };
}

async function shown(files: Readonly<Record<string, string>>, path: string): Promise<Service> {
  const service = await workspaceFrom(files);
  service.open(path, files[path]!);
  await service.settle();
  await service.verifyQuotations();
  return service;
}

function codesOf(service: Service, files: Readonly<Record<string, string>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of Object.keys(files))
    for (const { code } of service.check(path).findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Stands where a citation was: a note without words would be none. */
const CITED = 'CITED';

/** The words of running text and notes, without citations and the numbers of notes. */
function checkWords(text: string, edits: ReturnType<Action['edits']>, path: string): void {
  const isCitation = ({ insert }: (typeof edits)[number]) => /^(?:@|\[(?!\^).*@)/s.test(insert);
  const isNumber = ({ insert }: (typeof edits)[number]) => /^\n?\[\^/.test(insert);
  const own = spliced(
    text,
    edits
      .filter((edit) => isCitation(edit) || isNumber(edit) || edit.insert === '')
      .map((edit) => ({ ...edit, insert: ' ' })),
  ).text;
  const now = spliced(
    text,
    edits.map((edit) => (isCitation(edit) ? { ...edit, insert: ` ${CITED} ` } : edit)),
  ).text;
  const plain = plainOf(now);
  const mine = path.endsWith('.txt') ? own : plainOf(own);
  // Where there is no Pandoc there is nothing to compare with.
  if (plain !== null && mine !== null) assert.deepEqual(wordsOf(plain), wordsOf(mine));
}

/** The words in no order: Pandoc gathers notes at the end. Its plain text numbers notes and lists. */
function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => word !== CITED).sort();
}

function plainOf(text: string): string | null {
  const run = spawnSync('pandoc', ['-f', 'markdown', '-t', 'plain', '--wrap=none'], {
    input: text,
    encoding: 'utf8',
  });
  return run.status === 0 ? run.stdout : null;
}
