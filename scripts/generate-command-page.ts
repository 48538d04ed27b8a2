// Generates docs/command-line.md from the table of commands.
// npm run generate
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../server/src/cli/commands.ts';
import { written } from '../server/src/cli/options.ts';

/** The path of the page. */
export const commandPageFile = fileURLToPath(new URL('../docs/command-line.md', import.meta.url));

/** The page. */
export function commandPage(): string {
  const parts = commands.map(({ name, takes, what, more, options }) => {
    const rows = options.map((option) => `| \`${written(option)}\` | ${option.what} |`);
    return `## \`sicetnon ${`${name} ${takes}`.trimEnd()}\`

${what[0]!.toUpperCase()}${what.slice(1)}.${more === undefined ? '' : ` ${more.replaceAll(/(?<!\n)\n(?!\n)/g, ' ')}`}
${rows.length === 0 ? '' : `\n| option | what it does |\n|---|---|\n${rows.join('\n')}\n`}`;
  });
  return `# The command line

<!-- Generated from the code: npm run generate -->

Every command has \`--help\`, and speaks the language of the system (\`LC_ALL\`, \`LC_MESSAGES\`, \`LANG\`) or of \`--language\`: \`en\`, \`de\`, \`es\`, \`fr\`, \`zh-cn\`; JSON, SARIF and \`inspect\` are in English. In a clone, \`node dist/cli.js\` stands for \`sicetnon\`. How to use it on many files again and again is told on the page about [pipelines](pipelines.md).

${parts.join('\n')}`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1]))
  writeFileSync(commandPageFile, commandPage());
