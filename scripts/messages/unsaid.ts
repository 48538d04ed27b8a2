// Finds what reads like a message and is not said by `say`: literals of some words, or templates with words between.
import ts from 'typescript';
import { parsed, placeOf } from './collect.ts';

/** A literal that reads like prose. */
export interface Unsaid {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

/** Calls whose literals nobody reads but programmers, or that are messages already. */
const APART = new Set([
  'say',
  'deferred',
  'Error',
  'TypeError',
  'RangeError',
  'RegExp',
  'require',
  'test',
  'matchAll',
]);
/** Methods whose literals go to the log, or are compared with. */
const METHODS = new Set([
  'info',
  'warn',
  'error',
  'debug',
  'startsWith',
  'endsWith',
  'includes',
  'get',
  'has',
  'test',
  'split',
  'match',
  'getElementById',
  'querySelector',
  'querySelectorAll',
  'prepare',
]);
/** Properties that go elsewhere than to a reader of messages: into docs, schemas of protocol, tests. */
const PROPERTIES = new Set(['fixture', 'examples', 'cssText', 'selector', 'className', 'pattern', 'glob']);
/** Two words with a blank between, at least one of them of lower-case letters. */
const PROSE = /(?:^|[^\p{L}\p{N}_-])\p{L}+[,;:]? +\p{Ll}{2,}|\p{Ll}{2,}[,;:]? +\p{L}+/u;

/** What of a source reads like a message that is not said. */
export function unsaidIn(file: string): Unsaid[] {
  const source = parsed(file);
  const found: Unsaid[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isThrowStatement(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression } = node;
      if (ts.isIdentifier(expression) && APART.has(expression.text)) {
        // Values may hold further text.
        for (const each of (node.arguments ?? []).slice(1)) visit(each);
        return;
      }
      if (ts.isPropertyAccessExpression(expression) && METHODS.has(expression.name.text)) return;
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && PROPERTIES.has(node.name.text)) return;
    const text = textOf(node);
    if (text !== null && PROSE.test(text) && !text.startsWith('use strict'))
      found.push({ file, place: placeOf(source, node), text: text.replace(/\s+/g, ' ').slice(0, 160) });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a literal, with `…` for what a template fills in. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
