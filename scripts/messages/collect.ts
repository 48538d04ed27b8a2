// Collects the messages from the code: the literals that `say` and `deferred` are called with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { BY_ITSELF, englishWords } from '../package-words.ts';
import type { CataloguePart } from '../../server/src/words/languages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A message and where it stands. */
export interface CollectedMessage {
  readonly message: string;
  /** Paths from the root, with lines from one. */
  readonly places: readonly string[];
  /** Whether values are filled in, so that it is ICU MessageFormat; null where `deferred` does not tell. */
  readonly isFormat: boolean | null;
}

/** A call that no catalogue can follow. */
export interface Uncollected {
  readonly place: string;
  readonly why: string;
}

export interface Collection {
  readonly messages: ReadonlyMap<CataloguePart, readonly CollectedMessage[]>;
  readonly faults: readonly Uncollected[];
}

/** The catalogues that a source's messages go into: what the extension and its views import is said there, too. */
function partsOf(file: string, imported: ReadonlySet<string>): CataloguePart[] {
  return [
    ...(file.startsWith('server/') ? (['server'] as const) : []),
    ...(imported.has(file) ? (['bundle.l10n'] as const) : []),
  ];
}

/** The sources of the extension and its views, and what they import, types apart. */
function importedByClient(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(path.join(root, file))) return;
    found.add(file);
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, to] of text.matchAll(/^(?:import|export)\s+(?!type\b)[^;'"]*?from\s*'(\.[^']+\.ts)'/gm))
      visit(path.posix.join(path.posix.dirname(file), to!));
  };
  for (const file of files) if (file.startsWith('client/')) visit(file);
  return found;
}

/** Pages set their language by their first import. */
const SETS_LANGUAGE = /^import '\.\.\/shared\/language\.ts';/;

/** All sources with messages, by path from the root. */
export function messageSources(): string[] {
  return ['server/src', 'client/src', 'client/webviews'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .filter((file) => /(?<!\.d)\.ts$/.test(file)),
  );
}

/** The syntax tree of a source. */
export function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** `file:line` of a node. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The messages of package.json; the descriptions of rules are made of what the server says. */
function packageMessages(): Map<string, { places: string[]; isFormat: boolean | null }> {
  const words = Object.entries(englishWords()).filter(
    ([key]) => !key.startsWith('setting-rules.') || key.startsWith('setting-rules.choice.'),
  );
  const found = new Map<string, { places: string[]; isFormat: boolean | null }>();
  for (const [key, message] of [...words, ['setting-rules', BY_ITSELF] as const])
    found.set(message, {
      places: [...(found.get(message)?.places ?? []), `package.nls.json: ${key}`],
      isFormat: message === BY_ITSELF ? null : false,
    });
  return found;
}

/** All messages of the code, sorted, and the calls that are not right. */
export function collectMessages(files: readonly string[] = messageSources()): Collection {
  const found = new Map<CataloguePart, Map<string, { places: string[]; isFormat: boolean | null }>>([
    ['server', new Map()],
    ['bundle.l10n', new Map()],
    ['package', packageMessages()],
  ]);
  const faults: Uncollected[] = [];
  const imported = importedByClient(files);
  for (const file of files) {
    const parts = partsOf(file, imported);
    const source = parsed(file);
    const knowsLanguage = SETS_LANGUAGE.test(source.text);
    const take = (node: ts.StringLiteralLike, isFormat: boolean | null): void => {
      for (const part of parts) {
        const known = found.get(part)!;
        const place = placeOf(source, node);
        const before = known.get(node.text);
        if (before) {
          before.places.push(place);
          before.isFormat ??= isFormat;
          if (isFormat !== null && before.isFormat !== isFormat)
            faults.push({ place, why: 'the same message stands elsewhere with values, or without' });
        } else known.set(node.text, { places: [place], isFormat });
      }
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const name = node.expression.text;
        if (name === 'say' || name === 'deferred') {
          const [message] = node.arguments;
          const isFormat = name === 'say' ? node.arguments.length > 1 : null;
          if (message && ts.isStringLiteralLike(message)) take(message, isFormat);
          else if (message && isTemplate(message))
            faults.push({
              place: placeOf(source, node),
              why: 'a message is a literal, with values as its second argument',
            });
          if (name === 'say' && !knowsLanguage && isAtTheTop(node))
            faults.push({
              place: placeOf(source, node),
              why: 'it is said before the language is known: use deferred',
            });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const messages = new Map(
    [...found].map(([part, known]) => [
      part,
      [...known]
        .map(([message, { places, isFormat }]) => ({ message, places, isFormat }))
        .sort((a, b) => (a.message < b.message ? -1 : 1)),
    ]),
  );
  return { messages, faults };
}

function isTemplate(node: ts.Node): boolean {
  return (
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
  );
}

/** Whether it runs when its module is loaded: no function is around it. */
function isAtTheTop(node: ts.Node): boolean {
  for (let above = node.parent; above; above = above.parent) if (ts.isFunctionLike(above)) return false;
  return true;
}
