import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

function sourcesIn(...folder: string[]): Source[] {
  return readdirSync(path.join(root, ...folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const file = path.posix.join(...folder, name.split(path.sep).join('/'));
      return { file, tree: parsed(file, readFileSync(path.join(root, file), 'utf8')) };
    });
}

function parsed(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function told(node: ts.Node): string {
  const { fileName } = node.getSourceFile();
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `${fileName}:${line + 1}: ${node.getText().split('\n')[0]}`;
}

/** Constants of ours that other files hold. */
const OURS: ReadonlySet<string> = new Set(['productName', 'attribution']);

/** Words of ours: nothing of a file is in them. Or they went through one of the functions named. */
function isSafe(node: ts.Expression, through: RegExp): boolean {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isSafe(node.expression, through);
  if (ts.isConditionalExpression(node))
    return isSafe(node.whenTrue, through) && isSafe(node.whenFalse, through);
  if (ts.isBinaryExpression(node) && node.operatorToken.getText() === '??')
    return isSafe(node.left, through) && isSafe(node.right, through);
  if (ts.isIdentifier(node) && node.text === 'undefined') return true;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.every(({ expression }) => isSafe(expression, through));
  if (ts.isIdentifier(node) && OURS.has(node.text)) return true;
  if (ts.isIdentifier(node)) {
    const declared = declarationOf(node);
    return declared !== undefined && isSafe(declared, through);
  }
  // A message without values is ours.
  if (ts.isCallExpression(node) && /^(?:say|deferred)$/.test(node.expression.getText()))
    return node.arguments.length === 1 && isSafe(node.arguments[0]!, through);
  return ts.isCallExpression(node) && through.test(`${node.expression.getText()}(`);
}

/** What a constant of the same file was set to. */
function declarationOf(name: ts.Identifier): ts.Expression | undefined {
  for (const node of nodesOf(name.getSourceFile()))
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text) return node.initializer;
  return undefined;
}

/** The calls of the editor's that show words, in the client. */
const SHOWING =
  /^(?:window|vscode\.window)\.(?:show(?:Information|Warning|Error)Message|showQuickPick|showInputBox|createQuickPick|createInputBox|withProgress|setStatusBarMessage|createStatusBarItem)$/;
/** Where they are called: every sentence goes through a function there. */
const DOORS = 'client/src/shown/';

function strayCalls({ file, tree }: Source): string[] {
  const stray: string[] = [];
  for (const node of nodesOf(tree)) {
    if (file.startsWith(DOORS)) continue;
    if (ts.isCallExpression(node) && SHOWING.test(node.expression.getText())) stray.push(told(node));
    if (ts.isNewExpression(node) && /^(?:TreeItem|MarkdownString)$/.test(node.expression.getText()))
      stray.push(told(node));
  }
  return stray;
}

/** In a door each argument that is shown has to be made harmless before it leaves. */
function unsafeInDoor({ file, tree }: Source): string[] {
  const unsafe: string[] = [];
  if (!file.startsWith(DOORS)) return unsafe;
  for (const node of nodesOf(tree))
    if (ts.isCallExpression(node) && /^window\.show\w+Message$/.test(node.expression.getText())) {
      if (!isSafe(node.arguments[0]!, /^unmarked\(/)) unsafe.push(told(node));
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'TreeItem') {
      if (!isSafe(node.arguments![0]!, /^unmarked\(/)) unsafe.push(told(node));
    }
  return unsafe;
}

/** What is set on things of the editor's that show it. */
const SHOWN_MEMBER = /\.(?:title|message|placeholder|prompt|tooltip|detail|validationMessage)$/;

function unsafeMembers({ file, tree }: Source): string[] {
  const unsafe: string[] = [];
  for (const node of nodesOf(tree)) {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue;
    if (!SHOWN_MEMBER.test(node.left.getText()) || /preview\//.test(file)) continue;
    const through = file.startsWith(DOORS) ? /unmarked\(/ : /^(?:unmarked|shownWords)\(/;
    if (file.startsWith(DOORS) ? !through.test(node.right.getText()) : !isSafe(node.right, through))
      unsafe.push(told(node));
  }
  return unsafe;
}

/** The members of the protocol's answers that editors show in one line, in notifications and lists. */
const SHOWN_PROPERTY = /^(?:title|label|name|detail|message|tooltip|description|containerName|why|refusal)$/;
/** Answers to our own client, plain data that it makes harmless itself; and what comes in. */
const PLAIN = /\/(?:inbox\/parameters|actor-tree|claim-tree|pictures|sources)\.ts$/;
/** Where they mean something else: the names of capabilities, and what comes back to us. */
const OTHERWISE = /capabilities|serverInfo|satisfies|Unresolved = \{/;

function unsafeAnswers({ file, tree }: Source): string[] {
  const unsafe: string[] = [];
  for (const node of nodesOf(tree)) {
    const isOne = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (!isOne || !SHOWN_PROPERTY.test(node.name.getText())) continue;
    if (isOtherwise(node)) continue;
    const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
    if (!isSafe(value, /^(?:unmarked|visible)\(/)) unsafe.push(told(node));
  }
  for (const node of nodesOf(tree)) {
    if (file.endsWith('/refusal.ts')) break;
    if (ts.isNewExpression(node) && node.expression.getText() === 'ResponseError')
      if (!isSafe(node.arguments![1]!, /^unmarked\(/)) unsafe.push(told(node));
    if (ts.isCallExpression(node) && /window\.show\w+Message$/.test(node.expression.getText()))
      if (!isSafe(node.arguments[0]!, /^unmarked\(/)) unsafe.push(told(node));
  }
  return unsafe;
}

function isOtherwise(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    // Values of a message become harmless together with it.
    if (ts.isCallExpression(at) && at.expression.getText() === 'say') return true;
    if (ts.isPropertyAssignment(at) && OTHERWISE.test(at.name.getText())) return true;
    if (ts.isVariableDeclaration(at)) return OTHERWISE.test(at.getText());
    if (ts.isBlock(at)) return false;
  }
  return false;
}

describe('words that editors show', () => {
  it('get to the editor by the functions that make them harmless', () => {
    const client = sourcesIn('client', 'src');
    assert.deepEqual(client.flatMap(strayCalls), []);
    assert.deepEqual(client.flatMap(unsafeInDoor), []);
    assert.deepEqual(client.flatMap(unsafeMembers), []);
  });

  it('leave the server harmless', () => {
    assert.deepEqual(
      sourcesIn('server', 'src', 'lsp')
        .filter(({ file }) => !PLAIN.test(file))
        .flatMap(unsafeAnswers),
      [],
    );
  });

  it('would be noticed otherwise', () => {
    const client = (text: string) => ({ file: 'client/src/a.ts', tree: parsed('client/src/a.ts', text) });
    const door = (text: string) => ({ file: `${DOORS}a.ts`, tree: parsed(`${DOORS}a.ts`, text) });
    assert.equal(strayCalls(client('void window.showErrorMessage(unmarked(x));')).length, 1);
    assert.equal(strayCalls(client('new TreeItem(x, 1)')).length, 1);
    assert.equal(unsafeInDoor(door('window.showErrorMessage(`Saved ${x}`)')).length, 1);
    assert.equal(unsafeInDoor(door('window.showErrorMessage(unmarked(x))')).length, 0);
    assert.equal(unsafeMembers(client('panel.title = name;')).length, 1);
    assert.equal(unsafeMembers(client('panel.title = unmarked(name);')).length, 0);
    assert.equal(unsafeAnswers(client('f({ label, kind })')).length, 1);
    assert.equal(unsafeAnswers(client('f({ label: unmarked(label) })')).length, 0);
    assert.equal(unsafeAnswers(client('throw new ResponseError(1, x)')).length, 1);
    assert.equal(unsafeAnswers(client('connection.window.showErrorMessage(x)')).length, 1);
  });
});
