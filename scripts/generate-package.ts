// Writes into package.json what the rules decide: the settings of their severities.
//   npm run generate
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { productId } from '../server/src/lsp/names.ts';
import { allRules } from '../server/src/rules/registry.ts';
import type { Rule } from '../server/src/rules/rule.ts';

/** The package description that this checkout holds. */
export const packageFile = fileURLToPath(new URL('../package.json', import.meta.url));

/** The severities that a person can choose, and what the editor says of each. */
const choices = new Map([
  ['default', 'As the project file says, or else as the rule itself has it'],
  ['off', 'Not reported'],
  ['hint', 'A few dots under the words'],
  ['information', 'Information in the Problems panel'],
  ['warning', 'A warning in the Problems panel'],
  ['error', 'An error in the Problems panel'],
]);

/** The settings of the rules, in the shape of `contributes.configuration`. */
export function ruleSettings(
  rules: readonly Pick<Rule, 'code' | 'severity' | 'title' | 'what' | 'why'>[],
): object {
  const properties = rules.map(({ code, severity, title, what, why }, order) => [
    `${productId}.rules.${code}`,
    {
      type: 'string',
      scope: 'resource',
      order,
      default: 'default',
      enum: [...choices.keys()],
      enumDescriptions: [...choices.values()],
      markdownDescription: `**${title}.** ${what}\n\n${why}\n\nBy itself: *${severity}*.`,
    },
  ]);
  return { title: 'Rules', order: 2, properties: Object.fromEntries(properties) };
}

/** A package description with the settings that the rules ask for, as text; the rest of it stays as it is. */
export function generatePackage(text: string): string {
  const description = JSON.parse(text) as { contributes: { configuration: unknown } };
  description.contributes.configuration = [ruleSettings(allRules)];
  return `${JSON.stringify(description, null, 2)}\n`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1]))
  writeFileSync(packageFile, generatePackage(readFileSync(packageFile, 'utf8')));
