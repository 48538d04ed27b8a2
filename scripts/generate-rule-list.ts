// Generates server/src/rules/all.ts, the list of the rules, from the files in that folder.
// npm run generate
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the rules. */
export const ruleFolder = fileURLToPath(new URL('../server/src/rules', import.meta.url));
/** The generated list. */
export const ruleListFile = path.join(ruleFolder, 'all.ts');

/** The codes of the rules, by their files. */
export function ruleFiles(): string[] {
  return readdirSync(ruleFolder)
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => name !== 'all' && name !== 'registry')
    .sort();
}

/**
 * The list for these rules. Those that `before` has keep their order, which is that of the documentation; a new one
 * follows the one whose code begins most like its own, and one that is gone is left out.
 */
export function ruleList(codes: readonly string[], before: string): string {
  const listed = [...before.matchAll(/ from '\.\/([a-z-]+)\.ts';$/gm)].map(([, code]) => code!);
  const order = listed.filter((code) => codes.includes(code));
  for (const code of codes) {
    if (order.includes(code)) continue;
    const nearest = Math.max(0, ...order.map((each) => shared(each, code)));
    const after =
      nearest === 0 ? order.length - 1 : order.findLastIndex((each) => shared(each, code) === nearest);
    order.splice(after + 1, 0, code);
  }
  return [
    '// The rules, in the order of the documentation: the order of these imports, which may be changed by hand. Made by\n',
    '// `npm run generate`, which adds what is new in the folder; a test tells when it is stale.\n',
    "import type { Rule } from '../checking/rule.ts';\n",
    ...order.map((code) => `import { ${constant(code)} } from './${code}.ts';\n`),
    '\n/** All rules, in the order of the documentation. */\n',
    'export const allRules: readonly Rule[] = [\n',
    ...order.map((code) => `  ${constant(code)},\n`),
    '];\n',
  ].join('');
}

/** The number of words with which both codes begin. */
function shared(a: string, b: string): number {
  const [one, other] = [a.split('-'), b.split('-')];
  const end = one.findIndex((word, i) => word !== other[i]);
  return end < 0 ? one.length : end;
}

/** `claim-open` → `claimOpen`. */
function constant(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1]))
  writeFileSync(ruleListFile, ruleList(ruleFiles(), readFileSync(ruleListFile, 'utf8')));
