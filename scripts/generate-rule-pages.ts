// Writes docs/rules/ from the rules.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRules } from '../server/src/rules/registry.ts';
import { rulePages } from './rule-pages.ts';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
for (const [file, content] of rulePages(allRules)) {
  const target = path.join(docs, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}
