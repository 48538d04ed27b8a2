import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type TypeScript from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['server/src', 'client/src', 'client/webviews', 'bench', 'scripts', 'test/support'];

function sources(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
  );
}

/** TypeScript, which takes a second to load, and is needed where the quick look finds something. */
const require = createRequire(import.meta.url);
let loaded: typeof TypeScript | null = null;
const parser = () => (loaded ??= require('typescript') as typeof TypeScript);

/** Doc comments with the word that exports what they are of. */
const DOCUMENTED = /^\/\*\*(?:[^*]|\*(?!\/))*\*\/\nexport\b/gm;
/** What may be an exported function: a constant whose value begins like one, or is none to be told by its look. */
const MAY_EXPORT =
  /^export (?:async |default |function|(?:const|let) (?!\w+(?:: [^=\n]*)? = (?:\[|\{|'|"|`|\d|new |\/)))/m;

/** The exported functions of a file that have no doc comment. */
function undocumented(file: string, text: string): string[] {
  if (!MAY_EXPORT.test(text.replace(DOCUMENTED, ''))) return [];
  const ts = parser();
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return tree.statements.flatMap((statement) => {
    if (!isExported(statement)) return [];
    const names = namesOf(statement);
    return names.length === 0 || ts.getJSDocCommentsAndTags(statement).length > 0
      ? []
      : [`${file}: ${names.join(', ')}`];
  });
}

function isExported(statement: TypeScript.Statement): boolean {
  const ts = parser();
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function namesOf(statement: TypeScript.Statement): string[] {
  const ts = parser();
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default'];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && ts.isFunctionLike(initializer))
    .map(({ name }) => name.getText());
}

/** Sentences of a page of Markdown with more than `most` words; tables and code do not count. */
function longSentences(page: string, most: number): string[] {
  return page
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/^\|.*$/gm, '')
    .split(/\n+|(?<=[.!?:;]\**\)?)\s+/)
    .filter((sentence) => (sentence.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length > most);
}

describe('comments', () => {
  it('stand before every exported function', () => {
    const files = sources();
    assert.ok(files.length > 600, `only ${files.length} files were found`);
    assert.deepEqual(
      files.flatMap((file) => undocumented(file, readFileSync(path.join(root, file), 'utf8'))),
      [],
    );
  });

  it('would be missed', () => {
    assert.deepEqual(undocumented('a.ts', 'export function f() {}\nfunction g() {}'), ['a.ts: f']);
    assert.deepEqual(undocumented('a.ts', 'export const f = () => 1, g = 2;'), ['a.ts: f']);
    assert.deepEqual(undocumented('a.ts', '// f\nexport function f() {}'), ['a.ts: f']);
    assert.deepEqual(undocumented('a.ts', '/** Does it. */\nexport async function f() {}'), []);
  });
});

it('comments say *after* of what follows, not *behind*', () => {
  const lines = sources().flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), 'utf8').matchAll(
        /^ *(?:\/\/|\/?\*).*(?<!`)\bbehind\b(?!`).*$/gm,
      ),
    ].map(([line]) => `${file}: ${line.trim()}`),
  );
  assert.deepEqual(lines, []);
});

describe('ARCHITECTURE.md, as a text', () => {
  const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');

  it('has no sentence of more than 25 words', () => {
    assert.deepEqual(longSentences(page, 25), []);
    assert.equal(longSentences(`${'word '.repeat(26)}.`, 25).length, 1);
  });

  it('names five files to read first', () => {
    const [, first] = /## Five files to read first\n+([^]*?)\n##/.exec(page)!;
    assert.equal(first!.match(/^\d\. `/gm)!.length, 5);
  });

  it('explains its words in the order of the alphabet, each once', () => {
    const [, glossary] = /## Our words\n+([^]*?)\n##/.exec(page)!;
    const words = [...glossary!.matchAll(/^\| ([a-z][^|]*?) \|/gm)].map(([, word]) => word!).slice(1);
    assert.ok(words.length >= 40, `only ${words.length} were found`);
    assert.deepEqual(
      words,
      [...new Set(words)].sort((a, b) => a.localeCompare(b, 'en')),
    );
  });
});
