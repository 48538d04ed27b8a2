// Generates the JSON Schemas of project file, registers and front matter in docs/schema.
// npm run generate
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRules } from '../server/src/rules/all.ts';
import { registerSchema } from '../server/src/actors/register-schema.ts';
import { frontMatterSchema } from '../server/src/facts/front-matter-schema.ts';
import { projectSchema } from '../server/src/workspace/project-schema.ts';
import type { RuleForSchema } from '../server/src/workspace/project-schema.ts';

/** The folder of the schemas. */
export const schemaFolder = fileURLToPath(new URL('../docs/schema/', import.meta.url));

/** File name → text of each schema. Without `rules` any rule code is valid. */
export function schemaFiles(rules?: readonly RuleForSchema[]): Map<string, string> {
  const files = new Map<string, object>([
    ['sicetnon.schema.json', projectSchema(rules)],
    ['actors.schema.json', registerSchema()],
    ['front-matter.schema.json', frontMatterSchema()],
  ]);
  return new Map([...files].map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]));
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  mkdirSync(schemaFolder, { recursive: true });
  for (const [name, text] of schemaFiles(allRules)) writeFileSync(path.join(schemaFolder, name), text);
}
